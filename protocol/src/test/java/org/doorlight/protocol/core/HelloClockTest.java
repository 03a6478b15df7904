package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.doorlight.protocol.core.view.ClockView;
import org.junit.jupiter.api.Test;

/** Who knows what time it is, with whole nodes (HELLO §7, P14). */
class HelloClockTest {
    private final HelloStreet on = new HelloStreet(62, "Ben", "Chidi");

    @Test
    void one_answer_starts_a_street() {
        assertThat(on.rosa.status().node().clock()).isEqualTo("UNSURE");

        on.withClock();

        assertThat(on.rosa.done(new HelloAsk.ShowClock(), ClockView.class).source())
                .isEqualTo("PERSON");
        on.buddies.forEach(buddy -> assertThat(buddy.status().node().clock()).isEqualTo("SURE"));
        on.buddies.get(0).restart();
        assertThat(on.buddies.get(0).status().node().clock()).isEqualTo("UNSURE");
        on.street.pass(5);
        assertThat(on.buddies.get(0).status().node().clock()).isEqualTo("SURE");
    }

    @Test
    void a_box_that_is_not_sure_signs_nothing_and_asks_nobody() {
        on.withClock().withPlan();
        TestHome ben = on.buddies.get(0);
        on.until("2026-11-24T10:05");
        // A night without power: nobody knows the time, though all clocks go on.
        ben.switchOff();
        on.buddies.get(1).switchOff();
        on.rosa.restart();
        ben.switchOn();
        on.buddies.get(1).switchOn();

        on.until("2026-11-24T11:45");
        assertThat(on.rosa.status().node().clock()).isEqualTo("UNSURE");
        assertThat(on.own(on.rosa).words())
                .isEqualTo("I can't look out for your hello right now. What day and time is it?");
        assertThat(on.asked()).isEmpty();
        assertThat(on.rosaAt(ben).cause()).isEqualTo("CLOCK_UNSURE");

        ben.done(new HelloAsk.ConfirmClock("2026-11-24T11:45"), ClockView.class);
        on.street.pass(3);
        assertThat(on.rosa.status().node().clock()).isEqualTo("SURE");
        assertThat(on.rosaAt(ben).cause()).isEqualTo("CANNOT_TELL");
        assertThat(on.asked()).isEmpty();
    }

    @Test
    void a_touch_while_the_time_is_not_known_counts_once_it_is() {
        on.withClock().withPlan().until("2026-11-24T08:00");
        on.street.partition(on.rosa);
        on.rosa.restart();
        on.saysHello(on.rosa);
        on.street.heal();

        on.until("2026-11-24T11:45");

        on.buddies.forEach(buddy -> assertThat(on.rosaAt(buddy).state()).isEqualTo("HEARD"));
    }

    @Test
    void nothing_is_believed_that_lies_before_what_was_signed() {
        on.withClock().withPlan().until("2026-11-24T11:45");

        assertThat(on.rosa
                        .problem(new HelloAsk.ConfirmClock("1970-01-01T00:10"))
                        .kind())
                .isEqualTo(Problem.Kind.CONFLICT);
    }

    @Test
    void the_systems_time_service_is_believed() {
        on.rosa.handle(new Input.TimeService(true));
        assertThat(on.rosa.done(new HelloAsk.ShowClock(), ClockView.class).source())
                .isEqualTo("NTP");
        on.rosa.handle(new Input.TimeService(false));
        assertThat(on.rosa.status().node().clock()).isEqualTo("SURE");
    }
}
