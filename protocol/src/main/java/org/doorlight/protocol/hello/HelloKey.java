package org.doorlight.protocol.hello;

import java.util.Optional;
import org.doorlight.protocol.id.DeviceId;

/**
 * The flat key of a fact, {@code kind/subject/device} or {@code kind/subject/device/number}, written by that device only (CARE S1).
 *
 * @param number tells several facts of one device about one subject apart; 0 if there can be only one
 */
record HelloKey(String kind, String subject, DeviceId device, int number) {
    static final String WHOLE = "-";

    private static final int PARTS = 3;
    private static final int DEVICE_DIGITS = 32;
    private static final int NUMBER_DIGITS_MAX = 4;

    static HelloKey whole(String kind, DeviceId device) {
        return new HelloKey(kind, WHOLE, device, 0);
    }

    static HelloKey of(String kind, WindowId window, DeviceId device) {
        return new HelloKey(kind, window.toString(), device, 0);
    }

    /** Reads a key; empty for keys of another shape, which are carried untouched (CARE S6). */
    static Optional<HelloKey> parse(String key) {
        String[] parts = key.split("/", -1);
        boolean fits = (parts.length == PARTS || parts.length == PARTS + 1)
                && parts[2].length() == DEVICE_DIGITS
                && parts[2].matches("[0-9a-f]+");
        boolean numbered = parts.length == PARTS + 1;
        if (!fits || (numbered && !parts[PARTS].matches("[1-9][0-9]{0," + (NUMBER_DIGITS_MAX - 1) + "}"))) {
            return Optional.empty();
        }
        int number = numbered ? Integer.parseInt(parts[PARTS]) : 0;
        return Optional.of(new HelloKey(parts[0], parts[1], DeviceId.parse(parts[2]), number));
    }

    /** The window this is about; empty if it is about something else. */
    Optional<WindowId> window() {
        return WindowId.parse(subject);
    }

    @Override
    public String toString() {
        String plain = kind + "/" + subject + "/" + device.hex();
        return number == 0 ? plain : plain + "/" + number;
    }
}
