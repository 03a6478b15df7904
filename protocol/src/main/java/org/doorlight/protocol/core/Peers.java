package org.doorlight.protocol.core;

import static org.doorlight.protocol.wire.Limits.FRAME_BYTES_MAX;
import static org.doorlight.protocol.wire.Limits.PROOF_SECONDS_MAX;
import static org.doorlight.protocol.wire.Limits.SESSIONS_MAX;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.core.view.Event;
import org.doorlight.protocol.core.view.PeerView;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.sync.Line;
import org.doorlight.protocol.sync.Session;
import org.doorlight.protocol.wire.Frames;
import org.doorlight.protocol.wire.message.SessionMessage;
import org.jspecify.annotations.Nullable;

/** The sessions of this node: who is on the wire, what goes to whom, and which of two connections to one neighbour stays. */
final class Peers {
    /** One session, and what the node remembers beside it. */
    private static final class Peer {
        final SessionId id;
        final boolean dialled;
        final String remote;
        final long since;

        @Nullable
        Session session;

        boolean announced;
        boolean leaving;
        long compared;

        Peer(SessionId id, boolean dialled, String remote, long since) {
            this.id = id;
            this.dialled = dialled;
            this.remote = remote;
            this.since = since;
            this.compared = since;
        }

        boolean isOpen() {
            return session != null && session.isOpen() && !leaving;
        }
    }

    /** Makes a session out of the line to the other end. */
    interface Opening {
        Session open(Line line);
    }

    private final Outbox outbox;
    private final Duration compareEvery;
    private final SortedMap<SessionId, Peer> peers = new TreeMap<>();
    private final SortedMap<String, Long> hangUps = new TreeMap<>();
    private final SortedMap<CircleId, SortedMap<DeviceId, SortedMap<String, Long>>> complaints = new TreeMap<>();
    private long bytesIn;

    Peers(Outbox outbox, Duration compareEvery) {
        this.outbox = outbox;
        this.compareEvery = compareEvery;
    }

    // ---- coming and going

    /** False if there is no room: then the connection is closed, and to whoever dialled it is as if nobody had answered. */
    boolean open(Input.Connected input, Moment now, Opening opening) {
        if (peers.size() >= SESSIONS_MAX) {
            outbox.add(new Effect.Close(input.session()));
            return false;
        }
        Peer peer = new Peer(input.session(), input.dialled() != null, input.remote(), now.monotonicNanos());
        peers.put(peer.id, peer);
        peer.session = opening.open(new Wire(peer.id));
        return true;
    }

    /** Whose word it is: the session a frame of so many bytes came in on; empty if it is gone. */
    Optional<Session> speaking(SessionId id, int frameBytes) {
        bytesIn += frameBytes;
        return Optional.ofNullable(peers.get(id)).map(peer -> peer.session);
    }

    /** To be called after a session took a frame in: it may be open now, and then one connection to that neighbour is enough. */
    void heard(SessionId id, Moment now) {
        Peer peer = peers.get(id);
        if (peer != null && peer.isOpen() && !peer.announced) {
            peer.announced = true;
            announce("peer.connected", peer, now);
            keepOneOf(peer);
        }
    }

    /** Forgets a session; which circle it was about, if it got so far. */
    void closed(SessionId id, Moment now) {
        Peer peer = peers.remove(id);
        if (peer != null && peer.announced) {
            announce("peer.disconnected", peer, now);
        }
    }

    private void announce(String type, Peer peer, Moment now) {
        CircleId circle = circleOf(peer).orElse(null);
        outbox.add(new Effect.Announce(new Event(type, circle, null, now.wallMillis())));
    }

    private static Optional<CircleId> circleOf(Peer peer) {
        return Optional.ofNullable(peer.session).flatMap(Session::circle);
    }

    private static Optional<DeviceId> deviceOf(Peer peer) {
        return Optional.ofNullable(peer.session).flatMap(Session::device);
    }

    /**
     * PROTOCOL §9: both sides may dial; one connection survives. Both ends know who dialled which, so both keep the same one: the one
     * the smaller device dialled; of two by the same dialer, the newer.
     */
    private void keepOneOf(Peer fresh) {
        for (Peer other : List.copyOf(peers.values())) {
            boolean same = other != fresh
                    && other.isOpen()
                    && circleOf(other).equals(circleOf(fresh))
                    && deviceOf(other).equals(deviceOf(fresh));
            if (same) {
                boolean freshStays = other.dialled == fresh.dialled || fresh.dialled == ownIsSmaller(fresh);
                outbox.add(new Effect.Close((freshStays ? other : fresh).id));
            }
        }
    }

    private boolean ownIsSmaller(Peer peer) {
        return ownDevice(peer)
                .flatMap(own -> deviceOf(peer).map(theirs -> own.compareTo(theirs) < 0))
                .orElse(false);
    }

    private static Optional<DeviceId> ownDevice(Peer peer) {
        return Optional.ofNullable(peer.session).flatMap(Session::ownDevice);
    }

    // ---- the passing of time

