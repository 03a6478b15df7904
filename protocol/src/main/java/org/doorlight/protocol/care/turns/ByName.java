package org.doorlight.protocol.care.turns;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.care.CareRequest;
import org.doorlight.protocol.care.Slot;
import org.doorlight.protocol.id.MemberId;

/**
 * Asking one person by name, within its limits (CARE §6): one open ask at a time between two, two a week that reach a person, and after a fixed
 * wait "Not this time", whether it was a no, a rest or silence. It never reaches somebody who rests: their own box does not show it.
 */
public final class ByName {
    /** So many reach a person in a week, and so many may one ask the same person. */
    public static final int A_WEEK = 2;

    /** A week. */
    public static final Duration WEEK = Duration.ofDays(7);

    private static final Duration WAITS_MAX = Duration.ofDays(1);

    private ByName() {}

    /** Whom a request asks by name; empty if it asks everybody or several. */
    public static Optional<MemberId> whom(CareRequest request) {
        return request.asked().to().size() == 1
                ? Optional.of(request.asked().to().first())
                : Optional.empty();
    }

    /** From when on its requester reads "Not this time", if there is no yes: after a day or half of the time to the cut-off. */
    public static long answeredAt(CareRequest request, Slot slot) {
        long cutOff = slot.start() - request.kind().cutOff().toMillis();
        long time = Math.max(0, cutOff - request.askedAt());
        return request.askedAt() + Math.min(WAITS_MAX.toMillis(), time / 2);
    }

    /**
     * Which asks reach a person: never more than two within any seven days.
     *
     * @param askedAt when each was asked, in milliseconds since 1970, whatever has become of it
     * @return those that reach the person, in time
     */
    public static List<Long> reaching(Collection<Long> askedAt) {
        List<Long> reaching = new ArrayList<>();
        askedAt.stream().sorted().forEach(at -> {
            boolean full = reaching.size() >= A_WEEK && at - reaching.get(reaching.size() - A_WEEK) < WEEK.toMillis();
            if (!full) {
                reaching.add(at);
            }
        });
        return reaching;
    }
}
