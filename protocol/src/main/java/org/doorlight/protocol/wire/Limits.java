package org.doorlight.protocol.wire;

/**
 * Every bound, with its unit in its name (PROTOCOL §11). Bounds of validity are the same on every node for ever, or replicas would
 * split; bounds of pace only delay and may differ.
 */
public final class Limits {
    // ---- Validity: decided from the bytes alone

    /** A whole frame, without its length prefix. */
    public static final int FRAME_BYTES_MAX = 1 << 20;

    /** The sealed body of an envelope. */
    public static final int BODY_BYTES_MAX = 64 << 10;

    /** The smallest sealed body; bodies are padded to this and its doublings. */
    public static final int BODY_BYTES_MIN = 256;

    /** Heads named by one statement, grant or envelope. */
    public static final int HEADS_MAX = 32;

    /** Earlier epochs named by one grant. */
    public static final int PARENTS_MAX = 32;

    /** A statement with its signature. */
    public static final int STATEMENT_BYTES_MAX = 4 << 10;

    /** Statements of one device. */
    public static final int STATEMENT_SEQUENCE_MAX = 4_096;

    /** Devices of one member that a statement adding another may have in its past. */
    public static final int DEVICES_OF_MEMBER_MAX = 32;

    /** Wraps in one grant record. */
    public static final int WRAPS_MAX = 512;

    /** What a grant may seal beside its wraps: the carry secret, or a narrow audience's members. */
    public static final int GRANT_SEALED_BYTES_MAX = 32 << 10;

    /** Changes in one envelope. */
    public static final int CHANGES_PER_ENVELOPE_MAX = 500;

    // ---- Pace and memory: only delay

    /** A frame from somebody who has proved nothing yet. */
    public static final int UNPROVEN_FRAME_BYTES_MAX = 4 << 10;

    /** Time to prove a circle after the channel stands. */
    public static final int PROOF_SECONDS_MAX = 5;

    /** Sessions of one node at a time. */
    public static final int SESSIONS_MAX = 256;

    /** Carry generations a dialer offers: the newest and seven earlier ones. */
    public static final int CARRY_PROOFS = 8;

    /** Carry secrets by which a listener recognises a dialer. */
    public static final int CARRY_KNOWN_MAX = 64;

    /** Ids one end may name in one list of several messages. */
    public static final int IDS_MAX = 1 << 18;

    /** Heads of a charter that are told; with more, all ids are compared at once. */
    public static final int CHARTER_HEADS_TOLD_MAX = 1_024;

    /** Envelopes, statements or grants are gathered into frames of about this size. */
    public static final int BATCH_BYTES = 256 << 10;

    /** Answering batches under way in one session before the other side has taken some in. */
    public static final int BATCHES_UNDER_WAY_MAX = 8;

    /** Live pushes under way in one session; beyond it the session falls back to comparing. */
    public static final int PUSHES_UNDER_WAY_MAX = 256;

    /** Frontier requests waiting in one session; one document counts once. */
    public static final int WANTS_WAITING_MAX = 100_000;

    /** Documents held open in the document engine; others are opened again when they are needed. */
    public static final int OPEN_DOCUMENTS_MAX = 64;

    /** Grants held of one device, in bytes; more are left out until there is room. */
    public static final int GRANT_BYTES_PER_DEVICE_MAX = 4 << 20;

    // ---- What people type

    /** A name of a home or circle, in characters. */
    public static final int NAME_CHARACTERS_MAX = 80;

    /** The title of a request, in characters. */
    public static final int TITLE_CHARACTERS_MAX = 200;

    /** One house rule, in characters. */
    public static final int RULE_CHARACTERS_MAX = 200;

    /** House rules of one request. */
    public static final int RULES_MAX = 12;

    /** The door details, in characters. */
    public static final int DOOR_CHARACTERS_MAX = 4_000;

    /** Members who may read the door details from the start. */
    public static final int DOOR_NAMED_MAX = 3;

    /** The story behind a request, in characters. */
    public static final int STORY_CHARACTERS_MAX = 4_000;

    /** What is said with a yes, in characters. */
    public static final int NOTE_CHARACTERS_MAX = 500;

    /** Slots of one request. */
    public static final int SLOTS_MAX = 60;

    /** Weeks a rota may go on for, all told. */
    public static final int ROTA_WEEKS_MAX = 104;

    /** Slots a rota's recipient may want in a week. */
    public static final int ROTA_WEEKLY_MAX = 50;

    /** Helpers one slot may need. */
    public static final int NEED_MAX = 50;

    /** Days a slot may last. */
    public static final int SLOT_DAYS_MAX = 14;

    /** Years a slot may lie ahead. */
    public static final int AHEAD_YEARS_MAX = 2;

    /** Invitations of one member that are open at a time. */
    public static final int OPEN_INVITES_MAX = 3;

    private Limits() {}
}
