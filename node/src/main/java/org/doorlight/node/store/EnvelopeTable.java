package org.doorlight.node.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.core.Archive.Filed;
import org.doorlight.protocol.core.Effect.SaveEnvelope;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;

/** Envelopes in order of arrival. */
final class EnvelopeTable {
    // The index is read first and the row looked up by its arrival: every column comes from the row itself, and so its
    // mark covers
    // what is handed out, not a copy in the index. An entry that leads to no row reads as an empty row, which has no
    // fitting mark.
    private static final String READ =
            "SELECT i.arrival, e.circle, e.document, e.device, e.first, e.count, e.bytes, e.mark"
                    + " FROM envelope AS i LEFT JOIN envelope AS e ON e.arrival = i.arrival"
                    + " WHERE i.document = ? AND i.arrival > ? ORDER BY i.arrival";

    private final Mark mark;
    private final Damage damage;
    private final PreparedStatement insert;
    private final PreparedStatement read;
    private final PreparedStatement all;
    private final PreparedStatement documents;
    private long lastArrival;
    private long held;
    private long heldAtCommit;

    EnvelopeTable(Connection connection, Mark mark, Damage damage) throws SQLException {
        this.mark = mark;
        this.damage = damage;
        insert = connection.prepareStatement("INSERT INTO envelope VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        read = connection.prepareStatement(READ);
        all = connection.prepareStatement("SELECT * FROM envelope NOT INDEXED");
        documents = connection.prepareStatement("SELECT DISTINCT document FROM envelope");
        // Counting walks the small index once; afterwards the count is kept.
        heldAtCommit = Schema.number(connection, "SELECT count(*) FROM envelope");
        held = heldAtCommit;
        lastArrival = Math.max(
                Schema.number(connection, "SELECT seq FROM sqlite_sequence WHERE name = 'envelope'"),
                Schema.number(connection, "SELECT max(arrival) FROM envelope"));
    }

    /** Appends. The arrival is counted here, because the mark covers it; AUTOINCREMENT remembers the highest one for ever. */
    void save(SaveEnvelope save) throws SQLException {
        lastArrival++;
        Row row = new Row(
                lastArrival,
                save.circle().toBytes(),
                save.document().toBytes(),
                save.device().toBytes(),
                save.first(),
                save.count(),
                save.bytes());
        row.insert(insert, row.mark(mark));
        held++;
    }

    List<Filed> read(CircleId circle, DocumentId document, long afterArrival, long bytesMax) throws SQLException {
        byte[] inCircle = circle.toBytes();
        byte[] ofDocument = document.toBytes();
        read.setBytes(1, ofDocument);
        read.setLong(2, afterArrival);
        List<Filed> found = new ArrayList<>();
        long bytes = 0;
        try (ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                Row row = Row.of(rows);
                // A whole row of another document means that the index is damaged.
                if (row.mark(mark) != rows.getLong(8) || !Arrays.equals(row.document, ofDocument)) {
                    damage.envelope(row.arrival);
                } else if (Arrays.equals(row.circle, inCircle)) {
                    bytes += row.bytes.length;
                    if (bytes > bytesMax && !found.isEmpty()) {
                        break;
                    }
                    found.add(row.filed());
                }
            }
        }
        return found;
    }

    /** All documents the index knows. What is no id any more is damage, and met as such when its row is read. */
    SortedSet<DocumentId> documents() throws SQLException {
        SortedSet<DocumentId> found = new TreeSet<>();
        try (ResultSet rows = documents.executeQuery()) {
            while (rows.next()) {
                byte[] document = Columns.bytes(rows, 1);
                if (document.length == Bytes16.LENGTH) {
                    found.add(DocumentId.of(document));
                }
            }
        }
        return found;
    }

    /** Whether every row still has its mark. Reads the whole table. */
    boolean areWhole() throws SQLException {
        boolean whole = true;
        try (ResultSet rows = all.executeQuery()) {
            while (whole && rows.next()) {
                whole = Row.of(rows).mark(mark) == rows.getLong(8);
            }
        }
        return whole;
    }

    /** Envelopes held, those of the running turn included. */
    long held() {
        return held;
    }

    void committed() {
        heldAtCommit = held;
    }

    void rolledBack() {
        held = heldAtCommit;
    }

    private record Row(
            long arrival, byte[] circle, byte[] document, byte[] device, long first, long count, byte[] bytes) {
        static Row of(ResultSet rows) throws SQLException {
            return new Row(
                    rows.getLong(1),
                    Columns.bytes(rows, 2),
                    Columns.bytes(rows, 3),
                    Columns.bytes(rows, 4),
                    rows.getLong(5),
                    rows.getLong(6),
                    Columns.bytes(rows, 7));
        }

        long mark(Mark mark) {
            return mark.row('e')
                    .number(arrival)
                    .bytes(circle)
                    .bytes(document)
                    .bytes(device)
                    .number(first)
                    .number(count)
                    .bytes(bytes)
                    .value();
        }

        void insert(PreparedStatement insert, long mark) throws SQLException {
            insert.setLong(1, arrival);
            insert.setBytes(2, circle);
            insert.setBytes(3, document);
            insert.setBytes(4, device);
            insert.setLong(5, first);
            insert.setLong(6, count);
            insert.setBytes(7, bytes);
            insert.setLong(8, mark);
            insert.executeUpdate();
        }

        Filed filed() {
            return new Filed(arrival, DeviceId.of(device), first, Math.toIntExact(count), bytes);
        }
    }
}
