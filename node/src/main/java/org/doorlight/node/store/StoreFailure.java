package org.doorlight.node.store;

import java.sql.SQLException;
import java.util.Optional;
import org.doorlight.protocol.core.StoreFault;
import org.doorlight.protocol.core.view.StoreState;

/** The store cannot go on. Its message is one plain sentence for people: what happened, and what to do next. */
public final class StoreFailure extends StoreFault {
    private static final long serialVersionUID = 1L;

    /** What kind of trouble it is. */
    public enum Kind {
        FULL("The disk is full and the last step was not saved. Make room on it, then start Doorlight again."),
        DISK(
                "The disk failed to read or write and the last step was not saved. Check the disk, then start Doorlight again."),
        DAMAGED(
                "The database is damaged; it was left as it is. Restore a backup, or move the database file away to begin anew."),
        FOREIGN(
                "The database file is no Doorlight database; it was left as it is. Restore a backup, or move the file away."),
        TOO_NEW("The database was written by a newer Doorlight. Install that version or a later one."),
        IN_USE("Another program is using the database. Stop it, then start Doorlight again."),
        NOT_ALLOWED(
                "The database cannot be opened or written. Check that the folder it lies in exists and belongs to you."),
        UNKNOWN("The database reported an error Doorlight does not know. Please report it with the log.");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Kind kind;

    StoreFailure(Kind kind) {
        super(kind.sentence);
        this.kind = kind;
    }

    StoreFailure(Kind kind, Throwable cause) {
        super(kind.sentence, cause);
        this.kind = kind;
    }

    /** Translates what SQLite says (https://www.sqlite.org/rescode.html, primary codes) into what people can act on. */
    static StoreFailure of(SQLException cause) {
        return new StoreFailure(kindOf(cause.getErrorCode()), cause);
    }

    /** As {@link #of}; a statement that does not fit the tables can only mean here that the tables are not what they were. */
    static StoreFailure atOpen(SQLException cause) {
        Kind kind = kindOf(cause.getErrorCode());
        return new StoreFailure(kind == Kind.UNKNOWN ? Kind.DAMAGED : kind, cause);
    }

    public Kind kind() {
        return kind;
    }

    /** A disk that is full, reports errors or has become read-only may be well again; a file that is not ours never is. */
    @Override
    public Optional<StoreState> passing() {
        return switch (kind) {
            case FULL -> Optional.of(StoreState.FULL);
            case DISK, NOT_ALLOWED -> Optional.of(StoreState.FAILING);
            case DAMAGED, FOREIGN, TOO_NEW, IN_USE, UNKNOWN -> Optional.empty();
        };
    }

    private static Kind kindOf(int code) {
        return switch (code) {
            case 5, 6 -> Kind.IN_USE; // SQLITE_BUSY, SQLITE_LOCKED
            case 3, 8, 14 -> Kind.NOT_ALLOWED; // SQLITE_PERM, SQLITE_READONLY, SQLITE_CANTOPEN
            case 10 -> Kind.DISK; // SQLITE_IOERR
            case 11 -> Kind.DAMAGED; // SQLITE_CORRUPT
            case 13 -> Kind.FULL; // SQLITE_FULL
            case 26 -> Kind.FOREIGN; // SQLITE_NOTADB
            default -> Kind.UNKNOWN;
        };
    }
}
