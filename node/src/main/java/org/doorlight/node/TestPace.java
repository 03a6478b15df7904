package org.doorlight.node;

import org.doorlight.protocol.core.CoreSettings;

/**
 * A quicker pace of the quiet ladder, so that a test with real processes need not wait for hours. It takes a property of the Java virtual
 * machine that no command, option or setting of this program offers; all nodes of a test have to have the same.
 */
final class TestPace {
    private static final String TIMES = "doorlight.test.hello-times";

    private TestPace() {}

    static CoreSettings of(CoreSettings settings) {
        long times = Long.getLong(TIMES, 1);
        return times > 1 ? settings.quickened(times) : settings;
    }
}
