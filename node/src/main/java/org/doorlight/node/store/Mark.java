package org.doorlight.node.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The mark of a row: the first 8 bytes of SHA-256 over its table and all its columns. SQLite does not notice a byte that has
 * turned over on the disk; the mark does. It is no protection against people, who could write a fitting one.
 */
final class Mark {
    private final MessageDigest sha256 = sha256();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    /** Starts a row; the letter keeps rows of different tables apart. */
    Mark row(char table) {
        sha256.reset();
        return number(table);
    }

    Mark number(long value) {
        sha256.update(number.putLong(0, value).array());
        return this;
    }

    /** Adds a column of bytes, its length in front, so that bytes cannot wander from one column to the next. */
    Mark bytes(byte[] value) {
        number(value.length);
        sha256.update(value);
        return this;
    }

    /** Ends the row. */
    long value() {
        return ByteBuffer.wrap(sha256.digest()).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
