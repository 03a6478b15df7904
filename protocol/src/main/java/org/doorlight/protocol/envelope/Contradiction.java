package org.doorlight.protocol.envelope;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;

/**
 * The proof that a device gave two answers: two of its envelopes of one document that cannot both belong to one chain (PROTOCOL §6).
 * Either they share a number, or one says that it follows another envelope than the one whose number it follows. An honest device never
 * signs two such envelopes, so whoever has its key can check the proof and needs to believe nobody.
 *
 * <pre>
 * magic 4 | version 1 | excerpt 261 | excerpt 261, the smaller envelope id first
 * </pre>
 */
public final class Contradiction {
    /** Bytes of a proof. */
    public static final int BYTES = Integer.BYTES + 1 + 2 * Excerpt.BYTES;

    private static final int MAGIC = 0x444c5457; // "DLTW"
    private static final byte VERSION = 1;

    private final Excerpt one;
    private final Excerpt other;

    private Contradiction(Excerpt one, Excerpt other) {
        this.one = one;
        this.other = other;
    }

    /** What two envelopes prove against their device; empty if an honest device may have signed both. Signatures are not looked at yet. */
    public static Optional<Contradiction> between(Excerpt one, Excerpt other) {
        boolean smallerFirst = one.id().compareTo(other.id()) < 0;
        return contradict(one, other)
                ? Optional.of(smallerFirst ? new Contradiction(one, other) : new Contradiction(other, one))
                : Optional.empty();
    }

    private static boolean contradict(Excerpt one, Excerpt other) {
        Header left = one.header();
        Header right = other.header();
        boolean ofOneChain = left.circle().equals(right.circle())
                && left.document().equals(right.document())
                && left.device().equals(right.device())
                && !one.id().equals(other.id());
        boolean shareNumber = left.first() <= right.last() && right.first() <= left.last();
        return ofOneChain && (shareNumber || followsAnother(one, right) || followsAnother(other, left));
    }

    private static boolean followsAnother(Excerpt before, Header after) {
        return after.first() == before.header().last() + 1 && !after.previous().equals(before.id());
    }

    /** Reads a proof's shape; empty for bytes that are none or prove nothing. Signatures are not looked at yet. */
    public static Optional<Contradiction> parse(byte[] bytes) {
        if (bytes.length != BYTES) {
            return Optional.empty();
        }
        ByteBuffer from = ByteBuffer.wrap(bytes);
        if (from.getInt() != MAGIC || from.get() != VERSION) {
            return Optional.empty();
        }
        int middle = BYTES - Excerpt.BYTES;
        Optional<Excerpt> first = Excerpt.parse(Arrays.copyOfRange(bytes, from.position(), middle));
        Optional<Excerpt> second = Excerpt.parse(Arrays.copyOfRange(bytes, middle, BYTES));
        return first.flatMap(one -> second.flatMap(other -> between(one, other)))
                .filter(proof -> Arrays.equals(proof.toBytes(), bytes));
    }

    public byte[] toBytes() {
        return ByteBuffer.allocate(BYTES)
                .putInt(MAGIC)
                .put(VERSION)
                .put(one.bytes())
                .put(other.bytes())
                .array();
    }

    public CircleId circle() {
        return one.header().circle();
    }

    public DocumentId document() {
        return one.header().document();
    }

    /** The device that signed both. */
    public DeviceId device() {
        return one.header().device();
    }

    /** True if both were written where this member may write. */
    public boolean isOf(MemberId author) {
        return Seals.mayWrite(one.header(), author) && Seals.mayWrite(other.header(), author);
    }

    /** The fork number: from this change on nothing of the device counts in the document. */
    public long fork() {
        return Math.min(one.header().first(), other.header().first());
    }

    /** The proof with the lower fork number that another envelope and one of these two make, if they make one. */
    public Optional<Contradiction> lowered(Excerpt third) {
        Optional<Contradiction> first = between(one, third);
        Optional<Contradiction> second = between(other, third);
        return first.filter(found ->
                        second.isEmpty() || found.fork() <= second.get().fork())
                .or(() -> second)
                .filter(found -> found.fork() < fork());
    }

    /** Adds both envelopes to others of their device. */
    public void addTo(List<Excerpt> others) {
        others.add(one);
        others.add(other);
    }

    /** True if the holder of this Ed25519 key signed both. About 260 µs. */
    public boolean signedBy(byte[] signingKey) {
        return one.signedBy(signingKey) && other.signedBy(signingKey);
    }

    @Override
    public boolean equals(Object that) {
        return that instanceof Contradiction proof && one.equals(proof.one) && other.equals(proof.other);
    }

    @Override
    public int hashCode() {
        return 31 * one.hashCode() + other.hashCode();
    }

    @Override
    public String toString() {
        return "contradiction of device " + device().brief();
    }
}
