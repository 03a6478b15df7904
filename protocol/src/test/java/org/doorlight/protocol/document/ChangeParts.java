package org.doorlight.protocol.document;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/** A change taken apart into fields that a test may bend, and put together again with a fitting checksum. */
final class ChangeParts {
    List<byte[]> dependencies = new ArrayList<>();
    byte[] actor = new byte[16];
    long sequence = 1;
    long startOperation = 1;
    long time = 0;
    byte[] message = {};
    List<byte[]> others = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    byte[] extra = {};

    record Column(int spec, byte[] bytes) {}

    /** One operation: {@code soup = true} in the root map. */
    static ChangeParts simple() {
        var parts = new ChangeParts();
        parts.column(ColumnSpec.KEY_TEXT, signed(-1), text("soup"));
        parts.column(ColumnSpec.INSERT, unsigned(1));
        parts.column(ColumnSpec.ACTION, signed(-1), unsigned(1));
        parts.column(ColumnSpec.VALUE_METADATA, signed(-1), unsigned(2));
        parts.column(ColumnSpec.PREDECESSOR_COUNT, signed(-1), unsigned(0));
        return parts;
    }

    /** Reads a change that is known to be well formed. */
    static ChangeParts of(byte[] plain) throws Refusal {
        ByteCursor cursor = ChunkFrame.read(new ByteCursor(plain)).contents();
        var parts = new ChangeParts();
        for (long left = cursor.unsigned(); left > 0; left--) {
            parts.dependencies.add(cursor.take(32).copy());
        }
        parts.actor = cursor.take(cursor.unsigned()).copy();
        parts.sequence = cursor.unsigned();
        parts.startOperation = cursor.unsigned();
        parts.time = cursor.signed();
        parts.message = cursor.take(cursor.unsigned()).copy();
        for (long left = cursor.unsigned(); left > 0; left--) {
            parts.others.add(cursor.take(cursor.unsigned()).copy());
        }
        parts.readColumns(cursor);
        parts.extra = cursor.copy();
        return parts;
    }

    private void readColumns(ByteCursor cursor) throws Refusal {
        int count = (int) cursor.unsigned();
        int[] specs = new int[count];
        long[] lengths = new long[count];
        for (int index = 0; index < count; index++) {
            specs[index] = (int) cursor.unsigned();
            lengths[index] = cursor.unsigned();
        }
        for (int index = 0; index < count; index++) {
            columns.add(new Column(specs[index], cursor.take(lengths[index]).copy()));
        }
    }

    /** Sets a column's bytes, in the place its number belongs; no bytes remove it. */
    ChangeParts column(int spec, byte[]... bytes) {
        columns.removeIf(column -> column.spec() == spec);
        byte[] joined = join(bytes);
        if (joined.length > 0) {
            columns.add(new Column(spec, joined));
            columns.sort((left, right) -> Integer.compare(left.spec(), right.spec()));
        }
        return this;
    }

    byte[] bytesOf(int spec) {
        return columns.stream()
                .filter(column -> column.spec() == spec)
                .findFirst()
                .map(Column::bytes)
                .orElse(new byte[0]);
    }

    byte[] contents() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(unsigned(dependencies.size()));
        dependencies.forEach(out::writeBytes);
        out.writeBytes(sized(actor));
        out.writeBytes(unsigned(sequence));
        out.writeBytes(unsigned(startOperation));
        out.writeBytes(signed(time));
        out.writeBytes(sized(message));
        out.writeBytes(unsigned(others.size()));
        others.forEach(other -> out.writeBytes(sized(other)));
        out.writeBytes(columnList());
        out.writeBytes(columnBytes());
        out.writeBytes(extra);
        return out.toByteArray();
    }

    byte[] columnList() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(unsigned(columns.size()));
        for (Column column : columns) {
            out.writeBytes(unsigned(column.spec()));
            out.writeBytes(unsigned(column.bytes().length));
        }
        return out.toByteArray();
    }

    byte[] columnBytes() {
        return join(columns.stream().map(Column::bytes).toArray(byte[][]::new));
    }

    byte[] chunk() {
        return chunk(1, contents());
    }

    byte[] compressedChunk() {
        return compressedChunk(contents());
    }

    /** A chunk of any type with a checksum over exactly these contents. */
    static byte[] chunk(int type, byte[] contents) {
        byte[] rest = join(new byte[] {(byte) type}, unsigned(contents.length), contents);
        return join(magic(), Arrays.copyOf(sha256(rest), 4), rest);
    }

    /** A chunk of type 2, with the checksum of the change inside. */
    static byte[] compressedChunk(byte[] contents) {
        byte[] plain = chunk(1, contents);
        byte[] deflated = deflate(contents);
        return join(Arrays.copyOf(plain, 8), new byte[] {2}, unsigned(deflated.length), deflated);
    }

    static byte[] deflate(byte[] bytes) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(bytes);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    static byte[] magic() {
        return new byte[] {(byte) 0x85, 0x6f, 0x4a, (byte) 0x83};
    }

    static byte[] text(String text) {
        return sized(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static byte[] sized(byte[] bytes) {
        return join(unsigned(bytes.length), bytes);
    }

    static byte[] unsigned(long number) {
        var out = new ByteArrayOutputStream();
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
        return out.toByteArray();
    }

    static byte[] signed(long number) {
        var out = new ByteArrayOutputStream();
        long rest = number;
        while (rest < -64 || rest > 63) {
            out.write((int) (rest & 0x7f) | 0x80);
            rest >>= 7;
        }
        out.write((int) (rest & 0x7f));
        return out.toByteArray();
    }

    static byte[] join(byte[]... pieces) {
        var out = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
