package org.doorlight.protocol.care;

/** Where a request stands (CARE §2). Never stored, always derived. */
public enum RequestState {
    /** Taken back by its requester, for ever. */
    WITHDRAWN,
    /** All its times are past, and three days more. */
    CLOSED,
    /** One of its times is now. */
    UNDERWAY,
    /** A coming time still needs somebody. */
    OPEN,
    /** Every coming time has its holders. */
    COVERED,
    /** The last time went by without. */
    LAPSED
}
