package org.doorlight.protocol.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Worlds drawn from their seeds. One seed alone: {@code doorlight simulate convergence --seed S --households H --days D}, with the
 * numbers the failure names.
 */
class SwarmTest {
    private static final int HOUSEHOLDS = 8;
    private static final int DAYS = 3;
    private static final int WORLDS = 30;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void everybody_comes_to_hold_and_see_the_same(long seed) {
        Outcome outcome = Swarm.run(seed, HOUSEHOLDS, DAYS);

        assertThat(outcome.violations())
                .as("seed %d, %d households, %d days, %s", seed, HOUSEHOLDS, DAYS, outcome.faults())
                .isEmpty();
        assertThat(outcome.deliveredChanges()).isPositive();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {101, 102, 103, 104, 105})
    void a_dishonest_member_changes_nothing_for_the_others(long seed) {
        Outcome outcome = Swarm.run(seed, 6, 2, true);

        assertThat(outcome.violations())
                .as("seed %d, 6 households, 2 days, %s", seed, outcome.faults())
                .isEmpty();
        assertThat(outcome.faults()).contains("dishonest");
    }

    @Test
    void seven_days_of_twelve_homes_deliver_two_thousand_changes_in_each_of_thirty_worlds() throws Exception {
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        // The longest are among the last; begun first, it leaves no core without work in the end.
        List<Callable<Outcome>> worlds = LongStream.rangeClosed(1, WORLDS)
                .map(place -> WORLDS + 1 - place)
                .mapToObj(seed -> (Callable<Outcome>) () -> Swarm.run(seed, 12, 7))
                .toList();

        List<Future<Outcome>> outcomes = workers.invokeAll(worlds);
        workers.shutdown();

        for (Future<Outcome> done : outcomes) {
            Outcome outcome = done.get();
            assertThat(outcome.violations())
                    .as("seed %d, 12 households, 7 days, %s", outcome.seed(), outcome.faults())
                    .isEmpty();
            assertThat(outcome.deliveredChanges()).isGreaterThan(2_000);
        }
    }

    @Test
    void one_seed_is_one_world_in_another_jvm_too() throws IOException, InterruptedException {
        String here = Swarm.run(42, 4, 1).traceHash();

        assertThat(Swarm.run(42, 4, 1).traceHash()).isEqualTo(here);
        assertThat(inAnotherJvm()).isEqualTo(here);
    }

    private static String inAnotherJvm() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), SwarmTest.class.getName(), "42", "4", "1"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said.strip();
    }

    /** The other JVM: prints the trace hash of one world. */
    public static void main(String[] arguments) {
        System.out.println(
                Swarm.run(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))
                        .traceHash());
    }
}
