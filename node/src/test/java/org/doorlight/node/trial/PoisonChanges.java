package org.doorlight.node.trial;

import java.util.HexFormat;
import java.util.List;

/** Changes as bytes that native code does not come through. */
final class PoisonChanges {
    private static final String A_LIST = "856f4a8330c40387012f00100102030405060708090a0b0c0d0e0f1001010000000515"
            + "0634014202560270027f046c697374017f027f007f00";
    private static final String A_NAME_IN_IT =
            "856f4a836119032301570130c403877f1485c3ee0fea0c5c87e8cfde767955e6c02a7be4"
                    + "19cbc7f84ae49a100102030405060708090a0b0c0d0e0f1002020000000701020202150634014202560270027f007f017f046e616d65"
                    + "017f017f007f00";

    private PoisonChanges() {}

    /** A list, and a name put into it as if it were a map. */
    static List<byte[]> nameIntoList() {
        HexFormat hex = HexFormat.of();
        return List.of(hex.parseHex(A_LIST), hex.parseHex(A_NAME_IN_IT));
    }
}
