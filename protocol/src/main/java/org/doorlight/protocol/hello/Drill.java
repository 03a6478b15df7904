package org.doorlight.protocol.hello;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.MemberId;

/**
 * A rehearsal with a pretend neighbour: the real ladder over made-up tidings. Nothing of it is written into a document, and every word
 * says that it is a rehearsal.
 */
public final class Drill {
    private static final Duration GRACE = Duration.ofMinutes(90);

    private Drill() {}

    /**
     * A pretend neighbour whose hello did not come this minute.
     *
     * @param pretend an id that belongs to nobody
     * @param answers what was tried so far
     */
    public static Tidings tidings(
            MemberId pretend, List<MemberId> buddies, SortedMap<MemberId, List<Answer>> answers, Start start) {
        DeviceId box = DeviceId.of(new byte[16]);
        HelloPlan plan = new HelloPlan(
                new Schedule(start.zone(), List.of(DailyWindow.of(LocalTime.of(7, 0), LocalTime.of(10, 0))), GRACE),
                box,
                buddies,
                KnockingHours.USUAL,
                Consents.USUAL,
                LocalDate.MAX);
        SortedMap<MemberId, Watch> watches = new TreeMap<>();
        Watch silent = Watch.EMPTY;
        buddies.forEach(buddy -> watches.put(
                buddy, new Watch(true, answers.getOrDefault(buddy, List.of()), silent.asked(), silent.silences())));
        SortedMap<WindowId, Attestation> notes = new TreeMap<>();
        notes.put(start.window(), Attestation.of(start.window(), Attestation.Word.MISSED, start.at()));
        return new Tidings(pretend, Optional.of(plan), notes, List.of(), watches, 0);
    }

    /** When and where a rehearsal began. */
    public record Start(ZoneId zone, long at) {
        WindowId window() {
            return new WindowId(Instant.ofEpochMilli(at).atZone(zone).toLocalDate(), 0);
        }
    }
}
