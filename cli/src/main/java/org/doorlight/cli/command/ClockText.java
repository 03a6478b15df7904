package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;

/** The box's time in words. */
final class ClockText {
    private ClockText() {}

    static String of(JsonObject clock) {
        String time = Words.time(clock.text("time"));
        return clock.text("clock").equals("SURE")
                ? "It is " + time + ", and the box is sure of it."
                : "The box thinks it is " + time
                        + " and isn't sure. If that is right: doorlight clock confirm. If not, add --time.";
    }
}
