package org.doorlight.cli.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** System calls of a real node go wrong, by {@code strace --inject}, at one call after the other ({@code -Psoak}). */
class DiskFaultSoak {
    /** At which calls, in this order. */
    private static final int[] CALLS = {7, 1, 2, 3, 5, 13, 21, 34, 55, 89, 144, 200};

    private static final int FAULTS = Math.min(CALLS.length, Integer.getInteger("doorlight.faults", 1));
    /** A confirmed write is one sync and some ten writes of pages. */
    private static final int WRITES_TO_THE_DISK_A_WRITE = 10;

    private static final int KILLED = 137;

    /** What goes wrong. */
    private enum Fault {
        FULL_ONCE("pwrite64", "error=ENOSPC:when=%d", WRITES_TO_THE_DISK_A_WRITE),
        FULL_FROM_THEN_ON("pwrite64", "error=ENOSPC:when=%d+", WRITES_TO_THE_DISK_A_WRITE),
        WRITE_FAILS_ONCE("pwrite64", "error=EIO:when=%d", WRITES_TO_THE_DISK_A_WRITE),
        SYNC_FAILS_ONCE("fsync,fdatasync", "error=EIO:when=%d", 1),
        SYNC_FAILS_FROM_THEN_ON("fsync,fdatasync", "error=EIO:when=%d+", 1),
        KILLED_AT_SYNC("fsync,fdatasync", "signal=KILL:when=%d", 1);

        private final String calls;
        private final String trouble;
        private final int callsOfAWrite;

        Fault(String calls, String trouble, int callsOfAWrite) {
            this.calls = calls;
            this.trouble = trouble;
            this.callsOfAWrite = callsOfAWrite;
        }

        /** Whether the next call goes well again. */
        boolean isOnce() {
            return name().endsWith("_ONCE");
        }

        /** Writes that are enough to come to that call. */
        int writes(int call) {
            return call / callsOfAWrite + 3;
        }
    }

    private final Map<String, Integer> said = new TreeMap<>();
    private Street street;

    @BeforeEach
    void an_empty_street() throws IOException, InterruptedException {
        Optional<String> unavailable = Strace.unavailable();
        unavailable.ifPresent(reason -> System.out.println("skipped, no disk trouble by strace: " + reason));
        assumeTrue(unavailable.isEmpty());
        street = Street.open();
    }

    @AfterEach
    void everybody_leaves() throws IOException {
        if (street != null) {
            street.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_confirmed_is_lost_whatever_call_goes_wrong(Fault fault) throws Exception {
        Household ana = street.moveIn("Ana");
        ana.screen().founds("Lantern Street");
        DiskStory story = new DiskStory(ana);
        story.writes(3);

        for (int number = 0; number < FAULTS; number++) {
            goesWrong(ana, story, fault, CALLS[number]);
        }

        System.out.printf(
                "%s at %d calls: %d confirmed writes, 0 lost; said: %s%n",
                fault.name().toLowerCase(Locale.ROOT).replace('_', ' '), FAULTS, story.confirmed(), said);
    }

    private void goesWrong(Household ana, DiskStory story, Fault fault, int call) throws Exception {
        ana.losesPower();
        String trouble = String.format(Locale.ROOT, fault.trouble, call);
        boolean started = story.starts(Strace.around(street.distribution(), ana, fault.calls, trouble));
        if (started) {
            story.writes(fault.writes(call));
            story.showsTheTruth();
        }
        if (started && fault != Fault.KILLED_AT_SYNC) {
            assertThat(ana.node().isAlive()).as("read-only, not gone").isTrue();
        }
        if (started && fault.isOnce()) {
            story.recovers();
        }
        if (fault == Fault.KILLED_AT_SYNC) {
            assertThat(ana.node().exitCode()).as("at call %d", call).isEqualTo(KILLED);
        } else {
            story.saidClearly().forEach(sentence -> said.merge(sentence, 1, Integer::sum));
        }
        story.isWellAgain();
    }
}
