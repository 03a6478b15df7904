package org.doorlight.node.store;

import java.nio.file.Path;
import java.sql.Connection;
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
 * <p>Used on the loop's thread only. Every method may throw a {@link StoreFailure}; then roll back.
 */
public final class SqliteStore implements Archive, Store, AutoCloseable {
    private interface Work<T> {
        T run() throws SQLException;
    }

    private interface Step {
        void run() throws SQLException;
    }

    /** Connects to the file. */
    interface Opening {
        Connection connect() throws SQLException;
    }

    private final Path file;
    private final Path log;
    private final Opening opening;
    private final Damage damage = new Damage();
    private Tables tables;
    private boolean turnOpen;
    private boolean logIsDoubtful;

    SqliteStore(Path file, Opening opening) throws SQLException {
        this.file = file;
        this.log = file.resolveSibling(file.getFileName() + "-wal");
        this.opening = opening;
        this.tables = openTables();
    }

    /**
     * Opens the store, makes it if there is none, and brings an older one up to date.
     *
     * @param databaseFile the file; SQLite keeps a log of the same name and {@code -wal} beside it
     * @throws StoreFailure if it is in use, damaged, too new, no database of ours, or cannot be reached; it is left as it is
     */
    public static SqliteStore open(Path databaseFile) {
        try {
            SqliteStore store = new SqliteStore(databaseFile, () -> Database.connect(databaseFile));
            boolean ready = false;
            try {
                Indexes.mend(store.tables);
                ready = true;
                return store;
            } finally {
                if (!ready) {
                    store.tables.connection().close();
                }
            }
        } catch (SQLException failure) {
            throw StoreFailure.atOpen(failure);
        }
    }

    private Tables openTables() throws SQLException {
        Connection connection = opening.connect();
        boolean ready = false;
        try {
            Database.setUp(connection);
            Tables opened = Tables.of(connection, damage);
            ready = true;
            return opened;
        } finally {
            if (!ready) {
                connection.close();
            }
        }
    }

    /** Appends an envelope to the running turn. */
    @Override
    public void saveEnvelope(Effect.SaveEnvelope effect) {
        save(() -> tables.envelopes().save(effect));
    }

    /** Puts a record in the running turn. */
    @Override
    public void saveRecord(Effect.SaveRecord effect) {
        save(() -> tables.records().save(effect));
    }

    /** Removes a record in the running turn; nothing happens if there is none. */
    @Override
    public void deleteRecord(Effect.DeleteRecord effect) {
        save(() -> tables.records().delete(effect));
    }

    /** Makes the running turn durable: when this returns, its saves are on the disk. Nothing to do if it saved nothing. */
    @Override
    public void commit() {
        if (turnOpen) {
            run(() -> tables.commit().execute());
            turnOpen = false;
            tables.envelopes().committed();
        }
    }

    /** Forgets the saves of the running turn. Never throws, as it is called when something has failed already. */
    @Override
    public void rollback() {
        if (!turnOpen) {
            return;
        }
        turnOpen = false;
        tables.envelopes().rolledBack();
        try {
            tables.rollback().execute();
        } catch (SQLException alreadyOver) {
            // After a full disk or a failed write SQLite may have rolled back by itself, and then knows no transaction
            // to end.
            // If anything else stands in the way: an uncommitted log is ignored when the file is opened next.
            return;
        }
    }

    @Override
    public void reopen() {
        turnOpen = false;
        logIsDoubtful = true;
        try {
            tables.connection().close();
        } catch (SQLException givenUp) {
            // It is closed all the same; what could not be folded into the file lies in the log still.
            turnOpen = false;
        }
        run(() -> {
            tables = openTables();
            return true;
        });
    }

    /**
     * After a failed sync the system may hold pages of the log in memory that are not on the disk, and takes them for written: a later
     * commit would rest on them. So the log is folded into the file first, which writes what it holds in another place.
     */
    @Override
    public void probe() {
        run(() -> {
            if (logIsDoubtful) {
                Database.foldLog(tables.connection());
                logIsDoubtful = false;
            }
            Database.probe(tables.connection());
            return true;
        });
    }

    @Override
    public List<Kept> records(Shelf shelf) {
        return run(() -> tables.records().read(shelf));
    }

    @Override
    public List<Filed> envelopes(CircleId circle, DocumentId document, long afterArrival, long bytesMax) {
        return run(() -> tables.envelopes().read(circle, document, afterArrival, bytesMax));
    }

    @Override
    public Size size() {
        // File.length() says 0 for a log that is not there yet.
        return new Size(
                tables.envelopes().held(), file.toFile().length() + log.toFile().length());
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
            tables.connection().close();
            return true;
        });
    }

    private void save(Step step) {
        run(() -> {
            if (!turnOpen) {
                tables.begin().execute();
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
