package org.doorlight.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Turns what a node says into words for people. */
final class Words {
    private static final int SHORT_ID_DIGITS = 8;
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private Words() {}

    /**
     * Text that came from elsewhere, safe to print: a neighbour's title cannot move the cursor, colour the screen or turn the reading
     * direction of what stands around it.
     */
    static String safe(String text) {
        return text.codePoints()
                .map(point -> Character.isISOControl(point) || turnsDirection(point) ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Unicode's embeddings, overrides and isolates. */
    private static boolean turnsDirection(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }

    /** The beginning of an id. */
    static String shortId(String id) {
        return safe(id.length() > SHORT_ID_DIGITS ? id.substring(0, SHORT_ID_DIGITS) : id);
    }

    /** The shortest beginning, of at least eight digits, that tells these ids apart. */
    static int digitsToTellApart(List<String> ids) {
        int digits = SHORT_ID_DIGITS;
        while (digits < 64
                && ids.stream().map(cutTo(digits)).distinct().count()
                        < ids.stream().distinct().count()) {
            digits++;
        }
        return digits;
    }

    private static UnaryOperator<String> cutTo(int digits) {
        return id -> id.substring(0, Math.min(digits, id.length()));
    }

    /** {@code Tue 1 Dec 18:00}; the text itself if it is no date-time. */
    static String time(String isoWithOffset) {
        try {
            return DAY_AND_TIME.format(OffsetDateTime.parse(isoWithOffset));
        } catch (DateTimeParseException unknownForm) {
            return safe(isoWithOffset);
        }
    }

    /** When it is, to put things in order; the end of time if it is no date-time. */
    static Instant instant(String isoWithOffset) {
        try {
            return OffsetDateTime.parse(isoWithOffset).toInstant();
        } catch (DateTimeParseException unknownForm) {
            return Instant.MAX;
        }
    }

    /** {@code 1 h 30 min}; the text itself if it is no duration. */
    static String duration(String iso) {
        try {
            return duration(Duration.parse(iso));
        } catch (DateTimeParseException unknownForm) {
            return safe(iso);
        }
    }

    /** The two biggest units. */
    static String duration(Duration duration) {
        if (duration.toDays() > 0) {
            return parts(duration.toDays(), "d", duration.toHoursPart(), "h");
        }
        if (duration.toHours() > 0) {
            return parts(duration.toHours(), "h", duration.toMinutesPart(), "min");
        }
        return parts(duration.toMinutes(), "min", duration.toSecondsPart(), "s");
    }

    private static String parts(long big, String bigUnit, int small, String smallUnit) {
        String end = small + " " + smallUnit;
        if (big == 0) {
            return end;
        }
        return big + " " + bigUnit + (small == 0 ? "" : " " + end);
    }

    /** {@code 3.4 MB}. */
    static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " bytes";
        }
        boolean kilo = bytes < 1_000_000;
        return String.format(Locale.ENGLISH, "%.1f %s", bytes / (kilo ? 1e3 : 1e6), kilo ? "kB" : "MB");
    }

    /** {@code 1 neighbour}, {@code 2 neighbours}. */
    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
