package org.doorlight.protocol.hello;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.id.MemberId;

/** When a box cannot be heard (HELLO §4). It says something about the box; about the person it says nothing. */
public final class Silence {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int OTHERS = 2;

    /** A window so long after buddies wrote that they hear nothing was named by a wrong clock before. */
    private static final long DOUBTFUL_AFTER = 31 * DAY;

    private Silence() {}

    /** The first window whose attestation has not come although one before it did, and that was not paused. */
    static Optional<Window> unheard(Tidings tidings, HelloPlan plan, long now, Heat heat) {
        Optional<Attestation> last = tidings.notes().values().stream()
                .filter(note -> isOfItsTime(note, plan, now))
                .reduce((one, other) -> other);
        Optional<WindowId> hello = tidings.hellos().stream().map(Hello::window).max(WindowId::compareTo);
        Optional<WindowId> pauseEnd = tidings.notes().values().stream()
                .flatMap(note -> Optional.ofNullable(note.until()).stream())
                .max(WindowId::compareTo);
        return last.map(Attestation::window)
                .map(heard -> hello.filter(one -> one.compareTo(heard) > 0).orElse(heard))
                .flatMap(heard -> plan.schedule().after(heard, heat))
                .flatMap(next -> pauseEnd.filter(end -> end.compareTo(next.id()) > 0)
                        .map(end -> plan.schedule().window(end))
                        .orElse(Optional.of(next)));
    }

    /** The window this observer has to sign as unheard now; empty if there is none, or it had better say nothing. */
    public static Optional<WindowId> toSign(Tidings tidings, Ears ears, When when) {
        Optional<HelloPlan> plan =
                tidings.plan().filter(found -> found.consents().silence());
        boolean trusts = ears.clockSure() && !ears.cutOff() && !ears.streetOff(when.now(), when.pace());
        if (plan.isEmpty() || !trusts) {
            return Optional.empty();
        }
        Duration patience = when.isHeatFor(plan.get())
                ? when.pace().silentAfterInHeat()
                : when.pace().silentAfter();
        return unheard(tidings, plan.get(), when.now(), when.heatFor(plan.get()))
                .filter(window -> when.now() >= window.due() + patience.toMillis())
                .filter(window -> plan.get().covers(window.id().date()))
                .map(Window::id);
    }

    /**
     * When enough buddies had signed that a window's attestation did not come: this one and up to two others, all within six hours.
     * Empty if they have not, or if the box was heard again.
     */
    static Optional<Long> agreedAt(WindowId window, Tidings tidings, Pace pace) {
        int needed = 1 + Math.min(OTHERS, tidings.buddies().size() - 1);
        List<Long> signed = signed(window, tidings);
        for (int last = needed - 1; needed > 0 && last < signed.size(); last++) {
            if (signed.get(last) - signed.get(last - needed + 1)
                    <= pace.quorumWithin().toMillis()) {
                return Optional.of(signed.get(last));
            }
        }
        return Optional.empty();
    }

    private static List<Long> signed(WindowId window, Tidings tidings) {
        List<Long> signed = new ArrayList<>();
        for (MemberId buddy : tidings.buddies()) {
            Optional.ofNullable(tidings.watch(buddy).silences().get(window)).ifPresent(signed::add);
        }
        return signed.stream().sorted().toList();
    }

    /** All windows somebody signed as unheard, with when enough had. */
    static SortedMap<WindowId, Long> agreed(Tidings tidings, Pace pace) {
        SortedMap<WindowId, Long> all = new TreeMap<>();
        tidings.watches().values().stream()
                .flatMap(watch -> watch.silences().keySet().stream())
                .forEach(window -> agreedAt(window, tidings, pace).ifPresent(at -> all.put(window, at)));
        return all;
    }

    /** A name from the day after tomorrow was signed by a wrong clock and says nothing about today. */
    static boolean isOfItsTime(Attestation note, HelloPlan plan, long now) {
        return plan.schedule().opens(note.window()) <= now + DAY;
    }

    /** When the box was heard of again after this window, by whatever it signed; but not by what a clock far ahead once made it sign. */
    static Optional<Ending> heardAgain(WindowId window, Tidings tidings) {
        long written = tidings.watches().values().stream()
                .flatMap(watch -> Optional.ofNullable(watch.silences().get(window)).stream())
                .max(Long::compare)
                .orElse(Long.MAX_VALUE - DOUBTFUL_AFTER);
        return Ending.of(window, tidings)
                .or(() -> tidings.notes().tailMap(window).values().stream()
                        .filter(note -> tidings.plan()
                                .filter(plan -> plan.schedule().opens(note.window()) <= written + DOUBTFUL_AFTER)
                                .isPresent())
                        .findFirst()
                        .map(note -> new Ending(Ending.Kind.HEARD_AGAIN, Optional.empty(), note.at())));
    }
}
