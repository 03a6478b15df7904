package org.doorlight.protocol.envelope;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.doorlight.protocol.crypto.Aead;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.Hkdf;
import org.doorlight.protocol.crypto.Hmac;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.crypto.SigningKey;

/** Writing and opening envelopes under an epoch's secret (PROTOCOL §5). */
public final class Sealing {
    /** Random bytes that go into each nonce. */
    public static final int RANDOM_BYTES = 32;

    /** The longest text an envelope can hold, in bytes. */
    public static final int TEXT_BYTES_MAX = Padding.TEXT_BYTES_MAX;

    private static final int KEY_BYTES = 32;

    private Sealing() {}

    /**
     * Seals and signs.
     *
     * @param draft the header to be; its nonce and body length are filled in here
     * @param secret the epoch's secret, 32 bytes
     * @param text the body, at most {@link #TEXT_BYTES_MAX} bytes
     * @param random {@value #RANDOM_BYTES} fresh random bytes
     */
    public static Envelope seal(Header draft, byte[] secret, SigningKey key, byte[] text, byte[] random) {
        byte[] padded = Padding.pad(text);
        Header bare = with(draft, new byte[Header.NONCE_BYTES], padded.length + Aead.TAG_BYTES);
        Header header = with(bare, nonce(secret, bare, padded, random), bare.bodyLength());
        byte[] head = header.toBytes();
        byte[] body = Aead.seal(key(secret, header), header.nonce(), head, padded);
        byte[] signature = key.sign(Label.ENVELOPE_SIGNATURE, Digest.sha256(head, Digest.sha256(body)));
        ByteBuffer bytes = ByteBuffer.allocate(head.length + body.length + signature.length);
        return Envelope.of(header, bytes.put(head).put(body).put(signature).array());
    }

    /** The text of an envelope; empty if the secret is not the one it was sealed under or a byte was changed. */
    public static Optional<byte[]> open(Envelope envelope, byte[] secret) {
        Header header = envelope.header();
        byte[] head = Arrays.copyOf(envelope.bytes(), Header.LENGTH);
        return Aead.open(key(secret, header), header.nonce(), head, envelope.body())
                .flatMap(Padding::strip);
    }

    private static byte[] key(byte[] secret, Header header) {
        return Hkdf.derive(
                secret,
                KEY_BYTES,
                Label.ENVELOPE_KEY,
                header.circle().toBytes(),
                header.document().toBytes(),
                header.device().toBytes(),
                header.epoch().toBytes());
    }

    /**
     * PROTOCOL §5, hedged: should the random source repeat itself, two different texts still get two nonces; should a device be cloned,
     * its random bytes part them.
     */
    private static byte[] nonce(byte[] secret, Header header, byte[] padded, byte[] random) {
        byte[] nonceKey = Hkdf.derive(
                secret, KEY_BYTES, Label.ENVELOPE_NONCE, header.device().toBytes());
        byte[] mac = Hmac.sha256(nonceKey, Label.ENVELOPE_NONCE, random, header.toBytes(), Digest.sha256(padded));
        return Arrays.copyOf(mac, Header.NONCE_BYTES);
    }

    private static Header with(Header draft, byte[] nonce, int bodyLength) {
        return new Header(
                draft.kind(),
                draft.circle(),
                draft.document(),
                draft.seal(),
                draft.device(),
                draft.serial(),
                draft.first(),
                draft.count(),
                draft.epoch(),
                nonce,
                draft.previous(),
                bodyLength);
    }
}
