package org.doorlight.protocol.hello;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorlight.protocol.hello.RosasStreet.HOUR;
import static org.doorlight.protocol.hello.RosasStreet.MINUTE;
import static org.doorlight.protocol.hello.RosasStreet.at;
import static org.doorlight.protocol.hello.RosasStreet.day;
import static org.doorlight.protocol.hello.RosasStreet.rung;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.doorlight.protocol.Property;
import org.doorlight.protocol.hello.Attestation.Word;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.MemberId;
import org.junit.jupiter.api.Test;

/** Who is asked, and for what (HELLO §5). */
class LadderTest {
    private final RosasStreet street = new RosasStreet(3);
    private final long due = street.window(day(0)).due();
    private final List<MemberId> duty = Duty.order(street.buddies, day(0).date());

    private Ladder.Rung after(long millis) {
        return rung(street.tidings(), due + millis);
    }

    private void missed() {
        street.note(day(0), Word.MISSED);
    }

    @Test
    void one_buddy_is_asked_then_the_next_then_all() {
        missed();

        assertThat(after(0).asked()).containsExactly(duty.get(0));
        assertThat(after(0).nextAt()).isEqualTo(due + HOUR);
        assertThat(after(HOUR).asked()).containsExactlyInAnyOrder(duty.get(0), duty.get(1));
        assertThat(after(2 * HOUR).asked()).containsExactlyInAnyOrderElementsOf(street.buddies);
        assertThat(after(2 * HOUR).level()).isEqualTo(Level.ASK);
    }

    @Test
    void when_nobody_acts_it_goes_up_and_never_stops() {
        missed();

        assertThat(after(3 * HOUR).level()).isEqualTo(Level.SEEN);
        assertThat(after(4 * HOUR).level()).isEqualTo(Level.KNOCK);
        assertThat(after(5 * HOUR).level()).isEqualTo(Level.DECIDE);
        assertThat(after(500 * HOUR).level()).isEqualTo(Level.DECIDE);
        assertThat(after(500 * HOUR).asked()).hasSize(3);
    }

    @Test
    void i_will_holds_it_for_a_step_and_then_it_is_handed_on() {
        missed();
        street.says(duty.get(0), day(0), Answer.Kind.WILL_GO, due + 50 * MINUTE);

        assertThat(after(100 * MINUTE).asked()).containsExactly(duty.get(0));
        assertThat(after(100 * MINUTE).going()).containsExactly(duty.get(0));
        assertThat(after(110 * MINUTE).asked()).hasSize(2);
        assertThat(after(110 * MINUTE).going()).isEmpty();
    }

    @Test
    void i_cannot_right_now_asks_the_next_at_once() {
        missed();
        street.says(duty.get(0), day(0), Answer.Kind.CANNOT, due + MINUTE);

        assertThat(after(MINUTE).asked()).hasSize(2);
        assertThat(after(MINUTE + 59 * MINUTE).level()).isEqualTo(Level.ASK);
    }

    @Test
    void two_do_not_knock_the_second_reads_who_is_on_the_way() {
        missed();
        street.says(duty.get(1), day(0), Answer.Kind.KNOCKING, due + 4 * HOUR + 2 * MINUTE);
        street.says(duty.get(0), day(0), Answer.Kind.KNOCKING, due + 4 * HOUR + MINUTE);

        Tidings tidings = street.tidings();
        Ladder.Rung rung = after(4 * HOUR + 3 * MINUTE);
        Episode open = Episodes.open(tidings, Pace.USUAL).orElseThrow();
        assertThat(rung.going()).containsExactly(duty.get(0), duty.get(1));
        assertThat(BuddySees.open(duty.get(0), open, tidings, rung).words()).isEqualTo(Words.YOU_GO);
        assertThat(BuddySees.open(duty.get(1), open, tidings, rung))
                .isEqualTo(new BuddySees(Words.SOMEONE_GOES, Optional.of(duty.get(0)), due));
    }

