package org.doorlight.protocol.care.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class BucketTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void four_levels_of_load_by_ceiling() {
        assertThat(new int[] {level(0), level(1), level(2), level(3), level(4), level(6), level(8), level(30)})
                .containsExactly(0, 0, 1, 1, 2, 3, 3, 3);
    }

    private static int level(int load) {
        return Bucket.level(load, 8, 1);
    }

    @Test
    void chance_moves_it_by_one_level_and_never_out_of_the_four() {
        assertThat(Bucket.level(4, 8, 0)).isEqualTo(1);
        assertThat(Bucket.level(4, 8, 2)).isEqualTo(3);
        assertThat(Bucket.level(4, 8, -1)).isEqualTo(3);
        assertThat(Bucket.level(0, 8, 0)).isZero();
        assertThat(Bucket.level(8, 8, 2)).isEqualTo(3);
    }

    @Test
    void who_is_willing_to_carry_nothing_comes_last() {
        assertThat(Bucket.level(0, 0, 1)).isEqualTo(3);
    }

    @Test
    void a_week_begins_on_monday_by_the_clocks_of_the_street() {
        long sunday = at(LocalDateTime.of(2026, 3, 29, 23, 59));
        long monday = at(LocalDateTime.of(2026, 3, 30, 0, 0));

        assertThat(Bucket.week(monday, BERLIN)).isEqualTo(Bucket.week(sunday, BERLIN) + 1);
        assertThat(Bucket.week(0, BERLIN)).isZero();
    }

    private static long at(LocalDateTime time) {
        return time.atZone(BERLIN).toInstant().toEpochMilli();
    }
}
