package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.doorlight.protocol.core.view.CapacityView;
import org.doorlight.protocol.core.view.CommitmentView;
import org.doorlight.protocol.core.view.InvitationView;
import org.doorlight.protocol.core.view.RequestView;
import org.doorlight.protocol.core.view.RotaView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rotas with whole nodes (CARE §6). It is noon on Monday, 23 November 2026, in Berlin. */
class RotasTest {
    private final TestStreet street = new TestStreet(57);
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

    private static RotaAsk.Add rota(String shape, String firstDay) {
        var draft =
                new RotaAsk.Draft(shape, "meal", "Supper", firstDay, "18:00", "1h", 1, null, List.of("on the step"));
        return new RotaAsk.Add(null, draft, "Ring twice", List.of());
    }

    private RotaView rosaAsks(String shape) {
        RotaView rota = rosa.done(rota(shape, "2026-11-30"), RotaView.class);
        street.pass(2);
        return rota;
    }

    private static RotaView rotaAt(TestHome home) {
        List<RotaView> rotas = home.list(new RotaAsk.ListRotas(null), RotaView.class);
        assertThat(rotas).hasSize(1);
        return home.done(new RotaAsk.ShowRota(null, rotas.get(0).id().hex()), RotaView.class);
    }

    private static List<String> starts(RotaView rota) {
        return rota.slots().stream().map(RequestView.SlotView::start).toList();
    }

    private static List<String> states(RotaView rota) {
        return rota.slots().stream().map(RequestView.SlotView::state).toList();
    }

    private RotaView every(TestHome home, String day) {
        RotaView rota = rotaAt(home);
        RotaView after = home.done(new RotaAsk.Every(null, rota.id().hex(), day, null), RotaView.class);
        street.pass(2);
        return after;
    }

    @Test
    void a_rota_is_the_same_at_all_nodes_and_outlives_a_restart() {
        RotaView rota = rosaAsks("new-baby");

        assertThat(rota.slots()).hasSize(20);
        assertThat(starts(rota).get(0)).isEqualTo("2026-11-30T18:00:00+01:00");
        assertThat(rotaAt(ben)).isEqualTo(rotaAt(chidi));
        assertThat(rotaAt(ben).slots()).isEqualTo(rota.slots());
        ben.restart();
        assertThat(rotaAt(ben).slots()).isEqualTo(rota.slots());
    }

    @Test
    void a_yes_to_a_derived_slot_is_an_ordinary_yes_and_opens_the_door() {
        RotaView rota = rosaAsks("surgery");

        ben.done(
                new CareAsk.Offer(
                        null, rota.id().hex(), rota.slots().get(0).id().hex(), null),
                CommitmentView.class);
        street.pass(2);

        assertThat(ben.commitment().state()).isEqualTo("CONFIRMED");
        assertThat(ben.commitment().door()).isEqualTo("Ring twice");
        assertThat(states(rotaAt(chidi))).startsWith("COVERED", "OPEN");
        ben.say(CareAsk.Word.HAND_BACK);
        street.pass(2);
        assertThat(states(rotaAt(chidi))).startsWith("OPEN", "OPEN");
    }

    @Test
    void people_are_asked_for_a_slot_from_ten_days_before() {
        rosaAsks("surgery");

        assertThat(ben.list(new TurnsAsk.ListInvitations(null), InvitationView.class))
                .extracting(InvitationView::start)
                .containsExactly("2026-11-30T18:00:00+01:00", "2026-12-02T18:00:00+01:00");
        street.skip(48);
        assertThat(ben.list(new TurnsAsk.ListInvitations(null), InvitationView.class))
                .hasSize(3);
    }

    @Test
    void a_day_that_is_left_out_lets_its_helper_go_and_renames_no_other() {
        RotaView rota = rosaAsks("surgery");
        ben.done(
                new CareAsk.Offer(
                        null, rota.id().hex(), rota.slots().get(0).id().hex(), null),
                CommitmentView.class);
        street.pass(2);

        rosa.done(new RotaAsk.Skip(null, rota.id().hex(), "2026-11-30", true), RotaView.class);
        street.pass(2);
        assertThat(rotaAt(chidi).skipped()).containsExactly("2026-11-30");
        assertThat(rotaAt(chidi).slots())
                .extracting(RequestView.SlotView::id)
                .isEqualTo(rota.slots().stream()
                        .skip(1)
                        .map(RequestView.SlotView::id)
                        .toList());
        assertThat(ben.commitment().state()).isEqualTo("RELEASED");

        rosa.done(new RotaAsk.Skip(null, rota.id().hex(), "2026-11-30", false), RotaView.class);
        street.pass(2);
        assertThat(starts(rotaAt(ben))).isEqualTo(starts(rota));
        assertThat(ben.commitment().state()).isEqualTo("CONFIRMED");
    }

    @Test
    void a_full_table_leaves_the_earliest_of_each_week_and_what_has_begun() {
        RotaView rota = rosaAsks("new-baby");
        assertThat(rota.weeklyMax()).isNull();
        // Thursday noon: three suppers have begun.
        street.skip(10 * 24);

        RotaView full = rosa.done(new RotaAsk.Limit(null, rota.id().hex(), 2), RotaView.class);

        assertThat(full.weeklyMax()).isEqualTo(3);
        assertThat(starts(full))
                .filteredOn(start -> start.compareTo("2026-12-07") < 0)
                .hasSize(3);
        assertThat(starts(full))
                .filteredOn(start -> start.compareTo("2026-12-07") >= 0 && start.compareTo("2026-12-14") < 0)
                .hasSize(2);
    }

