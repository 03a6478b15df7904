package org.doorlight.cli.street;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.doorlight.protocol.document.ActorId;

/**
 * Two changes, each well formed: a list with something in it, and a name put into it as if it were a map. Automerge 0.0.7 aborts the process
 * on the second.
 */
final class Poison {
    // After magic, checksum, type and length: no dependency, then the actor.
    private static final String A_LIST =
            "856f4a831cbf71e7014500100102030405060708090a0b0c0d0e0f100101000000080104020413041508340242"
                    + "035602700200017f0000017f0100017f007f046c697374000101017e020102000200";
    // One dependency, the list, then the actor.
    private static final String A_NAME_IN_IT =
            "856f4a83ed0196880157011cbf71e7566242442b90ac8c0ae75788b970e5da229b93dacd15b5ec1d9c0eae1001"
                    + "02030405060708090a0b0c0d0e0f1002030000000701020202150634014202560270027f007f017f046e616d65"
                    + "017f017f007f00";
    private static final int CHECKSUM_AT = 4;
    private static final int CHECKSUM_BYTES = 4;
    private static final int HASHED_FROM = 8;
    private static final int LIST_ACTOR_AT = 12;
    private static final int DEPENDENCY_AT = 11;
    private static final int NAME_ACTOR_AT = 44;

    private Poison() {}

    /** Written by this actor, as its first two changes of a document. */
    static List<byte[]> by(ActorId actor) {
        byte[] list = HexFormat.of().parseHex(A_LIST);
        put(list, LIST_ACTOR_AT, actor.bytes());
        byte[] hash = seal(list);
        byte[] name = HexFormat.of().parseHex(A_NAME_IN_IT);
        put(name, DEPENDENCY_AT, hash);
        put(name, NAME_ACTOR_AT, actor.bytes());
        seal(name);
        return List.of(list, name);
    }

    private static void put(byte[] into, int at, byte[] bytes) {
        ByteBuffer.wrap(into).position(at).put(bytes);
    }

    /** Repairs the checksum, and returns the change's hash. */
    private static byte[] seal(byte[] change) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(Arrays.copyOfRange(change, HASHED_FROM, change.length));
            System.arraycopy(hash, 0, change, CHECKSUM_AT, CHECKSUM_BYTES);
            return hash;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
