package org.doorlight.protocol.care;

/** Where one slot stands (CARE §2). Never stored, always derived. */
public enum SlotState {
    OPEN,
    COVERED,
    UNDERWAY,
    DONE,
    LAPSED
}
