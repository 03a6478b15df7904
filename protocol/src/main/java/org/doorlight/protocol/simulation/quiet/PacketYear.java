package org.doorlight.protocol.simulation.quiet;

import java.util.Arrays;
import org.doorlight.protocol.hello.Window;
import org.doorlight.protocol.simulation.quiet.Spells.Spell;

/**
 * A dead-man's switch: each touch sends a packet to the first buddy's box, and a day and a bit without one, by that box's wall clock, sends
 * somebody to the door. The same reminders ring as for a hello.
 */
final class PacketYear {
    private static final long STEP = QuietStreet.STEP;
    private static final long PATIENCE = QuietHabits.NO_PACKET.toMillis();

    private final QuietStreet street;
    private final QuietTally tally = new QuietTally();
    private final boolean[] on;
    private final long[] wrongBy;
    private final boolean[] underway;
    private final boolean[] lost;
    private final boolean[] alarmed;
    private final long[] taken;
    private final long[] inVain;
    private final long[] arrived;
    private final long[] pausedUntil;
    private long now = QuietStreet.BEGIN;

    PacketYear(QuietStreet street) {
        int homes = street.homes();
        this.street = street;
        this.on = new boolean[homes];
        this.wrongBy = new long[homes];
        this.underway = new boolean[homes];
        this.lost = new boolean[homes];
        this.alarmed = new boolean[homes];
        this.taken = new long[homes];
        this.inVain = new long[homes];
        this.arrived = new long[homes];
        this.pausedUntil = new long[homes];
        Arrays.fill(on, true);
        Arrays.fill(arrived, now);
    }

    QuietOutcome play() {
        for (; now < street.end(); now += STEP) {
            for (int home = 0; home < street.homes(); home++) {
                power(home);
            }
            int[] parts = street.parts(on, now);
            for (int home = 0; home < street.homes(); home++) {
                live(home);
                deliver(home, parts);
                watch(home);
            }
        }
        return tally.outcome(Detector.PACKET_ABSENCE, street);
    }

    private void power(int home) {
        Machine machine = street.machine(home);
        Spell restart = machine.restarts().begunBetween(now - STEP, now);
        Spell jump = machine.jumps().begunBetween(now - STEP, now);
        boolean wasOn = on[home];
        on[home] = !machine.off().holds(now);
        if (!wasOn && on[home]) {
            Spell last = machine.off().lastBegun(now);
            wrongBy[home] = last == null ? 0 : machine.wrongBy(last, now);
        }
        if (jump != null) {
            wrongBy[home] = machine.wrongBy(jump, now);
        }
        if (machine.internet(now)) {
            wrongBy[home] = 0;
        }
        if (restart != null || !on[home]) {
            // What was on its way lay in memory.
            lost[home] |= underway[home];
            underway[home] = false;
        }
    }

    private void live(int home) {
        Person person = street.person(home);
        if (!person.upAndAbout(now)) {
            return;
        }
        boolean works = on[home] && street.machine(home).buttonWorks(now);
        Trip leaving = person.leavingSoon(now);
        if (leaving != null && leaving.told() && works) {
            pausedUntil[home] = leaving.saidUntil();
        }
        boolean touches = person.morning(now).filter(this::touches).isPresent();
        if (touches && works) {
            taken[home] = now;
            underway[home] = true;
            lost[home] = false;
        } else if (touches) {
            inVain[home] = now;
        }
    }

    private boolean touches(Morning morning) {
        Window window = morning.window();
        long third = (window.due() - window.closes()) / QuietStreet.NUDGES;
        for (int nudge = 0; nudge < QuietStreet.NUDGES; nudge++) {
            long since = now - (window.closes() + nudge * third);
            boolean unanswered = morning.touchAt() == Morning.NEVER;
            if (unanswered && since >= 0 && since < STEP && morning.follows().get(nudge)) {
                return true;
            }
        }
        return morning.triesAt(now);
    }

    private void deliver(int home, int[] parts) {
        int buddy = street.buddy(home, 0);
        boolean together = parts[home] != QuietStreet.NOWHERE && parts[home] == parts[buddy];
        if (underway[home] && together) {
            underway[home] = false;
            alarmed[home] = false;
            arrived[home] = now + wrongBy[buddy];
        }
    }

    private void watch(int home) {
        int buddy = street.buddy(home, 0);
        Person person = street.person(home);
        long wall = now + wrongBy[buddy];
        if (person.inHospital(now) || now < pausedUntil[home]) {
            arrived[home] = wall;
            return;
        }
        boolean silent = on[buddy] && wall - arrived[home] > PATIENCE;
        if (silent && !alarmed[home] && QuietStreet.awake(now)) {
            alarmed[home] = true;
            send(home, person);
        }
    }

    private void send(int home, Person person) {
        tally.ask();
        Fall fall = person.lying(now);
        if (fall != null) {
            fall.found(now);
            tally.trueKnock();
        } else {
            tally.falseKnock(cause(home, person));
        }
    }

    private Cause cause(int home, Person person) {
        long since = now - PATIENCE;
        int buddy = street.buddy(home, 0);
        boolean wrongClock = Math.abs(wrongBy[buddy]) > STEP;
        if (taken[home] >= since) {
            return whyNotArrived(home, buddy, since);
        }
        if (inVain[home] >= since) {
            return Cause.BOX_OFF;
        }
        if (person.wasElsewhere(since, now)) {
            return Cause.AWAY;
        }
        return wrongClock ? Cause.CLOCK : Cause.FORGOT;
    }

    private Cause whyNotArrived(int home, int buddy, long since) {
        if (!underway[home] && !lost[home]) {
            // It did arrive; the buddy's box reckons with another time.
            return Cause.CLOCK;
        }
        if (street.machine(home).off().touches(since, now)
                || street.machine(buddy).off().touches(since, now)) {
            return Cause.BOX_OFF;
        }
        return lost[home] ? Cause.REBOOT : Cause.PARTITION;
    }
}
