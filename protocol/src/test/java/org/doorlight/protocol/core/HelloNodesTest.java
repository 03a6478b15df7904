package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.doorlight.protocol.core.view.EpisodeView;
import org.doorlight.protocol.core.view.View;
import org.doorlight.protocol.core.view.Views;
import org.junit.jupiter.api.Test;

/** Hellos with whole nodes: from the plan to the all-clear (HELLO). */
class HelloNodesTest {
    private final HelloStreet on = new HelloStreet(61, "Ben", "Chidi", "Dora");
    private final TestStreet street = on.street;
    private final TestHome rosa = on.rosa;

    // ---- the whole path

    @Test
    void no_hello_leads_from_three_nudges_to_one_buddy_then_the_next_and_a_late_hello_ends_it_for_all() {
        on.withClock().withPlan().until("2026-11-24T09:59");
        assertThat(on.own(rosa).state()).isEqualTo("WAITING");
        assertThat(on.rosaAt(on.buddies.get(0)).cause()).isEqualTo("NOT_YET");

        on.until("2026-11-24T10:01");
        assertThat(on.own(rosa).state()).isEqualTo("NUDGING");
        on.until("2026-11-24T11:29");
        assertThat(on.events(rosa, "hello.nudge")).isEqualTo(3);
        assertThat(on.asked()).isEmpty();

        on.until("2026-11-24T11:41");
        assertThat(on.own(rosa).state()).isEqualTo("MISSED");
        assertThat(on.asked()).hasSize(1);
        TestHome first = on.asked().get(0);
        for (TestHome buddy : on.buddies) {
            assertThat(on.rosaAt(buddy).state()).isEqualTo("QUIET");
            assertThat(on.rosaAt(buddy).episode()).isNotNull();
        }
        assertThat(on.episodes(first).get(0).words())
                .isEqualTo("Rosa's box hasn't had a hello today. Could you ring or wave?");
        assertThat(on.events(first, "episode.changed")).isPositive();

        on.until("2026-11-24T12:42");
        assertThat(on.asked()).hasSize(2).contains(first);

        on.saysHello(rosa);
        for (TestHome buddy : on.buddies) {
            assertThat(on.rosaAt(buddy).state()).isEqualTo("HEARD");
            assertThat(on.rosaAt(buddy).episode()).isNull();
        }
        assertThat(on.asked()).isEmpty();
        List<TestHome> owed = on.buddies.stream()
                .filter(buddy -> !on.episodes(buddy).isEmpty())
                .toList();
        assertThat(owed).hasSize(2);
        for (TestHome buddy : owed) {
            EpisodeView over = on.episodes(buddy).get(0);
            assertThat(over.state()).isEqualTo("OVER");
            assertThat(over.words()).startsWith("Rosa's box had a hello at 12:4");
        }
        assertThat(on.own(rosa).state()).isEqualTo("HELLO");
    }

    @Test
    void a_hello_in_its_window_leaves_with_the_note_and_nobody_is_asked() {
        on.withClock().withPlan().until("2026-11-24T08:00");
        on.saysHello(rosa);
        assertThat(on.own(rosa).state()).isEqualTo("HELLO");
        assertThat(on.rosaAt(on.buddies.get(0)).state()).isEqualTo("UNKNOWN");

        on.until("2026-11-24T11:41");
        assertThat(on.rosaAt(on.buddies.get(0)).state()).isEqualTo("HEARD");
        assertThat(on.events(rosa, "hello.nudge")).isZero();
        assertThat(on.asked()).isEmpty();
    }

    @Test
    void seen_by_a_buddy_ends_it_and_says_who() {
        on.withClock().withPlan().until("2026-11-24T11:41");
        TestHome asked = on.asked().get(0);

        EpisodeView over = on.tells(asked, "seen");

        assertThat(over.state()).isEqualTo("OVER");
        assertThat(over.words()).startsWith(asked.name() + " saw Rosa at 11:4").endsWith(". Thank you for looking in.");
        on.buddies.forEach(buddy -> assertThat(on.rosaAt(buddy).episode()).isNull());
    }

