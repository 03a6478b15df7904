package org.doorlight.protocol.epoch;

import static org.doorlight.protocol.wire.Limits.GRANT_SEALED_BYTES_MAX;
import static org.doorlight.protocol.wire.Limits.HEADS_MAX;
import static org.doorlight.protocol.wire.Limits.PARENTS_MAX;
import static org.doorlight.protocol.wire.Limits.WRAPS_MAX;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.crypto.Signatures;
import org.doorlight.protocol.crypto.SigningKey;
import org.doorlight.protocol.id.AudienceId;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.wire.Flaw;
import org.doorlight.protocol.wire.Malformed;

/**
 * One epoch of an audience, handed out: byte for byte as it was signed, and the wraps behind it (PROTOCOL §4).
 *
 * <pre>
 * magic 4 | version 1 | suite 1 | circle 16 | device 16 | audience 16 | carry generation 4 | hash of secret 32
 *         | n 1 | parents 16·n | n 1 | heads 32·n | length 2 | sealed | signature 64 | n 2 | wraps 80·n
 * </pre>
 *
 * Id and signature cover what stands before the signature. Wraps are not signed: each one is checked by the hash of what is in it,
 * and any holder of the secret can make the same bytes again.
 */
public final class Grant {
    /** Bytes of one wrap: HPKE encapsulation 32, secret 32, tag 16. */
    public static final int WRAP_BYTES = 80;

    static final int SECRET_BYTES = 32;

    private static final int MAGIC = 0x444c4752; // "DLGR"
    private static final byte VERSION = 1;
    private static final byte SUITE = 1;
    private static final int SIGNATURE_BYTES = 64;
    private static final int BYTES_MAX =
            256 + 16 * PARENTS_MAX + 32 * HEADS_MAX + GRANT_SEALED_BYTES_MAX + WRAP_BYTES * WRAPS_MAX;

    /**
     * What is signed.
     *
     * @param device who hands out
     * @param carryGeneration which carry secret goes with it; 0 for a narrow audience
     * @param secretHash what the secret must hash to: commits the key, so nothing opens under two
     * @param sealed the carry secret (everyone) or the member list (narrow), sealed under the secret
     */
    public record Core(
            CircleId circle,
            DeviceId device,
            AudienceId audience,
            int carryGeneration,
            Bytes32 secretHash,
            List<EpochId> parents,
            List<StatementId> heads,
            byte[] sealed) {
        public Core {
            parents = List.copyOf(parents);
            heads = List.copyOf(heads);
        }

        byte[] toBytes() {
            ByteBuffer to = ByteBuffer.allocate(
                    4 + 2 + 3 * 16 + 4 + 32 + 1 + 16 * parents.size() + 1 + 32 * heads.size() + 2 + sealed.length);
            to.putInt(MAGIC).put(VERSION).put(SUITE);
            circle.value().write(to);
            device.value().write(to);
            audience.value().write(to);
            to.putInt(carryGeneration);
            secretHash.write(to);
            to.put((byte) parents.size());
            parents.forEach(parent -> parent.value().write(to));
            to.put((byte) heads.size());
            heads.forEach(head -> head.value().write(to));
            return to.putShort((short) sealed.length).put(sealed).array();
        }

        /** The epoch's name: all but signature and wraps, so that wraps may be added without making another epoch. */
        EpochId id() {
            return EpochId.of(Digest.hash16(Label.EPOCH_ID, toBytes()));
        }
    }

    private final Core core;
    private final List<byte[]> wraps;
    private final byte[] bytes;
    private final int signatureAt;
    private final EpochId id;

    private Grant(Core core, List<byte[]> wraps, byte[] bytes, int signatureAt) {
        this.core = core;
        this.wraps = List.copyOf(wraps);
        this.bytes = bytes;
        this.signatureAt = signatureAt;
        this.id = core.id();
    }

    static Grant write(Core core, List<byte[]> wraps, SigningKey key) {
        byte[] head = core.toBytes();
        byte[] signature = key.sign(Label.GRANT_SIGNATURE, Digest.sha256(head));
        ByteBuffer to = ByteBuffer.allocate(head.length + SIGNATURE_BYTES + 2 + WRAP_BYTES * wraps.size());
        to.put(head).put(signature).putShort((short) wraps.size());
        wraps.forEach(to::put);
        return new Grant(core, wraps, to.array(), head.length);
    }