    @Test
    void milk_on_the_step_goes_straight_to_the_knock() {
        missed();
        street.says(duty.get(2), day(0), Answer.Kind.GO_NOW, due + 5 * MINUTE);

        assertThat(after(4 * MINUTE).level()).isEqualTo(Level.ASK);
        assertThat(after(5 * MINUTE).level()).isEqualTo(Level.KNOCK);
        assertThat(after(5 * MINUTE).asked()).hasSize(3);
    }

    @Test
    void a_telephone_that_nobody_answers_waits_its_time_and_a_door_does_not() {
        missed();
        street.says(duty.get(0), day(0), Answer.Kind.NO_ANSWER, due + MINUTE);
        assertThat(after(59 * MINUTE).asked()).containsExactly(duty.get(0));

        street.says(duty.get(1), day(0), Answer.Kind.NO_ANSWER, due + 4 * HOUR + MINUTE);

        assertThat(after(4 * HOUR).level()).isEqualTo(Level.KNOCK);
        assertThat(after(4 * HOUR + MINUTE).level()).isEqualTo(Level.DECIDE);
    }

    @Test
    void nobody_knocks_at_night() {
        WindowId window = day(0);
        long evening = Instant.parse("2027-05-03T18:30:00Z").toEpochMilli();
        street.write(street.rosa, PlanFacts.note(Attestation.of(window, Word.MISSED, evening), street.box));

        assertThat(rung(street.tidings(), evening + 4 * HOUR).level()).isEqualTo(Level.SEEN);
        long eight = Instant.parse("2027-05-04T06:00:00Z").toEpochMilli();
        assertThat(rung(street.tidings(), eight - 1).level()).isEqualTo(Level.SEEN);
        assertThat(rung(street.tidings(), eight).level()).isEqualTo(Level.KNOCK);
    }

    @Test
    void the_last_step_is_the_one_the_person_said_yes_to() {
        RosasStreet gentle = new RosasStreet(2, new Consents(Level.SEEN, false, false, true, false, false));
        gentle.note(day(0), Word.MISSED);

        assertThat(rung(gentle.tidings(), due + 99 * HOUR).level()).isEqualTo(Level.SEEN);
    }

    @Test
    void rest_skips_duty_and_never_an_episode() {
        missed();
        Tidings tidings = street.tidings();
        Episode open = Episodes.open(tidings, Pace.USUAL).orElseThrow();

        Ladder.Rung oneRests = Ladder.at(open, tidings, new TreeSet<>(List.of(duty.get(0))), at(due));
        assertThat(oneRests.asked()).containsExactly(duty.get(1));

        Ladder.Rung allRest = Ladder.at(open, tidings, new TreeSet<>(street.buddies), at(due));
        assertThat(allRest.asked()).hasSize(3);
        assertThat(BuddySees.open(duty.get(0), open, tidings, allRest).words()).isEqualTo(Words.ASK_RESTING);
    }

    @Test
    void duty_goes_round_day_by_day() {
        List<MemberId> first = List.of(0, 1, 2, 3, 4, 5).stream()
                .map(number -> Duty.order(street.buddies, day(number).date()).get(0))
                .toList();

        assertThat(first.subList(0, 3)).doesNotHaveDuplicates();
        assertThat(first.subList(3, 6)).isEqualTo(first.subList(0, 3));
    }

    @Test
    void a_silent_box_leads_to_a_knock_after_two_days_and_with_a_yes_only() {
        RosasStreet careful = new RosasStreet(1, new Consents(Level.DECIDE, false, false, true, true, false));
        careful.note(day(0), Word.OK);
        long signed = careful.window(day(1)).due() + 24 * HOUR;
        careful.cannotHear(careful.buddies.get(0), day(1), signed);

        assertThat(rung(careful.tidings(), signed + 47 * HOUR).level()).isEqualTo(Level.SEEN);
        assertThat(rung(careful.tidings(), signed + 48 * HOUR).level()).isEqualTo(Level.KNOCK);

        RosasStreet without = new RosasStreet(1);
        without.note(day(0), Word.OK).cannotHear(without.buddies.get(0), day(1), signed);
        assertThat(rung(without.tidings(), signed + 480 * HOUR).level()).isEqualTo(Level.SEEN);
    }

