package org.doorlight.node.api;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import org.doorlight.protocol.core.view.Event;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DocumentId;
import org.jspecify.annotations.Nullable;

/** The last events, each with its number, as the bytes that go onto the stream. */
final class EventRing {
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final int BOOT_BYTES = 8;
    private static final int NUMBER_DIGITS_MAX = 18;

    private final String boot;
    private final Deque<byte[]> kept = new ArrayDeque<>();
    private long latest;

    EventRing() {
        byte[] bytes = new byte[BOOT_BYTES];
        // Not the clock: a Pi starts with the same wrong time again and again.
        new SecureRandom().nextBytes(bytes);
        boot = HexFormat.of().formatHex(bytes);
    }

    /** What a data line holds. */
    record EventLine(
            String type,
            @Nullable CircleId circle,
            @Nullable DocumentId document,
            @Nullable String at) {
        static EventLine of(Event event) {
            String at = MILLISECONDS.format(Instant.ofEpochMilli(event.at()));
            return new EventLine(event.type(), event.circle(), event.document(), at);
        }

        /** Says that events are missing: whoever reads along has to fetch everything anew. */
        static EventLine reset() {
            return new EventLine("reset", null, null, null);
        }
    }

    /** Keeps an event, and hands out its bytes. */
    byte[] add(Event event) {
        latest++;
        byte[] block = block(EventLine.of(event));
        kept.addLast(block);
        if (kept.size() > ApiLimits.EVENTS_KEPT_MAX) {
            kept.removeFirst();
        }
        return block;
    }

    /**
     * The first blocks of a stream.
     *
     * @param after the last id the reader has seen; null for one that starts now
     */
    List<byte[]> opening(@Nullable String after) {
        long known = after == null ? latest : number(after);
        long oldest = latest - kept.size();
        boolean whole = known >= oldest && known <= latest;
        List<byte[]> blocks = new ArrayList<>();
        // The id goes first, so that a reader who loses the line before any event knows where it stood.
        blocks.add(bytes("retry: 2000\nid: " + id(whole ? known : latest) + "\n: hello\n\n"));
        if (whole) {
            kept.stream().skip(known - oldest).forEach(blocks::add);
        } else {
            blocks.add(block(EventLine.reset()));
        }
        return blocks;
    }

    private byte[] block(EventLine line) {
        return bytes("id: " + id(latest) + "\nevent: " + line.type() + "\ndata: " + Json.write(line) + "\n\n");
    }

    private String id(long number) {
        return boot + "-" + number;
    }

    /** -1 for an id of another start of this node, or of nobody. */
    private long number(String id) {
        String prefix = boot + "-";
        String digits = id.startsWith(prefix) ? id.substring(prefix.length()) : "";
        boolean number = digits.length() <= NUMBER_DIGITS_MAX && digits.matches("[0-9]+");
        return number ? Long.parseLong(digits) : -1;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
