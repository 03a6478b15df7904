package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.doorlight.protocol.Property;
import org.doorlight.protocol.core.ClockConfidence.Source;
import org.doorlight.protocol.core.ClockConfidence.Word;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.id.MemberId;
import org.junit.jupiter.api.Test;

/** Who knows what time it is (CARE S5). */
class ClockConfidenceTest {
    private static final SeededEntropy ENTROPY = new SeededEntropy(6);
    private static final MemberId ANA = MemberId.of(ENTROPY.bytes(32));
    private static final MemberId BEN = MemberId.of(ENTROPY.bytes(32));
    private static final MemberId CHIDI = MemberId.of(ENTROPY.bytes(32));
    private static final long TUESDAY = 1_800_000_000_000L;
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long MINUTE = 60_000;

    private final ClockConfidence clock = new ClockConfidence();

    private static Moment at(long wall, long monotonicMillis) {
        return new Moment(wall, monotonicMillis * 1_000_000);
    }

    @Test
    void a_wall_clock_alone_proves_nothing() {
        clock.tick(at(TUESDAY, 0));

        assertThat(clock.isSure()).isFalse();
        assertThat(clock.sureForMillis(at(TUESDAY, 0))).isEqualTo(-1);
        assertThat(clock.wallMillis(at(TUESDAY, 0))).isEqualTo(TUESDAY);
    }

    @Test
    void the_time_service_makes_it_sure_and_its_loss_does_not_take_that_away() {
        clock.timeService(true, at(TUESDAY, 0));
        clock.timeService(false, at(TUESDAY + MINUTE, MINUTE));

        assertThat(clock.source()).isEqualTo(Source.NTP);
        assertThat(clock.sureForMillis(at(TUESDAY + MINUTE, MINUTE))).isEqualTo(MINUTE);
    }

    @Test
    void three_sure_neighbours_that_agree_correct_a_clock_of_1970() {
        clock.tick(at(0, 0));
        clock.peer(ANA, new Word(TUESDAY, Source.NTP), at(0, 0));
        clock.peer(BEN, new Word(TUESDAY + 5_000, Source.NTP), at(0, 0));
        assertThat(clock.isSure()).isFalse();

        clock.peer(CHIDI, new Word(TUESDAY + 9_000, Source.PEERS), at(0, 0));

        assertThat(clock.source()).isEqualTo(Source.PEERS);
        assertThat(clock.wallMillis(at(MINUTE, MINUTE))).isEqualTo(TUESDAY + 5_000 + MINUTE);
    }

    @Test
    void three_that_do_not_agree_are_no_help() {
        clock.peer(ANA, new Word(TUESDAY, Source.NTP), at(0, 0));
        clock.peer(BEN, new Word(TUESDAY + DAY, Source.NTP), at(0, 0));
        clock.peer(CHIDI, new Word(TUESDAY + 2 * DAY, Source.PERSON), at(0, 0));

        assertThat(clock.isSure()).isFalse();
    }

    @Test
    void an_unsure_neighbour_says_nothing() {
        clock.peer(ANA, new Word(TUESDAY, Source.NONE), at(0, 0));

        assertThat(clock.isSure()).isFalse();
    }

    @Test
    void after_a_power_cut_one_answer_goes_from_box_to_box() {
        List<ClockConfidence> street = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            street.add(new ClockConfidence());
            street.get(number).tick(at(number * DAY, 0));
        }

        assertThat(street.get(0).person(TUESDAY, at(0, 0))).isEmpty();
        for (int number = 1; number < street.size(); number++) {
            // Each hears the one before it and nobody else.
            Word word = street.get(number - 1).word(at((number - 1) * DAY, 0));
            street.get(number).peer(ANA, word, at(number * DAY, 0));
        }

