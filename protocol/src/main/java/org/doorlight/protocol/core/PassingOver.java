package org.doorlight.protocol.core;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.care.Accepting;
import org.doorlight.protocol.care.Commitment;
import org.doorlight.protocol.care.RequestFacts;
import org.doorlight.protocol.charter.Standing;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.id.CommitmentId;
import org.doorlight.protocol.id.MemberId;

/**
 * What becomes of a yes nobody will accept because its helper is on the private list, and nobody else is there: an ordinary release, one to
 * six hours later, as if the requester had thought about it (CARE P22). When is drawn by chance and forgotten with the box's next start.
 */
final class PassingOver {
    private static final long WAITS_NANOS_MIN = Duration.ofHours(1).toNanos();
    private static final long WAITS_NANOS_MAX = Duration.ofHours(6).toNanos();
    private static final long LOOKS_EVERY_NANOS = Duration.ofMinutes(1).toNanos();

    private final Circles circles;
    private final Entropy entropy;
    private final SortedMap<CommitmentId, Long> releases = new TreeMap<>();
    private long lookAgain = Long.MIN_VALUE;

    PassingOver(Circles circles, Entropy entropy) {
        this.circles = circles;
        this.entropy = entropy;
    }

    void tick(Moment now) {
        if (now.monotonicNanos() < lookAgain) {
            return;
        }
        lookAgain = now.monotonicNanos() + LOOKS_EVERY_NANOS;
        SortedSet<CommitmentId> stranded = new TreeSet<>();
        for (Circle circle : circles.all()) {
            Optional<MemberId> self = circle.replica().ownPlace().map(Standing::member);
            if (self.isPresent() && TurnsDuties.maySpeak(circle)) {
                look(circle, self.get(), stranded, now);
            }
        }
        releases.keySet().retainAll(stranded);
    }

    private void look(Circle circle, MemberId self, SortedSet<CommitmentId> stranded, Moment now) {
        SortedSet<MemberId> passedOver = HostDuties.passedOver(circle, self);
        if (passedOver.isEmpty()) {
            return;
        }
        for (CareBoard.Posted posted : circle.board().care().requestsAfter(now.wallMillis())) {
            List<Commitment> those = posted.owner().equals(self)
                    ? Accepting.stranded(posted.care(), passedOver, now.wallMillis())
                    : List.of();
            for (Commitment yes : those) {
                stranded.add(yes.id());
                long at = releases.computeIfAbsent(yes.id(), unseen -> now.monotonicNanos() + drawn());
                if (now.monotonicNanos() >= at) {
                    circle.writeIfWhole(
                            posted.id(),
                            RequestFacts.released(yes.id(), circle.author(), circle.stamp(now.wallMillis())));
                }
            }
        }
    }

    private long drawn() {
        long any = ByteBuffer.wrap(entropy.bytes(Long.BYTES)).getLong();
        return WAITS_NANOS_MIN + Math.floorMod(any, WAITS_NANOS_MAX - WAITS_NANOS_MIN);
    }
}
