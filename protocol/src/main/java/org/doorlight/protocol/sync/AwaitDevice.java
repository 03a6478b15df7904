package org.doorlight.protocol.sync;

import com.google.protobuf.ByteString;
import java.util.Optional;
import org.doorlight.protocol.charter.DeviceKeys;
import org.doorlight.protocol.epoch.EpochBook.Carry;
import org.doorlight.protocol.wire.message.DeviceProof;
import org.doorlight.protocol.wire.message.SessionMessage;

/** Both: the circle is common ground; now the other end shows which device it is. The dialer goes first (PROTOCOL §7.2). */
final class AwaitDevice implements Stage {
    private final Party party;
    private final Carry carry;
    private final Line line;
    private final Channel channel;

    AwaitDevice(Party party, Carry carry, Line line, Channel channel) {
        this.party = party;
        this.carry = carry;
        this.line = line;
        this.channel = channel;
    }

    void proveOwnDevice() {
        byte[] signature = Proofs.device(
                party.signing(), party.charter().circle(), carry, channel.dialled(), party.keys(), channel);
        line.send(Said.message()
                .setDeviceProof(DeviceProof.newBuilder()
                        .setSigningKey(Said.bytes(party.keys().signing()))
                        .setAgreementKey(Said.bytes(party.keys().agreement()))
                        .setSignature(ByteString.copyFrom(signature)))
                .build());
    }

    @Override
    public Stage on(SessionMessage message) {
        DeviceProof proof = message.getDeviceProof();
        Optional<DeviceKeys> peer = Said.keys(proof.getSigningKey(), proof.getAgreementKey())
                .filter(keys -> Proofs.provesDevice(
                        proof.getSignature().toByteArray(),
                        party.charter().circle(),
                        carry,
                        !channel.dialled(),
                        keys,
                        channel));
        if (peer.isEmpty()) {
            return end("did not prove its device");
        }
        if (peer.get().equals(party.keys())) {
            party.metOwnKeys(channel);
            line.part();
            return Over.OVER;
        }
        if (!channel.dialled()) {
            proveOwnDevice();
        }
        return Exchange.open(party, peer.get(), line);
    }

    private Stage end(String why) {
        line.hangUp(why);
        return Over.OVER;
    }

    @Override
    public String word() {
        return "proving";
    }
}
