package org.doorlight.node.home;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/**
 * What stands in the file {@code keystore}: the home key, bare or in a box. Numbers are big-endian.
 *
 * <pre>
 *   0   4  "DLKS"
 *   4   1  version, 1
 *   5   1  kind: 0 bare, 1 sealed
 *   6   2  zero
 *   8      bare: home key 32
 *          sealed: salt 16, Argon2id memory in KiB 4, passes 4, nonce 24, box 48
 *  end  8  first bytes of SHA-256 over all before: tells damage from a wrong passphrase
 * </pre>
 */
final class Keystore {
    static final int KEY_BYTES = 32;
    static final int BOX_BYTES = KEY_BYTES + 16;

    private static final int MAGIC = 0x444c4b53;
    private static final int VERSION = 1;
    private static final int HEAD_BYTES = 8;
    private static final int CHECK_BYTES = 8;
    private static final int BARE_BYTES = HEAD_BYTES + KEY_BYTES + CHECK_BYTES;
    private static final int SEALED_BYTES = HEAD_BYTES + Sealing.BYTES + BOX_BYTES + CHECK_BYTES;

    /** The longest keystore there is. */
    static final int BYTES_MAX = SEALED_BYTES;

    private final byte[] file;

    private Keystore(byte[] file) {
        this.file = file;
    }

    /** A keystore anybody can open who can read it. */
    static Keystore bare(byte[] homeKey) {
        return finished(head(BARE_BYTES, 0).put(homeKey));
    }

    /** A keystore that takes the passphrase to open. */
    static Keystore sealed(byte[] homeKey, char[] passphrase, Sealing sealing, KeystoreCipher cipher) {
        ByteBuffer to = head(SEALED_BYTES, 1);
        sealing.write(to);
        return finished(to.put(cipher.seal(sealing, passphrase, homeKey)));
    }

    /**
     * Takes the bytes of a file.
     *
     * @throws HomeFailure if they are no keystore, one of a newer version, or damaged
     */
    static Keystore of(byte[] file) {
        ByteBuffer from = ByteBuffer.wrap(file);
        if (file.length < HEAD_BYTES || from.getInt() != MAGIC) {
            throw new HomeFailure(
                    "The keystore is not one of Doorlight's. Put the right one back, or restore a backup.");
        }
        if (from.get() > VERSION) {
            throw new HomeFailure(
                    "The keystore was written by a newer Doorlight. Install that version or a later one.");
        }
        Keystore keystore = new Keystore(file);
        if (file.length != (keystore.isSealed() ? SEALED_BYTES : BARE_BYTES) || !keystore.isWhole()) {
            throw damaged();
        }
        return keystore;
    }

    boolean isSealed() {
        return file[5] != 0;
    }

    byte[] toBytes() {
        return file.clone();
    }

    /** The 32 bytes of the home key, if this passphrase opens the box. A bare keystore needs none. */
    Optional<byte[]> homeKey(char[] passphrase, KeystoreCipher cipher) {
        ByteBuffer from = ByteBuffer.wrap(file).position(HEAD_BYTES);
        if (!isSealed()) {
            return Optional.of(take(from, KEY_BYTES));
        }
        Sealing sealing = Sealing.read(from);
        if (!sealing.isWithinBounds()) {
            throw damaged();
        }
        return cipher.open(sealing, passphrase, take(from, BOX_BYTES));
    }

    private boolean isWhole() {
        int end = file.length - CHECK_BYTES;
        return Arrays.equals(check(file, end), Arrays.copyOfRange(file, end, file.length));
    }

    private static ByteBuffer head(int length, int kind) {
        return ByteBuffer.allocate(length)
                .putInt(MAGIC)
                .put((byte) VERSION)
                .put((byte) kind)
                .putShort((short) 0);
    }

    private static Keystore finished(ByteBuffer to) {
        byte[] body = new byte[to.position()];
        to.get(0, body);
        byte[] file = Arrays.copyOf(body, to.capacity());
        System.arraycopy(check(body, body.length), 0, file, body.length, CHECK_BYTES);
        return new Keystore(file);
    }

    private static byte[] take(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    private static byte[] check(byte[] file, int length) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(file, 0, length);
            return Arrays.copyOf(sha256.digest(), CHECK_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static HomeFailure damaged() {
        return new HomeFailure("The keystore is damaged. Restore a backup.");
    }
}
