package org.doorlight.protocol.simulation.year;

import java.util.Locale;

/** Four ways in which a street may fill its slots. */
public enum YearPolicy {
    /** The product: each node decides alone whom it is the turn of. */
    FAIR_TURN,
    /** An open board: who sees a wish first and wants to takes it. */
    FREE_BOARD,
    /** Somebody with a telephone, who calls those who usually say yes. */
    COORDINATOR,
    /** A list on the fridge: the next on it is asked, whoever that is. */
    ROUND_ROBIN;

    /** The word in options and results. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
