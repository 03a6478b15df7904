package org.doorlight.protocol.hello;

import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/** More than 14 paused days in any 28 are shown to the buddies, so that nobody can be muted unseen. */
public final class PausedDays {
    private static final int DAYS = 28;
    private static final int UNSEEN_MAX = 14;

    private PausedDays() {}

    /** Whether the 28 days up to this one held more paused days than may stay unseen. */
    public static boolean show(Collection<Attestation> attestations, LocalDate today) {
        SortedSet<LocalDate> paused = new TreeSet<>();
        attestations.stream()
                .filter(note -> note.word() == Attestation.Word.PAUSED)
                .map(note -> note.window().date())
                .filter(date -> date.isAfter(today.minusDays(DAYS)) && !date.isAfter(today))
                .forEach(paused::add);
        return paused.size() > UNSEEN_MAX;
    }
}
