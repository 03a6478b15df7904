package org.doorlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher of the distribution starts, shown by a Java that does nothing but say how it was called. */
class LauncherTest {
    private static final Path LAUNCHER = Path.of("src", "dist", "doorlight").toAbsolutePath();

    @TempDir
    private Path java;

    @BeforeEach
    void a_java_that_says_how_it_was_called() throws IOException {
        Path program = Files.createDirectory(java.resolve("bin")).resolve("java");
        Files.writeString(program, "#!/bin/sh\nfor word in \"$@\"; do echo \"$word\"; done\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void a_node_has_the_flags_of_a_small_machine_and_its_words_come_last() throws Exception {
        List<String> words = started("--home", "somewhere", "run", "--discovery", "off");

        assertThat(words.get(0)).isEqualTo("@" + LAUNCHER.resolveSibling("jvm.options"));
        assertThat(words).endsWith("--home", "somewhere", "run", "--discovery", "off");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"simulate convergence", "--json simulate convergence", "--home x --json simulate convergence"})
    void the_simulator_has_flags_of_its_own(String line) throws Exception {
        assertThat(started(line.split(" ")).get(0)).isEqualTo("@" + LAUNCHER.resolveSibling("simulate.options"));
    }

    @Test
    void an_older_java_is_refused_with_what_to_do() throws Exception {
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");

        assertThat(started("status"))
                .singleElement()
                .asString()
                .startsWith("doorlight: Java 17 or newer is needed")
                .endsWith("apt-get install -y openjdk-17-jdk-headless maven");
    }

    private List<String> started(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", LAUNCHER.toString()));
        command.addAll(List.of(words));
        ProcessBuilder launcher = new ProcessBuilder(command).redirectErrorStream(true);
        launcher.environment().put("JAVA_HOME", java.toString());
        Process process = launcher.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.lines().toList();
    }
}
