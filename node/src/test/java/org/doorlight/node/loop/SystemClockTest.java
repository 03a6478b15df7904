package org.doorlight.node.loop;

class SystemClockTest extends ClockContract {
    @Override
    MomentClock clock() {
        return new SystemClock();
    }

    @Override
    void pass() {
        Thread.onSpinWait();
    }
}
