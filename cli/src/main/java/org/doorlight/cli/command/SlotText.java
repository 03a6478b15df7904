package org.doorlight.cli.command;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorlight.cli.client.JsonObject;

/**
 * One {@code START/DURATION[xNEED]} as people type it. Only its shape is looked at here: the node knows the circle's zone and calendar.
 *
 * @param start ISO local date-time, or one with an offset
 * @param duration ISO 8601 duration, or a short form as {@code 90m}
 * @param need how many helpers, from 1
 */
record SlotText(String start, String duration, int need) {
    static final String SHAPE = "2026-12-01T18:00/PT1H, or with two helpers 2026-12-01T18:00/PT1Hx2";

    private static final Pattern SLOT =
            Pattern.compile("(?<start>\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2})?)"
                    + "/(?<duration>P(?=[\\dT])(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+S)?)?|(?=\\d)(\\d+d)?(\\d+h)?(\\d+m)?)"
                    + "(x(?<need>[1-9]\\d{0,2}))?");

    /** Reads it; empty if the text has another shape. */
    static Optional<SlotText> parse(String text) {
        Matcher matcher = SLOT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String need = matcher.group("need");
        return Optional.of(new SlotText(
                matcher.group("start"), matcher.group("duration"), need == null ? 1 : Integer.parseInt(need)));
    }

    JsonObject json() {
        return JsonObject.empty()
                .with("start", start)
                .with("duration", duration)
                .with("need", need);
    }
}
