package org.doorlight.protocol.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorlight.protocol.care.Talk.Side.HELPER;
import static org.doorlight.protocol.care.Talk.Side.REQUESTER;

import java.util.Random;
import java.util.function.Consumer;
import org.doorlight.protocol.Property;
import org.doorlight.protocol.id.CommitmentId;
import org.junit.jupiter.api.Test;

/** Whether two talk tonight (CARE §3), whatever the order of arrival, the doubles and the clocks. */
class TalkTest {
    private static final int ORDERS = 200;
    private static final long DAY_BEFORE = CareStreet.SOON - 20 * CareStreet.HOUR;
    private static final long THAT_DAY = CareStreet.SOON - 3 * CareStreet.HOUR;
    private static final long LONG_AFTER = CareStreet.SOON + 100 * CareStreet.HOUR;

    private static void inEveryOrder(Consumer<CareStreet> story) {
        Property.cases(ORDERS, 1)
                .hold((random, size) -> story.accept(new CareStreet(random).rosaAsksFor(RequestKind.LISTEN)));
    }

    private static void allSee(CareStreet street, CommitmentId yes, Talk helper, Talk requester) {
        street.everybodyHears();
        assertThat(street.devices()).allSatisfy(device -> {
            assertThat(device.talk(yes, HELPER, THAT_DAY)).isEqualTo(helper);
            assertThat(device.talk(yes, REQUESTER, THAT_DAY)).isEqualTo(requester);
            assertThat(device.view(THAT_DAY)).isEqualTo(street.devices().get(0).view(THAT_DAY));
        });
    }

    private static CommitmentId accepted(CareStreet street) {
        CommitmentId yes = street.ben().offers(street.slot());
        street.everybodyHears();
        street.rosasBox().accepts(yes);
        return yes;
    }

    @Test
    void both_are_asked_on_the_day_and_the_talk_opens_when_both_have_said_yes() {
        inEveryOrder(street -> {
            CommitmentId yes = accepted(street);
            street.everybodyHears();
            assertThat(street.ben().talk(yes, HELPER, DAY_BEFORE)).isEqualTo(Talk.LATER);
            allSee(street, yes, Talk.ASKED, Talk.ASKED);

            boolean helperFirst = street.random().nextBoolean();
            CareDevice first = helperFirst ? street.ben() : street.rosasPhone();
            CareDevice second = helperFirst ? street.rosasBox() : street.ben();
            first.hasRoomToTalk(yes);
            allSee(street, yes, helperFirst ? Talk.WAITS : Talk.ASKED, helperFirst ? Talk.ASKED : Talk.WAITS);
            assertThat(street.chidi().standing().confirmed(THAT_DAY)).isEmpty();

            second.hasRoomToTalk(yes);
            allSee(street, yes, Talk.OPEN, Talk.OPEN);
            assertThat(street.chidi().standing().confirmed(THAT_DAY))
                    .containsExactly(street.ben().member());
        });
    }

    @Test
    void rest_beats_room_when_a_helper_says_both_apart() {
        inEveryOrder(street -> {
            CommitmentId yes = street.anasBox().offers(street.slot());
            street.everybodyHears();
            street.rosasBox().accepts(yes);
            street.rosasBox().hasRoomToTalk(yes);
            street.anasBox().hasRoomToTalk(yes);
            street.anasPhone().handsBack(yes);

            allSee(street, yes, Talk.RESTS, Talk.NONE);
            assertThat(street.rosasBox().standing().confirmed(THAT_DAY)).isEmpty();
            assertThat(street.rosasBox().standing().state(street.slot(), THAT_DAY))
                    .isEqualTo(SlotState.OPEN);
        });
    }

    @Test
    void a_helper_who_rests_cannot_be_told_from_one_who_hands_back_for_any_other_reason() {
        CareStreet street = new CareStreet(new Random(1)).rosaAsksFor(RequestKind.LISTEN);
        CommitmentId yes = accepted(street);
        street.everybodyHears();
        int before = street.letters().size();
        street.ben().handsBack(yes);

        assertThat(street.letters()).hasSize(before + 1);
        assertThat(street.letters().get(before).facts().keySet())
                .containsExactly(new FactKey("handback", yes.hex(), street.ben().device()).toString());
    }

    @Test
    void a_requester_who_rests_needs_nobody_and_whoever_had_said_yes_is_thanked() {
        inEveryOrder(street -> {
            CommitmentId yes = accepted(street);
            street.ben().hasRoomToTalk(yes);
            street.rosasPhone().doesItHerself(street.slot());

            allSee(street, yes, Talk.NONE, Talk.RESTS);
            assertThat(street.ben().state(yes, THAT_DAY)).isEqualTo(CommitmentState.RELEASED);
        });
    }

    @Test
    void a_talk_that_never_opened_went_by_without_and_counts_for_nobody() {
        CareStreet street = new CareStreet(new Random(2)).rosaAsksFor(RequestKind.LISTEN);
        CommitmentId yes = accepted(street);
        street.everybodyHears();
        assertThat(street.ben().state(yes, LONG_AFTER)).isEqualTo(CommitmentState.RELEASED);
        assertThat(street.ben().standing().state(street.slot(), LONG_AFTER)).isEqualTo(SlotState.LAPSED);

        street.ben().hasRoomToTalk(yes);
        street.rosasBox().hasRoomToTalk(yes);
        street.everybodyHears();
        assertThat(street.ben().state(yes, LONG_AFTER)).isEqualTo(CommitmentState.DONE);
        assertThat(street.ben().standing().state(street.slot(), LONG_AFTER)).isEqualTo(SlotState.DONE);
    }

    @Test
    void no_other_kind_asks() {
        for (RequestKind kind : RequestKind.values()) {
            CareStreet street = new CareStreet(new Random(3)).rosaAsksFor(kind);
            CommitmentId yes = accepted(street);
            street.everybodyHears();
            boolean asks = kind == RequestKind.LISTEN;
            assertThat(street.ben().talk(yes, HELPER, THAT_DAY)).isEqualTo(asks ? Talk.ASKED : Talk.NONE);
            assertThat(street.ben().standing().confirmed(THAT_DAY)).hasSize(asks ? 0 : 1);
        }
    }

    @Test
    void somebody_who_is_only_the_spare_is_not_asked() {
        inEveryOrder(street -> {
            CommitmentId yes = accepted(street);
            CommitmentId spare = street.chidi().offers(street.slot());
            street.everybodyHears();
            street.chidi().hasRoomToTalk(spare);

            allSee(street, spare, Talk.NONE, Talk.NONE);
            allSee(street, yes, Talk.ASKED, Talk.ASKED);
        });
    }
}
