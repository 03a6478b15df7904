package org.doorlight.protocol.hello;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorlight.protocol.hello.RosasStreet.HOUR;
import static org.doorlight.protocol.hello.RosasStreet.MINUTE;
import static org.doorlight.protocol.hello.RosasStreet.at;
import static org.doorlight.protocol.hello.RosasStreet.day;
import static org.doorlight.protocol.hello.RosasStreet.goodEars;

import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.hello.Attestation.Word;
import org.doorlight.protocol.hello.Finding.Cause;
import org.doorlight.protocol.hello.Finding.State;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.MemberId;
import org.junit.jupiter.api.Test;

/** What a neighbour's box may conclude (HELLO §4). */
class ObserverTest {
    private final RosasStreet street = new RosasStreet(3);
    private final long due = street.window(day(0)).due();

    private Finding look(Ears ears, long now) {
        return Observer.look(street.tidings(), ears, at(now));
    }

    private void unknown(Ears ears, long now, Cause cause) {
        assertThat(look(ears, now)).isEqualTo(new Finding(State.UNKNOWN, cause));
    }

    @Test
    void ok_hello_and_paused_are_heard_until_the_next_is_due() {
        street.note(day(0), Word.OK);
        assertThat(look(goodEars(), due).state()).isEqualTo(State.HEARD);
        assertThat(look(goodEars(), due + 24 * HOUR).state()).isEqualTo(State.HEARD);
        unknown(goodEars(), due + 24 * HOUR + 11 * MINUTE, Cause.BOX_SILENT);

        street.note(day(1), Word.PAUSED);
        assertThat(look(goodEars(), due + 25 * HOUR).state()).isEqualTo(State.HEARD);
        street.note(day(2), Word.CANNOT_TELL).hello(day(2));
        assertThat(look(goodEars(), due + 49 * HOUR).state()).isEqualTo(State.HEARD);
    }

    @Test
    void quiet_comes_from_the_own_box_alone() {
        street.write(street.rosa, PlanFacts.note(Attestation.of(day(0), Word.MISSED, due), DeviceId.of(new byte[16])));
        assertThat(look(goodEars(), due + HOUR).state()).isEqualTo(State.UNKNOWN);
        assertThat(street.tidings().refused()).isEqualTo(1);

        street.note(day(0), Word.MISSED);

        assertThat(look(goodEars(), due + HOUR).state()).isEqualTo(State.QUIET);
    }

