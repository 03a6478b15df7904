package org.doorlight.protocol.crypto;

import java.nio.charset.StandardCharsets;

/**
 * The one table of domain separation (PROTOCOL, first paragraph): every hash, signature and derived key starts with the
 * bytes of one label, so that nothing made for one purpose can be passed off as something else. A label is the ASCII text
 * {@code doorlight/<name>/<version>} and a NUL; as a NUL occurs nowhere else in it, no label is a prefix of another.
 */
public enum Label {
    DEVICE_ID("device-id"),
    CIRCLE_ID("circle-id"),

    STATEMENT_ID("statement-id"),
    STATEMENT_SIGNATURE("statement-signature"),

    EPOCH_ID("epoch-id"),
    GRANT_SIGNATURE("grant-signature"),
    SECRET_HASH("secret-hash"),
    WRAP_INFO("wrap-info"),
    WRAP_EPHEMERAL("wrap-ephemeral"),
    CARRY_SEAL("carry-seal"),
    AUDIENCE_ID("audience-id"),
    AUDIENCE_SEAL("audience-seal"),

    SEAL("seal"),
    DOCUMENT_ID("document-id"),
    ACTOR_ID("actor-id"),
    ENVELOPE_ID("envelope-id"),
    ENVELOPE_KEY("envelope-key"),
    ENVELOPE_NONCE("envelope-nonce"),
    ENVELOPE_SIGNATURE("envelope-signature"),
    FRONTIER_DIGEST("frontier-digest"),
    RANGE_DIGEST("range-digest"),

    CHANNEL_BINDING("channel-binding"),
    CIRCLE_PROOF("circle-proof"),
    DEVICE_PROOF("device-proof"),
    DEVICE_CONSENT("device-consent"),

    CODE_STRETCH("code-stretch"),
    CODE_CHECK("code-check"),
    INVITE_SEED("invite-seed"),
    INVITE_KEY("invite-key"),
    INVITE_TAG("invite-tag"),
    INVITE_HINT("invite-hint"),
    INVITE_PROOF("invite-proof"),
    INVITE_OFFER("invite-offer"),

    COMMITMENT_ID("commitment-id"),
    QUEUE_ORDER("queue-order"),

    REST_KEY("rest-key"),

    TURN_ORDER("turn-order"),
    ROTA_SLOT("rota-slot"),

    SEEDED_ENTROPY("seeded-entropy");

    private final byte[] bytes;

    /** A first version; a rule that changes its meaning gets a new entry with the next number. */
    Label(String name) {
        this(name, 1);
    }

    Label(String name, int version) {
        this.bytes = ("doorlight/" + name + "/" + version + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    /** The label's bytes, NUL included: a copy, the caller may keep it. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The label's bytes in front of the parts, joined without lengths between them. */
    byte[] before(byte[]... parts) {
        return Bytes.join(bytes, parts);
    }
}
