package org.doorlight.protocol.simulation.quiet;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.doorlight.protocol.hello.Episode;
import org.doorlight.protocol.hello.Window;

/** What happened to boxes and touches, to tell in hindsight what lies behind a knock for somebody who was well. */
final class Diary {
    private final QuietStreet street;
    private final List<NavigableSet<Long>> doubts = new ArrayList<>();
    private final List<NavigableSet<Long>> vainTouches = new ArrayList<>();

    Diary(QuietStreet street) {
        this.street = street;
        for (int home = 0; home < street.homes(); home++) {
            doubts.add(new TreeSet<>());
            vainTouches.add(new TreeSet<>());
        }
    }

    /** Looks whether a box knows the time now; thinking so and being wrong is no better. */
    void clock(int home, Box box, long now) {
        boolean right = box.sure() && Math.abs(box.time(now) - now) < QuietStreet.STEP;
        if (!right) {
            doubts.get(home).add(now);
        }
    }

    /** Somebody touched a picture, and nothing took notice. */
    void touchedInVain(int home, long now) {
        vainTouches.get(home).add(now);
    }

    /** In the order of what the rules have to answer for: a knock that a box in trouble may have led to is never put down to the person. */
    Cause cause(int home, Episode episode, long now) {
        Person person = street.person(home);
        Machine machine = street.machine(home);
        Window window = person.plan().schedule().window(episode.window()).orElseThrow();
        long closes = window.closes();
        long due = window.due();
        if (episode.reason() == Episode.Reason.SILENT_BOX) {
            return machine.off().touches(due, now) ? Cause.BOX_OFF : Cause.PARTITION;
        }
        if (machine.restarts().touches(closes, due)) {
            return Cause.REBOOT;
        }
        if (any(doubts.get(home), closes, due)) {
            return Cause.CLOCK;
        }
        if (machine.off().touches(closes, due) || any(vainTouches.get(home), window.opens(), due)) {
            return Cause.BOX_OFF;
        }
        return person.wasElsewhere(closes, due) ? Cause.AWAY : Cause.FORGOT;
    }

    private static boolean any(NavigableSet<Long> times, long from, long until) {
        Long last = times.floor(until);
        return last != null && last >= from;
    }
}
