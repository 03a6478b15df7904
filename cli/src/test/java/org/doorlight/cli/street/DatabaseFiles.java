package org.doorlight.cli.street;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A copy of a home's database, looked at by SQLite itself; the home's own files stay as the node left them. */
final class DatabaseFiles {
    private static final List<String> FILES = List.of("doorlight.db", "doorlight.db-wal");
    private static final int TRIAL_SHELF = 5;

    private DatabaseFiles() {}

    /**
     * Asserts that the database can be read whole, log included.
     *
     * @return documents that are on trial in it
     */
    static long areWhole(Path home) throws IOException, SQLException {
        Path copy = Files.createTempDirectory("doorlight-look-");
        try {
            for (String name : FILES) {
                if (Files.exists(home.resolve(name))) {
                    Files.copy(home.resolve(name), copy.resolve(name));
                }
            }
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy.resolve(FILES.get(0)))) {
                assertThat(first(connection, "PRAGMA integrity_check")).isEqualTo("ok");
                return Long.parseLong(first(connection, "SELECT count(*) FROM record WHERE shelf = " + TRIAL_SHELF));
            }
        } finally {
            delete(copy);
        }
    }

    private static String first(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
