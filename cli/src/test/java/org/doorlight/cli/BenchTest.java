package org.doorlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.process.Distribution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workloads run through; their figures here say nothing about a node, for it only pretends to be one. */
class BenchTest {
    @TempDir
    private Path folder;

    private Path place;

    @BeforeEach
    void a_program_to_start() throws IOException {
        place = Files.createDirectory(folder.resolve("place"));
        System.setProperty(
                Distribution.PROPERTY, PretendDistribution.in(folder).folder().toString());
    }

    @AfterEach
    void nothing_is_left() {
        System.clearProperty(Distribution.PROPERTY);
        assertThat(place).isEmptyDirectory();
    }

    private JsonObject bench(String... words) {
        String[] arguments = new String[words.length + 3];
        arguments[0] = "bench";
        System.arraycopy(words, 0, arguments, 1, words.length);
        arguments[words.length + 1] = "--in";
        arguments[words.length + 2] = place.toString();
        CommandLineRun run = CommandLineRun.of(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return run.object();
    }

    @Test
    void propagation_comes_with_the_limit_of_the_same_run() {
        JsonObject figures = bench("propagation", "--count", "20");

        assertThat(figures.fields()).containsOnlyKeys("workload", "count", "medianMs", "p99Ms", "limitMs");
        assertThat(figures.number("count")).isEqualTo(20);
        assertThat((double) figures.fields().get("medianMs")).isPositive().isLessThanOrEqualTo((double)
                figures.fields().get("p99Ms"));
        assertThat((double) figures.fields().get("limitMs")).isPositive();
    }

    @Test
    void writes_are_counted_alone_and_together() {
        JsonObject figures = bench("writes", "--count", "200");

        assertThat(figures.fields()).containsKeys("workload", "serialPerSecond", "groupedPerSecond");
        assertThat(figures.number("serialPerSecond")).isPositive();
    }

    @Test
    void catching_up_and_restarting_are_timed() {
        JsonObject catchup = bench("catchup", "--documents", "50", "--changes", "50");
        JsonObject restart = bench("restart", "--documents", "50");

        assertThat(catchup.fields()).containsKeys("workload", "changes", "documents", "seconds", "wireBytes", "note");
        assertThat(catchup.number("wireBytes")).isEqualTo(5010);
        assertThat(restart.fields()).containsKeys("workload", "changes", "documents", "seconds", "wireBytes");
    }

    @Test
    void numbers_that_do_not_fit_are_wrong_use() {
        assertThat(CommandLineRun.of("bench", "catchup", "--documents", "5", "--changes", "6")
                        .code())
                .isEqualTo(2);
        assertThat(CommandLineRun.of("bench", "writes", "--count", "0").code()).isEqualTo(2);
        assertThat(CommandLineRun.of("bench", "propagation", "--count", "0").code())
                .isEqualTo(2);
    }
}
