package org.doorlight.protocol.care.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.Property;
import org.doorlight.protocol.care.RequestKind;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.DeviceId;
import org.junit.jupiter.api.Test;

/** What must hold after merge of what own devices say (CARE §4 P8, P21), whatever the order of arrival, the doubles and the clocks. */
class SelfMergeTest {
    private static final int ORDERS = 1_000;
    private static final int REPLICAS = 5;
    private static final DeviceId BOX = new DeviceId(new Bytes16(0, 1));
    private static final DeviceId PHONE = new DeviceId(new Bytes16(0, 2));

    /** What a replica holds after these letters: of each key the last its author wrote, as the document engine gives it. */
    private static SortedMap<String, byte[]> merge(List<SortedMap<String, byte[]>> letters) {
        SortedMap<String, byte[]> facts = new TreeMap<>();
        letters.forEach(facts::putAll);
        return facts;
    }

    private static List<SortedMap<String, byte[]>> inSomeOrder(List<SortedMap<String, byte[]>> letters, Random random) {
        List<SortedMap<String, byte[]>> order = new ArrayList<>(letters);
        order.add(letters.get(random.nextInt(letters.size())));
        Collections.shuffle(order, random);
        return order;
    }

    @Test
    void p8_rest_on_the_phone_and_room_on_the_box_in_the_same_version_is_rest() {
        Property.cases(ORDERS, 4).hold((random, size) -> {
            Capacity before = new Capacity(size, Room.values()[random.nextInt(5)], Capacity.OPEN_END);
            var phone = SelfFacts.capacity(before.then(Room.REST, Capacity.OPEN_END), PHONE);
            var box = SelfFacts.capacity(before.then(Room.ROOM, Capacity.OPEN_END), BOX);

            for (int replica = 0; replica < REPLICAS; replica++) {
                var self = SelfFacts.read(merge(inSomeOrder(List.of(phone, box), random)));
                assertThat(self.capacity().at(random.nextLong() >>> 20)).isEqualTo(Room.REST);
            }
        });
    }

    @Test
    void p21_whatever_several_devices_say_all_replicas_read_the_same() {
        Property.cases(ORDERS, 6).hold((random, size) -> {
            List<SortedMap<String, byte[]>> letters = new ArrayList<>();
            for (int number = 0; number < size; number++) {
                DeviceId device = new DeviceId(new Bytes16(0, number));
                long skewed = random.nextLong() >>> (1 + random.nextInt(40));
                letters.add(SelfFacts.capacity(
                        new Capacity(random.nextInt(3), Room.values()[random.nextInt(5)], skewed), device));
                letters.add(SelfFacts.ceiling(
                        new Ceiling(random.nextInt(3), random.nextInt(20), random.nextInt(20), skewed), device));
                letters.add(SelfFacts.drawn(
                        new SelfFacts.Drawn(random.nextInt(2), random.nextInt(4), random.nextInt(3)), device));
                letters.add(SelfFacts.declined(skewed, device));
                letters.add(TurnsFacts.room(new TurnsFacts.Told(random.nextInt(3), published(random)), device));
            }
            var self = SelfFacts.read(merge(letters));
            var told = TurnsFacts.read(merge(letters));
            for (int replica = 0; replica < REPLICAS; replica++) {
                var heard = merge(inSomeOrder(letters, random));
                assertThat(SelfFacts.read(heard)).isEqualTo(self);
                assertThat(TurnsFacts.read(heard)).isEqualTo(told);
            }
        });
    }

    private static Published published(Random random) {
        TreeSet<RequestKind> kinds = new TreeSet<>();
        for (RequestKind kind : RequestKind.values()) {
            if (random.nextInt(3) == 0) {
                kinds.add(kind);
            }
        }
        return kinds.isEmpty() || random.nextBoolean()
                ? Published.NOT_ASKED
                : new Published(kinds, random.nextInt(Bucket.LEVELS));
    }

    @Test
    void of_two_buckets_drawn_apart_in_one_week_the_one_that_asks_for_less_counts() {
        var box = SelfFacts.drawn(new SelfFacts.Drawn(7, 1, 1), BOX);
        var phone = SelfFacts.drawn(new SelfFacts.Drawn(7, 3, 1), PHONE);
        var old = SelfFacts.drawn(new SelfFacts.Drawn(6, 3, 1), new DeviceId(new Bytes16(0, 3)));

        assertThat(SelfFacts.read(merge(List.of(phone, old, box))).drawn()).isEqualTo(new SelfFacts.Drawn(7, 3, 1));
    }

    @Test
    void not_asked_wins_over_asked_in_the_same_version() {
        var asked = TurnsFacts.room(new TurnsFacts.Told(4, Published.UNSAID), BOX);
        var notAsked = TurnsFacts.room(new TurnsFacts.Told(4, Published.NOT_ASKED), PHONE);

        assertThat(TurnsFacts.read(merge(List.of(notAsked, asked))).published()).isEqualTo(Published.NOT_ASKED);
    }
}
