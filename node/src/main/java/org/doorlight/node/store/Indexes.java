package org.doorlight.node.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks after the indexes when a file is opened. Rows carry marks, but an index whose bytes turned over would hide rows without a
 * trace. It holds nothing the rows do not hold too, so it is written anew.
 */
final class Indexes {
    /** Above this size the check would take too long at each start: 1 M envelopes, 400 MB, took 2 s on a fast machine. */
    static final long CHECK_BYTES_MAX = 32L * 1024 * 1024;

    private static final int COMPLAINTS_MAX = 100;

    private Indexes() {}

    /** Mends indexes that do not fit their rows. Any other damage is left as it is, to be met when rows are read. */
    static void mend(Tables tables) throws SQLException {
        Connection connection = tables.connection();
        if (Schema.number(connection, "PRAGMA page_count") * Schema.number(connection, "PRAGMA page_size")
                > CHECK_BYTES_MAX) {
            return;
        }
        List<String> complaints = complaints(connection);
        // Writing into a file with any other damage could make it worse. And if it is a row that is damaged, the index
        // still knows
        // where that row belongs: written anew, it would help to hide it.
        if (!complaints.isEmpty()
                && complaints.stream().allMatch(Indexes::isAboutAnIndex)
                && tables.envelopes().areWhole()
                && tables.records().areWhole()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("REINDEX");
            }
        }
    }

    private static List<String> complaints(Connection connection) throws SQLException {
        List<String> complaints = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA integrity_check(" + COMPLAINTS_MAX + ")")) {
            while (rows.next()) {
                complaints.add(rows.getString(1));
            }
        }
        return complaints.equals(List.of("ok")) ? List.of() : complaints;
    }

    /** The words are SQLite's own, the only thing it tells damage apart by (pragma.c, OP_IntegrityCk). */
    private static boolean isAboutAnIndex(String complaint) {
        return complaint.matches("row \\d+ missing from index \\w+")
                || complaint.startsWith("wrong # of entries in index ")
                || complaint.startsWith("rowid not at end-of-record for row ");
    }
}
