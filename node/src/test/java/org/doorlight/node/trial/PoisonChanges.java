package org.doorlight.node.trial;

import java.util.HexFormat;
import java.util.List;

/** Changes as bytes that native code does not come through. */
final class PoisonChanges {
    private static final String A_LIST =
            "856f4a831cbf71e7014500100102030405060708090a0b0c0d0e0f100101000000080104020413041508340242"
                    + "035602700200017f0000017f0100017f007f046c697374000101017e020102000200";
    private static final String A_NAME_IN_IT =
            "856f4a83ed0196880157011cbf71e7566242442b90ac8c0ae75788b970e5da229b93dacd15b5ec1d9c0eae1001"
                    + "02030405060708090a0b0c0d0e0f1002030000000701020202150634014202560270027f007f017f046e616d65"
                    + "017f017f007f00";

    private PoisonChanges() {}

    /** A list with something in it, and a name put into it as if it were a map. */
    static List<byte[]> nameIntoList() {
        HexFormat hex = HexFormat.of();
        return List.of(hex.parseHex(A_LIST), hex.parseHex(A_NAME_IN_IT));
    }
}
