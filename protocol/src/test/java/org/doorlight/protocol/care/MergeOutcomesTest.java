package org.doorlight.protocol.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.doorlight.protocol.Property;
import org.doorlight.protocol.id.CommitmentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.SlotId;
import org.junit.jupiter.api.Test;

/** What must hold after merge (CARE §4), whatever the order of arrival, the doubles and the clocks. */
class MergeOutcomesTest {
    private static final int ORDERS = 1_000;
    private static final long NOW = CareStreet.NOW;

    private static void inEveryOrder(Consumer<CareStreet> story) {
        Property.cases(ORDERS, 1).hold((random, size) -> story.accept(new CareStreet(random).rosaAsks()));
    }

    private static void allShow(CareStreet street, CommitmentId yes, CommitmentState state) {
        street.everybodyHears();
        assertThat(street.devices())
                .allSatisfy(device -> assertThat(device.state(yes, NOW)).isEqualTo(state));
        allShowTheSame(street);
    }

    private static void allShowTheSame(CareStreet street) {
        String first = street.devices().get(0).view(NOW);
        assertThat(street.devices())
                .allSatisfy(device -> assertThat(device.view(NOW)).isEqualTo(first));
    }

    @Test
    void p1_of_two_who_offer_apart_one_holds_and_the_other_stands_by_on_every_device() {
        inEveryOrder(street -> {
            CommitmentId ben = street.ben().offers(street.slot());
            CommitmentId chidi = street.chidi().offers(street.slot());
            street.everybodyHears();

            SlotStanding slot = street.rosasBox().standing().slot(street.slot()).orElseThrow();
            assertThat(slot.holders()).hasSize(1);
            assertThat(slot.standby()).hasSize(1);
            assertThat(slot.live()).extracting(Commitment::id).containsExactlyInAnyOrder(ben, chidi);
            allShowTheSame(street);

            street.rosasBox().acceptsWhatIsDue();
            allShow(street, slot.holders().get(0).id(), CommitmentState.CONFIRMED);
            allShow(street, slot.standby().get(0).id(), CommitmentState.STANDBY);
        });
    }

    @Test
    void p1_there_are_never_more_holders_than_are_needed_nor_one_helper_twice() {
        inEveryOrder(street -> {
            SlotId two = street.slots().get(1);
            street.anasBox().offers(two);
            street.anasPhone().offers(two);
            street.ben().offers(two);
            street.chidi().offers(two);
            street.everybodyHears();

            SlotStanding slot = street.ben().standing().slot(two).orElseThrow();
            assertThat(slot.holders()).extracting(Commitment::helper).hasSize(2).doesNotHaveDuplicates();
            assertThat(slot.live()).extracting(Commitment::helper).hasSize(3).doesNotHaveDuplicates();
            allShowTheSame(street);
        });
    }

    @Test
    void p2_an_older_offer_that_arrives_after_the_confirmation_displaces_nobody() {
        inEveryOrder(street -> {
            CommitmentId older = street.chidi().offers(street.slot());
            CommitmentId confirmed = street.ben().offers(street.slot());
            List<CareDevice.Letter> known = street.letters().stream()
                    .filter(letter -> !letter.device().equals(street.chidi().device()))
                    .toList();
            street.rosasBox().hear(CareStreet.mixed(known, street.random()));
            street.rosasBox().acceptsWhatIsDue();

            allShow(street, confirmed, CommitmentState.CONFIRMED);
            allShow(street, older, CommitmentState.STANDBY);
            street.rosasPhone().acceptsWhatIsDue();
            allShow(street, confirmed, CommitmentState.CONFIRMED);
        });
    }

    @Test
    void p3_taken_back_while_somebody_offers_is_taken_back_and_nobody_is_accepted() {
        inEveryOrder(street -> {
            CommitmentId yes = street.ben().offers(street.slot());
            street.rosasPhone().withdraws();
            if (street.random().nextBoolean()) {
                street.rosasBox().hear(street.some());
                street.rosasBox().acceptsWhatIsDue();
            }

            allShow(street, yes, CommitmentState.RELEASED);
            assertThat(street.chidi().standing().state(NOW)).isEqualTo(RequestState.WITHDRAWN);
            assertThat(street.rosasBox().standing().confirmed(NOW)).isEmpty();
            assertThat(Accepting.due(street.rosasBox().standing(), Collections.emptySortedSet(), NOW))
                    .isEmpty();
        });
    }

