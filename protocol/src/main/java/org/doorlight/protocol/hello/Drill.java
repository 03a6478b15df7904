package org.doorlight.protocol.hello;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
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
                new Schedule(start.zone(), List.of(DailyWindow.of(LocalTime.MIN, LocalTime.of(0, 1))), GRACE),
                box,
                buddies,
                new KnockingHours(LocalTime.MIN, LocalTime.MAX),
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

    /** Buddies in an order in which this one's turn is first on the day of the rehearsal. */
    public static List<MemberId> buddies(MemberId first, List<MemberId> others, Start start) {
        List<MemberId> buddies = new ArrayList<>(List.of(first));
        buddies.addAll(others);
        Collections.rotate(buddies, Math.floorMod(start.window().date().toEpochDay(), buddies.size()));
        return buddies;
    }

    /** When and where a rehearsal began. */
    public record Start(ZoneId zone, long at) {
        /** The window whose hello did not come. */
        public WindowId window() {
            return new WindowId(Instant.ofEpochMilli(at).atZone(zone).toLocalDate(), 0);
        }
    }
}
