package org.doorlight.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.view.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Something rings in the home at each nudge: with real programs (HELLO §2). */
class NudgeProgramTest {
    @TempDir
    private Path folder;

    private Path program(String... lines) throws IOException {
        Path file = Files.writeString(
                folder.resolve("rings"), "#!/bin/sh\ncd '" + folder + "'\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }

    private static Effect.Announce event(String type) {
        return new Effect.Announce(new Event(type, null, null, 0));
    }

    private List<String> rung() throws IOException {
        Path bell = folder.resolve("bell");
        return Files.exists(bell) ? Files.readAllLines(bell) : List.of();
    }

    private static NudgeProgram.Bounds bounds(Duration runs, int startsAnHour) {
        return new NudgeProgram.Bounds(runs, startsAnHour);
    }

    @Test
    void a_nudge_starts_it_without_a_word_and_nothing_else_does() throws IOException {
        Path file = program("echo \"$# arguments, $(wc -c) bytes, $(env | grep -c DOORLIGHT) words\" >> bell");
        try (NudgeProgram nudges = new NudgeProgram(Optional.of(file))) {
            nudges.announce(event("hello.changed"));
            nudges.announce(event("hello.nudge"));

            await().untilAsserted(() -> assertThat(rung()).containsExactly("0 arguments, 0 bytes, 0 words"));
        }
    }

    @Test
    void one_that_does_not_end_is_ended_and_no_second_one_starts_beside_it() throws IOException {
        Path file = program("echo begins >> bell", "sleep 600");
        try (NudgeProgram nudges = new NudgeProgram(Optional.of(file), bounds(Duration.ofSeconds(2), 9))) {
            nudges.announce(event("hello.nudge"));
            await().until(() -> rung().size() == 1);
            nudges.announce(event("hello.nudge"));

            await().until(() -> running(file) == 0);
            assertThat(rung()).hasSize(1);
            await().until(() -> {
                nudges.announce(event("hello.nudge"));
                return rung().size() == 2;
            });
        }
        await().until(() -> running(file) == 0);
    }

    private static long running(Path file) {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .arguments()
                        .filter(words -> List.of(words).contains(file.toString()))
                        .isPresent())
                .count();
    }

    @Test
    void it_does_not_start_more_often_than_so_many_times_an_hour() throws IOException {
        Path file = program("echo rings >> bell");
        try (NudgeProgram nudges = new NudgeProgram(Optional.of(file), bounds(Duration.ofSeconds(5), 2))) {
            await().until(() -> {
                nudges.announce(event("hello.nudge"));
                return rung().size() == 2;
            });
            for (int more = 0; more < 20; more++) {
                nudges.announce(event("hello.nudge"));
            }
            await().during(Duration.ofMillis(300)).until(() -> rung().size() == 2);
        }
    }

    @Test
    void what_cannot_be_run_is_said_at_the_start() throws IOException {
        Path plain = Files.writeString(folder.resolve("notes"), "words");

        assertThat(NudgeProgram.objection(plain))
                .hasValueSatisfying(
                        words -> assertThat(words).contains("chmod u+x").doesNotContain("notes"));
        assertThat(NudgeProgram.objection(folder)).isPresent();
        assertThat(NudgeProgram.objection(program("true"))).isEmpty();
    }

    @Test
    void without_one_nothing_happens() throws IOException {
        try (NudgeProgram nudges = new NudgeProgram(Optional.empty())) {
            nudges.announce(event("hello.nudge"));
        }
        assertThat(rung()).isEmpty();
    }
}
