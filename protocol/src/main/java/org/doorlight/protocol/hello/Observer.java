package org.doorlight.protocol.hello;

import java.util.Optional;
import org.doorlight.protocol.hello.Finding.Cause;
import org.doorlight.protocol.hello.Finding.State;

/** What one neighbour's box may conclude about one person (HELLO §4). No packet ever means "quiet"; it means "unknown". */
public final class Observer {
    private Observer() {}

    /** Looks at what is known. */
    public static Finding look(Tidings tidings, Ears ears, When when) {
        Optional<HelloPlan> plan = tidings.plan();
        if (plan.isEmpty()) {
            return new Finding(State.UNKNOWN, Cause.NO_PLAN);
        }
        if (Episodes.quiet(tidings).isPresent()) {
            return new Finding(State.QUIET, Cause.NONE);
        }
        if (!ears.clockSure()) {
            return new Finding(State.UNKNOWN, Cause.CLOCK_UNSURE);
        }
        Optional<Window> current = plan.get()
                .schedule()
                .latestDue(when.now(), when.pace().jitterMax().toMillis(), when.heatFor(plan.get()))
                .filter(window -> plan.get().covers(window.id().date()));
        if (current.isEmpty() || tidings.notes().isEmpty()) {
            return new Finding(State.UNKNOWN, Cause.NOT_YET);
        }
        WindowId window = current.get().id();
        if (heard(window, tidings)) {
            return new Finding(State.HEARD, Cause.NONE);
        }
        return unheard(window, tidings, ears, when);
    }

    /** OK, HELLO or PAUSED for this window or a later one. */
    private static boolean heard(WindowId window, Tidings tidings) {
        return Ending.of(window, tidings)
                .filter(ending -> ending.kind() == Ending.Kind.HELLO || ending.kind() == Ending.Kind.PAUSED)
                .isPresent();
    }

    private static Finding unheard(WindowId window, Tidings tidings, Ears ears, When when) {
        HelloPlan plan = tidings.plan().orElseThrow();
        boolean spoke = tidings.notes().tailMap(window).values().stream()
                .filter(note -> Silence.isOfItsTime(note, plan, when.now()))
                .anyMatch(note -> note.word() != Attestation.Word.NO_PLAN);
        if (spoke) {
            return new Finding(State.UNKNOWN, Cause.CANNOT_TELL);
        }
        if (ears.cutOff()) {
            return new Finding(State.UNKNOWN, Cause.CUT_OFF);
        }
        if (ears.streetOff(when.now(), when.pace())) {
            return new Finding(State.UNKNOWN, Cause.STREET_OFF);
        }
        boolean cannotHear = Silence.toSign(tidings, ears, when)
                .flatMap(silent -> Silence.agreedAt(silent, tidings, when.pace()))
                .isPresent();
        return cannotHear
                ? new Finding(State.CANNOT_HEAR, Cause.BOX_SILENT)
                : new Finding(State.UNKNOWN, Cause.BOX_SILENT);
    }
}