    @Test
    void seen_after_the_window_opened_ends_it_and_before_does_not() {
        missed();
        street.shown(duty.get(0), day(0));
        street.says(duty.get(0), day(0), Answer.Kind.SEEN, street.window(day(0)).opens() - 1);
        assertThat(Episodes.open(street.tidings(), Pace.USUAL)).isPresent();

        street.says(duty.get(1), day(0), Answer.Kind.SEEN, street.window(day(0)).opens());

        assertThat(Episodes.open(street.tidings(), Pace.USUAL)).isEmpty();
        Episode over = Episodes.ended(street.tidings(), Pace.USUAL).get(0);
        assertThat(BuddySees.over(duty.get(0), over, street.tidings()).words()).isEqualTo(Words.CLEAR_SEEN);
    }

    @Test
    void what_ends_it_is_told_in_order_of_weight() {
        missed();
        street.says(duty.get(0), day(0), Answer.Kind.SEEN, due + MINUTE);
        assertThat(Ending.of(day(0), street.tidings()).orElseThrow().kind()).isEqualTo(Ending.Kind.SEEN);
        street.says(duty.get(1), day(0), Answer.Kind.IN_PEACE, due + 2 * MINUTE);
        assertThat(Ending.of(day(0), street.tidings()).orElseThrow().kind()).isEqualTo(Ending.Kind.SPOKE);
        street.hello(day(0));
        assertThat(Ending.of(day(0), street.tidings()).orElseThrow().kind()).isEqualTo(Ending.Kind.HELLO);
    }

    @Test
    void with_two_voices_one_sighting_is_not_enough() {
        RosasStreet two = new RosasStreet(3, new Consents(Level.DECIDE, true, false, true, false, false));
        two.note(day(0), Word.MISSED).says(two.buddies.get(0), day(0), Answer.Kind.SEEN, due);
        two.says(two.buddies.get(0), day(0), Answer.Kind.SEEN, due + 1);
        assertThat(Episodes.open(two.tidings(), Pace.USUAL)).isPresent();

        two.says(two.buddies.get(1), day(0), Answer.Kind.SPOKE, due);

        assertThat(Episodes.open(two.tidings(), Pace.USUAL)).isEmpty();
    }

    @Test
    void who_has_not_said_yes_is_never_asked() {
        street.write(street.buddies.get(0), WatchFacts.agreed(street.rosa, false, 2, DeviceId.of(new byte[16])));
        missed();

        assertThat(after(99 * HOUR).asked()).doesNotContain(street.buddies.get(0));
    }

    @Test
    void leaving_is_immediate_and_silent() {
        missed();
        street.write(street.rosa, PlanFacts.ended(2, street.box));

        assertThat(Episodes.open(street.tidings(), Pace.USUAL)).isEmpty();
        assertThat(Observer.look(street.tidings(), RosasStreet.goodEars(), at(due))
                        .cause())
                .isEqualTo(Finding.Cause.NO_PLAN);
    }

    @Test
    void a_later_moment_never_asks_fewer_nor_goes_down_a_step() {
        Property.cases(1_000, 6).hold((random, size) -> {
            RosasStreet some = new RosasStreet(size);
            some.note(day(0), Word.MISSED);
            Answer.Kind[] kinds = {
                Answer.Kind.WILL_GO,
                Answer.Kind.CANNOT,
                Answer.Kind.NO_ANSWER,
                Answer.Kind.GO_NOW,
                Answer.Kind.SAID_HELLO
            };
            for (int number = 0; number < size; number++) {
                MemberId who = some.buddies.get(random.nextInt(size));
                some.says(who, day(0), kinds[random.nextInt(kinds.length)], due + random.nextLong(6 * HOUR));
            }
            Tidings tidings = some.tidings();
            Ladder.Rung before = rung(tidings, due);
            for (long now = due; now < due + 40 * HOUR; now += 23 * MINUTE) {
                Ladder.Rung rung = rung(tidings, now);
                assertThat(rung.asked()).containsAll(before.asked());
                assertThat(rung.level()).isGreaterThanOrEqualTo(before.level());
                assertThat(rung.nextAt()).isGreaterThan(now);
                before = rung;
            }
            assertThat(before.level()).isEqualTo(Level.DECIDE);
        });
    }
}
