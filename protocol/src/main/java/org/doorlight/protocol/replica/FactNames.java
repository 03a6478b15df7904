package org.doorlight.protocol.replica;

import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.DeviceId;

/**
 * In whose name a fact speaks. A key {@code kind/subject/device} or {@code kind/subject/device/number} is written by that device alone
 * (CARE S1): readers take the key's word for it, so whatever another device writes there is not let in.
 */
final class FactNames {
    private static final int DEVICE_AT = 2;
    private static final int PARTS_MAX = 4;
    private static final int DEVICE_DIGITS = 2 * Bytes16.LENGTH;

    private FactNames() {}

    /** True if this key names a device, and not this one. Keys of another shape name nobody (CARE S6). */
    static boolean isOfAnother(String key, DeviceId author) {
        String[] parts = key.split("/", -1);
        boolean names = parts.length > DEVICE_AT
                && parts.length <= PARTS_MAX
                && parts[DEVICE_AT].length() == DEVICE_DIGITS
                && parts[DEVICE_AT].matches("[0-9a-f]+");
        return names && !parts[DEVICE_AT].equals(author.hex());
    }
}
