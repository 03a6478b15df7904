package org.doorlight.node.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One open connection, and the statements prepared on it. */
record Tables(
        Connection connection,
        EnvelopeTable envelopes,
        RecordTable records,
        PreparedStatement begin,
        PreparedStatement commit,
        PreparedStatement rollback) {
    static Tables of(Connection connection, Damage damage) throws SQLException {
        Mark mark = new Mark();
        return new Tables(
                connection,
                new EnvelopeTable(connection, mark, damage),
                new RecordTable(connection, mark, damage),
                connection.prepareStatement("BEGIN IMMEDIATE"),
                connection.prepareStatement("COMMIT"),
                connection.prepareStatement("ROLLBACK"));
    }
}
