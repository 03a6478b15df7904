package org.doorlight.protocol.hello;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an attestation, 32 whatever it says: word, picture, window (day, index), until (day, index; day 0 and index 255 for none),
 * at, zeros. Numbers are big-endian.
 */
final class NoteBytes {
    static final int LENGTH = 32;

    private static final int NO_INDEX = 255;

    private NoteBytes() {}

    static byte[] of(Attestation note) {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH)
                .put((byte) note.word().ordinal())
                .put((byte) note.picture().ordinal());
        put(bytes, note.window());
        put(bytes, note.until());
        return bytes.putLong(note.at()).array();
    }

    private static void put(ByteBuffer bytes, @Nullable WindowId window) {
        long day = window == null ? 0 : window.date().toEpochDay();
        bytes.putInt((int) day).put((byte) (window == null ? NO_INDEX : window.index()));
    }

    /** The attestation in these bytes; empty if there is none in them. */
    static Optional<Attestation> read(byte[] bytes) {
        if (bytes.length != LENGTH) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int word = Byte.toUnsignedInt(buffer.get());
        int picture = Byte.toUnsignedInt(buffer.get());
        Optional<WindowId> window = window(buffer);
        Optional<WindowId> until = window(buffer);
        long at = buffer.getLong();
        boolean known = word < Attestation.Word.values().length && picture < Picture.values().length;
        return window.filter(one -> known)
                .map(one -> new Attestation(
                        one, Attestation.Word.values()[word], Picture.values()[picture], until.orElse(null), at));
    }

    private static Optional<WindowId> window(ByteBuffer buffer) {
        int day = buffer.getInt();
        int index = Byte.toUnsignedInt(buffer.get());
        try {
            return index > WindowId.INDEX_MAX
                    ? Optional.empty()
                    : Optional.of(new WindowId(LocalDate.ofEpochDay(day), index));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
