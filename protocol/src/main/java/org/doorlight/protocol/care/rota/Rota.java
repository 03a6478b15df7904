package org.doorlight.protocol.care.rota;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.care.RequestKind;
import org.doorlight.protocol.care.Slot;
import org.doorlight.protocol.care.WallTime;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.SlotId;

/**
 * A rota as its facts tell it (CARE §6). Its slots are derived and never stored: slot id = hash(rota, local date, n), so two devices that
 * work out the same week come to the same slots, and so they do when the clocks change.
 *
 * @param firstDay the day its week 0 begins
 * @param zone by whose clocks its times are meant
 * @param skipped days on which nothing is wanted
 * @param weeklyMax "our table is full": from which week of the rota on at most so many slots a week; none before the first of them
 * @param weeks it goes on for so many; beyond the last of its lines they begin again, which is how a reviewed rota goes on
 */
public record Rota(
        DocumentId id,
        LocalDate firstDay,
        ZoneId zone,
        List<RotaLine> lines,
        SortedSet<LocalDate> skipped,
        SortedMap<Integer, Integer> weeklyMax,
        int weeks) {
    /** People are asked for a slot so long before it: a whole rota at once would fill a month of everybody's. */
    public static final Duration OPENS_BEFORE = Duration.ofDays(10);

    private static final int DAYS_A_WEEK = 7;
    private static final Comparator<RotaSlot> IN_TIME =
            Comparator.comparing(RotaSlot::date).thenComparing(RotaSlot::number);

    public Rota {
        lines = List.copyOf(lines);
        skipped = Collections.unmodifiableSortedSet(new TreeSet<>(skipped));
        weeklyMax = Collections.unmodifiableSortedMap(new TreeMap<>(weeklyMax));
    }

    /** All of its slots, in time. */
    public List<RotaSlot> slots() {
        return slots(firstDay, firstDay.plusDays((long) weeks * DAYS_A_WEEK));
    }

    /** The week of the rota a day lies in, from 0; negative before its first day. */
    public int weekOf(LocalDate date) {
        return (int) Math.max(-1, Math.min(weeks, week(date)));
    }

    /** How many slots there may be in a week. */
    public int most(int week) {
        SortedMap<Integer, Integer> until = weeklyMax.headMap(week + 1);
        return until.isEmpty() ? Integer.MAX_VALUE : until.getOrDefault(until.lastKey(), Integer.MAX_VALUE);
    }

    /**
     * One derived slot.
     *
     * @param date the local date it begins on
     * @param number which of the slots of that date, from 0
     */
    public record RotaSlot(Slot slot, RequestKind kind, LocalDate date, int number) {}

    /** All slots of these days, both included, in time. */
    public List<RotaSlot> slots(LocalDate from, LocalDate to) {
        long first = Math.max(0, week(from));
        long last = Math.min(weeks - 1L, week(to));
        List<RotaSlot> slots = new ArrayList<>();
        for (long week = first; week <= last; week++) {
            slots.addAll(week((int) week));
        }
        slots.removeIf(slot -> slot.date().isBefore(from) || slot.date().isAfter(to));
        return slots;
    }

    private long week(LocalDate date) {
        return Math.floorDiv(ChronoUnit.DAYS.between(firstDay, date), DAYS_A_WEEK);
    }

    /** The slots of one week of the rota: days that are left out do not count for "our table is full". */
    private List<RotaSlot> week(int week) {
        List<RotaSlot> slots = new ArrayList<>();
        for (int day = 0; day < DAYS_A_WEEK; day++) {
            LocalDate date = firstDay.plusDays((long) week * DAYS_A_WEEK + day);
            slots.addAll(skipped.contains(date) ? List.of() : day(week, date));
        }
        return slots.stream().sorted(IN_TIME).limit(most(week)).toList();
    }

    private List<RotaSlot> day(int week, LocalDate date) {
        List<RotaSlot> slots = new ArrayList<>();
        for (RotaLine line : lines) {
            // The number counts lines in their order, whatever is left out: leaving out one slot renames no other.
            if (line.week() == shapeWeek(week) && line.days().contains(date.getDayOfWeek())) {
                slots.add(slot(line, date, slots.size()));
            }
        }
        return slots;
    }

    private int shapeWeek(int week) {
        int length = lines.stream().mapToInt(RotaLine::week).max().orElse(0) + 1;
        return week % length;
    }

    private RotaSlot slot(RotaLine line, LocalDate date, int number) {
        long start = WallTime.millis(date.atTime(line.time()), zone);
        Slot slot = new Slot(slotId(id, date, number), start, line.duration().toMillis(), line.need(), zone.getId());
        return new RotaSlot(slot, line.kind(), date, number);
    }

    /** The id of a rota's slot: SHA-256 over rota, local date (as days since 1970, 8 bytes) and number (4 bytes), cut to 16 bytes. */
    public static SlotId slotId(DocumentId rota, LocalDate date, int number) {
        byte[] place = ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(date.toEpochDay())
                .putInt(number)
                .array();
        return SlotId.of(Digest.hash16(Label.ROTA_SLOT, rota.toBytes(), place));
    }
}
