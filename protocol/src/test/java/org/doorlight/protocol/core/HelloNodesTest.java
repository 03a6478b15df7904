package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.doorlight.protocol.core.view.EpisodeView;
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
}
