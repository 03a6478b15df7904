package org.doorlight.cli.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.doorlight.cli.client.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A home whose database was put back from an older copy, with real processes and a real disk (decision 0013). */
class RollbackIT {
    private static final String DATABASE = "doorlight.db";

    private Street street;

    @BeforeEach
    void an_empty_street() throws IOException {
        street = Street.open();
    }

    @AfterEach
    void everybody_leaves() throws IOException {
        street.close();
    }

    @Test
    void a_database_put_back_from_an_older_copy_is_noticed_and_nobody_splits() throws Exception {
        Street.Neighbours both = street.twoNeighbours();
        Household ana = both.ana();
        Household ben = both.ben();
        ben.asks("before the copy");
        ana.eventuallySees("before the copy");
        ben.stops();
        Path copy = Files.createDirectory(street.folder().resolve("copy"));
        copyDatabase(ben.home(), copy);

        ben.starts();
        String later = ben.asks("after the copy", "green door");
        ana.eventuallySees("before the copy", "after the copy");
        ben.stops();
        removeDatabase(ben.home());
        copyDatabase(copy, ben.home());
        ben.starts();

        ben.eventuallySees("before the copy", "after the copy");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(renewed(ben)).isEqualTo(1));
        ben.asks("with new keys");
        ben.does("request", "withdraw", later);
        ana.eventuallySees("before the copy", "after the copy", "with new keys");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(state(ana, later)).isEqualTo("WITHDRAWN");
            assertThat(state(ben, later)).isEqualTo("WITHDRAWN");
        });
        assertThat(devicesOfBen(ana)).hasSize(2).isEqualTo(devicesOfBen(ben));
        assertThat(renewed(ana)).isZero();
        assertThat(ana.does("status").object().number("refused")).isZero();

        ben.stops();
        ben.starts();
        ben.eventuallySees("before the copy", "after the copy", "with new keys");
        assertThat(devicesOfBen(ben)).hasSize(2);
    }

    private static long renewed(Household household) throws Exception {
        return household.does("status").object().number("renewed");
    }

    private static String state(Household household, String request) throws Exception {
        return household.does("request", "show", request).object().text("state");
    }

    private static List<?> devicesOfBen(Household at) throws Exception {
        return ((List<?>) at.does("member", "list").json())
                .stream()
                        .map(JsonObject.class::cast)
                        .filter(member -> member.text("name").equals("Ben"))
                        .flatMap(member -> member.texts("devices").stream())
                        .toList();
    }

    private static void copyDatabase(Path from, Path to) throws IOException {
        for (Path file : databaseIn(from)) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
    }

    private static void removeDatabase(Path home) throws IOException {
        for (Path file : databaseIn(home)) {
            Files.delete(file);
        }
    }

    /** The file, and what SQLite keeps beside it. */
    private static List<Path> databaseIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(DATABASE))
                    .toList();
        }
    }
}
