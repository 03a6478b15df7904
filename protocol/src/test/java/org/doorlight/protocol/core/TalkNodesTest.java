package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.doorlight.protocol.core.view.CommitmentView;
import org.doorlight.protocol.core.view.Event;
import org.doorlight.protocol.core.view.InvitationView;
import org.doorlight.protocol.core.view.RequestView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "Do you have the capacity to talk, or would you rather rest tonight?", with whole nodes (CARE §3). It is Monday noon in Berlin. */
class TalkNodesTest {
    private static final String TONIGHT = "Do you have the capacity to talk, or would you rather rest tonight?";
    private static final String DOOR = "the blue door, ring twice";

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

    private RequestView rosaWouldLikeToTalk(String start) {
        return rosaAsks("listen", start);
    }

    private RequestView rosaAsks(String kind, String start) {
        var slot = new Ask.SlotDraft(start, "1h", 1);
        var ask = new Ask.AddRequest(null, kind, "A talk", List.of(slot), List.of(), DOOR, List.of());
        RequestView request = rosa.done(ask, RequestView.class);
        street.pass(2);
        return request;
    }

    private static RequestView.SlotView slot(TestHome home) {
        return home.request("A talk").slots().get(0);
    }

    private RequestView rosaSays(RequestView request, String answer) {
        RequestView view = rosa.done(rosaTalks(request, answer), RequestView.class);
        street.pass(2);
        return view;
    }

    private CareAsk rosaTalks(RequestView request, String answer) {
        return new CareAsk.RequesterTalks(
                null, request.id().hex(), ben.commitment().id().hex(), answer);
    }

    private CareAsk benTalks(String answer) {
        return new CareAsk.HelperTalks(null, ben.commitment().id().hex(), answer);
    }

    private CommitmentView benSays(String answer) {
        CommitmentView view = ben.done(benTalks(answer), CommitmentView.class);
        street.pass(2);
        return view;
    }

    private void accept(RequestView request) {
        rosa.done(
                new CareAsk.Choose(
                        null, request.id().hex(), ben.commitment().id().hex(), true),
                RequestView.class);
        street.pass(2);
    }

    private RequestView acceptedForTomorrow() {
        RequestView request = rosaWouldLikeToTalk("2026-11-24T20:00");
        ben.offer(request);
        street.pass(2);
        accept(request);
        return request;
    }

    @Test
    void the_day_before_it_is_settled_and_nobody_is_asked_yet() {
        RequestView request = acceptedForTomorrow();

        assertThat(ben.commitment().state()).isEqualTo("CONFIRMED");
        assertThat(ben.commitment().talk()).isEqualTo("LATER");
        assertThat(ben.commitment().words())
                .isEqualTo(
                        "Yes, please. Tuesday at 20:00. On the day you are both asked how you are; resting is fine then too.");
        assertThat(ben.commitment().door()).isNull();
        assertThat(slot(rosa).state()).isEqualTo("COVERED");
        assertThat(slot(rosa).hint()).isNull();
        assertThat(ben.problem(benTalks("yes")).kind()).isEqualTo(Problem.Kind.CONFLICT);
        assertThat(rosa.problem(rosaTalks(request, "yes")).kind()).isEqualTo(Problem.Kind.CONFLICT);
        assertThat(ben.commitment().talk()).isEqualTo("LATER");
    }

    @Test
    void on_the_day_both_are_asked_and_the_door_opens_when_both_have_said_yes() {
        RequestView request = acceptedForTomorrow();
        long changes = changes(ben);
        street.skip(21);
        street.pass(2);
        assertThat(changes(ben)).isGreaterThan(changes);
        assertThat(ben.commitment().talk()).isEqualTo("ASKED");
        assertThat(ben.commitment().words()).isEqualTo(TONIGHT);
        assertThat(slot(rosa).hint()).isEqualTo(TONIGHT);
        assertThat(slot(chidi).hint()).isNull();

        assertThat(benSays("yes").words()).isEqualTo("Thank you. Rosa is asked as well, and may rest too.");
        assertThat(ben.commitment().door()).isNull();
        assertThat(slot(rosa).hint()).isEqualTo(TONIGHT);

        rosaSays(request, "yes");
        assertThat(ben.commitment().talk()).isEqualTo("OPEN");
        assertThat(ben.commitment().words()).isEqualTo("Yes, please. Tuesday at 20:00.");
        assertThat(ben.commitment().door()).isEqualTo(DOOR);
        assertThat(chidi.request("A talk").door()).isNull();
        assertThat(slot(rosa).offers().get(0).talk()).isEqualTo("OPEN");
        assertThat(slot(chidi).offers().get(0).talk()).isEqualTo("NONE");
    }

