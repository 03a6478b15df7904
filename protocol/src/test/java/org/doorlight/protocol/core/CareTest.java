package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.core.view.CommitmentView;
import org.doorlight.protocol.core.view.Event;
import org.doorlight.protocol.core.view.RequestView;
import org.doorlight.protocol.id.MemberId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Asking, saying yes, and all that follows, with whole nodes (CARE §2, §3). It is noon on Monday, 23 November 2026, in Berlin. */
class CareTest {
    private static final String DOOR = "the blue door, ring twice";
    private static final String STORY = "since the operation the stairs are long";

    private final TestStreet street = new TestStreet(55);
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

    private RequestView rosaAsks() {
        return rosaAsks("meal");
    }

    private RequestView rosaAsks(String kind) {
        var slot = new Ask.SlotDraft("2026-11-24T18:00", "1h", 1);
        return ask(new Ask.AddRequest(
                null, kind, "Soup", List.of(slot), List.of("leave it on the step"), DOOR, List.of()));
    }

    private RequestView ask(Ask.AddRequest ask) {
        RequestView request = rosa.done(ask, RequestView.class);
        street.pass(2);
        return request;
    }

    private static RequestView.SlotView slot(TestHome home) {
        return home.request("Soup").slots().get(0);
    }

    private MemberId member(TestHome home) {
        return home.circle().member();
    }

    private RequestView change(RequestView request, CareAsk.Wish wish) {
        RequestView view = rosa.done(new CareAsk.Change(null, request.id().hex(), wish), RequestView.class);
        street.pass(2);
        return view;
    }

    // ---- saying yes

    @Test
    void a_yes_on_a_doorstep_is_confirmed_as_soon_as_the_requesters_box_hears_of_it() {
        RequestView request = rosaAsks();

        CommitmentView offered = ben.offer(request);
        assertThat(offered.state()).isEqualTo("OFFERED");
        assertThat(offered.words()).isEqualTo("Your yes is on its way.");
        street.pass(2);

        assertThat(ben.commitment().state()).isEqualTo("CONFIRMED");
        assertThat(ben.commitment().words()).isEqualTo("Yes, please. Tuesday at 18:00. leave it on the step.");
        assertThat(ben.commitment().door()).isEqualTo(DOOR);
        for (TestHome home : List.of(rosa, ben, chidi)) {
            assertThat(home.request("Soup").state()).isEqualTo("COVERED");
            assertThat(slot(home).state()).isEqualTo("COVERED");
            assertThat(slot(home).holders()).containsExactly(member(ben));
            assertThat(slot(home).standby()).isEmpty();
            assertThat(slot(home).offers())
                    .extracting(RequestView.OfferView::state)
                    .containsExactly("CONFIRMED");
        }
        assertThat(chidi.commitments()).isEmpty();
    }

    @Test
    void a_yes_said_with_nobody_in_reach_is_on_its_way_until_it_has_left() {
        RequestView request = rosaAsks();
        street.partition(ben);
        street.pass(1);
        ben.offer(request);
        street.pass(5);
        assertThat(ben.commitment().state()).isEqualTo("OFFERED");

        street.heal();
        street.pass(60);
        assertThat(ben.commitment().state()).isEqualTo("CONFIRMED");
    }

    @Test
    void two_who_offer_cut_off_from_each_other_come_to_one_confirmed_and_one_spare() {
        RequestView request = rosaAsks();
        street.cut(ben, chidi);
        street.partition(rosa);
        ben.offer(request);
        chidi.offer(request);
        street.pass(5);

        street.heal();
        street.pass(90);

        assertThat(List.of(ben.commitment().state(), chidi.commitment().state()))
                .containsExactlyInAnyOrder("CONFIRMED", "STANDBY");
        for (TestHome home : List.of(ben, chidi)) {
            assertThat(slot(home)).isEqualTo(slot(rosa));
        }
    }

