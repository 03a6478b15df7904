package org.doorlight.protocol.hello;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.id.DeviceId;
import org.junit.jupiter.api.Test;

/**
 * A member outside all plans guesses which of five homes has one, from what everybody sees on quiet days: when each note leaves, to the minute,
 * and how long it is (HELLO §8). Two thousand streets; each way of guessing has 400 hits by chance, and a guesser who knows nothing has more than
 * {@value #HITS_MAX} once in a hundred thousand times. Seeds are fixed, so this never fails by chance twice.
 */
class OutsiderTest {
    private static final int STREETS = 2_000;
    private static final int HOMES = 5;
    private static final int DAYS = 7;
    /** 400 expected, standard deviation 17.9; 4.3 of them above. */
    private static final int HITS_MAX = 477;

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDate FIRST = LocalDate.of(2027, 5, 3);
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();

    /** A note as somebody without its key sees it: minute of the day, and length. */
    private record Seen(long minute, int length) {}

    /** What a home shows in a week. */
    private record Home(boolean plans, List<Seen> notes) {
        double mean() {
            return notes.stream().mapToLong(Seen::minute).average().orElseThrow();
        }

        double spread() {
            double mean = mean();
            return notes.stream()
                    .mapToDouble(note -> (note.minute() - mean) * (note.minute() - mean))
                    .sum();
        }
    }

    private final SeededEntropy entropy = new SeededEntropy(1_604);
    private final SplittableRandom random = new SplittableRandom(1_604);

    /** The notes that the rules make for a home in a week, whoever lives there. */
    private Home home(boolean plans, Optional<DailyWindow> chosen) {
        byte[] secret = entropy.bytes(32);
        Schedule schedule = Pretend.schedule(secret, ZONE);
        if (plans) {
            schedule =
                    new Schedule(ZONE, List.of(chosen.orElseGet(() -> Pretend.window(secret))), Duration.ofMinutes(90));
        }
        long begin = FIRST.atStartOfDay(ZONE).toInstant().toEpochMilli();
        List<Seen> notes = new ArrayList<>();
        for (Window window : schedule.dueBetween(begin, begin + DAYS * DAY, Heat.NONE)) {
            long at = window.due() + Jitter.millis(secret, window.id(), Pace.USUAL.jitterMax());
            notes.add(new Seen((at - begin) % DAY / MINUTE, length(plans, window, at)));
        }
        return new Home(plans, notes);
    }

    /** What a plan's box signs on quiet days: hellos, and now and then a pause. */
    private int length(boolean plans, Window window, long at) {
        Attestation.Word word = plans ? Attestation.Word.OK : Attestation.Word.NO_PLAN;
        boolean paused = plans && random.nextInt(5) == 0;
        Attestation note = new Attestation(
                window.id(),
                paused ? Attestation.Word.PAUSED : word,
                Picture.values()[random.nextInt(Picture.values().length)],
                paused ? new WindowId(window.id().date().plusDays(2), 0) : null,
                at);
        return PlanFacts.note(note, DeviceId.of(new byte[16]))
                .values()
                .iterator()
                .next()
                .length;
    }

    private List<Home> street(Optional<DailyWindow> chosen) {
        int planner = random.nextInt(HOMES);
        List<Home> homes = new ArrayList<>();
        for (int home = 0; home < HOMES; home++) {
            homes.add(home(home == planner, chosen));
        }
        return homes;
    }

    /** Each way of guessing points at the home with the most of something. */
    private static Map<String, ToDoubleFunction<Home>> guessers() {
        Map<String, ToDoubleFunction<Home>> guessers = new LinkedHashMap<>();
        guessers.put("the most notes", home -> home.notes().size());
        guessers.put(
                "the longest notes",
                home -> home.notes().stream().mapToInt(Seen::length).sum());
        guessers.put("the earliest notes", home -> -home.mean());
        guessers.put("the latest notes", Home::mean);
        guessers.put("the most regular notes", home -> -home.spread());
        guessers.put("the least regular notes", Home::spread);
        guessers.put("notes at the hour most plans have", home -> -Math.abs(home.mean() - (11.5 * 60 + 5)));
        guessers.put("notes after breakfast", home -> -Math.abs(home.mean() - 9 * 60));
        guessers.put(
                "a note just past the quarter",
                home -> -home.notes().stream()
                        .mapToLong(note -> note.minute() % 15)
                        .min()
                        .orElseThrow());
        return guessers;
    }

    /** How often a way of guessing hits; between equal homes it throws dice. */
    private Map<String, Integer> hits(Optional<DailyWindow> chosen) {
        Map<String, Integer> hits = new LinkedHashMap<>();
        for (int number = 0; number < STREETS; number++) {
            List<Home> street = street(chosen);
            guessers().forEach((name, score) -> {
                double best = street.stream().mapToDouble(score).max().orElseThrow();
                List<Home> likely = street.stream()
                        .filter(home -> score.applyAsDouble(home) == best)
                        .toList();
                boolean hit = likely.get(random.nextInt(likely.size())).plans();
                hits.merge(name, hit ? 1 : 0, Integer::sum);
            });
        }
        return hits;
    }

    @Test
    void with_the_hours_the_program_proposes_nobody_guesses_better_than_by_chance() {
        Map<String, Integer> hits = hits(Optional.empty());

        System.out.println("hits of " + STREETS + ", by chance " + STREETS / HOMES + ": " + hits);
        assertThat(hits)
                .allSatisfy((name, number) -> assertThat(number).as(name).isLessThan(HITS_MAX));
    }

    @Test
    void with_the_hours_that_many_choose_somebody_who_knows_them_guesses_well() {
        DailyWindow usual = DailyWindow.of(LocalTime.of(7, 0), LocalTime.of(10, 0));

        Map<String, Integer> hits = hits(Optional.of(usual));

        assertThat(hits.entrySet().stream()
                        .max(Comparator.comparingInt(Map.Entry::getValue))
                        .orElseThrow()
                        .getKey())
                .as("this test can tell, and HELLO §8 says so")
                .isEqualTo("notes at the hour most plans have");
        assertThat(hits.get("notes at the hour most plans have")).isGreaterThan(STREETS / 2);
    }
}
