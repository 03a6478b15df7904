package org.doorlight.protocol.care.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorlight.protocol.care.turns.Ledger.day;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RestGuardTest {
    private static final long NEVER = SelfFacts.NEVER;

    private static RestGuard guard(Ledger ledger) {
        return new RestGuard(ledger.load(), 8, ZoneOffset.UTC);
    }

    @Test
    void a_quiet_month_wakes_no_guard() {
        RestGuard guard = guard(new Ledger().on(2, 2).on(16, 2));

        assertThat(guard.rests(day(17), NEVER)).isFalse();
        assertThat(guard.coolsDown(day(17))).isFalse();
        assertThat(guard.sparesWeekOf(day(23), day(17), NEVER)).isFalse();
    }

    @Test
    void after_three_weeks_running_the_fourth_is_spared() {
        RestGuard guard = guard(new Ledger().on(1, 1).on(8, 1).on(15, 1));

        assertThat(guard.sparesWeekOf(day(22), day(16), NEVER)).isTrue();
        assertThat(guard.sparesWeekOf(day(29), day(16), NEVER)).isFalse();
        assertThat(guard.sparesWeekOf(day(17), day(16), NEVER)).isFalse();
    }

    @Test
    void a_week_between_two_and_one_is_spared_too() {
        RestGuard guard = guard(new Ledger().on(1, 1).on(8, 1).on(22, 1));

        assertThat(guard.sparesWeekOf(day(15), day(9), NEVER)).isTrue();
    }

    @Test
    void two_heavy_things_in_two_weeks_are_enough_for_a_week() {
        RestGuard guard = guard(new Ledger().on(0, 4).on(13, 4));

        assertThat(guard.rests(day(12.9), NEVER)).isFalse();
        assertThat(guard.rests(day(13), NEVER)).isTrue();
        assertThat(guard.rests(day(19.9), NEVER)).isTrue();
        assertThat(guard.rests(day(20), NEVER)).isFalse();
    }

    @Test
    void two_heavy_things_further_apart_are_not() {
        assertThat(guard(new Ledger().on(0, 4).on(14, 4)).rests(day(14), NEVER)).isFalse();
    }

    @Test
    void three_yeses_in_one_day_are_enough_for_a_week() {
        Ledger ledger = new Ledger().on(30, 1, 30).on(31, 1, 30.5).on(32, 1, 31.1);

        assertThat(guard(ledger).rests(day(0.8), NEVER)).isFalse();
        assertThat(guard(ledger).rests(day(0.9), NEVER)).isTrue();
        assertThat(guard(ledger).rests(day(7.9), NEVER)).isFalse();
    }

    @Test
    void two_months_running_above_four_fifths_are_enough_for_a_week() {
        RestGuard guard = guard(new Ledger().on(0, 3).on(10, 4).on(28, 3).on(38, 4));

        assertThat(guard.rests(day(37.9), NEVER)).isFalse();
        assertThat(guard.rests(day(38), NEVER)).isTrue();
        assertThat(guard.rests(day(45), NEVER)).isFalse();
        assertThat(guard(new Ledger().on(0, 3).on(10, 3).on(28, 3).on(38, 4)).rests(day(38), NEVER))
                .isFalse();
    }

    @Test
    void a_no_ask_me_holds_for_a_week() {
        RestGuard guard = guard(new Ledger().on(0, 4).on(13, 4));

        assertThat(guard.rests(day(14), day(13.5))).isFalse();
        assertThat(guard.sparesWeekOf(day(14), day(14), day(13.5))).isFalse();
        assertThat(guard(new Ledger().on(0, 4).on(13, 4).on(22, 4)).rests(day(22), day(13.5)))
                .isTrue();
    }

    @Test
    void after_something_heavy_there_are_two_days_without_whatever_one_says() {
        RestGuard guard = guard(new Ledger().on(3, 4));

        assertThat(guard.coolsDown(day(2.9))).isFalse();
        assertThat(guard.coolsDown(day(3))).isTrue();
        assertThat(guard.coolsDown(day(5))).isTrue();
        assertThat(guard.coolsDown(day(5.05))).isFalse();
        assertThat(guard(new Ledger().on(3, 2)).coolsDown(day(3.5))).isFalse();
    }
}
