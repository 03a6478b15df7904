package org.doorlight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.doorlight.cli.client.Refusal;
import org.doorlight.cli.process.Distribution;
import org.doorlight.cli.process.NodeProcess;
import org.doorlight.cli.process.ThrowAwayStreet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTest {
    @TempDir
    private Path folder;

    private final String usualPlace = System.getProperty("java.io.tmpdir");
    private Path place;
    private Distribution distribution;

    @BeforeEach
    void a_program_to_start() throws IOException {
        place = Files.createDirectory(folder.resolve("place"));
        distribution = PretendDistribution.in(folder);
        System.setProperty(Distribution.PROPERTY, folder.toString());
        System.setProperty("java.io.tmpdir", place.toString());
    }

    @AfterEach
    void no_program_any_more() {
        System.clearProperty(Distribution.PROPERTY);
        System.setProperty("java.io.tmpdir", usualPlace);
    }

    @Test
    void a_killed_node_starts_again_on_its_ports_with_what_it_held() throws IOException {
        try (ThrowAwayStreet street = ThrowAwayStreet.in(place, distribution)) {
            NodeProcess node = street.start(street.makeHome("Ana"));
            try (LocalApi api = node.api()) {
                api.post("/requests", JsonObject.empty().with("title", "Soup"));
            }

            node.kill();
            NodeProcess again = street.startAgain(node);

            assertThat(node.isAlive()).isFalse();
            assertThat(again.apiAddress()).isEqualTo(node.apiAddress());
            assertThat(again.residentBytes()).isGreaterThan(1 << 20);
            try (LocalApi api = again.api()) {
                assertThat(api.list("/requests")).hasSize(1);
            }
        }
    }

    @Test
    void a_street_leaves_nothing_behind() {
        NodeProcess node;
        try (ThrowAwayStreet street = ThrowAwayStreet.in(place, distribution)) {
            node = street.start(street.makeHome("Ana"));
        }

        assertThat(node.isAlive()).isFalse();
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void a_node_that_does_not_start_says_why() {
        try (ThrowAwayStreet street = ThrowAwayStreet.in(place, distribution)) {
            Path home = street.makeHome("Grump");

            assertThatThrownBy(() -> street.start(home))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("A node did not start. It said: Not today.");
        }
    }

    @Test
    void the_demo_tells_its_story_once() {
        CommandLineRun run = CommandLineRun.of("demo", "--once");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("Ana asks", "Ben and Chidi can both read it", "Ben says yes")
                .doesNotContain("!");
    }

    @Test
    void the_demo_gives_its_times_to_programs() {
        JsonObject times = CommandLineRun.of("demo", "--once", "--json").object();

        assertThat(times.fields()).containsOnlyKeys("processes", "startedMs", "formedMs", "requestSeenMs", "claimedMs");
        assertThat(times.number("processes")).isEqualTo(3);
        assertThat(times.number("startedMs")).isPositive();
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void the_demo_needs_the_assembled_program() {
        System.clearProperty(Distribution.PROPERTY);

        CommandLineRun run = CommandLineRun.of("demo", "--once");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("Call it as: cli/doorlight");
    }
}
