package org.doorlight.node.home;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** Looks like a cipher from outside, depends on all it is given, and protects nothing. */
final class ToyCipher implements KeystoreCipher {
    @Override
    public byte[] seal(Sealing sealing, char[] passphrase, byte[] homeKey) {
        byte[] mask = mask(sealing, passphrase);
        byte[] box = Arrays.copyOf(homeKey, Keystore.BOX_BYTES);
        for (int at = 0; at < homeKey.length; at++) {
            box[at] ^= mask[at];
        }
        System.arraycopy(mask, 0, box, homeKey.length, box.length - homeKey.length);
        return box;
    }

    @Override
    public Optional<byte[]> open(Sealing sealing, char[] passphrase, byte[] box) {
        byte[] key = Arrays.copyOf(box, Keystore.KEY_BYTES);
        byte[] opened = Arrays.copyOf(seal(sealing, passphrase, key), Keystore.KEY_BYTES);
        return Arrays.equals(seal(sealing, passphrase, opened), box) ? Optional.of(opened) : Optional.empty();
    }

    private static byte[] mask(Sealing sealing, char[] passphrase) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(sealing.salt());
            sha256.update((byte) sealing.passes());
            sha256.update(sealing.nonce());
            return sha256.digest(new String(passphrase).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