    /** Reads a grant's shape; empty for bytes that are none. Nothing is verified yet. */
    public static Optional<Grant> parse(byte[] bytes) {
        try {
            return Optional.of(read(bytes));
        } catch (Malformed none) {
            return Optional.empty();
        }
    }

    /** What is wrong with bytes that {@link #parse} takes for no grant; empty if nothing is. */
    public static Optional<Flaw> flaw(byte[] bytes) {
        try {
            read(bytes);
            return Optional.empty();
        } catch (Malformed none) {
            return Optional.of(none.flaw());
        }
    }

    private static Grant read(byte[] bytes) throws Malformed {
        Malformed.unlessBegins(bytes, MAGIC);
        Malformed.unless(bytes.length <= BYTES_MAX, Flaw.TOO_LONG);
        try {
            return read(bytes, ByteBuffer.wrap(bytes).position(Integer.BYTES));
        } catch (BufferUnderflowException tooShort) {
            throw new Malformed(Flaw.TOO_SHORT);
        }
    }

    private static Grant read(byte[] bytes, ByteBuffer from) throws Malformed {
        Malformed.unless(from.get() == VERSION, Flaw.UNKNOWN_VERSION);
        Malformed.unless(from.get() == SUITE, Flaw.UNKNOWN_SUITE);
        Core core = readCore(from);
        int signatureAt = from.position();
        take(from, SIGNATURE_BYTES);
        return new Grant(core, readWraps(from), bytes, signatureAt);
    }

    private static Core readCore(ByteBuffer from) throws Malformed {
        CircleId circle = new CircleId(Bytes16.read(from));
        DeviceId device = new DeviceId(Bytes16.read(from));
        AudienceId audience = new AudienceId(Bytes16.read(from));
        int generation = from.getInt();
        Malformed.unless(generation >= 0, Flaw.NUMBER_OUT_OF_RANGE);
        Bytes32 hash = Bytes32.read(from);
        List<EpochId> parents = new ArrayList<>();
        for (int n = countUpTo(PARENTS_MAX, Byte.toUnsignedInt(from.get())); n > 0; n--) {
            parents.add(new EpochId(Bytes16.read(from)));
        }
        List<StatementId> heads = new ArrayList<>();
        for (int n = countUpTo(HEADS_MAX, Byte.toUnsignedInt(from.get())); n > 0; n--) {
            heads.add(new StatementId(Bytes32.read(from)));
        }
        Malformed.unless(!heads.isEmpty(), Flaw.NO_HEADS);
        byte[] sealed = take(from, countUpTo(GRANT_SEALED_BYTES_MAX, Short.toUnsignedInt(from.getShort())));
        return new Core(circle, device, audience, generation, hash, parents, heads, sealed);
    }

    private static List<byte[]> readWraps(ByteBuffer from) throws Malformed {
        int n = countUpTo(WRAPS_MAX, Short.toUnsignedInt(from.getShort()));
        Malformed.unless(from.remaining() == n * WRAP_BYTES, Flaw.WRONG_LENGTH);
        List<byte[]> wraps = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            wraps.add(take(from, WRAP_BYTES));
        }
        return wraps;
    }

    private static int countUpTo(int max, int count) throws Malformed {
        Malformed.unless(count <= max, Flaw.TOO_MANY);
        return count;
    }

    private static byte[] take(ByteBuffer from, int length) {
        if (length > from.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] taken = new byte[length];
        from.get(taken);
        return taken;
    }

    /** True if the holder of this Ed25519 key signed exactly the part before the signature. */
    boolean signedBy(Bytes32 signingKey) {
        byte[] signature = Arrays.copyOfRange(bytes, signatureAt, signatureAt + SIGNATURE_BYTES);
        return Signatures.verify(
                signingKey.toBytes(),
                signature,
                Label.GRANT_SIGNATURE,
                Digest.sha256(Arrays.copyOf(bytes, signatureAt)));
    }

    /** The epoch this grant hands out. */
    public EpochId id() {
        return id;
    }

    public Core core() {
        return core;
    }

    /** The wraps, 80 bytes each; for everyone in ascending order of devices, else in no order that tells anything. */
    public List<byte[]> wraps() {
        return wraps;
    }

    /** How many wraps there are, decoys among them. */
    public int wrapCount() {
        return wraps.size();
    }

    /** The whole grant, for the wire and the store. Not a copy: not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "grant " + id.brief();
    }
}
