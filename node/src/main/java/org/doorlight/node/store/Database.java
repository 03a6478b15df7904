package org.doorlight.node.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;

/** Opens the file: made if missing, checked before it is changed, set up so that what is committed survives a power cut. */
final class Database {
    private static final List<String> SETTINGS = List.of(
            // A commit appends to the log and waits until the disk has it (synchronous FULL): one fsync a turn.
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = FULL",
            // 1,000 pages of 4 KiB: the log is folded into the file at 4 MB, and shrunk to 8 MB after a big turn.
            "PRAGMA wal_autocheckpoint = 1000",
            "PRAGMA journal_size_limit = 8388608",
            "PRAGMA temp_store = MEMORY",
            // 2 MB of pages: the core has its own read models, and a small board has little memory.
            "PRAGMA cache_size = -2048",
            "PRAGMA cell_size_check = ON");

    // No shelf of the core has this number.
    private static final int PROBE_SHELF = 0;
    // The largest frame a neighbour sends at once is four times this; most turns write much less.
    private static final int PROBE_BYTES = 256 << 10;

    private Database() {}

    /** The one connection to the file, in auto-commit mode; nothing has been read yet. */
    static Connection connect(Path file) throws SQLException {
        create(file);
        return JDBC.createConnection("jdbc:sqlite:" + file.toAbsolutePath().toUri(), new Properties());
    }

    /** Checks what is there, then makes it ready for use. Nothing is changed in a file that is refused. */
    static void setUp(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 500");
            // One process owns the file: no shared memory beside it, and no lock call on each step.
            statement.execute("PRAGMA locking_mode = EXCLUSIVE");
            Schema.check(connection);
            for (String setting : SETTINGS) {
                statement.execute(setting);
            }
        }
        Schema.migrate(connection);
    }

    /** Folds the whole log into the file and begins another. */
    static void foldLog(Connection connection) throws SQLException {
        // The first column says whether somebody was in the way; nobody else has the file.
        Schema.number(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /** Writes as much as a turn may need and takes it away again, each durable. */
    static void probe(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT OR REPLACE INTO record VALUES (" + PROBE_SHELF + ", x'', zeroblob(" + PROBE_BYTES
                    + "), 0)");
            statement.execute("DELETE FROM record WHERE shelf = " + PROBE_SHELF);
        }
    }

    /** SQLite would make the file with the process's usual mode; ours is for its owner only from the first moment on. */
    private static void create(Path file) {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException there) {
            return; // The usual case: opened again.
        } catch (IOException failure) {
            throw new StoreFailure(StoreFailure.Kind.NOT_ALLOWED, failure);
        }
    }
}
