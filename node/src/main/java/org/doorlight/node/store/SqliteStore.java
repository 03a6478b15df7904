package org.doorlight.node.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.doorlight.protocol.core.Archive;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Shelf;
import org.doorlight.protocol.core.Store;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DocumentId;

/**
 * The node's store: one SQLite file, one connection, one transaction for each turn of the loop. The transaction begins with the
 * turn's first save, so a turn that saves nothing costs nothing. After {@link #commit} what was saved survives a power cut.
 *
 * <p>Used on the loop's thread only. Every method may throw a {@link StoreFailure}; then roll back and stop.
 */
public final class SqliteStore implements Archive, Store, AutoCloseable {
    private interface Work<T> {
        T run() throws SQLException;
    }

    private interface Step {
        void run() throws SQLException;
    }

    private final Path file;
    private final Path log;
    private final Connection connection;
    private final Damage damage = new Damage();
    private final EnvelopeTable envelopes;
    private final RecordTable records;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement rollback;
    private boolean turnOpen;

    SqliteStore(Path file, Connection connection) throws SQLException {
        this.file = file;
        this.log = file.resolveSibling(file.getFileName() + "-wal");
        this.connection = connection;
        Mark mark = new Mark();
        envelopes = new EnvelopeTable(connection, mark, damage);
        records = new RecordTable(connection, mark, damage);
        begin = connection.prepareStatement("BEGIN IMMEDIATE");
        commit = connection.prepareStatement("COMMIT");
        rollback = connection.prepareStatement("ROLLBACK");
    }

    /**
     * Opens the store, makes it if there is none, and brings an older one up to date.
     *
     * @param databaseFile the file; SQLite keeps a log of the same name and {@code -wal} beside it
     * @throws StoreFailure if it is in use, damaged, too new, no database of ours, or cannot be reached; it is left as it is
     */
    public static SqliteStore open(Path databaseFile) {
        try {
            return open(databaseFile, Database.connect(databaseFile));
        } catch (SQLException failure) {
            throw StoreFailure.atOpen(failure);
        }
    }

    private static SqliteStore open(Path databaseFile, Connection connection) throws SQLException {
        boolean ready = false;
        try {
            Database.setUp(connection);
            SqliteStore store = new SqliteStore(databaseFile, connection);
            Indexes.mend(connection, store.envelopes, store.records);
            ready = true;
            return store;
        } finally {
            if (!ready) {
                connection.close();
            }
        }
    }

    /** Appends an envelope to the running turn. */
    @Override
    public void saveEnvelope(Effect.SaveEnvelope effect) {
        save(() -> envelopes.save(effect));
    }

    /** Puts a record in the running turn. */
    @Override
    public void saveRecord(Effect.SaveRecord effect) {
        save(() -> records.save(effect));
    }

    /** Removes a record in the running turn; nothing happens if there is none. */
    @Override
    public void deleteRecord(Effect.DeleteRecord effect) {
        save(() -> records.delete(effect));
    }

    /** Makes the running turn durable: when this returns, its saves are on the disk. Nothing to do if it saved nothing. */
    @Override
    public void commit() {
        if (turnOpen) {
            run(commit::execute);
            turnOpen = false;
            envelopes.committed();
        }
    }

    /** Forgets the saves of the running turn. Never throws, as it is called when something has failed already. */
    @Override
    public void rollback() {
        if (!turnOpen) {
            return;
        }
        turnOpen = false;
        envelopes.rolledBack();
        try {
            rollback.execute();
        } catch (SQLException alreadyOver) {
            // After a full disk or a failed write SQLite may have rolled back by itself, and then knows no transaction
            // to end.
            // If anything else stands in the way: an uncommitted log is ignored when the file is opened next.
            return;
        }
    }

    @Override
    public List<Kept> records(Shelf shelf) {
        return run(() -> records.read(shelf));
    }

    @Override
    public List<Filed> envelopes(CircleId circle, DocumentId document, long afterArrival, long bytesMax) {
        return run(() -> envelopes.read(circle, document, afterArrival, bytesMax));
    }

    @Override
    public Size size() {
        // File.length() says 0 for a log that is not there yet.
        return new Size(envelopes.held(), file.toFile().length() + log.toFile().length());
    }

    @Override
    public long damaged() {
        return damage.count();
    }

    /** Rolls back a turn that is still open, folds the log into the file and closes it. */
    @Override
    public void close() {
        rollback();
        run(() -> {
            connection.close();
            return true;
        });
    }

    private void save(Step step) {
        run(() -> {
            if (!turnOpen) {
                begin.execute();
                turnOpen = true;
            }
            step.run();
            return true;
        });
    }

    private static <T> T run(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException failure) {
            throw StoreFailure.of(failure);
        }
    }
}