    private static long changes(TestHome home) {
        return home.events().stream()
                .map(Event::type)
                .filter("commitment.changed"::equals)
                .count();
    }

    @Test
    void a_helper_who_would_rather_rest_reads_rest_well_and_the_requester_an_open_slot() {
        acceptedForTomorrow();
        street.skip(21);
        street.pass(2);

        CommitmentView rests = benSays("rest");

        assertThat(rests.state()).isEqualTo("HANDED_BACK");
        assertThat(rests.words()).isEqualTo("Rest well.");
        assertThat(rests.talk()).isEqualTo("RESTS");
        assertThat(slot(rosa).state()).isEqualTo("OPEN");
        assertThat(slot(rosa).offers()).isEmpty();
        assertThat(slot(rosa).hint()).isNull();
        assertThat(ben.commitment().door()).isNull();
        assertThat(rosa.board()).isEqualTo(ben.board());
    }

    @Test
    void a_requester_who_would_rather_rest_reads_rest_well_and_the_helper_is_thanked() {
        RequestView request = acceptedForTomorrow();
        street.skip(21);
        street.pass(2);
        benSays("yes");

        RequestView rests = rosaSays(request, "rest");

        assertThat(rests.slots().get(0).hint()).isEqualTo("Rest well.");
        assertThat(ben.commitment().state()).isEqualTo("RELEASED");
        assertThat(ben.commitment().words()).isEqualTo("No longer needed. Thank you for being there.");
        assertThat(ben.commitment().door()).isNull();
    }

    @Test
    void who_is_invited_for_tonight_is_asked_in_those_words_and_a_yes_counts_for_tonight() {
        RequestView request = rosaWouldLikeToTalk("2026-11-23T20:00");
        InvitationView invited = ben.list(new TurnsAsk.ListInvitations(null), InvitationView.class)
                .get(0);
        assertThat(invited.words()).isEqualTo(TONIGHT);

        ben.offer(request);
        street.pass(2);
        accept(request);

        assertThat(ben.commitment().talk()).isEqualTo("OPEN");
        assertThat(ben.commitment().door()).isEqualTo(DOOR);
    }

    @Test
    void who_is_invited_for_another_day_is_asked_about_that_day() {
        rosaWouldLikeToTalk("2026-11-25T20:00");

        InvitationView invited = ben.list(new TurnsAsk.ListInvitations(null), InvitationView.class)
                .get(0);

        assertThat(invited.words()).isEqualTo("Would you have the capacity to talk then, or would you rather rest?");
    }

    @Test
    void a_box_that_starts_anew_still_knows_who_said_what() {
        RequestView request = acceptedForTomorrow();
        street.skip(21);
        street.pass(2);
        benSays("yes");
        rosaSays(request, "yes");

        ben.restart();
        rosa.restart();
        street.pass(30);

        assertThat(ben.commitment().talk()).isEqualTo("OPEN");
        assertThat(slot(rosa).offers().get(0).talk()).isEqualTo("OPEN");
    }

    @Test
    void other_kinds_strange_answers_and_strangers_are_refused_kindly() {
        RequestView request = rosaAsks("company", "2026-11-23T20:00");
        ben.offer(request);
        street.pass(2);
        String before = rosa.board();

        assertThat(ben.problem(benTalks("yes")).sentence()).contains("asked before listening");
        assertThat(ben.problem(benTalks("rest")).sentence()).contains("doorlight handback");
        assertThat(rosa.problem(rosaTalks(request, "rest")).sentence()).contains("asked before listening");
        assertThat(ben.problem(benTalks("perhaps")).sentence()).isEqualTo("Answer yes or rest; both are full answers.");
        assertThat(chidi.problem(benTalks("rest")).kind()).isEqualTo(Problem.Kind.NOT_ALLOWED);
        assertThat(chidi.problem(rosaTalks(request, "rest")).kind()).isEqualTo(Problem.Kind.NOT_ALLOWED);
        street.pass(2);
        assertThat(rosa.board()).isEqualTo(before);
    }

    @Test
    void once_the_time_is_over_there_is_nothing_to_answer() {
        RequestView request = acceptedForTomorrow();
        street.skip(34);
        street.pass(2);

        assertThat(ben.commitment().state()).isEqualTo("RELEASED");
        assertThat(slot(rosa).state()).isEqualTo("LAPSED");
        assertThat(ben.problem(benTalks("yes")).kind()).isEqualTo(Problem.Kind.CONFLICT);
        assertThat(rosa.problem(rosaTalks(request, "yes")).sentence()).isEqualTo("That time is over. Rest well.");
    }
}
