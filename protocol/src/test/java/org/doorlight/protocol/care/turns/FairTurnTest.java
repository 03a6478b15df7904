package org.doorlight.protocol.care.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.care.RequestKind;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.SlotId;
import org.junit.jupiter.api.Test;

class FairTurnTest {
    private static final SortedSet<RequestKind> MEALS = new TreeSet<>(List.of(RequestKind.MEAL));
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final MemberId ROSA = Ledger.member(0);

    private static FairTurn.Opening opening(long slot, long untilCutOffHours) {
        return new FairTurn.Opening(
                new DocumentId(new Bytes16(1, 1)),
                new SlotId(new Bytes16(2, slot)),
                RequestKind.MEAL,
                new TreeSet<>(List.of(ROSA)),
                untilCutOffHours * HOUR);
    }

    /** A street in which everybody may be asked for meals; bucket by number. */
    private static SortedMap<MemberId, Published> street(int... buckets) {
        SortedMap<MemberId, Published> street = new TreeMap<>();
        for (int number = 0; number < buckets.length; number++) {
            street.put(Ledger.member(number), new Published(MEALS, buckets[number]));
        }
        return street;
    }

    private static List<Integer> asked(FairTurn.Opening opening, SortedMap<MemberId, Published> street, double hours) {
        List<MemberId> order = FairTurn.order(opening, street);
        return street.keySet().stream()
                .filter(member -> FairTurn.isAsked(opening, order, member, (long) (hours * HOUR)))
                .map(member -> new TreeSet<>(street.keySet()).headSet(member).size())
                .toList();
    }

    @Test
    void those_who_carried_least_are_asked_first_and_the_requester_never() {
        var street = street(0, 3, 3, 0, 2, 2, 0, 3, 1);

        assertThat(asked(opening(1, 100), street, 0)).containsExactly(3, 6);
        assertThat(asked(opening(1, 100), street, 13)).hasSize(4).contains(3, 6, 8);
    }

    @Test
    void among_equals_the_order_is_drawn_afresh_for_each_slot() {
        var street = street(0, 0, 0, 0, 0, 0, 0, 0, 0);
        SortedSet<String> orders = new TreeSet<>();
        for (int slot = 0; slot < 20; slot++) {
            orders.add(FairTurn.order(opening(slot, 48), street).toString());
        }

        assertThat(orders).hasSize(20);
        assertThat(FairTurn.order(opening(1, 48), street)).isEqualTo(FairTurn.order(opening(1, 48), street));
    }

    @Test
    void two_more_are_asked_after_each_sixth_of_the_time_and_everybody_after_half() {
        var street = street(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        var opening = opening(1, 12);

        assertThat(asked(opening, street, 0)).hasSize(2);
        assertThat(asked(opening, street, 1.9)).hasSize(2);
        assertThat(asked(opening, street, 2)).hasSize(4);
        assertThat(asked(opening, street, 4)).hasSize(6);
        assertThat(asked(opening, street, 6)).hasSize(11);
    }

    @Test
    void a_wave_waits_twelve_hours_at_most_and_a_day_is_enough_for_everybody_to_be_asked() {
        var street = street(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        var opening = opening(1, 240);

        assertThat(FairTurn.waveMillis(opening)).isEqualTo(12 * HOUR);
        assertThat(asked(opening, street, 11.9)).hasSize(2);
        assertThat(asked(opening, street, 23.9)).hasSize(4);
        assertThat(asked(opening, street, 24)).hasSize(11);
    }

    @Test
    void who_was_asked_stays_asked() {
        var street = street(0, 2, 1, 3, 0, 1, 2, 0, 3, 1);
        var opening = opening(5, 60);
        List<Integer> before = List.of();
        for (int hour = 0; hour < 30; hour++) {
            List<Integer> now = asked(opening, street, hour);
            assertThat(now).containsAll(before);
            before = now;
        }
    }

    @Test
    void with_six_or_fewer_all_are_asked_together() {
        assertThat(asked(opening(1, 100), street(0, 3, 0, 1, 2, 3, 0), 0)).hasSize(6);
        assertThat(asked(opening(1, 100), street(0, 3, 0, 1, 2, 3, 0, 0), 0)).hasSize(2);
    }

    @Test
    void who_is_not_asked_is_not_counted_either() {
        var street = street(0, 0, 0, 0, 0, 0, 0, 0, 0);
        street.put(Ledger.member(1), Published.NOT_ASKED);
        street.put(Ledger.member(2), new Published(new TreeSet<>(List.of(RequestKind.PET)), 0));

        assertThat(asked(opening(1, 100), street, 0)).hasSize(6).doesNotContain(0, 1, 2);
    }

    @Test
    void after_the_cut_off_there_is_nothing_to_wait_for() {
        assertThat(FairTurn.waveMillis(opening(1, -3))).isZero();
        assertThat(asked(opening(1, -3), street(0, 0, 0, 0, 0, 0, 0, 0, 0), 0)).hasSize(8);
    }

    @Test
    void nobody_becomes_somebodys_only_helper() {
        assertThat(PairGuard.allows(0, 1, false)).isTrue();
        assertThat(PairGuard.allows(1, 4, false)).isFalse();
        assertThat(PairGuard.allows(1, 5, false)).isTrue();
        assertThat(PairGuard.allows(3, 10, false)).isTrue();
        assertThat(PairGuard.allows(4, 10, false)).isFalse();
        assertThat(PairGuard.allows(4, 10, true)).isTrue();
    }

    @Test
    void a_street_is_full_when_more_than_a_tenth_of_its_times_go_by_without() {
        long never = Long.MAX_VALUE;

        assertThat(Saturation.isFull(20, 2, never, 0)).isFalse();
        assertThat(Saturation.isFull(20, 3, never, 0)).isTrue();
        assertThat(Saturation.isFull(9, 9, never, 0)).isFalse();
        assertThat(Saturation.isFull(0, 0, 0, Duration.ofDays(14).toMillis())).isTrue();
        assertThat(Saturation.isFull(0, 0, 1, Duration.ofDays(14).toMillis())).isFalse();
        assertThat(Saturation.isRoomShort(6)).isTrue();
        assertThat(Saturation.isRoomShort(7)).isFalse();
    }
}
