package org.doorlight.protocol.care.rota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.Property;
import org.doorlight.protocol.care.CareRequest;
import org.doorlight.protocol.care.RequestFacts;
import org.doorlight.protocol.care.RequestKind;
import org.doorlight.protocol.care.Slot;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.SlotId;
import org.junit.jupiter.api.Test;

/** A rota's facts, whatever the order of arrival and whoever of its recipient's devices wrote them (CARE §6, P18, P21). */
class RotaFactsTest {
    private static final int ORDERS = 1_000;
    private static final DocumentId ID = new DocumentId(new Bytes16(7, 7));
    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);
    private static final RotaFacts.Versions UNSEEN = new RotaFacts.Versions(new TreeMap<>(), new TreeMap<>());

    private static DeviceId device(int number) {
        return new DeviceId(new Bytes16(0, number));
    }

    private static RotaFacts.Plan plan(RotaShape shape) {
        return new RotaFacts.Plan(
                1,
                shape,
                MONDAY,
                LocalTime.of(18, 0),
                Duration.ofHours(1),
                1,
                ZoneId.of("Europe/Berlin"),
                shape.weeks());
    }

    private static SortedMap<String, byte[]> asked(RotaShape shape) {
        var asked = new CareRequest.Asked(RequestKind.MEAL, "Supper", List.of(), 5, Optional.empty());
        return RotaFacts.asked(asked, plan(shape), device(1));
    }

    private static RotaFacts.Told read(List<SortedMap<String, byte[]>> letters) {
        SortedMap<String, byte[]> facts = new TreeMap<>();
        letters.forEach(facts::putAll);
        return RotaFacts.read(ID, facts).orElseThrow();
    }

    private static SortedMap<String, byte[]> anything(Random random) {
        LocalDate date = MONDAY.plusDays(random.nextInt(14));
        DeviceId author = device(1 + random.nextInt(4));
        var seen = new RotaFacts.Versions(
                new TreeMap<>(Map.of(date, (long) random.nextInt(2))),
                new TreeMap<>(Map.of(1, (long) random.nextInt(2))));
        return switch (random.nextInt(4)) {
            case 0 -> RotaFacts.skip(seen, date, random.nextBoolean(), author);
            case 1 -> RotaFacts.full(seen, random.nextInt(3), random.nextInt(5), author);
            case 2 -> RotaFacts.plan(plan(RotaShape.LONG_HAUL).longerBy(6 * random.nextInt(3)), author);
            default -> {
                SlotId slot = Rota.slotId(ID, date, 0);
                Slot moved = new Slot(slot, 1_800_000_000_000L, 1, 1, "UTC")
                        .movedTo(1_800_000_000_000L + date.toEpochDay(), 1);
                yield RequestFacts.slot(moved, author);
            }
        };
    }

    @Test
    void p21_whatever_several_devices_say_all_replicas_derive_the_same_slots() {
        Property.cases(ORDERS, 8).hold((random, size) -> {
            // Each device keeps the last it wrote under a key, so a letter for each key stands for what was heard.
            SortedMap<String, byte[]> said = new TreeMap<>(asked(RotaShape.LONG_HAUL));
            for (int number = 0; number < size; number++) {
                said.putAll(anything(random));
            }
            List<SortedMap<String, byte[]>> letters = new ArrayList<>();
            said.forEach((key, value) -> letters.add(new TreeMap<>(Map.of(key, value))));
            RotaFacts.Told first = read(letters);

            for (int replica = 0; replica < 4; replica++) {
                letters.add(letters.get(random.nextInt(letters.size())));
                Collections.shuffle(letters, random);
                RotaFacts.Told other = read(letters);
                assertThat(other.request()).isEqualTo(first.request());
                assertThat(other.plan()).isEqualTo(first.plan());
            }
        });
    }

    @Test
    void what_cannot_be_read_is_as_good_as_not_there() {
        Property.cases(ORDERS, 40).hold((random, size) -> {
            SortedMap<String, byte[]> facts = new TreeMap<>(asked(RotaShape.GRIEF));
            List<Slot> whole = RotaFacts.read(ID, facts).orElseThrow().request().slots();
            byte[] noise = new byte[size];
            random.nextBytes(noise);
            noise[0] = 7;
            facts.put("skip/someday/" + device(2).hex(), noise);
            facts.put("full/-1/" + device(2).hex(), noise);
            facts.put("rota/-/" + device(2).hex(), noise);
            facts.put("slot/" + "ab".repeat(16) + "/" + device(2).hex(), noise);

            assertThat(RotaFacts.read(ID, facts).orElseThrow().request().slots())
                    .isEqualTo(whole);
        });
    }

    @Test
    void people_are_asked_from_ten_days_before_and_a_moved_slot_is_an_exception() {
        SortedMap<String, byte[]> facts = new TreeMap<>(asked(RotaShape.SURGERY));
        Slot first = RotaFacts.read(ID, facts).orElseThrow().request().slots().get(0);
        assertThat(first.start() - first.history().opensAt())
                .isEqualTo(Duration.ofDays(10).toMillis());

        long noon = first.start() - Duration.ofHours(6).toMillis();
        facts.putAll(RequestFacts.slot(first.movedTo(noon, first.history().opensAt() + 1), device(1)));

        Slot moved = RotaFacts.read(ID, facts).orElseThrow().request().slots().get(0);
        assertThat(moved.id()).isEqualTo(first.id());
        assertThat(moved.start()).isEqualTo(noon);
        assertThat(moved.history().moved()).isEqualTo(1);
        assertThat(moved.history().opensAt()).isEqualTo(first.history().opensAt() + 1);
    }

    @Test
    void a_full_table_from_one_week_on_leaves_the_weeks_before_it() {
        SortedMap<String, byte[]> facts = new TreeMap<>(asked(RotaShape.NEW_BABY));
        facts.putAll(RotaFacts.full(UNSEEN, 1, 2, device(1)));
        Rota rota = RotaFacts.read(ID, facts).orElseThrow().rota();

        assertThat(rota.slots(MONDAY, MONDAY.plusDays(6))).hasSize(5);
        assertThat(rota.slots(MONDAY.plusDays(7), MONDAY.plusDays(13))).hasSize(2);
        assertThat(rota.slots(MONDAY.plusDays(14), MONDAY.plusDays(20))).hasSize(2);
    }
}
