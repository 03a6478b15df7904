package org.doorlight.protocol.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;
import org.jspecify.annotations.Nullable;

/** Keeping in touch with known addresses: one dial at a time for each circle and address, again and again, at most 5 s apart. */
final class Dialing {
    private static final long PAUSE_NANOS_MIN = Duration.ofMillis(250).toNanos();
    // A tick comes once a second, so the pause that is really kept is up to a second longer.
    private static final long PAUSE_NANOS_MAX = Duration.ofSeconds(4).toNanos();

    /** One circle at one address. */
    private record Line(CircleId circle, Address address) implements Comparable<Line> {
        @Override
        public int compareTo(Line other) {
            int byCircle = circle.compareTo(other.circle);
            return byCircle != 0 ? byCircle : address.compareTo(other.address);
        }
    }

    /** How it went so far. */
    private static final class Attempts {
        long notBefore = Long.MIN_VALUE;
        long pause = PAUSE_NANOS_MIN;

        @Nullable
        Long dial;

        @Nullable
        SessionId session;

        @Nullable
        DeviceId found;
    }

    private final Outbox outbox;
    private final Peers peers;
    private final SortedMap<Line, Attempts> lines = new TreeMap<>();
    private long numbers;

    /**
     * @param numbers the number before the first
     */
    Dialing(Outbox outbox, Peers peers, long numbers) {
        this.outbox = outbox;
        this.peers = peers;
        this.numbers = numbers;
    }

    /** Numbers for dials, shared with whoever else dials. */
    long nextNumber() {
        return ++numbers;
    }

    /** Dials what is due. */
    void tick(Circles circles, List<Address> everywhere, Moment now) {
        for (Circle circle : circles.all()) {
            SortedSet<Address> addresses = new TreeSet<>(everywhere);
            addresses.addAll(circle.addresses());
            for (Address address : addresses) {
                dialIfDue(new Line(circle.id(), address), now);
            }
        }
    }

    private void dialIfDue(Line line, Moment now) {
        Attempts attempts = lines.computeIfAbsent(line, unseen -> new Attempts());
        boolean busy = attempts.dial != null || attempts.session != null;
        boolean inTouch = attempts.found != null && peers.isConnected(line.circle(), attempts.found);
        if (busy || inTouch || now.monotonicNanos() < attempts.notBefore) {
            return;
        }
        attempts.dial = nextNumber();
        outbox.add(new Effect.Dial(attempts.dial, line.address()));
    }

    /** For which circle this dial was; empty if it was nobody's here. */
    Optional<CircleId> connected(long dial, SessionId session) {
        return byDial(dial).map(line -> {
            Attempts attempts = attemptsOf(line);
            attempts.dial = null;
            attempts.session = session;
            return line.circle();
        });
    }

    void failed(long dial, Moment now) {
        byDial(dial).ifPresent(line -> {
            Attempts attempts = attemptsOf(line);
            attempts.dial = null;
            pause(attempts, now);
        });
    }

    /** A session is over; if it was dialled here, it is dialled again after a pause. */
    void closed(SessionId session, Optional<DeviceId> device, Moment now) {
        for (Attempts attempts : lines.values()) {
            if (session.equals(attempts.session)) {
                attempts.session = null;
                device.ifPresent(found -> {
                    attempts.found = found;
                    attempts.pause = PAUSE_NANOS_MIN;
                });
                pause(attempts, now);
            }
        }
    }

    private static void pause(Attempts attempts, Moment now) {
        attempts.notBefore = now.monotonicNanos() + attempts.pause;
        attempts.pause = Math.min(2 * attempts.pause, PAUSE_NANOS_MAX);
    }

    private Optional<Line> byDial(long dial) {
        return new ArrayList<>(lines.entrySet())
                .stream()
                        .filter(entry -> Long.valueOf(dial).equals(entry.getValue().dial))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    private Attempts attemptsOf(Line line) {
        return lines.computeIfAbsent(line, unseen -> new Attempts());
    }
}
