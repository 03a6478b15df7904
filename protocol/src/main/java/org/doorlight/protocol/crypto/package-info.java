/**
 * The cryptographic tools of the protocol: labels, hashes, signatures, sealing, wrapping, key derivation, invitation
 * codes. Every one is a pure function of its arguments; random bytes always come in from outside ({@link
 * org.doorlight.protocol.crypto.Entropy} is the shape they come in).
 *
 * <p>Not here: what is signed or sealed, and for whom. Those layouts belong to the packages above, which see byte arrays
 * of stated length on this side and their own types on the other. Bouncy Castle is used in this package only, through its
 * lightweight interface, without registering a provider.
 *
 * <p>The face: {@link org.doorlight.protocol.crypto.Label} (the one table of domain separation), {@link
 * org.doorlight.protocol.crypto.Digest}, {@link org.doorlight.protocol.crypto.SigningKey} and {@link
 * org.doorlight.protocol.crypto.Signatures}, {@link org.doorlight.protocol.crypto.Aead}, {@link
 * org.doorlight.protocol.crypto.Hpke}, {@link org.doorlight.protocol.crypto.InviteCode}.
 *
 * <p>Two kinds of wrong: bytes a peer may have sent lead to {@code false} or an empty {@code Optional}; a key or nonce of
 * the wrong length is a mistake in our own code and an {@code IllegalArgumentException}. No key is ever printed.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.protocol.crypto;
