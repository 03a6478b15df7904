package org.doorlight.protocol.sync;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.crypto.Hmac;
import org.doorlight.protocol.epoch.EpochBook.Carry;
import org.doorlight.protocol.wire.Limits;
import org.doorlight.protocol.wire.message.CircleAnswer;
import org.doorlight.protocol.wire.message.SessionMessage;

/** Listener: whoever dialled says which circle it is of, without naming it, or which invitation it holds (PROTOCOL §7.2, §3). */
final class AwaitOpening implements Stage {
    private final Household household;
    private final Line line;
    private final Channel channel;

    AwaitOpening(Household household, Line line, Channel channel) {
        this.household = household;
        this.line = line;
        this.channel = channel;
    }

    @Override
    public Stage on(SessionMessage message) {
        return switch (message.getBodyCase()) {
            case CIRCLE_PROOF -> onProof(message.getCircleProof().getProofsList());
            case JOIN_HINT -> JoinHost.open(household, line, channel, message.getJoinHint());
            default -> end("spoke out of turn");
        };
    }

    private Stage onProof(List<ByteString> proofs) {
        if (proofs.size() != Limits.CARRY_PROOFS) {
            return end("proved nothing");
        }
        for (Party party : household.parties()) {
            Optional<Carry> common = party.epochs().carriesKnown().stream()
                    .filter(carry -> isAmong(Proofs.circle(carry, true, channel), proofs))
                    .findFirst();
            if (common.isPresent()) {
                return answer(party, common.get());
            }
        }
        // PROTOCOL §7.2: closed, nothing learned.
        return end("of another circle");
    }

    private static boolean isAmong(byte[] expected, List<ByteString> proofs) {
        return proofs.stream().anyMatch(proof -> Hmac.matches(expected, proof.toByteArray()));
    }

    private Stage answer(Party party, Carry carry) {
        ByteString proof = ByteString.copyFrom(Proofs.circle(carry, false, channel));
        line.send(Said.message()
                .setCircleAnswer(CircleAnswer.newBuilder().setProof(proof))
                .build());
        return new AwaitDevice(party, carry, line, channel);
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
