package org.doorlight.protocol.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.doorlight.protocol.replica.Holding;

/** Looks at the documents in turn, some at a time and again and again, whether what is held of them is still whole on the disk. */
final class Checkup {
    /** Stores up to this size are looked at whole when the node starts; larger ones while it runs. */
    static final long BYTES_AT_START_MAX = 32L << 20;

    private static final long PAUSE_NANOS = Duration.ofSeconds(60).toNanos();
    private static final int DOCUMENTS_AT_ONCE = 32;

    private record Visit(Circle circle, Holding holding) {}

    private final Circles circles;
    private final List<Visit> ahead = new ArrayList<>();
    private long lookAt;

    Checkup(Circles circles, Moment now) {
        this.circles = circles;
        this.lookAt = now.monotonicNanos() + PAUSE_NANOS;
    }

    void tick(Moment now) {
        if (now.monotonicNanos() < lookAt) {
            return;
        }
        lookAt = now.monotonicNanos() + PAUSE_NANOS;
        if (ahead.isEmpty()) {
            circles.all()
                    .forEach(circle ->
                            circle.replica().holdings().forEach(holding -> ahead.add(new Visit(circle, holding))));
        }
        int from = Math.max(0, ahead.size() - DOCUMENTS_AT_ONCE);
        List<Visit> next = ahead.subList(from, ahead.size());
        next.forEach(visit -> visit.circle().replica().mending().look(visit.holding()));
        next.clear();
    }

    /** Documents of which a part is damaged here and has to come again. */
    long missing() {
        return circles.all().stream()
                .flatMap(circle -> circle.replica().holdings().stream())
                .filter(Holding::hasHoles)
                .count();
    }
}
