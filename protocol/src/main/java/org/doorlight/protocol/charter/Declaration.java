package org.doorlight.protocol.charter;

import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.StatementId;

/** What a statement says. */
public sealed interface Declaration {
    /** One method for each case. */
    interface Visitor<R> {
        R found(Found declaration);

        R invite(Invite declaration);

        R admit(Admit declaration);

        R addDevice(AddDevice declaration);
    }

    <R> R accept(Visitor<R> visitor);

    /** A circle begins; the author is its first steward. */
    record Found(DeviceKeys keys, Bytes16 salt) implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.found(this);
        }
    }

    /**
     * Whoever proves to hold this one-time key may be admitted, once (PROTOCOL §3).
     *
     * @param key Ed25519 public key P
     * @param tag HMAC(K, circle ‖ P)
     * @param expiresAt milliseconds since 1970, advisory: no replica decides by it
     */
    record Invite(Bytes32 key, Bytes32 tag, Role role, long expiresAt) implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.invite(this);
        }
    }

    /**
     * A new member's first device comes in through an invitation.
     *
     * @param channel hash of both certificates of the channel on which the code was proved
     * @param proof the one-time key's signature over circle, device keys and channel, 64 bytes
     */
    record Admit(StatementId invite, DeviceKeys keys, Bytes32 channel, byte[] proof) implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.admit(this);
        }
    }

    /**
     * Another device of its author's member (PROTOCOL §2).
     *
     * @param member whose device it becomes; the author has to be one of that member's
     * @param consent the new device's signature over circle, member and device keys, 64 bytes: nobody takes another's keys as theirs
     */
    record AddDevice(MemberId member, DeviceKeys keys, byte[] consent) implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addDevice(this);
        }
    }
}
