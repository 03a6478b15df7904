package org.doorlight.protocol.care;

import java.util.Optional;
import org.doorlight.protocol.id.DeviceId;

/**
 * The flat key of a fact: {@code kind/subject/device}, written by that device only (CARE S1). So no two devices ever write the same
 * key, and nothing ever conflicts.
 *
 * @param subject what it is about; {@value #WHOLE} for the document itself
 */
public record FactKey(String kind, String subject, DeviceId device) {
    /** The subject of facts about the whole document. */
    public static final String WHOLE = "-";

    private static final int PARTS = 3;
    private static final int DEVICE_DIGITS = 32;

    /** Reads a key; empty for keys of another shape, which are carried untouched (CARE S6). */
    public static Optional<FactKey> parse(String key) {
        String[] parts = key.split("/", -1);
        boolean fits = parts.length == PARTS && parts[2].length() == DEVICE_DIGITS && parts[2].matches("[0-9a-f]+");
        return fits ? Optional.of(new FactKey(parts[0], parts[1], DeviceId.parse(parts[2]))) : Optional.empty();
    }

    @Override
    public String toString() {
        return kind + "/" + subject + "/" + device.hex();
    }
}