    @Test
    void an_attestation_filed_under_another_window_is_refused_and_counted() {
        SortedMap<String, byte[]> right = PlanFacts.note(Attestation.of(day(0), Word.MISSED, due), street.box);
        SortedMap<String, byte[]> wrong = new TreeMap<>();
        right.forEach((key, value) -> wrong.put(key.replace(day(0).toString(), day(1).toString()), value));
        street.write(street.rosa, wrong);

        assertThat(street.tidings().notes()).isEmpty();
        assertThat(street.tidings().refused()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_known_has_a_cause() {
        unknown(goodEars(), due + HOUR, Cause.NOT_YET);
        street.note(day(0), Word.OK);
        long late = due + 30 * HOUR;
        unknown(new Ears(false, 9, 9, new TreeMap<>()), late, Cause.CLOCK_UNSURE);
        unknown(new Ears(true, 9, 5, new TreeMap<>()), late, Cause.CUT_OFF);
        assertThat(new Ears(true, 9, 6, new TreeMap<>()).cutOff()).isFalse();
        unknown(goodEars(), late, Cause.BOX_SILENT);
        street.note(day(1), Word.CANNOT_TELL);
        unknown(goodEars(), late, Cause.CANNOT_TELL);
    }

    @Test
    void quiet_does_not_need_a_clock_but_a_fact() {
        street.note(day(0), Word.MISSED);

        assertThat(look(new Ears(false, 9, 9, new TreeMap<>()), 0).state()).isEqualTo(State.QUIET);
    }

    @Test
    void three_boxes_silent_within_ten_minutes_are_a_part_of_the_street() {
        street.note(day(0), Word.OK);
        SortedMap<MemberId, Long> lastHeard = new TreeMap<>();
        byte[] name = new byte[32];
        for (int number = 0; number < 3; number++) {
            name[0]++;
            lastHeard.put(MemberId.of(name), due + (long) number * 5 * MINUTE);
        }
        unknown(new Ears(true, 11, 8, lastHeard), due + 47 * HOUR, Cause.STREET_OFF);

        lastHeard.put(MemberId.of(name), due + 11 * MINUTE);
        unknown(new Ears(true, 11, 8, lastHeard), due + 47 * HOUR, Cause.BOX_SILENT);
    }

    @Test
    void nobody_is_unheard_during_a_pause() {
        street.write(
                street.rosa,
                PlanFacts.note(new Attestation(day(0), Word.PAUSED, Picture.SUN, day(9), due), street.box));

        assertThat(Silence.toSign(
                        street.tidings(), goodEars(), at(street.window(day(9)).due() + 23 * HOUR)))
                .isEmpty();
        assertThat(Silence.toSign(
                        street.tidings(), goodEars(), at(street.window(day(9)).due() + 24 * HOUR)))
                .contains(day(9));
    }

    @Test
    void a_silence_needs_the_persons_yes_and_in_heat_it_is_shorter() {
        RosasStreet private_ = new RosasStreet(2, new Consents(Level.DECIDE, false, true, false, false, false));
        private_.note(day(0), Word.OK);
        assertThat(Silence.toSign(private_.tidings(), goodEars(), at(due + 90 * HOUR)))
                .isEmpty();

        RosasStreet hot = new RosasStreet(2, new Consents(Level.DECIDE, false, true, true, false, false));
        hot.note(day(0), Word.OK);
        long six = hot.window(day(1)).due() + 6 * HOUR;
        assertThat(Silence.toSign(hot.tidings(), goodEars(), at(six))).isEmpty();
        assertThat(Silence.toSign(hot.tidings(), goodEars(), new When(six, Pace.USUAL, new Heat(0, Long.MAX_VALUE))))
                .contains(day(1));
    }

    @Test
    void observers_who_sign_more_than_six_hours_apart_do_not_agree() {
        street.note(day(0), Word.OK);
        long silent = street.window(day(1)).due() + 24 * HOUR;
        for (int number = 0; number < 3; number++) {
            street.cannotHear(street.buddies.get(number), day(1), silent + (long) number * 4 * HOUR);
        }
        assertThat(Episodes.open(street.tidings(), Pace.USUAL)).isEmpty();

        street.cannotHear(street.buddies.get(2), day(1), silent + 5 * HOUR);

        Episode open = Episodes.open(street.tidings(), Pace.USUAL).orElseThrow();
        assertThat(open.reason()).isEqualTo(Episode.Reason.SILENT_BOX);
        assertThat(open.since()).isEqualTo(silent + 5 * HOUR);
        assertThat(look(goodEars(), silent + 6 * HOUR).state()).isEqualTo(State.CANNOT_HEAR);
    }

    @Test
    void a_box_heard_again_is_an_all_clear_about_the_box() {
        street.note(day(0), Word.OK);
        long silent = street.window(day(1)).due() + 24 * HOUR;
        for (MemberId buddy : street.buddies) {
            street.cannotHear(buddy, day(1), silent).shown(buddy, day(1));
        }
        street.note(day(2), Word.CANNOT_TELL);

        assertThat(Episodes.open(street.tidings(), Pace.USUAL)).isEmpty();
        Episode over = Episodes.ended(street.tidings(), Pace.USUAL).get(0);
        assertThat(BuddySees.over(street.buddies.get(0), over, street.tidings()).words())
                .isEqualTo(Words.CLEAR_HEARD);
    }

    @Test
    void a_plan_that_was_not_renewed_expects_nothing() {
        street.note(day(0), Word.OK);
        long after = street.window(day(200)).due() + HOUR;

        unknown(goodEars(), after, Cause.NOT_YET);
        RosasStreet old = new RosasStreet(2);
        old.note(day(195), Word.OK);
        assertThat(Silence.toSign(old.tidings(), goodEars(), at(after))).isEmpty();
    }

    @Test
    void what_a_clock_ten_years_ahead_made_a_box_sign_does_not_hide_its_silence() {
        RosasStreet street = new RosasStreet(3);
        street.note(day(0), Word.OK);
        WindowId inTenYears = new WindowId(day(0).date().plusYears(10), 0);
        street.note(inTenYears, Word.CANNOT_TELL);
        long due = street.window(day(1)).due();
        assertThat(Silence.toSign(street.tidings(), goodEars(), at(due + 24 * HOUR)))
                .contains(day(1));

        street.buddies.forEach(buddy -> street.cannotHear(buddy, day(1), due + 24 * HOUR));

        assertThat(Observer.look(street.tidings(), goodEars(), at(due + 25 * HOUR))
                        .state())
                .isEqualTo(Finding.State.CANNOT_HEAR);
        assertThat(Episodes.open(street.tidings(), Pace.USUAL)).isPresent();

        street.note(day(4), Word.CANNOT_TELL);

        assertThat(Episodes.open(street.tidings(), Pace.USUAL)).isEmpty();
    }
}
