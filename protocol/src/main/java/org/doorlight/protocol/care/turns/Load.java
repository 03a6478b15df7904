package org.doorlight.protocol.care.turns;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What somebody carries, measured against their ceiling over every window of 28 days (CARE §5). A window is half open: what starts 28 days
 * after something else is in another window.
 */
public final class Load {
    /** The length of a window. */
    public static final Duration WINDOW = Duration.ofDays(28);

    private static final Comparator<Carried> IN_TIME =
            Comparator.comparingLong(Carried::start).thenComparing(Carried::commitment);

    private final List<Carried> carried;

    /** A ledger; the order in which it is given does not matter. */
    public Load(Collection<Carried> carried) {
        this.carried = carried.stream().sorted(IN_TIME).toList();
    }

    /** All of it, by when it starts. */
    public List<Carried> carried() {
        return carried;
    }

    /** True if one more effort at that time keeps every window that touches it at or below the ceiling. */
    public boolean fits(long start, int effort, int ceiling) {
        return effort == 0 || heaviest(start) + effort <= ceiling;
    }

    /** The effort in the heaviest window that touches this time. */
    public int heaviest(long time) {
        // A window is heaviest when it begins where something begins, or ends right after this time.
        int heaviest = from(time - WINDOW.toMillis() + 1);
        for (Carried one : carried) {
            if (one.start() <= time && time - one.start() < WINDOW.toMillis()) {
                heaviest = Math.max(heaviest, from(one.start()));
            }
        }
        return Math.max(heaviest, from(time));
    }

    /** The effort in the window that begins at this time. */
    public int from(long begin) {
        int sum = 0;
        for (Carried one : carried) {
            if (one.start() >= begin && one.start() - begin < WINDOW.toMillis()) {
                sum += one.effort();
            }
        }
        return sum;
    }

    /** Where the first window above the ceiling begins. */
    OptionalLong firstAbove(int ceiling) {
        return carried.stream()
                .mapToLong(Carried::start)
                .filter(start -> from(start) > ceiling)
                .findFirst();
    }

    /**
     * What goes back when two own devices, apart from each other, said yes to more than the ceiling: again and again the newest yes that
     * nobody has accepted yet, until every window fits (CARE P23). What is accepted stays. Every own device comes to the same list.
     */
    public List<Carried> tooMuch(int ceiling) {
        List<Carried> back = new ArrayList<>();
        List<Carried> kept = new ArrayList<>(carried);
        Optional<Carried> next = newestAbove(kept, ceiling);
        while (next.isPresent()) {
            kept.remove(next.get());
            back.add(next.get());
            next = newestAbove(kept, ceiling);
        }
        return back;
    }

    private static Optional<Carried> newestAbove(List<Carried> kept, int ceiling) {
        Load load = new Load(kept);
        return kept.stream()
                .filter(one -> !one.pinned() && one.effort() > 0)
                .filter(one -> load.heaviest(one.start()) > ceiling)
                .max(Carried.BY_AGE);
    }
}
