package org.doorlight.protocol.document;

/** How an envelope fared on its way in. */
public enum Receipt {
    /** New, verified, written down. */
    STORED,
    /** Held already. */
    KNOWN,
    /** Something of this device before it is missing; to be asked for again. */
    GAP,
    /** From a device the charter does not know, or not any more; to be asked for again when it does. */
    STRANGER,
    /** Not signed by its device, not shaped like one of a chain, or of another circle: no honest node passes it on. */
    REFUSED,
    /** Signed by its device, which may not write there by the charter held here; a node that holds another charter may pass it on. */
    MISPLACED,
    /** It cannot follow what is held: its device gave two answers. */
    CONTRADICTED
}
