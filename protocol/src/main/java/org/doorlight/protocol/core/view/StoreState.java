package org.doorlight.protocol.core.view;

/** Whether the store takes anything in. While it does not, the node goes on reading (docs/ARCHITECTURE.md, "When the disk gives trouble"). */
public enum StoreState {
    /** All is well. */
    WRITABLE("The disk takes what is written again. This box goes on as before."),
    /** There is no room. */
    FULL("The disk is full. Nothing was written. Make room on it; this box goes on by itself once there is some."),
    /** The disk reports errors, or lets nothing be written. */
    FAILING(
            "The disk reports errors. Nothing can be written now, and the last step may be lost. Check the disk; this box tries again by itself.");

    private final String sentence;

    StoreState(String sentence) {
        this.sentence = sentence;
    }

    /** What people are told. */
    public String sentence() {
        return sentence;
    }
}
