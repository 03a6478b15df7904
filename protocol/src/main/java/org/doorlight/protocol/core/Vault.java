package org.doorlight.protocol.core;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.doorlight.protocol.crypto.Aead;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.crypto.Hkdf;
import org.doorlight.protocol.crypto.Label;

/**
 * Seals what a node keeps for itself, under the home's key, before it reaches the store: keys, epoch secrets, and every word it could
 * read. {@code nonce 24 | sealed}; the shelf and the record's key go in as well, so that no record can be put in another's place.
 */
public final class Vault {
    /** Bytes of a home's key. */
    public static final int KEY_BYTES = 32;

    private final byte[][] shelfKeys;
    private final Entropy entropy;

    public Vault(byte[] homeKey, Entropy entropy) {
        this.entropy = entropy;
        this.shelfKeys = new byte[Shelf.values().length][];
        for (Shelf shelf : Shelf.values()) {
            byte[] number = {(byte) shelf.number()};
            shelfKeys[shelf.ordinal()] = Hkdf.derive(homeKey, KEY_BYTES, Label.REST_KEY, number);
        }
    }

    /** Seals a record's value. */
    public byte[] seal(Shelf shelf, byte[] key, byte[] value) {
        byte[] nonce = entropy.bytes(Aead.NONCE_BYTES);
        byte[] sealed = Aead.seal(shelfKeys[shelf.ordinal()], nonce, key, value);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** The value of a sealed record; empty if it is not this home's, or was changed, or moved. */
    public Optional<byte[]> open(Shelf shelf, byte[] key, byte[] sealed) {
        if (sealed.length < Aead.NONCE_BYTES) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(sealed, Aead.NONCE_BYTES);
        byte[] box = Arrays.copyOfRange(sealed, Aead.NONCE_BYTES, sealed.length);
        return Aead.open(shelfKeys[shelf.ordinal()], nonce, key, box);
    }
}
