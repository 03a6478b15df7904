package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.doorlight.protocol.care.turns.Published;
import org.doorlight.protocol.care.turns.SelfFacts;
import org.doorlight.protocol.care.turns.TurnsFacts;
import org.doorlight.protocol.core.view.CapacityView;
import org.doorlight.protocol.core.view.CommitmentView;
import org.doorlight.protocol.core.view.InvitationView;
import org.doorlight.protocol.core.view.RequestView;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.replica.Holding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Room, ceilings and whose turn it is, with whole nodes (CARE §4, §5). It is noon on Monday, 23 November 2026, in Berlin. */
class TurnsTest {
    private final TestStreet street = new TestStreet(56);
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

    private RequestView rosaAsks(String title, String start, List<String> to) {
        var slot = new Ask.SlotDraft(start, "1h", 1);
        RequestView request = rosa.done(
                new Ask.AddRequest(null, "meal", title, List.of(slot), List.of(), null, to), RequestView.class);
        street.pass(2);
        return request;
    }

    private RequestView rosaAsks(String title) {
        return rosaAsks(title, "2026-11-26T18:00", List.of());
    }

    private CapacityView set(TestHome home, String room) {
        CapacityView view = home.done(new TurnsAsk.SetRoom(room, null), CapacityView.class);
        street.pass(2);
        return view;
    }

    private static CapacityView capacity(TestHome home) {
        return home.done(new TurnsAsk.ShowCapacity(), CapacityView.class);
    }

    private static List<String> invitations(TestHome home) {
        return home.list(new TurnsAsk.ListInvitations(null), InvitationView.class).stream()
                .map(InvitationView::title)
                .toList();
    }

    /** What a home can read, document by document. */
    private static List<Holding> readable(TestHome home) {
        List<Holding> readable = new ArrayList<>();
        for (Archive.Kept kept : home.archive().records(Shelf.DOCUMENT)) {
            byte[] id = Arrays.copyOfRange(kept.key(), Bytes16.LENGTH, 2 * Bytes16.LENGTH);
            home.vault()
                    .open(Shelf.DOCUMENT, kept.key(), kept.value())
                    .flatMap(value -> Records.holding(DocumentId.of(id), value))
                    .ifPresent(readable::add);
        }
        return readable;
    }

    static List<Holding> readable(TestHome home, String kind) {
        return readable(home).stream()
                .filter(holding -> holding.nature()
                        .filter(nature -> nature.kind().equals(kind))
                        .isPresent())
                .toList();
    }

    // ---- own room

    @Test
    void at_first_there_is_room_and_a_ceiling_of_eight() {
        CapacityView capacity = capacity(ben);

        assertThat(capacity.room()).isEqualTo("room");
        assertThat(capacity.ceiling()).isEqualTo(8);
        assertThat(capacity.carried()).isZero();
        assertThat(capacity.asked()).isTrue();
    }

    @Test
    void room_outlives_a_restart_and_ends_on_the_day_that_was_named() {
        ben.done(new TurnsAsk.SetRoom("away", "2026-11-25"), CapacityView.class);
        ben.restart();
        assertThat(capacity(ben).room()).isEqualTo("away");
        assertThat(capacity(ben).until()).isEqualTo("2026-11-25T00:00:00+01:00");

        street.skip(48);
        assertThat(capacity(ben).room()).isEqualTo("room");
        assertThat(capacity(ben).asked()).isTrue();
    }

    @Test
    void what_cannot_be_is_refused_kindly_and_nothing_is_written() {
        assertThat(ben.problem(new TurnsAsk.SetRoom("busy", null)).sentence())
                .isEqualTo("There is no such word for room. Choose one of: room, a-little, not-now, rest, away.");
        assertThat(ben.problem(new TurnsAsk.SetRoom("rest", "soon")).sentence())
                .isEqualTo("That is no date. Type it as 2027-05-04.");
        assertThat(ben.problem(new TurnsAsk.SetRoom("rest", "2026-11-23")).sentence())
                .startsWith("That day has come already.");
        assertThat(ben.problem(new TurnsAsk.SetCeiling(101)).sentence())
                .startsWith("A ceiling is a number from 0 to 100");
        assertThat(readable(ben, SelfFacts.SELF)).isEmpty();
    }

    @Test
    void above_the_own_ceiling_a_yes_is_refused_kindly_and_raising_it_takes_a_day() {
        ben.done(new TurnsAsk.SetCeiling(2), CapacityView.class);
        ben.offer(rosaAsks("Soup"));
        street.pass(2);
        RequestView more = rosaAsks("More soup", "2026-11-27T18:00", List.of());

        assertThat(ben.problem(new CareAsk.Offer(
                                null, more.id().hex(), more.slots().get(0).id().hex(), null))
                        .sentence())
                .startsWith("That is more than you set out to carry in four weeks");
        assertThat(ben.commitments()).hasSize(1);

        assertThat(ben.done(new TurnsAsk.SetCeiling(4), CapacityView.class).ceiling())
                .isEqualTo(2);
        street.skip(24);
        assertThat(capacity(ben).ceiling()).isEqualTo(4);
        ben.offer(more);
        assertThat(ben.commitments()).hasSize(2);
    }

