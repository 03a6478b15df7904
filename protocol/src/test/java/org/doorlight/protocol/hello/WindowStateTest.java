package org.doorlight.protocol.hello;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorlight.protocol.hello.RosasStreet.HOUR;
import static org.doorlight.protocol.hello.RosasStreet.MINUTE;
import static org.doorlight.protocol.hello.RosasStreet.day;

import java.time.Duration;
import java.util.Optional;
import org.doorlight.protocol.hello.Attestation.Word;
import org.doorlight.protocol.hello.WindowState.Noticed;
import org.doorlight.protocol.hello.WindowState.State;
import org.junit.jupiter.api.Test;

/** The own box and one window (HELLO §2). */
class WindowStateTest {
    private static final Window MONDAY = new RosasStreet(1).window(day(0));
    private static final Senses WELL = new Senses(1_000 * HOUR, 900 * HOUR, 24 * HOUR);
    private static final Touch TOUCH = new Touch(Picture.LEAF, MONDAY.opens() + 1);

    private static Noticed noticed(Senses senses) {
        return new Noticed(MONDAY, Optional.empty(), Optional.empty(), senses);
    }

    private static State state(Senses senses, long now) {
        return WindowState.of(noticed(senses), now).state();
    }

    @Test
    void a_window_waits_then_nudges_three_times_then_is_missed() {
        assertThat(state(WELL, MONDAY.opens())).isEqualTo(State.WAITING);
        assertThat(state(WELL, MONDAY.closes() - 1)).isEqualTo(State.WAITING);
        assertThat(WindowState.of(noticed(WELL), MONDAY.closes())).isEqualTo(new WindowState(State.NUDGING, 1));
        assertThat(WindowState.of(noticed(WELL), MONDAY.closes() + 30 * MINUTE).nudges())
                .isEqualTo(2);
        assertThat(WindowState.of(noticed(WELL), MONDAY.due() - 1)).isEqualTo(new WindowState(State.NUDGING, 3));
        assertThat(state(WELL, MONDAY.due())).isEqualTo(State.MISSED);
    }

    @Test
    void a_touch_is_a_hello_and_its_attestation_waits_for_the_scheduled_moment() {
        Noticed touched = new Noticed(MONDAY, Optional.of(TOUCH), Optional.empty(), WELL);

        assertThat(WindowState.of(touched, MONDAY.due()).state()).isEqualTo(State.HELLO);
        assertThat(WindowState.attest(touched, Optional.empty(), MONDAY.due()))
                .isEqualTo(new Attestation(MONDAY.id(), Word.OK, Picture.LEAF, null, MONDAY.due()));
    }

    @Test
    void a_box_not_sure_of_the_time_signs_nothing_but_that_it_cannot_tell() {
        Senses unsure = new Senses(99 * HOUR, Senses.UNSURE, 0);
        Noticed touched = new Noticed(MONDAY, Optional.of(TOUCH), Optional.empty(), unsure);

        assertThat(WindowState.attest(touched, Optional.empty(), MONDAY.due()).word())
                .isEqualTo(Word.CANNOT_TELL);
    }

    @Test
    void a_hello_counts_on_a_box_that_was_off_for_a_while() {
        Noticed booted = new Noticed(MONDAY, Optional.of(TOUCH), Optional.empty(), new Senses(0, 0, 99_999 * HOUR));

        assertThat(WindowState.attest(booted, Optional.empty(), MONDAY.due()).word())
                .isEqualTo(Word.OK);
    }

    @Test
    void a_box_that_was_off_for_part_of_the_grace_cannot_tell() {
        long grace = MONDAY.due() - MONDAY.closes();

        assertThat(state(new Senses(grace, grace, 0), MONDAY.due())).isEqualTo(State.MISSED);
        assertThat(state(new Senses(grace - 1, grace - 1, 0), MONDAY.due())).isEqualTo(State.CANNOT_TELL);
    }

    @Test
    void a_box_not_sure_of_the_time_all_through_the_grace_cannot_tell() {
        assertThat(state(new Senses(99 * HOUR, Senses.UNSURE, 0), MONDAY.due())).isEqualTo(State.CANNOT_TELL);
        assertThat(state(new Senses(99 * HOUR, MINUTE, 0), MONDAY.due())).isEqualTo(State.CANNOT_TELL);
    }

