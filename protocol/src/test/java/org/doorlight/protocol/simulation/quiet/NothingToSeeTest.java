package org.doorlight.protocol.simulation.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeSet;
import org.doorlight.protocol.ChiSquare;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.hello.Attestation;
import org.doorlight.protocol.hello.Attestation.Word;
import org.doorlight.protocol.hello.Heat;
import org.doorlight.protocol.hello.Jitter;
import org.doorlight.protocol.hello.Pace;
import org.doorlight.protocol.hello.PlanFacts;
import org.doorlight.protocol.hello.PlanRules;
import org.doorlight.protocol.hello.Window;
import org.doorlight.protocol.hello.WindowId;
import org.junit.jupiter.api.Test;

/**
 * What somebody sees who holds all sealed envelopes and no key: how long scheduled notes are and when they leave. Chance from a fixed seed, so
 * that the tests say the same every time; the bounds are what pure chance exceeds once in ten thousand seeds.
 */
class NothingToSeeTest {
    private static final long SEED = 2027;
    private static final int WINDOWS = 10_000;
    private static final int BINS = 20;
    private static final long MINUTE = 60_000;
    private static final long LOOK = 30_000;
    private static final long JITTER_MAX = Pace.USUAL.jitterMax().toMillis();

    /** What somebody may do about one window. */
    private enum Day {
        EARLY,
        IN_THE_LAST_MINUTE,
        AFTER_A_NUDGE,
        NOT_AT_ALL,
        AWAY
    }

    private static int bin(long after) {
        return (int) (after * BINS / (JITTER_MAX + LOOK));
    }

    @Test
    void when_a_scheduled_note_leaves_and_how_long_it_is_do_not_depend_on_what_somebody_did() {
        Random random = new Random(SEED);
        Person person = new QuietStreet(SEED, 28).person(0);
        Box box = new Box(person.plan(), new SeededEntropy(SEED).bytes(32), QuietStreet.BEGIN);
        box.timeService(QuietStreet.BEGIN);
        long[][] moments = new long[Day.values().length][BINS];
        long[][] atTheTap = new long[Day.values().length][BINS];
        TreeSet<Integer> sizes = new TreeSet<>();
        TreeSet<Word> words = new TreeSet<>();
        Window window = person.plan()
                .schedule()
                .nextOpening(QuietStreet.BEGIN, Heat.NONE)
                .orElseThrow();

        for (int number = 0; number < WINDOWS; number++) {
            Day day = Day.values()[random.nextInt(Day.values().length)];
            long tap = tap(day, window, random);
            act(box, day, window, tap);
            long left = window.due();
            Optional<Attestation> note = box.sign(left);
            while (note.isEmpty()) {
                left += LOOK;
                note = box.sign(left);
            }
            moments[day.ordinal()][bin(left - window.due())]++;
            atTheTap[day.ordinal()][(int) Math.min(BINS - 1, Math.max(0, tap - window.opens()) / (15 * MINUTE))]++;
            words.add(note.get().word());
            sizes.add(size(note.get(), person));
            window = person.plan().schedule().after(window.id(), Heat.NONE).orElseThrow();
        }

        System.out.printf(
                "seed %d: %d windows, chi-square %.1f, bound %.1f%n",
                SEED, WINDOWS, ChiSquare.independence(moments), ChiSquare.bound(moments));
        assertThat(words).contains(Word.OK, Word.PAUSED, Word.MISSED);
        assertThat(sizes).hasSize(1);
        assertThat(ChiSquare.independence(moments)).isLessThan(ChiSquare.bound(moments));
        // A note that left at the tap would be noticed.
        assertThat(ChiSquare.independence(atTheTap)).isGreaterThan(ChiSquare.bound(atTheTap));
    }

    private static long tap(Day day, Window window, Random random) {
        return switch (day) {
            case EARLY, AWAY -> window.opens() + random.nextLong(30 * MINUTE);
            case IN_THE_LAST_MINUTE -> window.closes() - 1 - random.nextLong(MINUTE);
            case AFTER_A_NUDGE -> window.closes() + random.nextLong(QuietHabits.GRACE.toMillis());
            case NOT_AT_ALL -> window.due();
        };
    }

    private static void act(Box box, Day day, Window window, long tap) {
        box.timeService(window.opens());
        if (day == Day.AWAY) {
            box.pause(window.due() + 1, tap);
        } else if (day == Day.NOT_AT_ALL) {
            // The button is known to work from yesterday.
            box.touch(window.opens() - 1);
        } else {
            assertThat(box.touch(tap)).isEmpty();
        }
        assertThat(box.sign(tap)).isEmpty();
    }

    private static int size(Attestation note, Person person) {
        SortedMap<String, byte[]> fact = PlanFacts.note(note, person.plan().box());
        String key = fact.firstKey();
        return key.length() + fact.getOrDefault(key, new byte[0]).length;
    }

    @Test
    void on_quiet_days_whoever_has_a_plan_looks_like_whoever_has_none() {
        Random random = new Random(SEED);
        Person person = new QuietStreet(SEED, 28).person(0);
        SeededEntropy secrets = new SeededEntropy(SEED);
        long[][] moments = new long[2][BINS];
        TreeSet<Integer> sizes = new TreeSet<>();
        WindowId window = person.plan()
                .schedule()
                .nextOpening(QuietStreet.BEGIN, Heat.NONE)
                .orElseThrow()
                .id();

        for (int number = 0; number < WINDOWS; number++) {
            boolean plan = random.nextBoolean();
            long after = Jitter.millis(secrets.bytes(32), window, Duration.ofMillis(JITTER_MAX));
            sizes.add(size(Attestation.of(window, plan ? Word.OK : Word.NO_PLAN, after), person));
            moments[plan ? 1 : 0][bin(after)]++;
        }

        assertThat(sizes).hasSize(1);
        assertThat(ChiSquare.independence(moments)).isLessThan(ChiSquare.bound(moments));
        // The person and all buddies a plan may have fit into the eight wraps that everybody's document has.
        assertThat(PlanRules.BUDDIES_MAX + 1).isEqualTo(8);
    }
}
