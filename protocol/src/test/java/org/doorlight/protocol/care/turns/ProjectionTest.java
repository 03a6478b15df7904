package org.doorlight.protocol.care.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorlight.protocol.care.turns.Ledger.day;

import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.doorlight.protocol.care.RequestKind;
import org.doorlight.protocol.id.DeviceId;
import org.junit.jupiter.api.Test;

class ProjectionTest {
    private static final SortedSet<RequestKind> ALL = new TreeSet<>(List.of(RequestKind.values()));
    private static final DeviceId BOX = DeviceId.parse("00000000000000000000000000000001");

    private static Projection.Own own(Room room, Ledger ledger) {
        Load load = ledger.load();
        Capacity capacity = Capacity.UNSAID.then(room, Capacity.OPEN_END);
        return new Projection.Own(capacity, ALL, 8, load, new RestGuard(load, 8, ZoneOffset.UTC), SelfFacts.NEVER);
    }

    /** Every private reason there is, at the same moment. */
    private static Stream<Projection.Own> allWhoAreNotAsked() {
        return Stream.of(
                own(Room.NOT_NOW, new Ledger()),
                own(Room.REST, new Ledger()),
                own(Room.AWAY, new Ledger()),
                own(Room.ROOM, new Ledger().on(1, 4).on(20, 3)),
                own(Room.ROOM, new Ledger().on(-1, 4)),
                own(Room.ROOM, new Ledger().on(10, 1, 10).on(11, 1, 11).on(12, 1, 12.1)),
                own(Room.A_LITTLE, new Ledger().on(1, 8)));
    }

    @Test
    void rest_a_journey_a_full_month_a_cool_down_and_the_guard_are_the_same_bytes() {
        List<SortedMap<String, byte[]>> facts = allWhoAreNotAsked()
                .map(own -> Projection.publish(own, 3, day(0.01)))
                .map(published -> TurnsFacts.room(new TurnsFacts.Told(7, published), BOX))
                .toList();

        assertThat(facts).hasSize(7);
        assertThat(facts).allSatisfy(fact -> {
            assertThat(fact.keySet()).isEqualTo(facts.get(0).keySet());
            assertThat(fact.values().iterator().next())
                    .isEqualTo(facts.get(0).values().iterator().next());
            assertThat(TurnsFacts.read(fact).published()).isEqualTo(Published.NOT_ASKED);
        });
    }

    @Test
    void who_is_asked_and_who_is_not_say_so_in_the_same_number_of_bytes() {
        byte[] asked = bytes(new Published(ALL, 3));
        byte[] little = bytes(new Published(new TreeSet<>(List.of(RequestKind.LISTEN)), 0));
        byte[] notAsked = bytes(Published.NOT_ASKED);

        assertThat(asked).hasSize(TurnsFacts.FACT_BYTES);
        assertThat(little).hasSameSizeAs(asked);
        assertThat(notAsked).hasSameSizeAs(asked);
    }

    private static byte[] bytes(Published published) {
        return TurnsFacts.room(new TurnsFacts.Told(1, published), BOX)
                .values()
                .iterator()
                .next();
    }

    @Test
    void with_room_all_kinds_are_asked_for_and_with_a_little_the_small_ones() {
        assertThat(Projection.publish(own(Room.ROOM, new Ledger()), 2, day(0))).isEqualTo(new Published(ALL, 2));
        assertThat(Projection.publish(own(Room.A_LITTLE, new Ledger()), 2, day(0))
                        .kinds())
                .containsExactly(RequestKind.LISTEN, RequestKind.SMALL_THING, RequestKind.LOOK_IN);
    }

    @Test
    void a_fact_that_tells_nonsense_is_as_good_as_not_there() {
        SortedMap<String, byte[]> facts = TurnsFacts.room(new TurnsFacts.Told(2, new Published(ALL, 1)), BOX);
        facts.put("room/-/00000000000000000000000000000002", new byte[] {(byte) 0xff});
        facts.put("weather/-/00000000000000000000000000000002", new byte[0]);

        assertThat(TurnsFacts.read(facts).published()).isEqualTo(new Published(ALL, 1));
        assertThat(SelfFacts.read(facts)).isEqualTo(SelfFacts.Self.UNSAID);
    }
}
