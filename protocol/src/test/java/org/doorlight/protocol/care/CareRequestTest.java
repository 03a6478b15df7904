package org.doorlight.protocol.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.SlotId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a request stands, by the time alone (CARE §2). Two slots: Monday 18:00 to 19:00 and Tuesday 18:00 to 19:00. */
class CareRequestTest {
    private static final long HOUR = 3_600_000;
    private static final SlotId MONDAY = slotId(1);
    private static final SlotId TUESDAY = slotId(2);
    private static final CareRequest REQUEST = request(false);

    private static SlotId slotId(int number) {
        byte[] id = new byte[16];
        id[0] = (byte) number;
        return SlotId.of(id);
    }

    private static CareRequest request(boolean withdrawn) {
        Slot tuesday = new Slot(TUESDAY, at("2026-11-24T18:00:00Z"), HOUR, 1, "UTC");
        Slot monday = new Slot(MONDAY, at("2026-11-23T18:00:00Z"), HOUR, 1, "UTC");
        CareRequest fresh = asked(at("2026-11-22T12:00:00Z"), List.of(tuesday, monday));
        CareRequest.Intent intent = new CareRequest.Intent(withdrawn, false, false, 0, 0);
        return new CareRequest(fresh.asked(), fresh.slots(), intent, CareRequest.Choices.NONE);
    }

    private static CareRequest asked(long askedAt, List<Slot> slots) {
        return CareRequest.fresh(
                new CareRequest.Asked(RequestKind.MEAL, "Soup", List.of(), askedAt, Optional.empty()), slots);
    }

    private static CareStanding standing(CareRequest request) {
        return CareStanding.of(MemberId.NOBODY, request, List.of());
    }

    private static long at(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, OPEN, OPEN, OPEN",
        "2026-11-22T12:00:00Z, OPEN, OPEN, OPEN",
        "2026-11-23T17:59:59.999Z, OPEN, OPEN, OPEN",
        "2026-11-23T18:00:00Z, UNDERWAY, OPEN, OPEN",
        "2026-11-23T18:59:59.999Z, UNDERWAY, OPEN, OPEN",
        "2026-11-23T19:00:00Z, OPEN, LAPSED, OPEN",
        "2026-11-24T17:59:59.999Z, OPEN, LAPSED, OPEN",
        "2026-11-24T18:30:00Z, UNDERWAY, LAPSED, OPEN",
        "2026-11-24T19:00:00Z, LAPSED, LAPSED, LAPSED",
        "2026-11-27T18:59:59.999Z, LAPSED, LAPSED, LAPSED",
        "2026-11-27T19:00:00Z, CLOSED, LAPSED, LAPSED",
        "2046-01-01T00:00:00Z, CLOSED, LAPSED, LAPSED",
    })
    void the_first_state_that_fits_is_shown(String now, RequestState state, SlotState monday, SlotState tuesday) {
        assertThat(standing(REQUEST).state(at(now))).isEqualTo(state);
        assertThat(standing(REQUEST).state(MONDAY, at(now))).isEqualTo(monday);
        assertThat(standing(REQUEST).state(TUESDAY, at(now))).isEqualTo(tuesday);
    }

    @Test
    void what_was_taken_back_is_taken_back_at_every_time() {
        for (String now : List.of("1970-01-01T00:00:00Z", "2026-11-23T18:30:00Z", "2046-01-01T00:00:00Z")) {
            assertThat(standing(request(true)).state(at(now))).isEqualTo(RequestState.WITHDRAWN);
        }
    }

    @Test
    void slots_stand_in_the_order_of_time_then_of_id() {
        assertThat(REQUEST.slots()).extracting(Slot::id).containsExactly(MONDAY, TUESDAY);
        Slot twin = new Slot(slotId(0), at("2026-11-23T18:00:00Z"), HOUR, 1, "UTC");
        Slot monday = REQUEST.slots().get(0);

        CareRequest request = asked(0, List.of(monday, twin));

        assertThat(request.slots()).containsExactly(twin, monday);
    }

    @Test
    void a_request_whose_times_have_not_arrived_counts_from_when_it_was_asked() {
        CareStanding bare = standing(asked(1_000, List.of()));

        assertThat(bare.state(999)).isEqualTo(RequestState.OPEN);
        assertThat(bare.state(1_000)).isEqualTo(RequestState.LAPSED);
        assertThat(bare.state(1_000 + 72 * HOUR)).isEqualTo(RequestState.CLOSED);
    }

    @Test
    void a_slot_nobody_knows_is_over() {
        assertThat(standing(REQUEST).state(slotId(9), 0)).isEqualTo(SlotState.LAPSED);
    }

    @Test
    void words_of_kinds_go_both_ways() {
        for (RequestKind kind : RequestKind.values()) {
            assertThat(RequestKind.of(kind.word())).contains(kind);
            assertThat(RequestKind.words()).contains(kind.word());
        }
        assertThat(RequestKind.SMALL_THING.word()).isEqualTo("small-thing");
        assertThat(RequestKind.of("SMALL_THING")).isEmpty();
    }
}
