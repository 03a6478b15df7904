package org.doorlight.protocol.hello;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * Names one window of a plan: a local date and the window's place in the day. Names are ordered, so one window is before another
 * whatever any clock says.
 *
 * @param index 0 to {@value #INDEX_MAX}
 */
public record WindowId(LocalDate date, int index) implements Comparable<WindowId> {
    /** A day has at most ten windows, so that a name always has the same length. */
    static final int INDEX_MAX = 9;

    /** Before all others. */
    public static final WindowId FIRST = new WindowId(LocalDate.MIN, 0);

    /** What is said of windows before these last days is forgotten. */
    public static final int REMEMBERED_DAYS = 30;

    private static final Comparator<WindowId> ORDER =
            Comparator.comparing(WindowId::date).thenComparing(WindowId::index);
    private static final int TEXT_LENGTH = "2027-05-04.0".length();
    private static final int INDEX_AT = TEXT_LENGTH - 1;

    public WindowId {
        if (index < 0 || index > INDEX_MAX) {
            throw new IllegalArgumentException("No such window of a day: " + index);
        }
    }

    /** Reads {@code 2027-05-04.0}; empty for anything else. */
    public static Optional<WindowId> parse(String text) {
        if (text.length() != TEXT_LENGTH || text.charAt(INDEX_AT - 1) != '.' || !isDigit(text.charAt(INDEX_AT))) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(text.substring(0, INDEX_AT - 1));
            return Optional.of(new WindowId(date, text.charAt(INDEX_AT) - '0'));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    @Override
    public int compareTo(WindowId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return date + "." + index;
    }
}