    @Test
    void p4_taken_back_after_it_was_done_is_both() {
        inEveryOrder(street -> {
            CommitmentId yes = street.ben().offers(street.slot());
            street.everybodyHears();
            street.rosasBox().acceptsWhatIsDue();
            street.ben().hasDone(yes);
            street.rosasPhone().withdraws();

            allShow(street, yes, CommitmentState.DONE);
            assertThat(street.ben().standing().state(NOW)).isEqualTo(RequestState.WITHDRAWN);
            assertThat(street.ben().standing().state(street.slot(), NOW)).isEqualTo(SlotState.DONE);
        });
    }

    @Test
    void p5_moved_by_more_than_two_hours_while_somebody_offers_asks_that_helper_again() {
        inEveryOrder(street -> {
            CommitmentId yes = street.ben().offers(street.slot());
            street.rosasBox().moves(street.slot(), CareStreet.SOON + 2 * CareStreet.HOUR + 1);

            allShow(street, yes, CommitmentState.RELEASED);
            CareStanding seen = street.ben().standing();
            assertThat(seen.isAskedAgain(seen.commitment(yes).orElseThrow(), NOW))
                    .isTrue();
            assertThat(seen.state(street.slot(), NOW)).isEqualTo(SlotState.OPEN);

            CommitmentId again = street.ben().offers(street.slot());
            allShow(street, again, CommitmentState.HOLDING);
        });
    }

    @Test
    void p5_moved_by_two_hours_or_less_is_still_what_was_offered() {
        inEveryOrder(street -> {
            CommitmentId yes = street.ben().offers(street.slot());
            street.everybodyHears();
            street.rosasBox().acceptsWhatIsDue();
            street.rosasPhone().moves(street.slot(), CareStreet.SOON - 2 * CareStreet.HOUR);

            allShow(street, yes, CommitmentState.CONFIRMED);
        });
    }

    @Test
    void p5_many_small_moves_come_to_a_far_one() {
        inEveryOrder(street -> {
            CommitmentId yes = street.ben().offers(street.slot());
            for (int hour = 1; hour <= 3; hour++) {
                street.rosasBox().moves(street.slot(), CareStreet.SOON + hour * CareStreet.HOUR);
            }

            allShow(street, yes, CommitmentState.RELEASED);
        });
    }

    @Test
    void p5_of_two_moves_made_apart_everybody_takes_the_same() {
        inEveryOrder(street -> {
            CommitmentId yes = street.ben().offers(street.slot());
            street.rosasBox().moves(street.slot(), CareStreet.SOON + 5 * CareStreet.HOUR);
            street.rosasPhone().moves(street.slot(), CareStreet.SOON + CareStreet.HOUR);

            allShow(street, yes, CommitmentState.RELEASED);
            assertThat(street.ben().request().slot(street.slot()).orElseThrow().start())
                    .isEqualTo(CareStreet.SOON + 5 * CareStreet.HOUR);
        });
    }

    @Test
    void p6_hand_back_beats_accept_and_the_spare_is_asked_before_being_accepted() {
        inEveryOrder(street -> {
            CommitmentId ben = street.ben().offers(street.slot());
            CommitmentId chidi = street.chidi().offers(street.slot());
            street.ben().hearAll();
            street.chidi().hearAll();
            boolean bensTurn = street.ben().standing().slot(street.slot()).orElseThrow().holders().stream()
                    .anyMatch(yes -> yes.id().equals(ben));
            CommitmentId first = bensTurn ? ben : chidi;
            CommitmentId spare = bensTurn ? chidi : ben;
            CareDevice holder = bensTurn ? street.ben() : street.chidi();
            CareDevice standby = bensTurn ? street.chidi() : street.ben();

            street.rosasPhone().hearAll();
            street.rosasPhone().acceptsWhatIsDue();
            holder.handsBack(first);

            allShow(street, first, CommitmentState.HANDED_BACK);
            allShow(street, spare, CommitmentState.HOLDING);
            assertThat(Accepting.due(street.rosasBox().standing(), Collections.emptySortedSet(), NOW))
                    .as("not before being asked")
                    .isEmpty();
            assertThat(street.ben().standing().state(street.slot(), NOW)).isEqualTo(SlotState.OPEN);

            standby.saysYesStill(spare);
            street.everybodyHears();
            street.rosasBox().acceptsWhatIsDue();
            allShow(street, spare, CommitmentState.CONFIRMED);
        });
    }

