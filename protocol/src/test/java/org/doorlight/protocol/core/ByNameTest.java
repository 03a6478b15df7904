package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.doorlight.protocol.core.view.CapacityView;
import org.doorlight.protocol.core.view.InvitationView;
import org.doorlight.protocol.core.view.RequestView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking one person by name, within its limits, with whole nodes (CARE §6). It is noon on Monday, 23 November 2026, in Berlin. */
class ByNameTest {
    private final TestStreet street = new TestStreet(59);
    private TestHome rosa;
    private TestHome ben;
    private TestHome chidi;

    @BeforeEach
    void three_homes_on_a_street() {
        rosa = street.founder("Rosa");
        ben = street.joined("Ben", rosa);
        chidi = street.joined("Chidi", rosa);
        street.pass(3);
    }

    private static Ask.AddRequest toBen(TestHome ben, String title) {
        var slot = new Ask.SlotDraft("2026-11-28T18:00", "1h", 1);
        return new Ask.AddRequest(
                null,
                "listen",
                title,
                List.of(slot),
                List.of(),
                null,
                List.of(ben.circle().member().hex()));
    }

    private RequestView asks(TestHome asker, String title) {
        RequestView request = asker.done(toBen(ben, title), RequestView.class);
        street.pass(2);
        return request;
    }

    private List<String> bens() {
        return ben.list(new TurnsAsk.ListInvitations(null), InvitationView.class).stream()
                .map(InvitationView::title)
                .toList();
    }

    private String hint(String title) {
        return rosa.request(title).slots().get(0).hint();
    }

    @Test
    void one_open_ask_at_a_time_and_two_a_week() {
        RequestView talk = asks(rosa, "Talk");
        assertThat(rosa.problem(toBen(ben, "More")).sentence())
                .startsWith("You are asking them for something already.");

        rosa.done(new Ask.WithdrawRequest(null, talk.id().hex()), RequestView.class);
        RequestView again = asks(rosa, "Again");
        rosa.done(new Ask.WithdrawRequest(null, again.id().hex()), RequestView.class);
        assertThat(rosa.problem(toBen(ben, "Third")).sentence()).startsWith("You have asked them twice this week.");

        street.skip(8 * 24);
        var later = new Ask.SlotDraft("2026-12-04T18:00", "1h", 1);
        rosa.done(
                new Ask.AddRequest(
                        null,
                        "listen",
                        "Third",
                        List.of(later),
                        List.of(),
                        null,
                        List.of(ben.circle().member().hex())),
                RequestView.class);
    }

    @Test
    void no_more_than_two_a_week_reach_a_person_whoever_asks() {
        TestHome dara = street.joined("Dara", rosa);
        asks(rosa, "First");
        street.pass(60);
        asks(chidi, "Second");
        street.pass(60);
        asks(dara, "Third");

        assertThat(bens()).containsExactly("First", "Second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "rest", "silence"})
    void a_no_rest_and_silence_read_the_same_after_the_same_wait(String answer) {
        if (answer.equals("rest")) {
            ben.done(new TurnsAsk.SetRoom("rest", null), CapacityView.class);
        }
        RequestView talk = asks(rosa, "Talk");
        assertThat(bens()).isEqualTo(answer.equals("rest") ? List.of() : List.of("Talk"));
        if (answer.equals("no")) {
            ben.list(
                    new TurnsAsk.SayNo(
                            null, talk.id().hex(), talk.slots().get(0).id().hex()),
                    InvitationView.class);
            street.pass(2);
        }

        street.skip(23);
        assertThat(hint("Talk")).isNull();
        street.skip(1);
        assertThat(hint("Talk")).isEqualTo("Not this time.");
        assertThat(rosa.request("Talk").state()).isEqualTo("OPEN");
        assertThat(chidi.requests()).isEmpty();
    }

    @Test
    void a_yes_is_a_yes_also_after_the_wait() {
        RequestView talk = asks(rosa, "Talk");
        street.skip(25);
        ben.offer(talk);
        street.pass(2);

        assertThat(hint("Talk")).isNull();
        assertThat(ben.commitment().state()).isEqualTo("HOLDING");
    }
}
