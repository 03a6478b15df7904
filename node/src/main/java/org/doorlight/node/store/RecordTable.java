package org.doorlight.node.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.doorlight.protocol.core.Archive.Kept;
import org.doorlight.protocol.core.Effect.DeleteRecord;
import org.doorlight.protocol.core.Effect.SaveRecord;
import org.doorlight.protocol.core.Shelf;

/** Records, each under its key on its shelf. SQLite compares blobs as unsigned bytes, which is the order wanted. */
final class RecordTable {
    private static final String SAVE = "INSERT INTO record VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (shelf, key) DO UPDATE SET value = excluded.value, mark = excluded.mark";
    // As for envelopes: the index leads to the row, and every column comes from the row itself.
    private static final String READ = "SELECT i.rowid, r.shelf, r.key, r.value, r.mark"
            + " FROM record AS i LEFT JOIN record AS r ON r.rowid = i.rowid"
            + " WHERE i.shelf = ? ORDER BY i.key";

    private final Mark mark;
    private final Damage damage;
    private final PreparedStatement save;
    private final PreparedStatement delete;
    private final PreparedStatement read;
    private final PreparedStatement all;

    RecordTable(Connection connection, Mark mark, Damage damage) throws SQLException {
        this.mark = mark;
        this.damage = damage;
        save = connection.prepareStatement(SAVE);
        delete = connection.prepareStatement("DELETE FROM record WHERE shelf = ? AND key = ?");
        read = connection.prepareStatement(READ);
        all = connection.prepareStatement("SELECT * FROM record NOT INDEXED");
    }

    void save(SaveRecord effect) throws SQLException {
        int shelf = effect.shelf().number();
        save.setInt(1, shelf);
        save.setBytes(2, effect.key());
        save.setBytes(3, effect.value());
        save.setLong(4, mark(shelf, effect.key(), effect.value()));
        save.executeUpdate();
    }

    void delete(DeleteRecord effect) throws SQLException {
        delete.setInt(1, effect.shelf().number());
        delete.setBytes(2, effect.key());
        delete.executeUpdate();
    }

    List<Kept> read(Shelf shelf) throws SQLException {
        read.setInt(1, shelf.number());
        List<Kept> found = new ArrayList<>();
        try (ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                long on = rows.getLong(2);
                byte[] key = Columns.bytes(rows, 3);
                byte[] value = Columns.bytes(rows, 4);
                if (on == shelf.number() && mark(on, key, value) == rows.getLong(5)) {
                    found.add(new Kept(key, value));
                } else {
                    damage.record(rows.getLong(1));
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
                whole = mark(rows.getLong(1), Columns.bytes(rows, 2), Columns.bytes(rows, 3)) == rows.getLong(4);
            }
        }
        return whole;
    }

    private long mark(long shelf, byte[] key, byte[] value) {
        return mark.row('r').number(shelf).bytes(key).bytes(value).value();
    }
}