    @Test
    void p6_whoever_says_yes_after_a_hand_back_need_not_be_asked_again() {
        inEveryOrder(street -> {
            CommitmentId ben = street.ben().offers(street.slot());
            street.ben().handsBack(ben);
            street.everybodyHears();
            CommitmentId ana = street.anasPhone().offers(street.slot());
            street.everybodyHears();
            street.rosasBox().acceptsWhatIsDue();

            allShow(street, ana, CommitmentState.CONFIRMED);
        });
    }

    @Test
    void p7_handed_back_on_one_device_and_done_on_another_is_done() {
        inEveryOrder(street -> {
            CommitmentId yes = street.anasBox().offers(street.slot());
            street.everybodyHears();
            street.rosasBox().acceptsWhatIsDue();
            street.everybodyHears();
            street.anasBox().handsBack(yes);
            street.anasPhone().hasDone(yes);

            allShow(street, yes, CommitmentState.DONE);
            assertThat(street.ben().standing().state(street.slot(), NOW)).isEqualTo(SlotState.DONE);
        });
    }

    @Test
    void p9_a_device_that_was_away_cannot_open_what_was_taken_back() {
        inEveryOrder(street -> {
            street.rosasBox().withdraws();
            street.rosasPhone().pauses();
            street.rosasPhone().resumes();
            street.everybodyHears();
            assertThat(street.devices())
                    .allSatisfy(
                            device -> assertThat(device.standing().state(NOW)).isEqualTo(RequestState.WITHDRAWN));

            street.rosasPhone().resumes();
            street.everybodyHears();
            assertThat(street.ben().standing().state(NOW)).isEqualTo(RequestState.WITHDRAWN);
        });
    }

    @Test
    void resuming_asks_everybody_again() {
        inEveryOrder(street -> {
            CommitmentId yes = street.ben().offers(street.slot());
            street.everybodyHears();
            street.rosasBox().acceptsWhatIsDue();
            street.rosasPhone().hearAll();
            street.rosasPhone().pauses();
            allShow(street, yes, CommitmentState.RELEASED);
            assertThat(street.ben().standing().state(NOW)).isEqualTo(RequestState.PAUSED);

            street.rosasBox().resumes();
            allShow(street, yes, CommitmentState.RELEASED);
            CareStanding seen = street.ben().standing();
            assertThat(seen.isAskedAgain(seen.commitment(yes).orElseThrow(), NOW))
                    .isTrue();
            assertThat(seen.state(NOW)).isEqualTo(RequestState.OPEN);
        });
    }

    @Test
    void of_a_pause_and_a_resume_made_apart_the_pause_counts() {
        inEveryOrder(street -> {
            street.rosasBox().pauses();
            street.everybodyHears();
            street.rosasBox().resumes();
            street.rosasPhone().pauses();
            street.everybodyHears();

            assertThat(street.ben().standing().state(NOW)).isEqualTo(RequestState.PAUSED);
            allShowTheSame(street);
        });
    }

