package org.doorlight.node.net;

/** Every bound of the network edge; {@link #STANDARD} is what a node runs with, tests shrink some. */
public record NetLimits(Sizes sizes, Counts counts, Times times) {
    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;

    /** What a node runs with. PROTOCOL §11 for frames and half-open channels; the rest is this edge's own choice. */
    public static final NetLimits STANDARD = new NetLimits(
            new Sizes(MIB, 4 * KIB, MIB, 16 * KIB, 8 * MIB),
            new Counts(64, 16, 192, 64, 4),
            new Times(5_000, 3_000, 5_000, 90_000, 2_000));

    public NetLimits withSizes(Sizes changed) {
        return new NetLimits(changed, counts, times);
    }

    public NetLimits withCounts(Counts changed) {
        return new NetLimits(sizes, changed, times);
    }

    public NetLimits withTimes(Times changed) {
        return new NetLimits(sizes, counts, changed);
    }

    /**
     * Bytes. A stranger is a session to which the core has not sent anything yet.
     *
     * @param frameBytesMax longest frame, without its length prefix, in both directions
     * @param strangerFrameBytesMax longest frame taken from a stranger
     * @param waitingBytesMax received but not yet consumed by the core; beyond it a session is not read, until half is left
     * @param strangerWaitingBytesMax the same for a stranger
     * @param unsentBytesMax sent by the core but not yet taken by the other end; beyond it the session is cut
     */
    public record Sizes(
            int frameBytesMax,
            int strangerFrameBytesMax,
            int waitingBytesMax,
            int strangerWaitingBytesMax,
            int unsentBytesMax) {}

    /**
     * How many at a time. Accepted and dialled sessions are counted apart, so that strangers who fill the one kind never
     * keep this node from reaching its own neighbours.
     *
     * @param halfOpenMax accepted channels whose TLS handshake is not through
     * @param halfOpenPerAddressMax of these, how many from one IP address
     * @param acceptedMax accepted channels, half-open ones included
     * @param dialledMax dials under way and the sessions they led to
     * @param certificatesAhead throw-away certificates made before they are needed
     */
    public record Counts(
            int halfOpenMax, int halfOpenPerAddressMax, int acceptedMax, int dialledMax, int certificatesAhead) {}

    /**
     * Milliseconds.
     *
     * @param handshakeMillis from TCP accept to the end of the TLS handshake
     * @param connectMillis for the TCP connection of a dial
     * @param dialMillis for a whole dial: name, TCP and TLS
     * @param idleMillis without a byte from the other end before a session is cut; the core speaks at least every 30 s
     * @param lingerMillis how long a closed session waits for the other end to take what was sent
     */
    public record Times(int handshakeMillis, int connectMillis, int dialMillis, int idleMillis, int lingerMillis) {}
}