    void tick(Moment now) {
        long proofNanos = Duration.ofSeconds(PROOF_SECONDS_MAX).toNanos();
        for (Peer peer : List.copyOf(peers.values())) {
            if (!peer.isOpen() && now.monotonicNanos() - peer.since > proofNanos * (isJoining(peer) ? 6 : 1)) {
                new Wire(peer.id).hangUp("took too long to prove itself");
            } else if (peer.session != null && now.monotonicNanos() - peer.compared > compareEvery.toNanos()) {
                peer.compared = now.monotonicNanos();
                peer.session.compare();
            }
        }
    }

    private static boolean isJoining(Peer peer) {
        return peer.session != null && peer.session.word().equals("joining");
    }

    // ---- passing on

    /** Sends what came in freshly to everybody in the circle but the one it came from; proofs to all. */
    void pass(CircleId circle, Fresh fresh, @Nullable SessionId from) {
        for (Peer peer : peers.values()) {
            Session session = peer.session;
            if (session == null || !circleOf(peer).equals(Optional.of(circle))) {
                continue;
            }
            // Whoever told one of two answers may not know of the other.
            session.pushProofs(fresh.contradictions());
            if (!peer.id.equals(from)) {
                session.push(fresh.statements(), fresh.grants(), fresh.envelopes());
            }
        }
    }

    /** Ends every session that is of a circle or may yet be, after what was sent on it before. */
    void endAll(CircleId circle) {
        for (Peer peer : peers.values()) {
            if (circleOf(peer).map(circle::equals).orElse(!isJoining(peer))) {
                peer.leaving = true;
                outbox.add(new Effect.Close(peer.id));
            }
        }
    }

    // ---- asking

    /** True if a neighbour of this circle is here and the charter is agreed with it. */
    boolean isOpenFor(CircleId circle) {
        return peers.values().stream()
                .anyMatch(peer -> peer.isOpen() && circleOf(peer).equals(Optional.of(circle)));
    }

    boolean isConnected(CircleId circle, DeviceId device) {
        return peers.values().stream()
                .anyMatch(peer -> peer.isOpen()
                        && circleOf(peer).equals(Optional.of(circle))
                        && deviceOf(peer).equals(Optional.of(device)));
    }

    /** The device at the other end of a session, once it has proved to be it. */
    Optional<DeviceId> device(SessionId id) {
        return Optional.ofNullable(peers.get(id)).flatMap(Peers::deviceOf);
    }

    /** The circle a session is about, once that is proved. */
    Optional<CircleId> circle(SessionId id) {
        return Optional.ofNullable(peers.get(id)).flatMap(Peers::circleOf);
    }

    /** Tells everybody what time it is here. */
    void sayTime() {
        peers.values().forEach(peer -> Optional.ofNullable(peer.session).ifPresent(Session::sayTime));
    }

    int openCount() {
        return (int) peers.values().stream().filter(Peer::isOpen).count();
    }

    /** Payload bytes received since the start. */
    long bytesIn() {
        return bytesIn;
    }

    /** Sessions ended from this side, by reason. */
    long hungUp() {
        return hangUps.values().stream().mapToLong(Long::longValue).sum();
    }

    private void complain(Peer peer, String why) {
        circleOf(peer)
                .ifPresent(circle -> deviceOf(peer)
                        .ifPresent(device -> complaints
                                .computeIfAbsent(circle, unseen -> new TreeMap<>())
                                .computeIfAbsent(device, unseen -> new TreeMap<>())
                                .merge(why, 1L, Long::sum)));
    }

    /** Devices this node hung up on since the start, and why: for each reason, how often. */
    SortedMap<DeviceId, SortedMap<String, Long>> complaints(CircleId circle) {
        return Collections.unmodifiableSortedMap(complaints.getOrDefault(circle, new TreeMap<>()));
    }

    List<PeerView> views() {
        List<PeerView> views = new ArrayList<>();
        for (Peer peer : peers.values()) {
            String state = peer.session == null ? "proving" : peer.session.word();
            views.add(new PeerView(
                    peer.remote,
                    peer.dialled ? "dialled" : "accepted",
                    state,
                    circleOf(peer).orElse(null),
                    deviceOf(peer).orElse(null)));
        }
        return views;
    }

    /** The line of one session, as effects. */
    private final class Wire implements Line {
        private final SessionId session;

        Wire(SessionId session) {
            this.session = session;
        }

        @Override
        public void send(SessionMessage message) {
            byte[] frame = Frames.encode(message);
            if (frame.length > FRAME_BYTES_MAX) {
                // A list grew longer than one frame holds. This session cannot go on, the node can.
                hangUps.merge("needs more than a frame holds", 1L, Long::sum);
                part();
                return;
            }
            outbox.send(session, frame);
        }

        @Override
        public void part() {
            outbox.add(new Effect.Close(session));
        }

        @Override
        public void hangUp(String why) {
            hangUps.merge(why, 1L, Long::sum);
            Peer peer = peers.get(session);
            if (peer != null) {
                complain(peer, why);
            }
            outbox.add(new Effect.Close(session));
        }
    }
}
