package org.doorlight.protocol.care.turns;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.CommitmentId;
import org.doorlight.protocol.id.MemberId;

/** A load ledger to be told in days. Day 0 is Monday, 5 January 2026. */
final class Ledger {
    static final long MONDAY = 1_767_571_200_000L;
    static final MemberId ROSA = member(1);

    private final List<Carried> carried = new ArrayList<>();

    static MemberId member(int number) {
        return MemberId.of(ByteBuffer.allocate(32).putInt(number).array());
    }

    static long day(double day) {
        return MONDAY + (long) (day * Duration.ofDays(1).toMillis());
    }

    /** An effort on a day, said yes to so many days before. */
    Ledger on(double day, int effort, double daysBefore) {
        return add(day, effort, daysBefore, false);
    }

    Ledger on(double day, int effort) {
        return on(day, effort, 20);
    }

    Ledger pinnedOn(double day, int effort, double daysBefore) {
        return add(day, effort, daysBefore, true);
    }

    private Ledger add(double day, int effort, double daysBefore, boolean pinned) {
        CommitmentId id = CommitmentId.of(new Bytes16(0, carried.size() + 1).toBytes());
        long end = day(day) + Duration.ofHours(1).toMillis();
        carried.add(new Carried(id, ROSA, day(day), end, effort, day(day - daysBefore), pinned));
        return this;
    }

    List<Carried> carried() {
        return carried;
    }

    Load load() {
        return new Load(carried);
    }
}
