package org.doorlight.protocol.care.rota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.Property;
import org.doorlight.protocol.care.RequestKind;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.DocumentId;
import org.junit.jupiter.api.Test;

class RotaTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final DocumentId ID = new DocumentId(new Bytes16(4, 2));

    private static RotaLine supperAt(LocalTime time) {
        return new RotaLine(0, new TreeSet<>(), time, Duration.ofHours(1), RequestKind.MEAL, 1);
    }

    private static Rota rota(RotaShape shape) {
        return new Rota(
                ID,
                MONDAY,
                BERLIN,
                shape.lines(supperAt(LocalTime.of(18, 0))),
                new TreeSet<>(),
                atMost(7),
                shape.weeks());
    }

    private static SortedMap<Integer, Integer> atMost(int slotsAWeek) {
        return new TreeMap<>(Map.of(0, slotsAWeek));
    }

    private static RecurringYes.Already promised(int recurring) {
        return new RecurringYes.Already(recurring, new TreeSet<>());
    }

    private static List<Rota.RotaSlot> all(Rota rota) {
        return rota.slots(rota.firstDay(), rota.firstDay().plusWeeks(200));
    }

    private static long inWeek(Rota rota, int week) {
        LocalDate from = rota.firstDay().plusWeeks(week);
        return rota.slots(from, from.plusDays(6)).size();
    }

    @Test
    void a_new_baby_is_two_full_weeks_four_lighter_ones_and_a_long_tail() {
        Rota baby = rota(RotaShape.NEW_BABY);

        assertThat(all(baby)).hasSize(2 * 5 + 4 * 2 + 2);
        assertThat(inWeek(baby, 0)).isEqualTo(5);
        assertThat(inWeek(baby, 5)).isEqualTo(2);
        assertThat(inWeek(baby, 6)).isZero();
        assertThat(inWeek(baby, 13)).isEqualTo(1);
        assertThat(inWeek(baby, 26)).isEqualTo(1);
    }

    @Test
    void grief_goes_on_for_a_year() {
        Rota grief = rota(RotaShape.GRIEF);

        assertThat(all(grief)).hasSize(2 * 3 + 8 + 3);
        assertThat(inWeek(grief, 9)).isEqualTo(1);
        assertThat(inWeek(grief, 52)).isEqualTo(1);
    }

    @Test
    void surgery_gets_lighter_week_by_week() {
        Rota surgery = rota(RotaShape.SURGERY);

        assertThat(List.of(inWeek(surgery, 0), inWeek(surgery, 1), inWeek(surgery, 4), inWeek(surgery, 10)))
                .containsExactly(4L, 3L, 1L, 1L);
    }

    @Test
    void a_long_haul_goes_on_for_as_many_weeks_as_were_agreed() {
        List<RotaLine> lines = RotaShape.LONG_HAUL.lines(supperAt(LocalTime.NOON));
        Rota first = new Rota(ID, MONDAY, BERLIN, lines, new TreeSet<>(), atMost(7), 6);
        Rota second = new Rota(ID, MONDAY, BERLIN, lines, new TreeSet<>(), atMost(7), 12);

        assertThat(all(first)).hasSize(12);
        assertThat(all(second)).hasSize(24);
        assertThat(all(second).subList(0, 12)).isEqualTo(all(first));
    }

    @Test
    void slots_are_at_the_same_hour_before_and_after_the_clocks_change() {
        List<LocalTime> times = all(rota(RotaShape.NEW_BABY)).stream()
                .map(slot ->
                        Instant.ofEpochMilli(slot.slot().start()).atZone(BERLIN).toLocalTime())
                .distinct()
                .toList();

        assertThat(times).containsExactly(LocalTime.of(18, 0));
    }

    @Test
    void an_hour_that_the_clocks_leave_out_means_the_next_minute_and_one_that_comes_twice_the_first() {
        Rota spring = daily(LocalDate.of(2026, 3, 29), LocalTime.of(2, 30));
        Rota autumn = daily(LocalDate.of(2026, 10, 25), LocalTime.of(2, 30));

        assertThat(start(spring)).isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(start(autumn)).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    private static Rota daily(LocalDate first, LocalTime time) {
        SortedSet<DayOfWeek> days = new TreeSet<>(List.of(DayOfWeek.values()));
        var line = new RotaLine(0, days, time, Duration.ofHours(1), RequestKind.MEAL, 1);
        return new Rota(ID, first, BERLIN, List.of(line), new TreeSet<>(), atMost(7), 1);
    }

    private static Instant start(Rota rota) {
        return Instant.ofEpochMilli(
                rota.slots(rota.firstDay(), rota.firstDay()).get(0).slot().start());
    }

    @Test
    void leaving_out_a_day_and_a_full_table_rename_no_other_slot() {
        Rota whole = rota(RotaShape.NEW_BABY);
        Rota less = new Rota(
                ID,
                MONDAY,
                BERLIN,
                whole.lines(),
                new TreeSet<>(List.of(MONDAY.plusDays(1))),
                atMost(3),
                whole.weeks());

        assertThat(inWeek(less, 0)).isEqualTo(3);
        assertThat(all(less).get(0)).isEqualTo(all(whole).get(0));
        assertThat(all(whole)).containsAll(all(less));
    }

    @Test
    void p18_two_devices_that_work_out_the_same_week_come_to_the_same_slots() {
        Property.cases(1_000, 12).hold((random, size) -> {
            // Half the weeks lie around a change of the clocks.
            LocalDate first = random.nextBoolean()
                    ? LocalDate.of(2026, random.nextBoolean() ? 3 : 10, 20).plusDays(random.nextInt(10))
                    : LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
            List<RotaLine> lines = new ArrayList<>();
            for (int number = 0; number < size; number++) {
                LocalTime time = LocalTime.of(random.nextInt(24), random.nextInt(60));
                DayOfWeek day = DayOfWeek.of(1 + random.nextInt(7));
                lines.add(new RotaLine(
                        random.nextInt(3),
                        new TreeSet<>(List.of(day)),
                        time,
                        Duration.ofHours(1),
                        RequestKind.MEAL,
                        1));
            }
            SortedSet<LocalDate> skipped = new TreeSet<>();
            for (int number = 0; number < random.nextInt(4); number++) {
                skipped.add(first.plusDays(random.nextInt(21)));
            }
            Rota rota = new Rota(ID, first, BERLIN, lines, skipped, atMost(1 + random.nextInt(7)), 3);
            List<Rota.RotaSlot> whole = rota.slots(first, first.plusDays(20));

            for (int replica = 0; replica < 5; replica++) {
                // Each replica looks at it in pieces of its own, in an order of its own, some days twice.
                List<Integer> days = new ArrayList<>();
                for (int day = 0; day < 21; day++) {
                    days.add(day);
                }
                days.add(random.nextInt(21));
                Collections.shuffle(days, random);
                SortedSet<String> ids = new TreeSet<>();
                days.forEach(day -> rota.slots(first.plusDays(day), first.plusDays(day))
                        .forEach(slot ->
                                ids.add(slot.slot().id().hex() + slot.slot().start())));

                assertThat(ids).hasSize(whole.size());
                assertThat(whole)
                        .allMatch(slot -> ids.contains(
                                slot.slot().id().hex() + slot.slot().start()));
            }
        });
    }

    @Test
    void a_yes_for_every_tuesday_ends_after_four_weeks_and_takes_no_more_than_half() {
        Rota baby = rota(RotaShape.NEW_BABY);
        long start = MONDAY.atStartOfDay(BERLIN).toInstant().toEpochMilli();

        assertThat(RecurringYes.slots(all(baby), promised(0), DayOfWeek.TUESDAY, start))
                .hasSize(4);
        assertThat(RecurringYes.slots(all(baby), promised(5), DayOfWeek.TUESDAY, start))
                .hasSize(2);
        assertThat(RecurringYes.slots(all(baby), promised(7), DayOfWeek.TUESDAY, start))
                .isEmpty();
        assertThat(RecurringYes.slots(all(baby), promised(0), DayOfWeek.SUNDAY, start))
                .isEmpty();
    }

    @Test
    void words_of_shapes_are_read_back() {
        assertThat(RotaShape.of("new-baby")).contains(RotaShape.NEW_BABY);
        assertThat(RotaShape.of("party")).isEmpty();
        assertThat(RotaShape.words()).isEqualTo("new-baby, grief, surgery, long-haul");
    }
}
