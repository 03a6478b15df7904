package org.doorlight.protocol.document;

import org.jspecify.annotations.Nullable;

/** Run-length encoded texts: map keys, mark names, messages. */
final class TextColumn extends RunLengthColumn {
    private final int bytesMax;
    private final int bytesTogetherMax;
    private long bytesTogether;
    private @Nullable Text value;

    /**
     * @param bytesMax UTF-8 bytes of one value
     * @param bytesTogetherMax UTF-8 bytes of all rows, repeated ones counted each time
     */
    TextColumn(String name, ByteCursor bytes, int rowsMax, int bytesMax, int bytesTogetherMax) {
        super(name, bytes, rowsMax);
        this.bytesMax = bytesMax;
        this.bytesTogetherMax = bytesTogetherMax;
    }

    @Override
    boolean readValue(ByteCursor bytes) throws Refusal {
        int length = bytes.unsigned(bytesMax, Reason.TOO_LONG, "bytes of a " + name());
        Text text = bytes.take(length).text();
        boolean same = value != null && text.equals(value);
        value = text;
        return same;
    }

    @Override
    void useValue() throws Refusal {
        bytesTogether += value == null ? 0 : value.length();
        if (bytesTogether > bytesTogetherMax) {
            throw new Refusal(
                    Reason.TOO_LONG, "all " + name() + "s together have more than " + bytesTogetherMax + " bytes");
        }
    }

    /** The next row's text, null if it has none. */
    @Nullable
    Text nextOrNull() throws Refusal {
        return next() ? value : null;
    }
}
