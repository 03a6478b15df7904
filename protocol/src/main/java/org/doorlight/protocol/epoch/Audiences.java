package org.doorlight.protocol.epoch;

import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.id.AudienceId;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.MemberId;

/** The names of audiences (PROTOCOL §4). */
public final class Audiences {
    /** Bytes of the salt that makes two narrow audiences of one owner different. */
    public static final int SALT_BYTES = 16;

    private static final byte[] NO_SALT = new byte[SALT_BYTES];

    private Audiences() {}

    /** The whole circle: everybody who reads. */
    public static AudienceId everyone(CircleId circle) {
        return narrow(circle, MemberId.NOBODY, NO_SALT);
    }

    /** A few members its owner chose. */
    public static AudienceId narrow(CircleId circle, MemberId owner, byte[] salt) {
        return AudienceId.of(Digest.hash16(Label.AUDIENCE_ID, circle.toBytes(), owner.toBytes(), salt));
    }
}