    @Test
    void a_slot_of_a_rota_can_be_moved_like_any_other() {
        RotaView rota = rosaAsks("grief");

        rosa.done(
                new CareAsk.Move(null, rota.id().hex(), rota.slots().get(0).id().hex(), "2026-12-01T12:00"),
                RequestView.class);
        street.pass(2);

        assertThat(starts(rotaAt(ben))).startsWith("2026-12-01T12:00:00+01:00", "2026-12-02T18:00:00+01:00");
        assertThat(rotaAt(ben).slots()).hasSameSizeAs(rota.slots());
    }

    @Test
    void a_yes_to_every_tuesday_ends_after_four_weeks_within_half_of_the_rota_and_the_ceiling() {
        rosaAsks("long-haul");
        ben.done(new TurnsAsk.SetCeiling(4), CapacityView.class);

        RotaView bens = every(ben, "tuesday");
        assertThat(bens.every()).containsExactly(new RotaView.EveryView("tuesday", "2026-12-08", false));
        assertThat(ben.commitments()).extracting(CommitmentView::state).containsOnly("CONFIRMED");

        // Six times in four weeks: of the half that may be promised so, one is left.
        assertThat(every(chidi, "friday").every())
                .containsExactly(new RotaView.EveryView("friday", "2026-12-04", false));
        assertThat(chidi.problem(new RotaAsk.Every(null, bens.id().hex(), "friday", null))
                        .sentence())
                .startsWith("Those are promised already, or half of this rota is");
        assertThat(rosa.problem(new RotaAsk.Every(null, bens.id().hex(), "friday", null))
                        .sentence())
                .startsWith("That request is yours.");
    }

    @Test
    void who_gave_a_day_of_every_week_is_asked_whether_to_carry_on() {
        rosaAsks("long-haul");
        every(ben, "tuesday");
        assertThat(rotaAt(ben).words()).isNull();

        street.skip(18 * 24);
        assertThat(rotaAt(ben).words())
                .isEqualTo("Your yes to every Tuesday ends after 2026-12-15. Carry on, or pass it on? Both are fine.");
        assertThat(rotaAt(chidi).words()).isNull();
    }

    @Test
    void a_long_haul_goes_on_if_its_recipient_says_so() {
        RotaView rota = rosaAsks("long-haul");
        assertThat(rota.reviewOn()).isEqualTo("2027-01-11");
        street.skip(40 * 24);
        assertThat(rotaAt(rosa).words()).startsWith("These weeks end soon. Does it go on?");
        assertThat(rotaAt(ben).words()).isNull();

        RotaView longer = rosa.done(new RotaAsk.CarryOn(null, rota.id().hex()), RotaView.class);
        street.pass(2);

        assertThat(longer.reviewOn()).isEqualTo("2027-02-22");
        assertThat(rotaAt(ben).slots()).hasSize(2 * rota.slots().size());
    }

    @Test
    void a_street_in_which_many_times_go_by_without_says_so_to_those_who_ask() {
        RotaView rota = rosaAsks("new-baby");
        assertThat(rotaAt(rosa).words()).isNull();

        street.skip(19 * 24);

        assertThat(rotaAt(rosa).words()).startsWith("Our street is full this week. That is nobody's fault.");
        assertThat(rotaAt(rosa).slots().get(12).hint()).startsWith("Our street is full this week.");
        assertThat(rotaAt(ben).words()).isNull();
        assertThat(rotaAt(ben).slots())
                .allSatisfy(slot -> assertThat(slot.hint()).isNull());
        assertThat(rota.slots()).allSatisfy(slot -> assertThat(slot.hint()).isNull());
    }

    @Test
    void what_cannot_be_is_refused_kindly_and_nothing_is_written() {
        assertThat(rosa.problem(rota("party", "2026-11-30")).sentence())
                .isEqualTo("There is no such shape. Choose one of: new-baby, grief, surgery, long-haul.");
        assertThat(rosa.problem(rota("grief", "2026-11-22")).sentence()).startsWith("That first day is over.");
        assertThat(rosa.problem(rota("grief", "soon")).sentence()).startsWith("That is no date.");
        assertThat(rosa.list(new RotaAsk.ListRotas(null), RotaView.class)).isEmpty();

        RotaView rota = rosaAsks("grief");
        String id = rota.id().hex();
        assertThat(ben.problem(new RotaAsk.Skip(null, id, "2026-11-30", true)).sentence())
                .isEqualTo("Only the home that asked can change a request.");
        assertThat(rosa.problem(new RotaAsk.Skip(null, id, "2026-12-01", true)).sentence())
                .startsWith("Nothing of this rota is on that day.");
        assertThat(rosa.problem(new RotaAsk.Limit(null, id, 0)).sentence())
                .startsWith("A rota has 1 to 50 times a week.");
        assertThat(rosa.problem(new RotaAsk.CarryOn(null, id)).sentence()).startsWith("This shape has its end.");
        assertThat(ben.problem(new RotaAsk.Every(null, id, "someday", null)).sentence())
                .startsWith("That is no day of the week.");
        assertThat(ben.problem(new RotaAsk.Every(null, id, "sunday", null)).sentence())
                .startsWith("In the coming four weeks this rota has nothing on that day.");
        rosa.done(new Ask.WithdrawRequest(null, id), RequestView.class);
        assertThat(rosa.problem(new RotaAsk.Limit(null, id, 2)).sentence())
                .startsWith("You have taken that request back, and that is for good.");
        RequestView soup = street.post(rosa, "Soup");
        assertThat(rosa.problem(new RotaAsk.ShowRota(null, soup.id().hex())).sentence())
                .startsWith("That is a single request and no rota");
    }
}
