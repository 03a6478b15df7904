package org.doorlight.node.home;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {
    @TempDir
    Path home;

    private final List<Process> neighbours = new ArrayList<>();

    @AfterEach
    void endNeighbours() throws InterruptedException {
        for (Process neighbour : neighbours) {
            neighbour.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_home_another_process_lives_in_is_refused_until_that_process_dies() throws Exception {
        Process neighbour = neighbour();
        assertThat(answer(neighbour)).isEqualTo("held");

        assertThatThrownBy(() -> HomeLock.take(home))
                .isInstanceOf(HomeFailure.class)
                .hasMessageContaining("already running")
                .hasMessageContaining(home.toString());

        neighbour.destroyForcibly().waitFor();
        HomeLock.take(home).close();
    }

    @Test
    void a_second_try_in_the_same_process_is_refused_and_does_not_unlock_the_first() throws Exception {
        try (HomeLock lock = HomeLock.take(home)) {
            assertThatThrownBy(() -> HomeLock.take(home.resolve(".")))
                    .isInstanceOf(HomeFailure.class)
                    .hasMessageContaining("already running");

            assertThat(lock).isNotNull();
            assertThat(answer(neighbour())).isEqualTo("refused");
        }
        assertThat(answer(neighbour())).isEqualTo("held");
    }

    @Test
    void a_lock_file_left_by_a_dead_process_means_nothing() throws IOException {
        Files.createFile(home.resolve("lock"));

        HomeLock.take(home).close();
        HomeLock.take(home).close();
    }

    private Process neighbour() throws IOException, URISyntaxException {
        String classPath = place(HomeLock.class) + File.pathSeparator + place(LockHolder.class);
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        LockHolder.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        neighbours.add(process);
        return process;
    }

    private static String answer(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
    }

    private static Path place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
