package org.doorlight.node.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables, and how older ones become today's. {@code user_version} says how many migrations a file has seen; all that are
 * missing are done in one transaction, so a cut leaves the file as it was.
 */
final class Schema {
    /** "Door" in ASCII: says in the file's header whose database it is. */
    static final int APPLICATION_ID = 0x446f6f72;

    // The document index ends in the rowid, which is the arrival, by itself. Records lie in a rowid table, because
    // SQLite keeps
    // values of 1 KB and more beside the key tree: without rowid, grouped writes took 2.5 times as long and a third
    // more room.
    private static final List<List<String>> MIGRATIONS = List.of(List.of(
            "CREATE TABLE envelope (arrival INTEGER PRIMARY KEY AUTOINCREMENT, circle BLOB NOT NULL, document BLOB NOT NULL,"
                    + " device BLOB NOT NULL, first INTEGER NOT NULL, count INTEGER NOT NULL, bytes BLOB NOT NULL,"
                    + " mark INTEGER NOT NULL) STRICT",
            "CREATE INDEX envelope_document ON envelope (document)",
            "CREATE TABLE record (shelf INTEGER NOT NULL, key BLOB NOT NULL, value BLOB NOT NULL, mark INTEGER NOT NULL,"
                    + " PRIMARY KEY (shelf, key)) STRICT"));

    /** The version this program writes. */
    static final int VERSION = MIGRATIONS.size();

    private Schema() {}

    /** Refuses what is not ours or too new; only reads. */
    static void check(Connection connection) throws SQLException {
        boolean empty = number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
        if (!empty && number(connection, "PRAGMA application_id") != APPLICATION_ID) {
            throw new StoreFailure(StoreFailure.Kind.FOREIGN);
        }
        if (number(connection, "PRAGMA user_version") > VERSION) {
            throw new StoreFailure(StoreFailure.Kind.TOO_NEW);
        }
    }

    /** Brings the tables up to {@link #VERSION}. */
    static void migrate(Connection connection) throws SQLException {
        int from = (int) number(connection, "PRAGMA user_version");
        if (from == VERSION) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            for (List<String> migration : MIGRATIONS.subList(from, VERSION)) {
                for (String step : migration) {
                    statement.execute(step);
                }
            }
            statement.execute("PRAGMA application_id = " + APPLICATION_ID);
            statement.execute("PRAGMA user_version = " + VERSION);
            statement.execute("COMMIT");
        }
    }

    /** The first column of the first row, 0 if there is none. */
    static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
