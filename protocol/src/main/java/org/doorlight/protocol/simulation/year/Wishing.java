package org.doorlight.protocol.simulation.year;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.care.RequestKind;
import org.doorlight.protocol.care.Slot;
import org.doorlight.protocol.care.rota.Rota;
import org.doorlight.protocol.care.rota.RotaLine;
import org.doorlight.protocol.care.rota.RotaShape;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.SlotId;
import org.doorlight.protocol.simulation.Dice;

/** Draws what is asked in a year: single wishes, and rotas with the slots that the real rule derives. */
final class Wishing {
    private static final int SHORT_ID = 16;
    private static final int STREET = 60;
    private static final int DAYS_A_YEAR = 365;
    private static final int DAYS_A_WEEK = 7;
    private static final int QUARTERS_AN_HOUR = 4;
    private static final int MINUTES_A_QUARTER = 15;
    private static final double PERCENT = 100;
    private static final RotaLine SUPPER =
            new RotaLine(0, new TreeSet<>(), LocalTime.of(18, 0), Duration.ofHours(1), RequestKind.MEAL, 1);

    private final long seed;
    private final int households;
    private final int days;
    private final Dice dice;
    private final List<Draft> drafts = new ArrayList<>();

    Wishing(long seed, int households, int days, Dice dice) {
        this.seed = seed;
        this.households = households;
        this.days = days;
        this.dice = dice;
    }

    private record Draft(DocumentId request, int requester, RequestKind kind, Slot slot, long askedAt) {}

    List<Wish> draw(double demand) {
        double years = (double) days / DAYS_A_YEAR * demand;
        singles((int) Math.round(Habits.WISHES_A_YEAR * households * years));
        double streets = years * households / STREET;
        rotas(RotaShape.NEW_BABY, Habits.BABIES * streets);
        rotas(RotaShape.GRIEF, Habits.GRIEFS * streets);
        rotas(RotaShape.SURGERY, Habits.SURGERIES * streets);
        rotas(RotaShape.LONG_HAUL, Habits.LONG_HAULS * streets);
        drafts.sort(Comparator.comparingLong(Draft::askedAt));
        List<Wish> wishes = new ArrayList<>();
        for (Draft draft : drafts) {
            boolean takenBack = dice.chance(Habits.TAKEN_BACK);
            long at = dice.between(draft.askedAt, draft.slot.start());
            wishes.add(new Wish(
                    wishes.size(),
                    draft.request,
                    draft.requester,
                    draft.kind,
                    draft.slot,
                    draft.kind.effort(draft.slot),
                    draft.kind.acceptance(draft.slot) == RequestKind.Acceptance.CHOSEN,
                    draft.askedAt,
                    takenBack ? at : Long.MAX_VALUE));
        }
        return wishes;
    }

    // ---- single wishes

    private void singles(int count) {
        for (int number = 0; number < count; number++) {
            Habits.Share share = share();
            int need = dice.chance(Habits.NEEDS_TWO) ? 2 : 1;
            Slot slot = new Slot(
                    SlotId.of(id("slot " + number)),
                    time(dice.below(days), share),
                    Duration.ofHours(share.hours()).toMillis(),
                    need,
                    Calendar.ZONE.getId());
            long notice = notice().plus(share.kind().cutOff()).toMillis();
            long asked = awake(slot.start() - notice);
            add(new Draft(DocumentId.of(id("single " + number)), dice.below(households), share.kind(), slot, asked));
        }
    }

    private Habits.Share share() {
        double left = dice.upTo(PERCENT);
        for (Habits.Share share : Habits.KINDS) {
            left -= share.percent();
            if (left < 0) {
                return share;
            }
        }
        return Habits.KINDS.get(0);
    }

    private long time(int day, Habits.Share share) {
        int hour = (int) dice.between(share.firstHour(), share.lastHour() + 1L);
        int minute = dice.below(QUARTERS_AN_HOUR) * MINUTES_A_QUARTER;
        return millis(Calendar.FIRST_DAY.plusDays(day), hour, minute);
    }

    /** Short notice is more common than long. */
    private Duration notice() {
        double patience = dice.upTo(1) * dice.upTo(1);
        return Habits.NOTICE_MIN.plusMillis(
                (long) (patience * Habits.NOTICE_MAX.minus(Habits.NOTICE_MIN).toMillis()));
    }

    /** Nobody asks at night: what comes to mind then was asked the evening before. */
    private static long awake(long at) {
        ZonedDateTime local = Calendar.local(at);
        if (local.getHour() < Habits.WAKES_HOUR) {
            return millis(local.toLocalDate().minusDays(1), Habits.SLEEPS_HOUR - 1, 0);
        }
        return local.getHour() >= Habits.SLEEPS_HOUR ? millis(local.toLocalDate(), Habits.SLEEPS_HOUR - 1, 0) : at;
    }

    // ---- rotas

    private void rotas(RotaShape shape, double expected) {
        int count = (int) expected + (dice.chance(expected - (int) expected) ? 1 : 0);
        for (int number = 0; number < count; number++) {
            LocalDate first = Calendar.FIRST_DAY.plusDays(dice.below(days));
            int weeks = shape.isReviewed() ? Habits.LONG_HAUL_WEEKS : shape.weeks();
            DocumentId id = DocumentId.of(id(shape.word() + " " + number));
            Rota rota =
                    new Rota(id, first, Calendar.ZONE, shape.lines(SUPPER), new TreeSet<>(), new TreeMap<>(), weeks);
            int requester = dice.below(households);
            long asked = millis(first.minusDays(dice.between(2, DAYS_A_WEEK)), Habits.WAKES_HOUR + 2, 0);
            for (Rota.RotaSlot slot : rota.slots(first, Calendar.FIRST_DAY.plusDays(days - 1L))) {
                long opens = slot.slot().start() - Rota.OPENS_BEFORE.toMillis();
                add(new Draft(id, requester, slot.kind(), slot.slot(), Math.max(asked, opens)));
            }
        }
    }

    // ---- both

    private void add(Draft draft) {
        if (draft.askedAt >= Calendar.START && draft.slot.start() < Calendar.START + days * Calendar.DAY) {
            drafts.add(draft);
        }
    }

    private static long millis(LocalDate date, int hour, int minute) {
        return date.atTime(hour, minute).atZone(Calendar.ZONE).toInstant().toEpochMilli();
    }

    private byte[] id(String what) {
        return Arrays.copyOf(Digest.sha256((seed + " " + what).getBytes(StandardCharsets.US_ASCII)), SHORT_ID);
    }
}