    @Test
    void p20_what_somebody_writes_about_anothers_yes_counts_for_nothing() {
        inEveryOrder(street -> {
            CommitmentId yes = street.ben().offers(street.slot());
            street.everybodyHears();
            String before = street.chidi().view(NOW);
            var stolen = new TreeMap<String, byte[]>();
            var mallory = street.chidi();
            street.ben().facts(street.ben().member()).forEach((key, value) -> {
                FactKey parsed = FactKey.parse(key).orElseThrow();
                stolen.put(new FactKey(parsed.kind(), parsed.subject(), mallory.device()).toString(), value);
            });
            stolen.putAll(HelpingFacts.handBack(yes, mallory.device(), Stamp.NONE));
            stolen.putAll(HelpingFacts.done(yes, mallory.device(), Stamp.NONE));
            stolen.putAll(RequestFacts.accepted(yes, mallory.device(), Stamp.NONE));
            stolen.putAll(RequestFacts.withdrawn(NOW, mallory.device()));
            mallory.write(mallory.member(), stolen);
            street.everybodyHears();

            assertThat(street.devices())
                    .allSatisfy(device -> assertThat(device.view(NOW)).isEqualTo(before));
        });
    }

    @Test
    void p20_nobody_helps_with_an_own_request() {
        inEveryOrder(street -> {
            street.rosasPhone().offers(street.slot());
            street.everybodyHears();

            assertThat(street.ben().standing().commitments()).isEmpty();
            assertThat(street.ben().standing().slot(street.slot()).orElseThrow().holders())
                    .isEmpty();
        });
    }

    @Test
    void p21_whatever_happens_all_devices_come_to_show_the_same() {
        Property.cases(ORDERS, 30).hold((random, size) -> {
            CareStreet street = new CareStreet(random).rosaAsks();
            for (int step = 0; step < size; step++) {
                street.devices().get(random.nextInt(street.devices().size())).doesSomething();
                street.devices().get(random.nextInt(street.devices().size())).hear(street.some());
            }
            street.everybodyHears();
            CareDevice newcomer = street.newcomer();
            newcomer.hearAll();
            newcomer.hearAll();

            for (long now : new long[] {NOW, CareStreet.SOON, CareStreet.SOON + 1_000 * CareStreet.HOUR}) {
                String first = newcomer.view(now);
                assertThat(street.devices())
                        .allSatisfy(device -> assertThat(device.view(now)).isEqualTo(first));
            }
            SlotStanding slot = newcomer.standing().slot(street.slot()).orElseThrow();
            assertThat(slot.holders()).hasSizeLessThanOrEqualTo(1);
        });
    }

    @Test
    void p22_whom_the_requester_passes_over_nobody_can_tell_from_any_other_choice() {
        Property.cases(ORDERS, 1).hold((random, size) -> {
            long seed = random.nextLong();
            CareStreet withList = new CareStreet(new java.util.Random(seed)).rosaAsks();
            CareStreet byHand = new CareStreet(new java.util.Random(seed)).rosaAsks();
            MemberId unwanted = withList.ben().member();
            SortedSet<MemberId> list = new TreeSet<>(List.of(unwanted));
            CommitmentId passedOver = null;
            CommitmentId chosen = null;
            for (CareStreet street : List.of(withList, byHand)) {
                passedOver = street.ben().offers(street.slot());
                chosen = street.chidi().offers(street.slot());
                street.everybodyHears();
            }

            withList.rosasBox().acceptsWhatIsDue(list);
            byHand.rosasBox().accepts(chosen);

            allShow(withList, chosen, CommitmentState.CONFIRMED);
            allShow(withList, passedOver, CommitmentState.STANDBY);
            byHand.everybodyHears();
            assertThat(withList.ben().view(NOW)).isEqualTo(byHand.ben().view(NOW));
            assertThat(withList.ben().keys(withList.rosa()))
                    .isEqualTo(byHand.ben().keys(byHand.rosa()));
        });
    }

    @Test
    void p22_with_nobody_else_there_comes_an_ordinary_release() {
        inEveryOrder(street -> {
            SortedSet<MemberId> list = new TreeSet<>(List.of(street.ben().member()));
            CommitmentId yes = street.ben().offers(street.slot());
            street.everybodyHears();
            street.rosasBox().acceptsWhatIsDue(list);
            allShow(street, yes, CommitmentState.HOLDING);

            Accepting.stranded(street.rosasBox().standing(), list, NOW)
                    .forEach(one -> street.rosasBox().releases(one.id()));
            allShow(street, yes, CommitmentState.RELEASED);
        });
    }
}
