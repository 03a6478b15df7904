package org.doorlight.protocol.vectors;

import com.google.protobuf.ByteString;
import org.doorlight.protocol.charter.Declaration;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.wire.message.Admit;
import org.doorlight.protocol.wire.message.StatementBody;

/** The body of an admission, also of one that no charter would write. */
final class AdmitBody {
    private AdmitBody() {}

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

    private static ByteString bytes(Bytes32 value) {
        return ByteString.copyFrom(value.toBytes());
    }
}
