package org.doorlight.node.store;

import java.sql.SQLException;

/** The store cannot go on. Its message is one plain sentence for people: what happened, and what to do next. */
public final class StoreFailure extends RuntimeException {
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

    private static Kind kindOf(int code) {
        switch (code) {
            case 5: // SQLITE_BUSY
            case 6: // SQLITE_LOCKED
                return Kind.IN_USE;
            case 3: // SQLITE_PERM
            case 8: // SQLITE_READONLY
            case 14: // SQLITE_CANTOPEN
                return Kind.NOT_ALLOWED;
            case 10: // SQLITE_IOERR
                return Kind.DISK;
            case 11: // SQLITE_CORRUPT
                return Kind.DAMAGED;
            case 13: // SQLITE_FULL
                return Kind.FULL;
            case 26: // SQLITE_NOTADB
                return Kind.FOREIGN;
            default:
                return Kind.UNKNOWN;
        }
    }
}