    @Test
    void who_rests_hands_back_what_lies_ahead_in_the_words_of_any_hand_back() {
        ben.offer(rosaAsks("Soup"));
        street.pass(2);
        assertThat(ben.commitment().state()).isEqualTo("CONFIRMED");

        assertThat(set(ben, "rest").handedBack())
                .singleElement()
                .extracting(CapacityView.HandedBackView::title)
                .isEqualTo("Soup");
        assertThat(ben.commitment().state()).isEqualTo("HANDED_BACK");
        assertThat(rosa.request("Soup").state()).isEqualTo("OPEN");
    }

    // ---- what others can tell

    @Test
    void nobody_can_tell_rest_from_a_journey_from_a_full_month() {
        ben.offer(rosaAsks("Soup"));
        street.pass(2);
        ben.done(new TurnsAsk.SetCeiling(2), CapacityView.class);
        set(chidi, "a-little");
        set(chidi, "away");
        street.pass(2);

        List<Holding> rooms = readable(rosa, TurnsFacts.TURNS).stream()
                .filter(holding -> !TurnsFacts.read(holding.facts()).published().equals(Published.UNSAID))
                .toList();
        List<byte[]> told = rooms.stream()
                .filter(holding -> TurnsFacts.read(holding.facts()).published().equals(Published.NOT_ASKED))
                .map(holding -> holding.facts().values().iterator().next())
                .toList();
        assertThat(told).hasSize(2);
        assertThat(told.get(0)).isEqualTo(told.get(1));
    }

    @Test
    void from_the_envelopes_nobody_can_tell_a_word_from_what_the_box_worked_out() {
        ben.done(new TurnsAsk.SetRoom("away", "2026-11-25"), CapacityView.class);
        street.pass(2);
        long before = ben.archive().size().envelopes();
        street.skip(48);
        street.pass(2);
        long byItself = ben.archive().size().envelopes() - before;

        before = ben.archive().size().envelopes();
        set(ben, "rest");

        assertThat(capacity(ben).asked()).isFalse();
        assertThat(ben.archive().size().envelopes() - before)
                .isEqualTo(byItself)
                .isEqualTo(2);
    }

    @Test
    void what_own_devices_tell_each_other_is_readable_nowhere_else() {
        set(ben, "rest");
        ben.done(new TurnsAsk.SetCeiling(3), CapacityView.class);
        street.pass(3);

        assertThat(readable(ben, SelfFacts.SELF)).hasSize(1);
        assertThat(readable(rosa, SelfFacts.SELF)).isEmpty();
        assertThat(readable(chidi, SelfFacts.SELF)).isEmpty();
        assertThat(readable(rosa, TurnsFacts.TURNS)).hasSize(1);
    }

    // ---- whose turn it is

    @Test
    void in_a_small_street_all_with_room_are_asked_together_and_the_requester_is_not() {
        rosaAsks("Soup");

        assertThat(invitations(ben)).containsExactly("Soup");
        assertThat(invitations(chidi)).containsExactly("Soup");
        assertThat(invitations(rosa)).isEmpty();
    }

    @Test
    void nobody_is_asked_who_rests_or_has_answered_or_for_what_somebody_has() {
        RequestView soup = rosaAsks("Soup");
        set(chidi, "rest");
        assertThat(invitations(chidi)).isEmpty();

        ben.offer(soup);
        street.pass(2);
        assertThat(invitations(ben)).isEmpty();
        set(chidi, "room");
        assertThat(invitations(chidi)).isEmpty();

        ben.say(CareAsk.Word.HAND_BACK);
        street.pass(2);
        assertThat(invitations(chidi)).containsExactly("Soup");
        assertThat(invitations(ben)).isEmpty();
    }

    @Test
    void asking_by_name_never_reaches_somebody_who_rests() {
        rosaAsks("Talk", "2026-11-26T18:00", List.of(ben.circle().member().hex()));
        assertThat(invitations(ben)).containsExactly("Talk");
        assertThat(invitations(chidi)).isEmpty();

        set(ben, "not-now");
        assertThat(invitations(ben)).isEmpty();
    }

    @Test
    void not_this_time_is_heard_by_nobody_else() {
        RequestView soup = rosaAsks("Soup");

        List<InvitationView> left = ben.list(
                new TurnsAsk.SayNo(
                        null, soup.id().hex(), soup.slots().get(0).id().hex()),
                InvitationView.class);

        assertThat(left).isEmpty();
        street.pass(2);
        ben.restart();
        assertThat(invitations(ben)).isEmpty();
        assertThat(invitations(chidi)).containsExactly("Soup");
        assertThat(readable(rosa, SelfFacts.SELF)).isEmpty();
        assertThat(rosa.request("Soup").slots().get(0).offers()).isEmpty();
        // A no is no promise: whoever thinks again can still say yes.
        ben.offer(soup);
        assertThat(ben.commitment().state()).isEqualTo("OFFERED");
    }

