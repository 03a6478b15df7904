package org.doorlight.protocol.sync;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Declaration;
import org.doorlight.protocol.charter.DeviceKeys;
import org.doorlight.protocol.charter.Invitations;
import org.doorlight.protocol.charter.Standing;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.crypto.Hmac;
import org.doorlight.protocol.crypto.InviteKeys;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.wire.message.JoinHint;
import org.doorlight.protocol.wire.message.JoinOffer;
import org.doorlight.protocol.wire.message.JoinProof;
import org.doorlight.protocol.wire.message.JoinWelcome;
import org.doorlight.protocol.wire.message.SessionMessage;
import org.jspecify.annotations.Nullable;

/** Coming in as a newcomer with a code (PROTOCOL §3). Nothing the other end says is believed before it fits the code. */
final class JoinGuest implements Stage {
    private final InviteKeys code;
    private final DeviceKeys self;
    private final JoinOutcome outcome;
    private final Line line;
    private final Channel channel;
    /** The circle this newcomer has proved the code for. */
    private @Nullable CircleId offered;

    private JoinGuest(InviteKeys code, DeviceKeys self, JoinOutcome outcome, Line line, Channel channel) {
        this.code = code;
        this.self = self;
        this.outcome = outcome;
        this.line = line;
        this.channel = channel;
    }

    static Stage open(InviteKeys code, DeviceKeys self, JoinOutcome outcome, Line line, Channel channel) {
        JoinHint.Builder hint = JoinHint.newBuilder().setHint(ByteString.copyFrom(code.hint()));
        if (outcome.hasProved()) {
            hint.setDevice(Said.bytes(self.device()));
        }
        line.send(Said.message().setJoinHint(hint).build());
        return new JoinGuest(code, self, outcome, line, channel);
    }

    @Override
    public Stage on(SessionMessage message) {
        return switch (message.getBodyCase()) {
            case JOIN_OFFER -> onOffer(message.getJoinOffer());
            case JOIN_WELCOME -> onWelcome(message.getJoinWelcome());
            case GOODBYE -> onGoodbye(message.getGoodbye().getReason());
            default -> end("spoke out of turn");
        };
    }

    private Stage onOffer(JoinOffer offer) {
        Optional<Charter> charter = charter(offer.getStatementsList());
        Optional<StatementId> invite = Said.bytes32(offer.getInvite()).map(StatementId::new);
        boolean good = charter.isPresent()
                && invite.isPresent()
                && isMeant(charter.get(), invite.get())
                && offerStands(charter.get(), invite.get(), offer);
        if (!good) {
            return end("offered something the code does not fit");
        }
        if (!outcome.wants(charter.get().circle())) {
            return part();
        }
        offered = charter.get().circle();
        byte[] proof = Invitations.prove(code.oneTimeKey(), charter.get().circle(), self, channel.binding());
        line.send(Said.message()
                .setJoinProof(JoinProof.newBuilder()
                        .setSigningKey(Said.bytes(self.signing()))
                        .setAgreementKey(Said.bytes(self.agreement()))
                        .setProof(ByteString.copyFrom(proof)))
                .build());
        return this;
    }

    /** PROTOCOL §3: the tag shows that whoever made the code meant this very circle. */
    private boolean isMeant(Charter charter, StatementId invite) {
        Declaration.Invite terms = charter.invitation(invite).orElse(null);
        boolean opens = charter.resolved().openInvites().containsKey(invite)
                || charter.cameInBy(self.device()).equals(Optional.of(invite));
        return terms != null
                && opens
                && terms.key().equals(Bytes32.of(code.oneTimeKey().publicKey()))
                && Hmac.matches(terms.tag().toBytes(), code.tag(charter.circle().toBytes()));
    }

    private boolean offerStands(Charter charter, StatementId invite, JoinOffer offer) {
        return Said.keys(offer.getSigningKey(), offer.getAgreementKey())
                .filter(keys -> charter.resolved()
                        .device(keys.device())
                        .map(Standing::role)
                        .filter(role -> role.writes())
                        .isPresent())
                .filter(keys ->
                        Proofs.provesOffer(offer.getSignature().toByteArray(), keys, charter.circle(), invite, channel))
                .isPresent();
    }

    private Stage onWelcome(JoinWelcome welcome) {
        Optional<Charter> charter = charter(welcome.getStatementsList())
                .filter(found -> found.circle().equals(offered))
                .filter(found -> found.resolved().device(self.device()).isPresent());
        if (charter.isEmpty()) {
            return end("welcomed somebody else");
        }
        List<JoinOutcome.GivenKey> keys = welcome.getWrapsList().stream()
                .filter(wrap -> wrap.getWrapped().size() == Grant.WRAP_BYTES)
                .flatMap(wrap -> Said.bytes16(wrap.getEpoch())
                        .map(epoch -> new JoinOutcome.GivenKey(
                                new EpochId(epoch), wrap.getWrapped().toByteArray()))
                        .stream())
                .toList();
        outcome.welcomed(charter.get(), Said.parsed(welcome.getGrantsList(), Grant::parse), keys);
        return part();
    }

    private Stage onGoodbye(String why) {
        outcome.refused(why);
        return part();
    }

    /** A charter of these statements, which come in causal order; empty if one of them is not what it should be. */
    private static Optional<Charter> charter(List<ByteString> said) {
        List<Statement> statements = Said.parsed(said, Statement::parse);
        if (statements.isEmpty() || statements.size() != said.size()) {
            return Optional.empty();
        }
        Optional<Charter> charter = Charter.of(statements.get(0));
        boolean sound = charter.isPresent()
                && statements.stream()
                        .skip(1)
                        .allMatch(statement -> charter.get().add(statement) == Charter.Receipt.ADDED);
        return sound ? charter : Optional.empty();
    }

    private Stage part() {
        line.part();
        return Over.OVER;
    }

    private Stage end(String why) {
        line.hangUp(why);
        return Over.OVER;
    }

    @Override
    public boolean isProven() {
        // A newcomer dialled of its own will and expects a whole charter.
        return true;
    }

    @Override
    public String word() {
        return "joining";
    }
}
