package org.doorlight.protocol.simulation.quiet;

import java.time.Duration;
import org.doorlight.protocol.simulation.Dice;

/** A telephone service that rings three times each morning, an hour apart, and sends somebody when nobody answers. No box takes part in it. */
final class CallsYear {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final int CALLS = 3;

    private final QuietStreet street;
    private final Dice dice;
    private final QuietTally tally = new QuietTally();
    private final int[] unanswered;

    CallsYear(QuietStreet street) {
        this.street = street;
        this.dice = street.chance();
        this.unanswered = new int[street.homes()];
    }

    QuietOutcome play() {
        for (long now = QuietStreet.BEGIN; now < street.end(); now += HOUR) {
            int call = QuietStreet.hour(now) - QuietHabits.CALL_HOUR;
            for (int home = 0; call >= 0 && call < CALLS && home < street.homes(); home++) {
                ring(home, call, now);
            }
        }
        return tally.outcome(Detector.THREE_CALLS, street);
    }

    private void ring(int home, int call, long now) {
        Person person = street.person(home);
        unanswered[home] = call == 0 ? 0 : unanswered[home];
        Trip trip = person.trip(now);
        boolean told = person.inHospital(now) || (trip != null && trip.told() && now < trip.saidUntil());
        if (told || Telephone.reaches(person, now, dice)) {
            return;
        }
        unanswered[home]++;
        if (unanswered[home] == CALLS) {
            send(person, now);
        }
    }

    private void send(Person person, long now) {
        tally.ask();
        Fall fall = person.lying(now);
        if (fall != null) {
            fall.found(now);
            tally.trueKnock();
        } else {
            tally.falseKnock(person.atHome(now) ? Cause.FORGOT : Cause.AWAY);
        }
    }
}
