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
        if (bytes.length > BYTES_MAX) {
            return Optional.empty();
        }
        try {
            return read(bytes, ByteBuffer.wrap(bytes));
        } catch (BufferUnderflowException tooShort) {
            return Optional.empty();
        }
    }

    private static Optional<Grant> read(byte[] bytes, ByteBuffer from) {
        if (from.getInt() != MAGIC || from.get() != VERSION || from.get() != SUITE) {
            return Optional.empty();
        }
        CircleId circle = new CircleId(Bytes16.read(from));
        DeviceId device = new DeviceId(Bytes16.read(from));
        AudienceId audience = new AudienceId(Bytes16.read(from));
        int generation = from.getInt();
        Bytes32 hash = Bytes32.read(from);
        List<EpochId> parents = new ArrayList<>();
        for (int n = Byte.toUnsignedInt(from.get()); n > 0; n--) {
            parents.add(new EpochId(Bytes16.read(from)));
        }
        List<StatementId> heads = new ArrayList<>();
        for (int n = Byte.toUnsignedInt(from.get()); n > 0; n--) {
            heads.add(new StatementId(Bytes32.read(from)));
        }
        byte[] sealed = take(from, Short.toUnsignedInt(from.getShort()));
        var core = new Core(circle, device, audience, generation, hash, parents, heads, sealed);
        int signatureAt = from.position();
        take(from, SIGNATURE_BYTES);
        return readWraps(from).filter(wraps -> inBounds(core)).map(wraps -> new Grant(core, wraps, bytes, signatureAt));
    }

    private static Optional<List<byte[]>> readWraps(ByteBuffer from) {
        int n = Short.toUnsignedInt(from.getShort());
        if (n > WRAPS_MAX || from.remaining() != n * WRAP_BYTES) {
            return Optional.empty();
        }
        List<byte[]> wraps = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            wraps.add(take(from, WRAP_BYTES));
        }
        return Optional.of(wraps);
    }

    private static boolean inBounds(Core core) {
        return core.carryGeneration() >= 0
                && core.parents().size() <= PARENTS_MAX
                && core.heads().size() <= HEADS_MAX
                && !core.heads().isEmpty()
                && core.sealed().length <= GRANT_SEALED_BYTES_MAX;
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
    List<byte[]> wraps() {
        return wraps;
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
