package org.doorlight.protocol.sync;

import com.google.protobuf.ByteString;
import java.util.Optional;
import org.doorlight.protocol.crypto.Hmac;
import org.doorlight.protocol.epoch.EpochBook.Carry;
import org.doorlight.protocol.wire.Limits;
import org.doorlight.protocol.wire.message.CircleProof;
import org.doorlight.protocol.wire.message.SessionMessage;

/** Dialer: it has proved its circle and waits for the listener to do the same (PROTOCOL §7.2). */
final class AwaitAnswer implements Stage {
    private static final int PROOF_BYTES = 32;

    private final Party party;
    private final Line line;
    private final Channel channel;

    private AwaitAnswer(Party party, Line line, Channel channel) {
        this.party = party;
        this.line = line;
        this.channel = channel;
    }

    /** Proves every carry generation held, filled up with random ones, so that their number tells nothing. */
    static Stage open(Household household, Party party, Line line, Channel channel) {
        CircleProof.Builder proofs = CircleProof.newBuilder();
        party.epochs()
                .carries()
                .forEach(carry -> proofs.addProofs(ByteString.copyFrom(Proofs.circle(carry, true, channel))));
        while (proofs.getProofsCount() < Limits.CARRY_PROOFS) {
            proofs.addProofs(ByteString.copyFrom(household.random(PROOF_BYTES)));
        }
        line.send(Said.message().setCircleProof(proofs).build());
        return new AwaitAnswer(party, line, channel);
    }

    @Override
    public Stage on(SessionMessage message) {
        byte[] answer = message.getCircleAnswer().getProof().toByteArray();
        Optional<Carry> common = party.epochs().carries().stream()
                .filter(carry -> Hmac.matches(Proofs.circle(carry, false, channel), answer))
                .findFirst();
        if (common.isEmpty()) {
            line.hangUp("did not prove the circle");
            return Over.OVER;
        }
        AwaitDevice next = new AwaitDevice(party, common.get(), line, channel);
        next.proveOwnDevice();
        return next;
    }

    @Override
    public String word() {
        return "proving";
    }
}