        assertThat(street).allSatisfy(one -> assertThat(one.isSure()).isTrue());
        assertThat(street.get(11).wallMillis(at(11 * DAY, 0))).isEqualTo(TUESDAY);
    }

    @Test
    void one_answer_is_not_enough_against_a_sure_neighbour() {
        clock.peer(ANA, new Word(TUESDAY, Source.NTP), at(0, 0));
        clock.peer(BEN, new Word(TUESDAY + DAY, Source.PERSON), at(0, 0));

        assertThat(clock.isSure()).isFalse();
    }

    @Test
    void nothing_before_what_was_signed_is_believed() {
        clock.notBefore(TUESDAY);

        assertThat(clock.person(TUESDAY - 1, at(0, 0))).isPresent();
        clock.timeService(true, at(1_000, 0));
        clock.peer(ANA, new Word(0, Source.PERSON), at(1_000, 0));
        assertThat(clock.isSure()).isFalse();
    }

    @Test
    void a_wall_clock_that_jumps_is_doubted() {
        clock.person(TUESDAY, at(TUESDAY, 0));

        clock.tick(at(TUESDAY + DAY, 1_000));

        assertThat(clock.isSure()).isFalse();
    }

    @Test
    void a_wall_clock_that_creeps_away_is_doubted_in_the_end() {
        clock.person(TUESDAY, at(TUESDAY, 0));

        for (long second = 1; second <= 2_000; second++) {
            clock.tick(at(TUESDAY + second * 1_100, second * 1_000));
        }

        assertThat(clock.isSure()).isFalse();
    }

    @Test
    void a_jump_that_the_time_service_vouches_for_is_believed_from_then_on() {
        clock.timeService(true, at(TUESDAY, 0));

        clock.timeService(true, at(TUESDAY + DAY, MINUTE));

        assertThat(clock.wallMillis(at(TUESDAY + DAY, MINUTE))).isEqualTo(TUESDAY + DAY);
        assertThat(clock.sureForMillis(at(TUESDAY + DAY, MINUTE))).isZero();
    }

    @Test
    void three_neighbours_outvote_a_person_and_the_count_begins_anew() {
        clock.person(TUESDAY, at(TUESDAY, 0));
        for (MemberId one : List.of(ANA, BEN, CHIDI)) {
            clock.peer(one, new Word(TUESDAY + DAY, Source.NTP), at(TUESDAY + MINUTE, MINUTE));
        }

        assertThat(clock.wallMillis(at(TUESDAY + MINUTE, MINUTE))).isEqualTo(TUESDAY + DAY);
        assertThat(clock.sureForMillis(at(TUESDAY + MINUTE, MINUTE))).isZero();
    }

    @Test
    void a_neighbour_not_heard_for_ten_minutes_counts_no_more() {
        clock.peer(ANA, new Word(TUESDAY, Source.NTP), at(0, 0));
        clock.peer(BEN, new Word(TUESDAY, Source.NTP), at(0, 0));

        clock.peer(CHIDI, new Word(TUESDAY + 11 * MINUTE, Source.NTP), at(11 * MINUTE, 11 * MINUTE));

        assertThat(clock.isSure()).isFalse();
    }

    @Test
    void whatever_the_wall_clock_does_a_sure_node_keeps_the_right_time() {
        Property.cases(1_000, 20).hold((random, size) -> {
            ClockConfidence one = new ClockConfidence();
            long wallOff = random.nextLong(-10 * 365 * DAY, 10 * 365 * DAY);
            long monotonic = 0;
            one.tick(at(TUESDAY + wallOff, monotonic));
            one.person(TUESDAY, at(TUESDAY + wallOff, monotonic));
            for (int step = 0; step < size; step++) {
                monotonic += random.nextLong(10 * MINUTE);
                wallOff += random.nextBoolean() ? 0 : random.nextLong(-DAY, DAY);
                Moment moment = at(TUESDAY + wallOff + monotonic, monotonic);
                one.tick(moment);
                if (one.isSure()) {
                    assertThat(one.wallMillis(moment)).isEqualTo(TUESDAY + monotonic);
                }
            }
        });
    }
}