    @Test
    void a_button_that_nobody_has_touched_for_a_week_proves_nothing() {
        long week = Duration.ofDays(7).toMillis();

        assertThat(state(new Senses(99 * HOUR, 99 * HOUR, week), MONDAY.due())).isEqualTo(State.MISSED);
        assertThat(state(new Senses(99 * HOUR, 99 * HOUR, week + 1), MONDAY.due()))
                .isEqualTo(State.CANNOT_TELL);
        assertThat(new Senses(1, 1, week + 1).sight()).isEqualTo(Senses.Sight.INPUT_UNPROVEN);
        assertThat(new Senses(1, Senses.UNSURE, 0).sight()).isEqualTo(Senses.Sight.CLOCK_UNSURE);
        assertThat(WELL.sight()).isEqualTo(Senses.Sight.CLEAR);
    }

    @Test
    void a_pause_covers_the_windows_that_end_within_it() {
        Pause pause = Pause.snooze(MONDAY.closes(), 4);
        Noticed paused = new Noticed(MONDAY, Optional.empty(), Optional.of(pause), WELL);

        assertThat(WindowState.of(paused, MONDAY.closes()).state()).isEqualTo(State.PAUSED);
        assertThat(WindowState.attest(paused, Optional.of(day(1)), MONDAY.due()))
                .isEqualTo(new Attestation(MONDAY.id(), Word.PAUSED, Picture.SUN, day(1), MONDAY.due()));
        Pause over = new Pause(MONDAY.opens(), MONDAY.due());
        assertThat(WindowState.of(new Noticed(MONDAY, Optional.empty(), Optional.of(over), WELL), MONDAY.due())
                        .state())
                .isEqualTo(State.MISSED);
    }

    @Test
    void after_a_boot_the_nudges_begin_anew() {
        long now = MONDAY.due() - 5 * MINUTE;

        assertThat(WindowState.of(noticed(new Senses(0, 0, 0)), now)).isEqualTo(new WindowState(State.NUDGING, 1));
    }

    @Test
    void snooze_and_away_have_their_rules() {
        long now = MONDAY.opens();
        assertThat(Pause.snoozeObjection(0)).isPresent();
        assertThat(Pause.snoozeObjection(1)).isEmpty();
        assertThat(Pause.snoozeObjection(4)).isEmpty();
        assertThat(Pause.snoozeObjection(5)).isPresent();
        assertThat(Pause.awayObjection(now, now, true)).isPresent();
        assertThat(Pause.awayObjection(now, now + 72 * HOUR, false)).isEmpty();
        assertThat(Pause.awayObjection(now, now + 72 * HOUR + 1, false)).isPresent();
        assertThat(Pause.awayObjection(now, now + 72 * HOUR + 1, true)).isEmpty();
        assertThat(Pause.awayObjection(now, now + 9_000 * HOUR, true)).isPresent();
    }

    @Test
    void many_paused_days_are_shown() {
        RosasStreet street = new RosasStreet(2);
        for (int number = 0; number < 14; number++) {
            street.note(day(number), Word.PAUSED);
        }
        assertThat(PausedDays.show(street.tidings().notes().values(), day(27).date()))
                .isFalse();

        street.note(day(14), Word.PAUSED);

        assertThat(PausedDays.show(street.tidings().notes().values(), day(27).date()))
                .isTrue();
        assertThat(PausedDays.show(street.tidings().notes().values(), day(28).date()))
                .isFalse();
    }

    @Test
    void an_attestation_leaves_at_a_moment_that_only_the_box_and_the_window_decide() {
        byte[] secret = {1, 2, 3};
        long most = Pace.USUAL.jitterMax().toMillis();
        long[] moments = new long[400];
        for (int number = 0; number < moments.length; number++) {
            moments[number] = Jitter.millis(secret, day(number), Pace.USUAL.jitterMax());
            assertThat(moments[number]).isBetween(0L, most - 1);
        }
        assertThat(moments).doesNotHaveDuplicates();
        assertThat(Jitter.millis(secret, day(1), Duration.ZERO)).isZero();
    }
}
