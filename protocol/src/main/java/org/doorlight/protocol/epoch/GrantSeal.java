package org.doorlight.protocol.epoch;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.crypto.Aead;
import org.doorlight.protocol.crypto.Hkdf;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.wire.message.AudienceBody;

/** What a grant seals under its own secret: the carry secret for everyone, the member list for a few (PROTOCOL §4). */
final class GrantSeal {
    private static final int KEY_BYTES = 32;
    private static final int CARRY_BYTES = 32;
    // One secret seals one grant and its key is derived for that alone: a fixed nonce meets no second text.
    private static final byte[] NONCE = new byte[Aead.NONCE_BYTES];
    private static final byte[] NOTHING_ELSE = {};

    private GrantSeal() {}

    /** Who a narrow audience is. */
    record Members(MemberId owner, byte[] salt, SortedSet<MemberId> members) {
        Members {
            members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
        }
    }

    static byte[] sealCarry(byte[] secret, byte[] carry) {
        return Aead.seal(key(secret, Label.CARRY_SEAL), NONCE, NOTHING_ELSE, carry);
    }

    static Optional<byte[]> openCarry(byte[] secret, byte[] sealed) {
        return Aead.open(key(secret, Label.CARRY_SEAL), NONCE, NOTHING_ELSE, sealed)
                .filter(carry -> carry.length == CARRY_BYTES);
    }

    /** The list is filled up to a power of two with members of all zeros, as the wraps are. */
    static byte[] sealMembers(byte[] secret, Members members, int size) {
        var body = AudienceBody.newBuilder()
                .setOwner(ByteString.copyFrom(members.owner().toBytes()))
                .setSalt(ByteString.copyFrom(members.salt()));
        members.members().forEach(member -> body.addMembers(ByteString.copyFrom(member.toBytes())));
        while (body.getMembersCount() < size) {
            body.addMembers(ByteString.copyFrom(MemberId.NOBODY.toBytes()));
        }
        return Aead.seal(
                key(secret, Label.AUDIENCE_SEAL),
                NONCE,
                NOTHING_ELSE,
                body.build().toByteArray());
    }

    static Optional<Members> openMembers(byte[] secret, byte[] sealed) {
        return Aead.open(key(secret, Label.AUDIENCE_SEAL), NONCE, NOTHING_ELSE, sealed)
                .flatMap(GrantSeal::parse);
    }

    private static Optional<Members> parse(byte[] plain) {
        try {
            AudienceBody body = AudienceBody.parseFrom(plain);
            SortedSet<MemberId> members = new TreeSet<>();
            for (ByteString member : body.getMembersList()) {
                members.add(new MemberId(Bytes32.of(member.toByteArray())));
            }
            members.remove(MemberId.NOBODY);
            MemberId owner = new MemberId(Bytes32.of(body.getOwner().toByteArray()));
            byte[] salt = body.getSalt().toByteArray();
            return salt.length == Audiences.SALT_BYTES
                    ? Optional.of(new Members(owner, salt, members))
                    : Optional.empty();
        } catch (InvalidProtocolBufferException malformed) {
            return Optional.empty();
        } catch (IllegalArgumentException wrongLength) {
            // Sealed by somebody who holds the secret, and still nonsense: no member list then.
            return Optional.empty();
        }
    }

    private static byte[] key(byte[] secret, Label label) {
        return Hkdf.derive(secret, KEY_BYTES, label);
    }
}
