package org.doorlight.node.home;

import java.util.Optional;

/** Seals the home key under a passphrase. Cryptography is not this package's: whoever puts the node together brings it. */
public interface KeystoreCipher {
    /**
     * Closes a home key into a box.
     *
     * @param passphrase the caller's; not changed
     * @param homeKey 32 bytes
     * @return 48 bytes: the key encrypted, and a tag
     */
    byte[] seal(Sealing sealing, char[] passphrase, byte[] homeKey);

    /** Opens a box; empty if the passphrase is not the one it was sealed with, or the box is not as it was. */
    Optional<byte[]> open(Sealing sealing, char[] passphrase, byte[] box);
}
