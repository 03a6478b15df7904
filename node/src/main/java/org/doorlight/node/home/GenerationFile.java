package org.doorlight.node.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.core.Generation;

/**
 * The file {@code generation}: what the store said of itself last, and a hash of the place where this home lay (decision 0013).
 *
 * <pre>
 * magic 4 | version 1 | times the file itself was another 1 | 0 2 | generation 24 | place 32 | file 32 | check 8
 * </pre>
 *
 * Written in place, so that the file stays the same one for as long as nobody copies it. A write that was cut is noticed by the check, and
 * then the home is taken for one that was put back.
 */
public final class GenerationFile {
    /** Name of the file in the home folder. */
    static final String FILE = "generation";

    private static final int MAGIC = 0x444c474e; // "DLGN"
    private static final byte VERSION = 1;
    private static final int HASH_BYTES = 32;
    private static final int CHECK_BYTES = 8;
    private static final int BYTES = 8 + Generation.BYTES + 2 * HASH_BYTES + CHECK_BYTES;
    // On a file system that numbers its files anew each time, the number soon stops meaning anything.
    private static final int OTHER_FILE_MAX = 3;
    private static final List<Path> MACHINE_IDS =
            List.of(Path.of("/etc/machine-id"), Path.of("/var/lib/dbus/machine-id"));
    private static final int MACHINE_ID_BYTES_MAX = 64;

    private final Path file;
    private final byte[] homeKey;
    private int otherFile;

    /** @param homeKey goes into the hashes, so that they tell nobody else where the home lies */
    public GenerationFile(Path folder, byte[] homeKey) {
        this.file = folder.resolve(FILE);
        this.homeKey = homeKey.clone();
    }

    /**
     * What stands beside the store.
     *
     * @param inPlace true if the home lies where it lay when this was written
     */
    public record Beside(Generation generation, boolean inPlace) {}

    /** True if there is such a file, whatever is in it. */
    public boolean exists() {
        return Files.exists(file);
    }

    /** Reads it; empty if there is none, or none that is whole. */
    public Optional<Beside> read() {
        if (!exists()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = PrivateFiles.read(file, BYTES + 1);
            return isWhole(bytes) ? Optional.of(read(ByteBuffer.wrap(bytes))) : Optional.empty();
        } catch (IOException failure) {
            throw HomeFailure.unreadable(file, failure);
        }
    }

    private Beside read(ByteBuffer from) throws IOException {
        otherFile = Byte.toUnsignedInt(from.get(5));
        Generation generation = Generation.of(take(from.position(8), Generation.BYTES));
        boolean samePlace = Arrays.equals(take(from, HASH_BYTES), place());
        boolean sameFile = Arrays.equals(take(from, HASH_BYTES), itself());
        if (!sameFile && otherFile < OTHER_FILE_MAX) {
            otherFile++;
            return new Beside(generation, false);
        }
        return new Beside(generation, samePlace);
    }

    private static byte[] take(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    private static boolean isWhole(byte[] bytes) {
        int end = BYTES - CHECK_BYTES;
        return bytes.length == BYTES
                && ByteBuffer.wrap(bytes).getInt() == MAGIC
                && bytes[4] == VERSION
                && Arrays.equals(check(bytes), Arrays.copyOfRange(bytes, end, BYTES));
    }

    /** Writes down what the store says of itself now, durably. */
    public void write(Generation generation) {
        try {
            if (!exists()) {
                PrivateFiles.write(file, new byte[0]);
            }
            ByteBuffer to = ByteBuffer.allocate(BYTES);
            to.putInt(MAGIC).put(VERSION).put((byte) otherFile).putShort((short) 0);
            to.put(generation.toBytes()).put(place()).put(itself());
            to.put(check(to.array())).flip();
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(to, 0);
                channel.force(true);
            }
        } catch (IOException failure) {
            throw HomeFailure.unwritable(file, failure);
        }
    }

    // ---- where it lies

    /** The folder's true path, on this machine. */
    private byte[] place() throws IOException {
        String path = file.toRealPath().toString();
        return hash(path.getBytes(StandardCharsets.UTF_8), machineId());
    }

    /** This very file: a copy of it has another number. */
    private byte[] itself() throws IOException {
        Object number = Files.getAttribute(file, "unix:ino");
        return hash(String.valueOf(number).getBytes(StandardCharsets.US_ASCII), new byte[0]);
    }

    private static byte[] machineId() throws IOException {
        for (Path id : MACHINE_IDS) {
            if (Files.isReadable(id)) {
                return PrivateFiles.read(id, MACHINE_ID_BYTES_MAX);
            }
        }
        return new byte[0];
    }

    private byte[] hash(byte[] one, byte[] other) {
        MessageDigest sha256 = sha256();
        sha256.update(homeKey);
        sha256.update(one);
        sha256.update((byte) 0);
        return sha256.digest(other);
    }

    private static byte[] check(byte[] bytes) {
        MessageDigest sha256 = sha256();
        sha256.update(bytes, 0, BYTES - CHECK_BYTES);
        return Arrays.copyOf(sha256.digest(), CHECK_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
