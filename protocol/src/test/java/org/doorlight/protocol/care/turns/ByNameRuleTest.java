package org.doorlight.protocol.care.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.doorlight.protocol.Property;
import org.doorlight.protocol.care.CareRequest;
import org.doorlight.protocol.care.RequestKind;
import org.doorlight.protocol.care.Slot;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.SlotId;
import org.junit.jupiter.api.Test;

class ByNameRuleTest {
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;
    private static final MemberId BEN = member(1);
    private static final MemberId CHIDI = member(2);

    private static MemberId member(int number) {
        byte[] bytes = new byte[Bytes32.LENGTH];
        bytes[0] = (byte) number;
        return MemberId.of(bytes);
    }

    private static CareRequest asked(long at, MemberId... to) {
        var asked = new CareRequest.Asked(RequestKind.LISTEN, "Talk", List.of(), at, Optional.empty());
        return CareRequest.fresh(asked.of(new TreeSet<>(List.of(to))), List.of());
    }

    private static Slot slotAt(long start) {
        return new Slot(new SlotId(new Bytes16(0, 1)), start, HOUR, 1, "UTC");
    }

    @Test
    void one_chosen_member_is_asked_by_name_and_several_are_not() {
        assertThat(ByName.whom(asked(0, BEN))).contains(BEN);
        assertThat(ByName.whom(asked(0, BEN, CHIDI))).isEmpty();
        assertThat(ByName.whom(asked(0))).isEmpty();
    }

    @Test
    void the_wait_is_a_day_or_half_of_the_time() {
        assertThat(ByName.answeredAt(asked(DAY, BEN), slotAt(9 * DAY))).isEqualTo(2 * DAY);
        assertThat(ByName.answeredAt(asked(DAY, BEN), slotAt(DAY + 24 * HOUR))).isEqualTo(DAY + 10 * HOUR);
        assertThat(ByName.answeredAt(asked(DAY, BEN), slotAt(DAY + HOUR))).isEqualTo(DAY);
    }

    @Test
    void whatever_the_order_never_more_than_two_reach_somebody_in_seven_days() {
        Property.cases(1_000, 12).hold((random, size) -> {
            List<Long> asks = new ArrayList<>();
            for (int number = 0; number < size; number++) {
                asks.add((long) random.nextInt(30) * DAY / 2);
            }
            List<Long> reaching = ByName.reaching(asks);
            Collections.shuffle(asks, random);

            assertThat(ByName.reaching(asks)).isEqualTo(reaching);
            for (int place = 2; place < reaching.size(); place++) {
                assertThat(reaching.get(place) - reaching.get(place - 2)).isGreaterThanOrEqualTo(7 * DAY);
            }
            assertThat(reaching.size()).isGreaterThanOrEqualTo(Math.min(2, size));
        });
    }
}
