package org.doorlight.protocol.care.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.doorlight.protocol.Property;
import org.junit.jupiter.api.Test;

class LoadTest {
    @Test
    void what_starts_28_days_later_is_in_another_window() {
        Load load = new Ledger().on(0, 8).load();

        assertThat(load.fits(Ledger.day(27.99), 2, 8)).isFalse();
        assertThat(load.fits(Ledger.day(28), 2, 8)).isTrue();
    }

    @Test
    void every_window_that_touches_the_time_is_looked_at() {
        // Before and after, each by itself, there is room; the window that holds both is full.
        Load load = new Ledger().on(0, 4).on(20, 4).load();

        assertThat(load.fits(Ledger.day(10), 1, 8)).isFalse();
        assertThat(load.fits(Ledger.day(30), 4, 8)).isTrue();
        assertThat(load.fits(Ledger.day(-9), 4, 8)).isTrue();
    }

    @Test
    void what_costs_nothing_always_fits() {
        assertThat(new Ledger().on(0, 20).load().fits(Ledger.day(0), 0, 8)).isTrue();
    }

    @Test
    void heaviest_is_the_most_of_all_windows_tried_one_by_one() {
        Property.cases(300, 8).hold((random, size) -> {
            Ledger ledger = new Ledger();
            for (int number = 0; number < size; number++) {
                ledger.on(random.nextInt(90), 1 + random.nextInt(4));
            }
            int asked = random.nextInt(90);
            int most = 0;
            for (int begin = asked - 27; begin <= asked; begin++) {
                most = Math.max(most, ledger.load().from(Ledger.day(begin)));
            }

            assertThat(ledger.load().heaviest(Ledger.day(asked))).isEqualTo(most);
        });
    }

    @Test
    void p23_above_the_ceiling_the_newest_yes_that_nobody_accepted_goes_back() {
        Ledger ledger = new Ledger().on(10, 4, 5).pinnedOn(12, 4, 1).on(14, 4, 3);

        // Said on the days 5, 11 and 11: of those that nobody accepted the third is the newest.
        assertThat(ledger.load().tooMuch(8)).containsExactly(ledger.carried().get(2));
    }

    @Test
    void p23_what_is_accepted_stays_even_above_the_ceiling() {
        assertThat(new Ledger().pinnedOn(1, 6, 1).pinnedOn(2, 6, 1).load().tooMuch(8))
                .isEmpty();
    }

    @Test
    void p23_every_own_device_hands_back_the_same_whatever_the_order_in_which_it_heard() {
        Property.cases(1_000, 8).hold((random, size) -> {
            Ledger ledger = new Ledger();
            for (int number = 0; number < size; number++) {
                boolean pinned = random.nextInt(4) == 0;
                double day = random.nextInt(60);
                int effort = random.nextInt(5);
                double before = random.nextInt(3);
                ledger = pinned ? ledger.pinnedOn(day, effort, before) : ledger.on(day, effort, before);
            }
            List<Carried> back = ledger.load().tooMuch(8);
            for (int replica = 0; replica < 5; replica++) {
                List<Carried> heard = new ArrayList<>(ledger.carried());
                Collections.shuffle(heard, random);
                assertThat(new Load(heard).tooMuch(8)).isEqualTo(back);
            }

            List<Carried> kept = new ArrayList<>(ledger.carried());
            kept.removeAll(back);
            assertThat(back).noneMatch(Carried::pinned);
            assertThat(new Load(kept).tooMuch(8)).isEmpty();
            assertThat(kept)
                    .filteredOn(one -> !one.pinned() && one.effort() > 0)
                    .allMatch(one -> new Load(kept).heaviest(one.start()) <= 8);
        });
    }
}
