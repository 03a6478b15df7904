package org.doorlight.node.api;

/**
 * Every bound of the local API. Tests make some of them small; a node takes {@link #STANDARD}.
 *
 * @param connectionsMax open connections; one more is closed at once
 * @param streamsMax connections that follow events
 * @param headMsMax from the first byte of a request to its last, in milliseconds; also from connecting to the first byte
 * @param idleMsMax how long a connection may rest between two requests, in milliseconds
 * @param answerMsMax how long an ask may wait for the core, in milliseconds; a join takes up to 30,000
 * @param aliveMs a comment to every event stream after so many milliseconds, so that both ends notice a dead one
 */
public record ApiLimits(
        int connectionsMax, int streamsMax, long headMsMax, long idleMsMax, long answerMsMax, long aliveMs) {
    /** What a node uses. */
    public static final ApiLimits STANDARD = new ApiLimits(64, 32, 10_000, 60_000, 60_000, 15_000);

    /** A request's body, in bytes. */
    static final int BODY_BYTES_MAX = 64 * 1024;

    /** Method, path and query, in bytes. */
    static final int LINE_BYTES_MAX = 4 * 1024;

    /** All headers of a request together, in bytes. */
    static final int HEADERS_BYTES_MAX = 8 * 1024;

    /** Objects and arrays inside each other. */
    static final int JSON_DEPTH_MAX = 16;

    /** Items of one array in a body. */
    static final int JSON_ITEMS_MAX = 256;

    /** Addresses a join may name. */
    static final int JOIN_PEERS_MAX = 16;

    /** Items of one page of a list. */
    static final int PAGE_ITEMS_MAX = 1_000;

    /** Events kept for streams that come back. */
    static final int EVENTS_KEPT_MAX = 1_000;

    /** What may wait for a slow reader of events before it is cut off, in bytes. */
    static final int OUTBOUND_BYTES_MAX = 1024 * 1024;

    /** How long a client may take to read the last answer of a connection, in milliseconds. */
    static final long FAREWELL_MS_MAX = 2_000;
}
