package org.doorlight.protocol.care.rota;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.id.SlotId;

/**
 * "I'll bring something every Tuesday" (CARE §6). Such a yes is no fact of its own: it is an ordinary yes for each of these slots, so that
 * it ends by itself after four weeks ("carry on, or pass it on?") and each can be handed back alone. It takes at most half of a rota.
 */
public final class RecurringYes {
    /** How long it lasts. */
    public static final Duration LASTS = Duration.ofDays(28);

    private static final int SHARE_OF_ROTA = 2;

    private RecurringYes() {}

    /**
     * What is promised already.
     *
     * @param recurring how many slots of the coming four weeks recurring yeses of anybody hold
     * @param taken slots that need nobody, or have this helper's yes
     */
    public record Already(int recurring, SortedSet<SlotId> taken) {
        /** Nothing. */
        public static final Already NOTHING = new Already(0, new TreeSet<>());

        public Already {
            taken = Collections.unmodifiableSortedSet(new TreeSet<>(taken));
        }
    }

    /**
     * The slots to say yes to now.
     *
     * @param slots all slots of the rota in the coming weeks, in time
     * @param day on which day of the week
     */
    public static List<Rota.RotaSlot> slots(List<Rota.RotaSlot> slots, Already already, DayOfWeek day, long now) {
        List<Rota.RotaSlot> span = slots.stream()
                .filter(slot -> slot.slot().start() >= now && slot.slot().start() - now < LASTS.toMillis())
                .toList();
        int room = span.size() / SHARE_OF_ROTA - already.recurring();
        List<Rota.RotaSlot> wanted = new ArrayList<>(span);
        wanted.removeIf(slot -> slot.date().getDayOfWeek() != day
                || already.taken().contains(slot.slot().id()));
        return wanted.subList(0, Math.max(0, Math.min(room, wanted.size())));
    }
}