    @Test
    void who_has_read_that_they_are_asked_is_owed_the_all_clear_even_before_their_box_looks_again() {
        on.withClock().withPlan().until("2026-11-24T12:29");
        TestHome first = on.asked().get(0);
        for (int minute = 0; minute < 15 && on.asked().size() < 2; minute++) {
            street.goBy(60);
        }
        assertThat(on.asked()).hasSize(2);
        TestHome second =
                on.asked().stream().filter(buddy -> buddy != first).findFirst().orElseThrow();

        first.begin(new HelloAsk.Tell(null, on.rosaAt(first).episode().hex(), "seen", null));
        street.settle();

        assertThat(on.episodes(second))
                .singleElement()
                .satisfies(over -> assertThat(over.words()).startsWith(first.name() + " saw Rosa"));
    }

    @Test
    void two_who_say_they_go_are_told_of_each_other() {
        on.withClock().withPlan().until("2026-11-24T11:45").until("2026-11-24T13:45");
        assertThat(on.asked()).hasSize(3);

        on.tells(on.buddies.get(0), "knocking");

        assertThat(on.episodes(on.buddies.get(0)).get(0).words()).startsWith("Thank you. You are looking in on Rosa.");
        assertThat(on.episodes(on.buddies.get(1)).get(0).words())
                .isEqualTo("Ben is looking in on Rosa. Nothing to do.");
        on.saysHello(rosa);
        assertThat(on.episodes(on.buddies.get(0)).get(0).words()).endsWith("Soup is still welcome.");
        assertThat(on.episodes(on.buddies.get(1)).get(0).words()).startsWith("Rosa's box had a hello at");
    }

    @Test
    void who_rests_is_passed_over_and_all_are_asked_when_all_rest() {
        on.withClock().withPlan();
        on.buddies.forEach(this::rests);
        street.pass(3);
        on.until("2026-11-24T11:45");

        assertThat(on.asked()).hasSize(3);
        assertThat(on.episodes(on.buddies.get(0)).get(0).words())
                .isEqualTo("You're resting. Can anyone look in on Rosa?");
    }

    private void rests(TestHome home) {
        home.done(new TurnsAsk.SetRoom("rest", null), View.class);
    }

    @Test
    void a_plan_made_in_the_evening_counts_on_the_same_day_though_the_home_has_said_its_word_without_a_plan() {
        // By a quarter past nine and ten minutes every home without a plan has signed its note of the day.
        on.withClock().until("2026-11-23T21:30");
        on.withPlan("22:00-22:30");

        on.until("2026-11-23T23:59");
        assertThat(on.own(rosa).state()).isEqualTo("NUDGING");
        on.until("2026-11-24T00:11");
        assertThat(on.own(rosa).state()).isEqualTo("MISSED");
        assertThat(on.asked()).hasSize(1);
    }

    // ---- boxes that were off

    @Test
    void a_box_that_was_switched_off_in_the_grace_cannot_tell_and_nobody_is_asked() {
        on.withClock().withPlan().until("2026-11-24T10:30");
        rosa.restart();
        street.pass(5);
        assertThat(rosa.status().node().clock()).isEqualTo("SURE");
        assertThat(on.own(rosa).state()).isEqualTo("NUDGING");

        on.until("2026-11-24T11:41");
        assertThat(on.own(rosa).state()).isEqualTo("CANNOT_TELL");
        on.buddies.forEach(buddy -> assertThat(on.rosaAt(buddy).cause()).isEqualTo("CANNOT_TELL"));
        assertThat(on.asked()).isEmpty();

        on.saysHello(rosa);
        on.buddies.forEach(buddy -> assertThat(on.rosaAt(buddy).state()).isEqualTo("HEARD"));
    }

    @Test
    void a_touch_outlives_a_power_cut() {
        on.withClock().withPlan().until("2026-11-24T08:00");
        on.saysHello(rosa);
        rosa.restart();

        on.until("2026-11-24T11:41");

        on.buddies.forEach(buddy -> assertThat(on.rosaAt(buddy).state()).isEqualTo("HEARD"));
    }

    // ---- who hears whom

