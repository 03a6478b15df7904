package org.doorlight.node.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.sqlite.JDBC;

/** Reaches into a database file behind the store's back. */
final class RawSql {
    private RawSql() {}

    static void run(Path file, String... statements) throws SQLException {
        try (Connection connection = JDBC.createConnection("jdbc:sqlite:" + file.toUri(), new Properties());
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
