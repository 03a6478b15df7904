package org.doorlight.protocol.crypto;

import java.util.Arrays;

/**
 * What an invitation's secret stands for (PROTOCOL §3): the one-time signing key, whose public half P is in the {@code
 * Invite} statement, and the tag key K, by which a newcomer knows the circle that was meant.
 */
public final class InviteKeys {
    /** Bytes of the secret in a QR code. */
    public static final int QR_SECRET_BYTES = 16;

    /** Bytes of the hint by which a newcomer asks for an invitation. */
    public static final int HINT_BYTES = 8;

    private static final int TAG_KEY_BYTES = 32;

    private final SigningKey oneTimeKey;
    private final byte[] tagKey;

    private InviteKeys(byte[] secret) {
        oneTimeKey = new SigningKey(Hkdf.derive(secret, SigningKey.SEED_BYTES, Label.INVITE_SEED));
        tagKey = Hkdf.derive(secret, TAG_KEY_BYTES, Label.INVITE_KEY);
    }

    /**
     * The keys of a typed code, stretched with Argon2id; takes as long as the cost says. All codes share one salt, because
     * a newcomer knows nothing but the code; 80 random bits leave no table to be made ahead.
     */
    public static InviteKeys derive(InviteCode code, StretchCost cost) {
        byte[] stretched = Stretch.stretch(code.secret(), Label.CODE_STRETCH.bytes(), cost, Digest.HASH_BYTES);
        return new InviteKeys(stretched);
    }

    /**
     * The keys of a QR code's secret, which is long enough to need no stretching.
     *
     * @throws IllegalArgumentException if it has not 16 bytes
     */
    public static InviteKeys ofQr(byte[] secret) {
        return new InviteKeys(Bytes.ofLength(QR_SECRET_BYTES, "The secret of a QR code", secret));
    }

    /** The key with which the newcomer proves to hold the code. */
    public SigningKey oneTimeKey() {
        return oneTimeKey;
    }

    /** K, 32 bytes, a copy. */
    public byte[] tagKey() {
        return tagKey.clone();
    }

    /** T = HMAC(K, circle ‖ P), 32 bytes. Compare with {@link Hmac#matches}. */
    public byte[] tag(byte[] circle) {
        return Hmac.sha256(tagKey, Label.INVITE_TAG, circle, oneTimeKey.publicKey());
    }

    /** The hint of this invitation, 8 bytes. */
    public byte[] hint() {
        return hint(oneTimeKey.publicKey());
    }

    /** The hint of the invitation with this one-time public key, as its holders compute it. */
    public static byte[] hint(byte[] oneTimePublicKey) {
        return Arrays.copyOf(Digest.hash(Label.INVITE_HINT, oneTimePublicKey), HINT_BYTES);
    }

    @Override
    public String toString() {
        return "InviteKeys[hidden]";
    }
}
