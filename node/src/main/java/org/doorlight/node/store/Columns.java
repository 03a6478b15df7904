package org.doorlight.node.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads columns of rows that may be damaged. */
final class Columns {
    private static final byte[] NOTHING = {};

    private Columns() {}

    /** A column's bytes. A damaged row may say NULL where none can be: it reads as no bytes, and the mark decides. */
    static byte[] bytes(ResultSet rows, int column) throws SQLException {
        byte @Nullable [] bytes = rows.getBytes(column);
        return bytes == null ? NOTHING : bytes;
    }
}