    @Test
    void the_spare_is_asked_before_being_confirmed() {
        RequestView request = rosaAsks();
        ben.offer(request);
        street.pass(2);
        chidi.offer(request);
        street.pass(2);
        assertThat(chidi.commitment().state()).isEqualTo("STANDBY");
        assertThat(chidi.commitment().words()).isEqualTo("Someone has this one. You're the spare. Nothing to do.");

        CommitmentView back = ben.say(CareAsk.Word.HAND_BACK);
        assertThat(back.state()).isEqualTo("HANDED_BACK");
        assertThat(back.words()).isEqualTo("Handed back. Thank you for saying.");
        street.pass(2);

        assertThat(chidi.commitment().state()).isEqualTo("HOLDING");
        assertThat(chidi.commitment().asked()).isTrue();
        assertThat(chidi.commitment().words()).isEqualTo("It could be yours now. Still have room?");
        assertThat(slot(rosa).state()).isEqualTo("OPEN");

        CommitmentView still = chidi.offer(request);
        assertThat(still.id()).isEqualTo(chidi.commitment().id());
        street.pass(2);
        assertThat(chidi.commitment().state()).isEqualTo("CONFIRMED");
        assertThat(slot(ben).holders()).containsExactly(member(chidi));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIFT", "LOOK_IN", "COMPANY", "LISTEN", "CHILD_MINDING"})
    void for_what_comes_closer_than_a_doorstep_the_requester_chooses(org.doorlight.protocol.care.RequestKind kind) {
        RequestView request = rosaAsks(kind.word());
        ben.offer(request);
        chidi.offer(request);
        street.pass(5);
        assertThat(slot(rosa).offers()).extracting(RequestView.OfferView::state).containsExactly("HOLDING", "STANDBY");
        RequestView.OfferView second = slot(rosa).offers().get(1);

        choose(request, second.id().hex(), true);

        assertThat(slot(ben).holders()).containsExactly(second.helper());
        TestHome chosen = second.helper().equals(member(ben)) ? ben : chidi;
        assertThat(chosen.commitment().state()).isEqualTo("CONFIRMED");
        assertThat(choosing(request, slot(rosa).offers().get(1).id().hex()).kind())
                .isEqualTo(Problem.Kind.CONFLICT);
    }

    @Test
    void a_night_is_chosen_too() {
        var night = new Ask.SlotDraft("2026-11-24T22:00", "8h", 1);
        RequestView request =
                ask(new Ask.AddRequest(null, "other", "Soup", List.of(night), List.of(), null, List.of()));
        ben.offer(request);
        street.pass(5);

        assertThat(ben.commitment().state()).isEqualTo("HOLDING");
        assertThat(ben.commitment().words()).isEqualTo("It looks like it's yours. Rosa's box hasn't answered yet.");
    }

    private void choose(RequestView request, String commitment, boolean accept) {
        rosa.done(new CareAsk.Choose(null, request.id().hex(), commitment, accept), RequestView.class);
        street.pass(2);
    }

    private Problem choosing(RequestView request, String commitment) {
        return rosa.problem(new CareAsk.Choose(null, request.id().hex(), commitment, true));
    }

    @Test
    void somebody_let_go_is_thanked_and_the_place_is_free() {
        RequestView request = rosaAsks();
        ben.offer(request);
        street.pass(2);

        choose(request, ben.commitment().id().hex(), false);

        assertThat(ben.commitment().state()).isEqualTo("RELEASED");
        assertThat(ben.commitment().words()).isEqualTo("No longer needed. Thank you for being there.");
        assertThat(slot(chidi).state()).isEqualTo("OPEN");
        assertThat(slot(chidi).offers()).isEmpty();
    }

    @Test
    void on_the_way_and_done_are_seen_by_everybody_asked() {
        RequestView request = rosaAsks();
        ben.offer(request);
        street.pass(2);

        ben.say(CareAsk.Word.ON_MY_WAY);
        street.pass(2);
        assertThat(slot(rosa).offers().get(0).onMyWay()).isTrue();

        assertThat(ben.say(CareAsk.Word.DONE).words()).isEqualTo("Done.");
        street.pass(2);
        assertThat(slot(rosa).state()).isEqualTo("DONE");
        assertThat(rosa.request("Soup").state()).isEqualTo("CLOSED");
        assertThat(chidi.request("Soup").state()).isEqualTo("CLOSED");
    }

    // ---- the requester's own words

    @Test
    void a_pause_releases_everybody_and_resuming_asks_them_anew() {
        RequestView request = rosaAsks();
        ben.offer(request);
        street.pass(2);

        assertThat(change(request, CareAsk.Wish.PAUSE).state()).isEqualTo("PAUSED");
        assertThat(ben.commitment().state()).isEqualTo("RELEASED");
        assertThat(ben.commitment().asked()).isFalse();

        assertThat(change(request, CareAsk.Wish.RESUME).state()).isEqualTo("OPEN");
        assertThat(ben.commitment().state()).isEqualTo("RELEASED");
        assertThat(ben.commitment().asked()).isTrue();
        assertThat(ben.commitment().words()).isEqualTo("Something about it has changed. Would it still suit you?");

        ben.offer(request);
        street.pass(2);
        assertThat(ben.commitments()).extracting(CommitmentView::state).containsExactly("RELEASED", "CONFIRMED");
        assertThat(ben.commitments()).noneMatch(CommitmentView::asked);
    }

    @Test
    void help_from_elsewhere_ends_it_kindly() {
        RequestView request = rosaAsks();
        ben.offer(request);
        street.pass(2);

        assertThat(change(request, CareAsk.Wish.FULFIL).state()).isEqualTo("CARED_ELSEWHERE");

        assertThat(ben.commitment().state()).isEqualTo("RELEASED");
        assertThat(rosa.problem(new CareAsk.Change(null, request.id().hex(), CareAsk.Wish.RESUME))
                        .kind())
                .isEqualTo(Problem.Kind.CONFLICT);
    }

    @Test
    void a_slot_moved_far_asks_again_and_one_moved_a_little_does_not() {
        RequestView request = rosaAsks();
        ben.offer(request);
        street.pass(2);

        assertThat(move(request, "2026-11-24T19:30").slots().get(0).start()).isEqualTo("2026-11-24T19:30:00+01:00");
        assertThat(ben.commitment().state()).isEqualTo("CONFIRMED");
        assertThat(ben.commitment().start()).isEqualTo("2026-11-24T19:30:00+01:00");

        move(request, "2026-11-25T12:00");
        assertThat(ben.commitment().state()).isEqualTo("RELEASED");
        assertThat(ben.commitment().asked()).isTrue();
        assertThat(slot(chidi).state()).isEqualTo("OPEN");
    }

    private RequestView move(RequestView request, String start) {
        RequestView moved = rosa.done(
                new CareAsk.Move(
                        null,
                        request.id().hex().substring(0, 10),
                        request.slots().get(0).id().hex().substring(0, 10),
                        start),
                RequestView.class);
        street.pass(2);
        return moved;
    }

    @Test
    void more_time_asks_nobody_again() {
        RequestView request = rosaAsks();
        ben.offer(request);
        street.pass(2);
        String slot = request.slots().get(0).id().hex();

        RequestView longer = rosa.done(new CareAsk.GiveTime(null, request.id().hex(), slot, "90m"), RequestView.class);
        street.pass(2);

        assertThat(longer.slots().get(0).duration()).isEqualTo("PT2H30M");
        assertThat(ben.commitment().state()).isEqualTo("CONFIRMED");
    }

    @Test
    void what_the_requester_does_without_neighbours_needs_nobody() {
        RequestView request = rosaAsks();
        ben.offer(request);
        street.pass(2);
        String slot = request.slots().get(0).id().hex();

        rosa.done(new CareAsk.DoMyself(null, request.id().hex(), slot), RequestView.class);
        street.pass(2);

        assertThat(ben.commitment().state()).isEqualTo("RELEASED");
        assertThat(slot(chidi).state()).isEqualTo("COVERED");
        assertThat(slot(chidi).holders()).isEmpty();
        assertThat(chidi.problem(offer(request)).kind()).isEqualTo(Problem.Kind.CONFLICT);
    }

    private static CareAsk.Offer offer(RequestView request) {
        return new CareAsk.Offer(
                null, request.id().hex(), request.slots().get(0).id().hex(), null);
    }

    @Test
    void a_request_may_take_up_an_earlier_one() {
        RequestView request = rosaAsks();
        rosa.done(new Ask.WithdrawRequest(null, request.id().hex()), RequestView.class);
        var few = new Ask.ForFew(List.of(), null, request.id().hex().substring(0, 12));
        var slot = new Ask.SlotDraft("2026-11-26T18:00", "1h", 1);

        RequestView again =
                ask(new Ask.AddRequest(null, "meal", "Soup again", List.of(slot), List.of(), null, List.of(), few));

        assertThat(again.follows()).isEqualTo(request.id());
        assertThat(ben.request("Soup again").follows()).isEqualTo(request.id());
    }

    @Test
    void when_the_time_is_near_and_nobody_has_it_the_requester_hears_of_her_own_plan() {
        rosaAsks();
        assertThat(slot(rosa).hint()).isNull();

        street.skip(27);
        assertThat(slot(rosa).hint())
                .isEqualTo("Nobody has this one yet, and it is near. Your own plan for it is a good one too.");
        assertThat(slot(ben).hint()).isNull();
    }

    // ---- the door

    @Test
    void the_door_is_for_the_confirmed_helper_and_nobody_else() {
        RequestView request = rosaAsks();
        assertThat(ben.request("Soup").door()).isNull();

        ben.offer(request);
        street.pass(2);
        chidi.offer(request);
        street.pass(2);

        assertThat(rosa.request("Soup").door()).isEqualTo(DOOR);
        assertThat(ben.request("Soup").door()).isEqualTo(DOOR);
        assertThat(chidi.request("Soup").door()).isNull();
        assertKnows(ben, DOOR);
        assertKnowsNothingOf(chidi, DOOR);
    }

    @Test
    void after_a_hand_back_the_next_helper_gets_the_door_and_the_former_gets_nothing_new() {
        RequestView request = rosaAsks();
        ben.offer(request);
        street.pass(2);
        long secrets = ben.secrets().size();

        ben.say(CareAsk.Word.HAND_BACK);
        street.pass(2);
        chidi.offer(request);
        street.pass(2);

        assertThat(chidi.request("Soup").door()).isEqualTo(DOOR);
        assertThat(ben.secrets()).hasSize((int) secrets);
        assertThat(chidi.secrets().keySet()).doesNotContainAnyElementsOf(withoutShared(ben, chidi));
    }

    private static List<org.doorlight.protocol.id.EpochId> withoutShared(TestHome one, TestHome other) {
        return one.secrets().keySet().stream()
                .filter(epoch -> !other.secrets().containsKey(epoch))
                .toList();
    }

    @Test
    void people_named_when_asking_know_the_door_from_the_start() {
        var slot = new Ask.SlotDraft("2026-11-24T18:00", "1h", 1);
        var few = new Ask.ForFew(List.of(member(chidi).hex().substring(0, 12)), null, null);
        ask(new Ask.AddRequest(null, "lift", "Soup", List.of(slot), List.of(), DOOR, List.of(), few));

        assertThat(chidi.request("Soup").door()).isEqualTo(DOOR);
        assertKnowsNothingOf(ben, DOOR);
    }

    @Test
    void near_the_time_an_unanswered_helper_who_knows_the_door_goes_and_another_rings_first() {
        var slot = new Ask.SlotDraft("2026-11-24T18:00", "1h", 2);
        var few = new Ask.ForFew(List.of(member(chidi).hex()), null, null);
        RequestView request =
                ask(new Ask.AddRequest(null, "lift", "Soup", List.of(slot), List.of(), DOOR, List.of(), few));
        ben.offer(request);
        chidi.offer(request);
        street.pass(2);
        assertThat(ben.commitment().guidance()).isEqualTo("NONE");

        street.skip(19);
        assertThat(ben.commitment().guidance()).isEqualTo("RING_FIRST");
        assertThat(ben.commitment().words()).endsWith("Ring first.");
        assertThat(chidi.commitment().guidance()).isEqualTo("GO");
    }

    @Test
    void a_request_taken_back_while_somebody_offers_opens_no_door() {
        RequestView request = rosaAsks();
        street.partition(ben);
        ben.offer(request);
        rosa.done(new Ask.WithdrawRequest(null, request.id().hex()), RequestView.class);
        street.pass(5);

        street.heal();
        street.pass(90);

        assertThat(rosa.request("Soup").slots().get(0).offers()).isEmpty();
        assertThat(ben.commitment().state()).isEqualTo("RELEASED");
        assertThat(ben.commitment().door()).isNull();
        assertKnowsNothingOf(ben, DOOR);
    }

    @Test
    void the_story_is_given_by_hand_only() {
        var slot = new Ask.SlotDraft("2026-11-24T18:00", "1h", 1);
        var few = new Ask.ForFew(List.of(), STORY, null);
        RequestView request =
                ask(new Ask.AddRequest(null, "meal", "Soup", List.of(slot), List.of(), null, List.of(), few));
        ben.offer(request);
        street.pass(2);
        assertThat(rosa.request("Soup").story()).isEqualTo(STORY);
        assertKnowsNothingOf(ben, STORY);

        rosa.done(
                new CareAsk.TellStory(
                        null, request.id().hex(), List.of(member(chidi).hex())),
                RequestView.class);
        street.pass(2);

        assertThat(chidi.request("Soup").story()).isEqualTo(STORY);
        assertKnowsNothingOf(ben, STORY);
    }

    private static void assertKnows(TestHome home, String words) {
        assertThat(allThatIsKnownTo(home)).contains(words);
    }

    /** Looks through everything a home can read from its own store with its own keys. */
    private static void assertKnowsNothingOf(TestHome home, String words) {
        assertThat(allThatIsKnownTo(home)).isNotEmpty().doesNotContain(words);
    }

    private static String allThatIsKnownTo(TestHome home) {
        StringBuilder all = new StringBuilder();
        for (Archive.Kept kept : home.archive().records(Shelf.DOCUMENT)) {
            Optional<byte[]> value = home.vault().open(Shelf.DOCUMENT, kept.key(), kept.value());
            value.ifPresent(bytes -> all.append(new String(bytes, StandardCharsets.ISO_8859_1)));
        }
        return all.toString();
    }

    // ---- a narrow request

    @Test
    void a_yes_to_a_narrow_request_is_read_by_those_who_may_read_the_request_alone() {
        var slot = new Ask.SlotDraft("2026-11-24T18:00", "1h", 1);
        RequestView request = ask(new Ask.AddRequest(
                null,
                "meal",
                "Soup",
                List.of(slot),
                List.of(),
                null,
                List.of(member(ben).hex())));

        ben.offer(request);
        street.pass(2);

        assertThat(slot(rosa).holders()).containsExactly(member(ben));
        assertThat(ben.commitment().state()).isEqualTo("CONFIRMED");
        assertThat(chidi.titles()).isEmpty();
        assertKnowsNothingOf(chidi, request.slots().get(0).id().hex());
        assertThat(chidi.archive().records(Shelf.DOCUMENT))
                .hasSameSizeAs(rosa.archive().records(Shelf.DOCUMENT));
    }

    // ---- what cannot be

    @Test
    void nobody_says_yes_to_an_own_request() {
        RequestView request = rosaAsks();

        assertThat(rosa.problem(offer(request)).sentence())
                .isEqualTo("That request is yours. Neighbours can say yes to it; you can do it yourself.");
        assertThat(rosa.commitments()).isEmpty();
    }

    @Test
    void nobody_says_yes_twice() {
        RequestView request = rosaAsks();
        ben.offer(request);
        street.pass(2);

        assertThat(ben.problem(offer(request)).sentence())
                .isEqualTo("You have said yes to that one already. Thank you.");
        assertThat(ben.commitments()).hasSize(1);
    }

    @Test
    void nobody_speaks_for_another_home() {
        RequestView request = rosaAsks();
        ben.offer(request);
        street.pass(2);
        String id = request.id().hex();
        String yes = ben.commitment().id().hex();
        String slot = request.slots().get(0).id().hex();
        String before = rosa.view();

        for (Ask ask : List.of(
                new CareAsk.Say(null, yes, CareAsk.Word.HAND_BACK),
                new CareAsk.Say(null, yes, CareAsk.Word.DONE),
                new CareAsk.Say(null, yes, CareAsk.Word.ON_MY_WAY),
                new CareAsk.ShowCommitment(null, yes),
                new CareAsk.Change(null, id, CareAsk.Wish.PAUSE),
                new CareAsk.Change(null, id, CareAsk.Wish.RESUME),
                new CareAsk.Change(null, id, CareAsk.Wish.FULFIL),
                new CareAsk.Move(null, id, slot, "2026-11-25T18:00"),
                new CareAsk.GiveTime(null, id, slot, "1h"),
                new CareAsk.DoMyself(null, id, slot),
                new CareAsk.Choose(null, id, yes, true),
                new CareAsk.Choose(null, id, yes, false),
                new CareAsk.TellStory(null, id, List.of()),
                new Ask.WithdrawRequest(null, id))) {
            assertThat(chidi.problem(ask).kind()).as(ask.toString()).isEqualTo(Problem.Kind.NOT_ALLOWED);
        }
        street.pass(2);
        assertThat(rosa.view()).isEqualTo(before);
    }

    @Test
    void what_was_taken_back_stays_taken_back() {
        RequestView request = rosaAsks();
        rosa.done(new Ask.WithdrawRequest(null, request.id().hex()), RequestView.class);
        street.pass(2);
        String id = request.id().hex();
        String slot = request.slots().get(0).id().hex();

        for (Ask ask : List.of(
                new CareAsk.Change(null, id, CareAsk.Wish.RESUME),
                new CareAsk.Change(null, id, CareAsk.Wish.PAUSE),
                new CareAsk.Change(null, id, CareAsk.Wish.FULFIL),
                new CareAsk.Move(null, id, slot, "2026-11-25T18:00"),
                new CareAsk.DoMyself(null, id, slot))) {
            assertThat(rosa.problem(ask).sentence()).contains("that is for good");
        }
        assertThat(ben.problem(offer(request)).sentence())
                .isEqualTo("That request needs nobody any more. Thank you for wanting to be there.");
        assertThat(rosa.request("Soup").state()).isEqualTo("WITHDRAWN");
    }

    @Test
    void a_slot_is_not_moved_into_the_past() {
        RequestView request = rosaAsks();
        String slot = request.slots().get(0).id().hex();

        assertThat(rosa.problem(new CareAsk.Move(null, request.id().hex(), slot, "2026-11-22T18:00"))
                        .sentence())
                .startsWith("That time is already past.");
        assertThat(rosa.problem(new CareAsk.GiveTime(null, request.id().hex(), slot, "0m"))
                        .kind())
                .isEqualTo(Problem.Kind.INVALID);
        assertThat(slot(rosa).start()).isEqualTo("2026-11-24T18:00:00+01:00");
    }

    @Test
    void what_is_done_is_not_handed_back() {
        RequestView request = rosaAsks();
        ben.offer(request);
        street.pass(2);
        ben.say(CareAsk.Word.DONE);

        Problem problem =
                ben.problem(new CareAsk.Say(null, ben.commitment().id().hex(), CareAsk.Word.HAND_BACK));

        assertThat(problem.sentence()).isEqualTo("That one is done. There is nothing to hand back.");
        assertThat(ben.commitment().state()).isEqualTo("DONE");
    }

    @Test
    void a_reader_says_yes_to_nothing() {
        TestHome reader = street.joined("Reader", rosa, "reader");
        RequestView request = rosaAsks();

        assertThat(reader.problem(offer(request)).kind()).isEqualTo(Problem.Kind.NOT_ALLOWED);
    }

    @Test
    void the_door_is_given_to_three_at_most_who_may_read_the_request() {
        var slot = new Ask.SlotDraft("2026-11-24T18:00", "1h", 1);
        String benId = member(ben).hex();
        String chidiId = member(chidi).hex();
        List<Ask.ForFew> wrong = List.of(
                new Ask.ForFew(List.of(benId, chidiId, member(rosa).hex(), "nobody"), null, null),
                new Ask.ForFew(List.of(chidiId), null, null));
        for (Ask.ForFew few : wrong) {
            var ask = new Ask.AddRequest(null, "meal", "Soup", List.of(slot), List.of(), DOOR, List.of(benId), few);
            assertThat(rosa.ask(ask)).isInstanceOf(Reply.Refused.class);
        }
        assertThat(rosa.titles()).isEmpty();
    }

    // ---- events and restarts

    @Test
    void a_yes_and_its_answer_are_announced_with_the_request() {
        RequestView request = rosaAsks();
        ben.events().clear();
        rosa.events().clear();

        ben.offer(request);
        street.pass(2);

        assertThat(rosa.events())
                .extracting(Event::type, Event::document)
                .contains(org.assertj.core.groups.Tuple.tuple("commitment.changed", request.id()));
        assertThat(ben.events().stream()
                        .filter(event -> event.type().equals("commitment.changed"))
                        .filter(event -> request.id().equals(event.document())))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void everything_is_there_again_after_a_restart() {
        RequestView request = rosaAsks();
        ben.offer(request);
        chidi.offer(request);
        street.pass(2);
        String before = rosa.view() + ben.view() + ben.commitments() + chidi.commitments();

        for (TestHome home : List.of(rosa, ben, chidi)) {
            home.restart();
        }

        assertThat(rosa.view() + ben.view() + ben.commitments() + chidi.commitments())
                .isEqualTo(before);
    }

    @Test
    void a_box_that_was_off_when_the_yes_came_answers_when_it_is_on() {
        RequestView request = rosaAsks();
        rosa.switchOff();
        ben.offer(request);
        street.pass(5);
        assertThat(ben.commitment().state()).isNotEqualTo("CONFIRMED");

        rosa.switchOn();
        street.pass(90);
        assertThat(ben.commitment().state()).isEqualTo("CONFIRMED");
    }

    @Test
    void asking_twice_writes_once() {
        RequestView request = rosaAsks();
        ben.offer(request);
        street.pass(2);
        long envelopes = rosa.status().store().envelopes();

        ben.say(CareAsk.Word.ON_MY_WAY);
        ben.say(CareAsk.Word.ON_MY_WAY);
        street.pass(40);

        assertThat(rosa.status().store().envelopes()).isEqualTo(envelopes + 1);
    }
}