    @Test
    void looking_writes_nothing() {
        rosaAsks("Soup");
        street.skip(24 * 8);

        long ticket = 9_000;
        for (Ask look : List.of(new TurnsAsk.ShowCapacity(), new TurnsAsk.ListInvitations(null))) {
            assertThat(ben.effectsOf(new Input.Asked(ticket++, look))).noneMatch(Effect.Save.class::isInstance);
        }
    }

    @Test
    void who_comes_to_be_asked_and_who_is_no_longer_hears_of_it() {
        ben.events().clear();
        rosaAsks("Soup");
        assertThat(ben.events()).anyMatch(event -> event.type().equals("invitation.changed"));

        ben.events().clear();
        set(ben, "rest");
        assertThat(ben.events())
                .anyMatch(event -> event.type().equals("invitation.changed"))
                .anyMatch(event -> event.type().equals("capacity.changed"));
        assertThat(rosa.events()).noneMatch(event -> event.type().equals("capacity.changed"));
    }

    @Test
    void nobody_becomes_somebodys_only_helper() {
        List<Ask.SlotDraft> slots = new ArrayList<>();
        for (int day = 26; day <= 30; day++) {
            slots.add(new Ask.SlotDraft("2026-11-" + day + "T18:00", "1h", 1));
        }
        RequestView suppers = rosa.done(
                new Ask.AddRequest(null, "shopping", "Bread", slots, List.of(), null, List.of()), RequestView.class);
        street.pass(2);
        assertThat(invitations(ben)).hasSize(5);

        ben.offer(suppers);
        assertThat(invitations(ben)).hasSize(4);
        ben.done(
                new CareAsk.Offer(
                        null, suppers.id().hex(), suppers.slots().get(1).id().hex(), null),
                CommitmentView.class);

        // Two of five are two fifths: the other three are for others.
        assertThat(invitations(ben)).isEmpty();
        street.pass(2);
        assertThat(invitations(chidi)).hasSize(3);
    }

    // ---- in a longer street

    /** Rosa and eight others, who all have said that they have room. */
    private List<TestHome> eightNeighbours() {
        List<TestHome> neighbours = new ArrayList<>(List.of(ben, chidi));
        for (String name : List.of("Dara", "Emil", "Fay", "Goran", "Hana", "Ines")) {
            neighbours.add(street.joined(name, rosa));
        }
        neighbours.forEach(home -> home.done(new TurnsAsk.SetRoom("room", null), CapacityView.class));
        street.pass(5);
        return neighbours;
    }

    private static List<TestHome> asked(List<TestHome> homes) {
        return homes.stream().filter(home -> !invitations(home).isEmpty()).toList();
    }

    @Test
    void two_are_asked_at_once_and_two_more_after_each_wave_and_everybody_after_a_day() {
        List<TestHome> neighbours = eightNeighbours();
        // Six days to the cut-off: a wave waits twelve hours.
        rosaAsks("Soup", "2026-11-29T18:00", List.of());

        List<TestHome> first = asked(neighbours);
        assertThat(first).hasSize(2);
        street.skip(12);
        List<TestHome> second = asked(neighbours);
        assertThat(second).hasSize(4).containsAll(first);
        street.skip(12);
        assertThat(asked(neighbours)).hasSize(8);
    }

    @Test
    void a_hand_back_more_than_a_day_before_opens_the_waves_anew() {
        List<TestHome> neighbours = eightNeighbours();
        RequestView soup = rosaAsks("Soup", "2026-11-29T18:00", List.of());
        TestHome helper = asked(neighbours).get(0);
        helper.offer(soup);
        street.pass(2);
        street.skip(30);
        assertThat(asked(neighbours)).isEmpty();

        helper.say(CareAsk.Word.HAND_BACK);
        street.pass(2);

        // Not all eight at once for one place that fell vacant; and not the one who handed it back.
        assertThat(asked(neighbours)).hasSizeBetween(1, 2).doesNotContain(helper);
        street.skip(24);
        assertThat(asked(neighbours)).hasSize(7);
    }

    @Test
    void a_hand_back_on_the_last_day_asks_everybody_with_room_until_an_hour_before() {
        List<TestHome> neighbours = eightNeighbours();
        RequestView soup = rosaAsks("Soup", "2026-11-26T18:00", List.of());
        TestHome helper = asked(neighbours).get(0);
        helper.offer(soup);
        street.pass(2);
        street.skip(75);

        // It is three in the afternoon: past the cut-off.
        helper.say(CareAsk.Word.HAND_BACK);
        street.pass(2);
        assertThat(asked(neighbours)).hasSize(7);
        street.skip(2);
        assertThat(asked(neighbours)).isEmpty();
    }

    @Test
    void a_wall_clock_that_jumps_while_the_box_runs_hurries_nobody() {
        List<TestHome> neighbours = eightNeighbours();
        rosaAsks("Soup", "2026-11-29T18:00", List.of());

        street.jumpClock(24);
        assertThat(asked(neighbours)).hasSize(2);
    }
}
