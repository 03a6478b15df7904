package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.doorlight.protocol.core.view.CapacityView;
import org.doorlight.protocol.core.view.CommitmentView;
import org.doorlight.protocol.core.view.MemberView;
import org.doorlight.protocol.core.view.RequestView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * P23 with whole nodes: Ben has two devices, one ceiling, and no connection between them (CARE §5). The second is a copy of his home, which has
 * taken keys of its own (decision 0013). It is Monday noon in Berlin, and a lift takes as much as his ceiling is.
 */
class TwoDevicesTest {
    private final TestStreet street = new TestStreet(61);
    private TestHome rosa;
    private TestHome box;
    private TestHome laptop;

    @BeforeEach
    void ben_has_two_devices() {
        rosa = street.founder("Rosa");
        box = street.joined("Ben", rosa);
        street.pass(3);
        laptop = street.copyOf(box, "Ben's laptop");
        laptop.knows(rosa, box);
        laptop.restart();
        street.pass(30);
        MemberView ben = rosa.members().stream()
                .filter(member -> member.name().equals("Ben"))
                .findFirst()
                .orElseThrow();
        assertThat(ben.devices())
                .contains(box.identity().device(), laptop.identity().device())
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(box.identity().device()).isNotEqualTo(laptop.identity().device());
        box.done(new TurnsAsk.SetCeiling(2), CapacityView.class);
        street.pass(30);
        assertThat(ceiling(laptop)).isEqualTo(2);
    }

    private static int ceiling(TestHome home) {
        return home.done(new TurnsAsk.ShowCapacity(), CapacityView.class).ceiling();
    }

    private RequestView rosaAsks(String kind, String title, String start) {
        var slot = new Ask.SlotDraft(start, "1h", 1);
        return rosa.done(
                new Ask.AddRequest(null, kind, title, List.of(slot), List.of(), null, List.of()), RequestView.class);
    }

    private String state(TestHome home, String title) {
        return home.commitments().stream()
                .filter(yes -> yes.title().equals(title))
                .map(CommitmentView::state)
                .findFirst()
                .orElseThrow();
    }

    private void meetAgain() {
        street.heal();
        street.pass(120);
    }

    private void bothShow(String title, String state) {
        assertThat(state(box, title)).isEqualTo(state);
        assertThat(state(laptop, title)).isEqualTo(state);
    }

    @Test
    void two_yeses_said_apart_above_the_ceiling_come_to_one_the_newest_is_handed_back() {
        RequestView bank = rosaAsks("lift", "To the bank", "2026-11-25T10:00");
        RequestView market = rosaAsks("lift", "To the market", "2026-11-26T10:00");
        street.pass(5);
        street.partition(box);
        street.cut(laptop, rosa);

        box.offer(bank);
        street.pass(60);
        laptop.offer(market);
        meetAgain();

        bothShow("To the bank", "HOLDING");
        bothShow("To the market", "HANDED_BACK");
        assertThat(rosa.request("To the market").slots().get(0).offers()).isEmpty();
        assertThat(rosa.request("To the bank").slots().get(0).offers()).hasSize(1);
        street.pass(1_200);
        bothShow("To the bank", "HOLDING");
    }

    @Test
    void what_is_accepted_stays_and_the_other_goes_back_though_it_is_older() {
        RequestView bank = rosaAsks("lift", "To the bank", "2026-11-25T10:00");
        RequestView soup = rosaAsks("meal", "Soup", "2026-11-26T18:00");
        street.pass(5);
        street.partition(box);

        box.offer(bank);
        street.pass(60);
        laptop.offer(soup);
        street.pass(5);
        assertThat(state(laptop, "Soup")).isEqualTo("CONFIRMED");
        meetAgain();

        bothShow("Soup", "CONFIRMED");
        bothShow("To the bank", "HANDED_BACK");
    }

    @Test
    void a_second_yes_to_the_same_slot_is_the_same_person_and_counts_once() {
        RequestView bank = rosaAsks("lift", "To the bank", "2026-11-25T10:00");
        street.pass(5);
        street.partition(box);
        street.cut(laptop, rosa);

        box.offer(bank);
        street.pass(60);
        laptop.offer(bank);
        meetAgain();

        RequestView.SlotView slot = rosa.request("To the bank").slots().get(0);
        assertThat(slot.holders()).containsExactly(box.circle().member());
        assertThat(slot.standby()).isEmpty();
        assertThat(slot.state()).isEqualTo("COVERED");
    }

    @Test
    void each_device_refuses_alone_what_is_above_the_ceiling_of_both() {
        RequestView bank = rosaAsks("lift", "To the bank", "2026-11-25T10:00");
        RequestView market = rosaAsks("lift", "To the market", "2026-11-26T10:00");
        street.pass(5);
        box.offer(bank);
        street.pass(10);

        var ask = new CareAsk.Offer(
                null, market.id().hex(), market.slots().get(0).id().hex(), null);
        assertThat(laptop.problem(ask).kind()).isEqualTo(Problem.Kind.CONFLICT);
        assertThat(laptop.commitments()).hasSize(1);
    }
}
