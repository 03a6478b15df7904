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
    /** Not signed by its device, filed where it does not belong, or of another circle. */
    REFUSED,
    /** Another envelope of the same device under the same number is held: one of the two was forged by its own author. */
    CONTRADICTED
}