    @Test
    void a_box_out_of_reach_is_never_called_quiet_and_unheard_only_when_enough_say_so() {
        on.withClock().withPlan().until("2026-11-24T08:00");
        on.saysHello(rosa);
        on.until("2026-11-24T12:00");
        TestHome dora = on.buddies.get(2);
        street.partition(rosa);
        street.partition(dora);

        on.until("2026-11-26T11:45");
        for (TestHome buddy : on.buddies) {
            assertThat(on.rosaAt(buddy).state()).isEqualTo("UNKNOWN");
        }
        assertThat(on.rosaAt(dora).cause()).isEqualTo("CUT_OFF");
        assertThat(on.asked()).isEmpty();

        street.heal();
        street.partition(rosa);
        on.until("2026-11-26T11:50");
        for (TestHome buddy : on.buddies) {
            assertThat(on.rosaAt(buddy).state()).isEqualTo("CANNOT_HEAR");
        }
        assertThat(on.asked()).hasSize(1);
        assertThat(on.episodes(on.asked().get(0)).get(0).words())
                .isEqualTo("We can't hear Rosa's box. It may be unplugged.");

        on.saysHello(rosa);
        street.heal();
        on.until("2026-11-26T11:55");
        on.buddies.forEach(buddy -> assertThat(on.rosaAt(buddy).state()).isEqualTo("HEARD"));
        assertThat(on.asked()).isEmpty();
    }

    // ---- after a month

    @Test
    void what_was_said_more_than_thirty_days_ago_is_forgotten() {
        on.withClock().withPlan().until("2026-11-24T11:45");
        TestHome asked = on.asked().get(0);
        on.tells(asked, "seen");
        daysLater(29);
        assertThat(on.episodes(asked)).hasSize(1);
        assertThat(on.rosaAt(asked).cause()).isNotEqualTo("NOT_YET");

        street.partition(rosa);
        daysLater(33);

        assertThat(on.episodes(asked)).isEmpty();
        assertThat(on.rosaAt(asked).state()).isEqualTo("UNKNOWN");
        assertThat(on.rosaAt(asked).cause()).isEqualTo("NOT_YET");
        assertThat(on.watched(asked)).as("the yes stays").hasSize(1);
    }

    private void daysLater(int days) {
        for (int day = 0; day < days; day++) {
            street.goBy(24 * 60 * 60);
        }
        street.pass(2);
    }

    // ---- coming and going

    @Test
    void a_buddy_who_leaves_is_out_at_once_and_reads_so() {
        on.withClock().withPlan().until("2026-11-24T11:41");
        TestHome asked = on.asked().get(0);
        int secrets = asked.secrets().size();

        on.agrees(asked, false);
        street.pass(3);

        assertThat(on.watched(asked)).isEmpty();
        assertThat(on.episodes(asked).get(0).state()).isEqualTo("RELEASED");
        assertThat(on.episodes(asked).get(0).words()).isEqualTo("No longer needed. Thank you for being there.");
        on.until("2026-11-24T11:45");
        assertThat(on.asked()).hasSize(1).doesNotContain(asked);
        assertThat(asked.secrets()).as("keys to what is said from now on").hasSize(secrets);
    }

    @Test
    void a_plan_that_ends_asks_nobody_any_more() {
        on.withClock().withPlan().until("2026-11-24T11:41");
        TestHome asked = on.asked().get(0);

        rosa.done(new HelloAsk.EndPlan(null), Views.class);
        street.pass(3);

        assertThat(on.episodes(asked).get(0).state()).isEqualTo("RELEASED");
        on.buddies.forEach(buddy -> assertThat(on.watched(buddy)).isEmpty());
        assertThat(on.own(rosa).state()).isEqualTo("NO_PLAN");
        on.until("2026-11-25T11:45");
        assertThat(on.asked()).isEmpty();
    }

    @Test
    void who_is_away_is_not_expected() {
        on.withClock().withPlan();
        rosa.done(new HelloAsk.Rest(null, "2026-11-26", null), Views.class);

        on.until("2026-11-25T11:45");

        assertThat(on.own(rosa).state()).isEqualTo("PAUSED");
        assertThat(on.events(rosa, "hello.nudge")).isZero();
        on.buddies.forEach(buddy -> assertThat(on.rosaAt(buddy).state()).isEqualTo("HEARD"));
        on.until("2026-11-26T11:45");
        assertThat(on.own(rosa).state()).isEqualTo("MISSED");
    }
}
