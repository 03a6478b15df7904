package org.doorlight.protocol.charter;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.wire.message.StatementBody;

/** Declarations as the protobuf bytes inside a statement. */
final class DeclarationCodec {
    private static final int SIGNATURE_BYTES = 64;
    private static final Role[] ROLES = Role.values();

    private DeclarationCodec() {}

    static byte[] encode(Declaration declaration) {
        return declaration.accept(new Encoder()).toByteArray();
    }

    /** Reads a body of bounded length; empty if this version does not understand it. Who signed it is looked at before it counts. */
    static Optional<Declaration> decode(byte[] body) {
        try {
            return decode(StatementBody.parseFrom(body));
        } catch (InvalidProtocolBufferException malformed) {
            return Optional.empty();
        } catch (IllegalArgumentException wrongLength) {
            // A key, hash or role out of its bounds: the id types check lengths for us.
            return Optional.empty();
        }
    }

    private static Optional<Declaration> decode(StatementBody body) {
        return switch (body.getBodyCase()) {
            case FOUND -> Optional.of(found(body.getFound()));
            case INVITE -> Optional.of(invite(body.getInvite()));
            case ADMIT -> Optional.of(admit(body.getAdmit()));
            case ADD_DEVICE -> Optional.of(addDevice(body.getAddDevice()));
            case BODY_NOT_SET -> Optional.empty();
        };
    }

    private static Declaration found(org.doorlight.protocol.wire.message.Found found) {
        return new Declaration.Found(
                keys(found.getSigningKey(), found.getAgreementKey()),
                Bytes16.of(found.getSalt().toByteArray()));
    }

    private static Declaration invite(org.doorlight.protocol.wire.message.Invite invite) {
        int role = invite.getRoleValue() - 1;
        if (role < 0 || role >= ROLES.length) {
            throw new IllegalArgumentException("no role " + role);
        }
        return new Declaration.Invite(
                bytes32(invite.getKey()), bytes32(invite.getTag()), ROLES[role], invite.getExpiresAt());
    }

    private static Declaration admit(org.doorlight.protocol.wire.message.Admit admit) {
        return new Declaration.Admit(
                new StatementId(bytes32(admit.getInvite())),
                keys(admit.getSigningKey(), admit.getAgreementKey()),
                bytes32(admit.getChannel()),
                signature(admit.getProof()));
    }

    private static Declaration addDevice(org.doorlight.protocol.wire.message.AddDevice add) {
        return new Declaration.AddDevice(
                new MemberId(bytes32(add.getMember())),
                keys(add.getSigningKey(), add.getAgreementKey()),
                signature(add.getConsent()));
    }

    private static byte[] signature(ByteString bytes) {
        if (bytes.size() != SIGNATURE_BYTES) {
            throw new IllegalArgumentException("a signature of " + bytes.size() + " bytes");
        }
        return bytes.toByteArray();
    }

    private static DeviceKeys keys(ByteString signing, ByteString agreement) {
        return new DeviceKeys(bytes32(signing), bytes32(agreement));
    }

    private static Bytes32 bytes32(ByteString bytes) {
        return Bytes32.of(bytes.toByteArray());
    }

    private static final class Encoder implements Declaration.Visitor<StatementBody> {
        @Override
        public StatementBody found(Declaration.Found found) {
            var message = org.doorlight.protocol.wire.message.Found.newBuilder()
                    .setSigningKey(bytes(found.keys().signing()))
                    .setAgreementKey(bytes(found.keys().agreement()))
                    .setSalt(ByteString.copyFrom(found.salt().toBytes()));
            return StatementBody.newBuilder().setFound(message).build();
        }

        @Override
        public StatementBody invite(Declaration.Invite invite) {
            var message = org.doorlight.protocol.wire.message.Invite.newBuilder()
                    .setKey(bytes(invite.key()))
                    .setTag(bytes(invite.tag()))
                    .setRoleValue(invite.role().ordinal() + 1)
                    .setExpiresAt(invite.expiresAt());
            return StatementBody.newBuilder().setInvite(message).build();
        }

        @Override
        public StatementBody admit(Declaration.Admit admit) {
            var message = org.doorlight.protocol.wire.message.Admit.newBuilder()
                    .setInvite(bytes(admit.invite().value()))
                    .setSigningKey(bytes(admit.keys().signing()))
                    .setAgreementKey(bytes(admit.keys().agreement()))
                    .setChannel(bytes(admit.channel()))
                    .setProof(ByteString.copyFrom(admit.proof()));
            return StatementBody.newBuilder().setAdmit(message).build();
        }

        @Override
        public StatementBody addDevice(Declaration.AddDevice add) {
            var message = org.doorlight.protocol.wire.message.AddDevice.newBuilder()
                    .setMember(bytes(add.member().value()))
                    .setSigningKey(bytes(add.keys().signing()))
                    .setAgreementKey(bytes(add.keys().agreement()))
                    .setConsent(ByteString.copyFrom(add.consent()));
            return StatementBody.newBuilder().setAddDevice(message).build();
        }

        private static ByteString bytes(Bytes32 value) {
            return ByteString.copyFrom(value.toBytes());
        }
    }
}
