package org.doorlight.node.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** The real database behind a disk on which one call after the other goes well, up to a given one. */
final class FaultyDisk {
    private static final int SQLITE_IOERR = 10;
    private static final int SQLITE_FULL = 13;

    /** What goes wrong, and for how long. */
    enum Trouble {
        /** From that call on nothing can be written; reading goes on. */
        FULL,
        /** That call fails, and nothing of it was done. */
        FAILS_ONCE,
        /** That call is done, and fails all the same, as a commit does whose sync reports an error. */
        FAILS_AFTERWARDS,
        /** From that call on all of them fail, reading too. */
        FAILS_ON
    }

    private final Path file;
    private final Trouble trouble;
    private final int at;
    private int calls;
    private boolean met;
    private boolean over;

    FaultyDisk(Path file, Trouble trouble, int at) {
        this.file = file;
        this.trouble = trouble;
        this.at = at;
    }

    /** A connection whose statements count as calls on this disk. */
    Connection connect() throws SQLException {
        Connection real = Database.connect(file);
        return proxy(Connection.class, (unused, method, arguments) -> {
            Object result = invoke(real, method, arguments);
            if (result instanceof PreparedStatement prepared) {
                return proxy(PreparedStatement.class, watching(prepared, String.valueOf(arguments[0])));
            }
            return result instanceof Statement statement ? proxy(Statement.class, watching(statement, "")) : result;
        });
    }

    /** Whether it has come to that call. */
    boolean wasMet() {
        return met;
    }

    /** There is room again, or another cable. */
    void mend() {
        over = true;
    }

    private InvocationHandler watching(Statement statement, String prepared) {
        return (unused, method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return invoke(statement, method, arguments);
            }
            boolean troubled = isTroubled(arguments == null ? prepared : String.valueOf(arguments[0]));
            if (troubled && trouble != Trouble.FAILS_AFTERWARDS) {
                throw failure();
            }
            Object result = invoke(statement, method, arguments);
            if (troubled) {
                throw failure();
            }
            return result;
        };
    }

    private boolean isTroubled(String sql) {
        calls++;
        if (over) {
            return false;
        }
        boolean troubled = switch (trouble) {
            case FULL -> calls >= at && writes(sql);
            case FAILS_ON -> calls >= at;
            case FAILS_ONCE, FAILS_AFTERWARDS -> calls == at;
        };
        met |= troubled;
        return troubled;
    }

    private static boolean writes(String sql) {
        String word = sql.strip().split("[ (]", 2)[0].toUpperCase(Locale.ROOT);
        return switch (word) {
            case "INSERT", "UPDATE", "DELETE", "COMMIT", "CREATE", "REINDEX" -> true;
            case "PRAGMA" -> sql.contains("wal_checkpoint");
            default -> false;
        };
    }

    private SQLException failure() {
        return trouble == Trouble.FULL
                ? new SQLException("database or disk is full", "", SQLITE_FULL)
                : new SQLException("disk I/O error", "", SQLITE_IOERR);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Object on, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
