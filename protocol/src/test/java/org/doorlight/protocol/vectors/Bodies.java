package org.doorlight.protocol.vectors;

import com.google.protobuf.ByteString;
import org.doorlight.protocol.charter.Declaration;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.wire.message.AddDevice;
import org.doorlight.protocol.wire.message.Admit;
import org.doorlight.protocol.wire.message.StatementBody;

/** Bodies of statements that bring a device in, also of those that no charter would write. */
final class Bodies {
    private Bodies() {}

    static byte[] of(Declaration.Admit admit) {
        Admit body = Admit.newBuilder()
                .setInvite(bytes(admit.invite().value()))
                .setSigningKey(bytes(admit.keys().signing()))
                .setAgreementKey(bytes(admit.keys().agreement()))
                .setChannel(bytes(admit.channel()))
                .setProof(ByteString.copyFrom(admit.proof()))
                .build();
        return StatementBody.newBuilder().setAdmit(body).build().toByteArray();
    }

    static byte[] of(Declaration.AddDevice add) {
        AddDevice body = AddDevice.newBuilder()
                .setMember(bytes(add.member().value()))
                .setSigningKey(bytes(add.keys().signing()))
                .setAgreementKey(bytes(add.keys().agreement()))
                .setConsent(ByteString.copyFrom(add.consent()))
                .build();
        return StatementBody.newBuilder().setAddDevice(body).build().toByteArray();
    }

    private static ByteString bytes(Bytes32 value) {
        return ByteString.copyFrom(value.toBytes());
    }
}
