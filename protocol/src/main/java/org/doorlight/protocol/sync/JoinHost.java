package org.doorlight.protocol.sync;

import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Declaration;
import org.doorlight.protocol.charter.DeviceKeys;
import org.doorlight.protocol.charter.Invitations;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.crypto.InviteKeys;
import org.doorlight.protocol.epoch.Audiences;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.wire.message.Goodbye;
import org.doorlight.protocol.wire.message.JoinHint;
import org.doorlight.protocol.wire.message.JoinOffer;
import org.doorlight.protocol.wire.message.JoinProof;
import org.doorlight.protocol.wire.message.JoinWelcome;
import org.doorlight.protocol.wire.message.SessionMessage;
import org.doorlight.protocol.wire.message.Wrap;

/** Letting a newcomer in (PROTOCOL §3). Any member who may admit does it, not only the one who wrote the invitation. */
final class JoinHost implements Stage {
    private final Party party;
    private final StatementId invite;
    private final Declaration.Invite terms;
    private final Line line;
    private final Channel channel;

    private JoinHost(Party party, StatementId invite, Declaration.Invite terms, Line line, Channel channel) {
        this.party = party;
        this.invite = invite;
        this.terms = terms;
        this.line = line;
        this.channel = channel;
    }

    /** Looks for the invitation; offers its circle, or says goodbye with the reason. */
    static Stage open(Household household, Line line, Channel channel, JoinHint message) {
        byte[] hint = message.getHint().toByteArray();
        boolean used = false;
        for (Party party : household.parties()) {
            for (Map.Entry<StatementId, Declaration.Invite> open :
                    party.charter().resolved().openInvites().entrySet()) {
                if (isHintOf(open.getValue(), hint) && mayAdmit(party)) {
                    boolean expired = open.getValue().expiresAt() < household.wallMillis();
                    return expired
                            ? refuse(line, Refusal.EXPIRED)
                            : new JoinHost(party, open.getKey(), open.getValue(), line, channel).offer();
                }
            }
            Optional<JoinHost> again = again(party, message, line, channel);
            if (again.isPresent()) {
                return again.get().offer();
            }
            used |= isUsed(party.charter(), hint);
        }
        return refuse(line, used ? Refusal.USED : Refusal.UNKNOWN);
    }

    /** Somebody was admitted by this very code and the welcome got lost on the way. */
    private static Optional<JoinHost> again(Party party, JoinHint message, Line line, Channel channel) {
        byte[] hint = message.getHint().toByteArray();
        return Said.bytes16(message.getDevice())
                .map(DeviceId::new)
                .flatMap(party.charter()::cameInBy)
                .flatMap(invite -> party.charter()
                        .invitation(invite)
                        .filter(terms -> isHintOf(terms, hint))
                        .map(terms -> new JoinHost(party, invite, terms, line, channel)));
    }

    private static boolean isHintOf(Declaration.Invite invite, byte[] hint) {
        return Arrays.equals(InviteKeys.hint(invite.key().toBytes()), hint);
    }

    private static boolean mayAdmit(Party party) {
        return party.mayAdmit()
                && party.charter()
                        .resolved()
                        .device(party.keys().device())
                        .filter(self -> self.role().writes())
                        .isPresent();
    }

    private static boolean isUsed(Charter charter, byte[] hint) {
        return charter.usedInvites().stream().anyMatch(invite -> isHintOf(invite, hint));
    }

    private static Stage refuse(Line line, Refusal why) {
        line.send(Said.message()
                .setGoodbye(Goodbye.newBuilder().setReason(why.word()))
                .build());
        line.hangUp("a code that is " + why.word());
        return Over.OVER;
    }

    private Stage offer() {
        JoinOffer.Builder offer = JoinOffer.newBuilder()
                .setInvite(Said.bytes(invite))
                .setSigningKey(Said.bytes(party.keys().signing()))
                .setAgreementKey(Said.bytes(party.keys().agreement()))
                .setSignature(ByteString.copyFrom(
                        Proofs.offer(party.signing(), party.charter().circle(), invite, channel)));
        party.charter().all().forEach(statement -> offer.addStatements(bytes(statement)));
        line.send(Said.message().setJoinOffer(offer).build());
        return this;
    }

    private static ByteString bytes(Statement statement) {
        return ByteString.copyFrom(statement.bytes());
    }

    @Override
    public Stage on(SessionMessage message) {
        JoinProof proof = message.getJoinProof();
        Optional<DeviceKeys> newcomer =
                Said.keys(proof.getSigningKey(), proof.getAgreementKey()).filter(keys -> proves(keys, proof));
        if (newcomer.isEmpty()) {
            line.hangUp("did not prove the code");
            return Over.OVER;
        }
        if (party.charter().cameInBy(newcomer.get().device()).equals(Optional.of(invite))) {
            return welcome(newcomer.get());
        }
        if (!party.charter().resolved().openInvites().containsKey(invite)) {
            return refuse(line, Refusal.USED);
        }
        party.admit(invite, newcomer.get(), channel.binding(), proof.getProof().toByteArray());
        return welcome(newcomer.get());
    }

    private boolean proves(DeviceKeys keys, JoinProof proof) {
        var admit = new Declaration.Admit(
                invite, keys, channel.binding(), proof.getProof().toByteArray());
        return keys.areUsable() && Invitations.proves(terms, party.charter().circle(), admit);
    }

    private Stage welcome(DeviceKeys newcomer) {
        JoinWelcome.Builder welcome = JoinWelcome.newBuilder();
        party.charter().all().forEach(statement -> welcome.addStatements(bytes(statement)));
        keysToComeInWith().stream()
                .flatMap(epoch -> party.epochs().grant(epoch).stream())
                .forEach(grant -> addGrant(welcome, grant, newcomer));
        line.send(Said.message().setJoinWelcome(welcome).build());
        return Over.OVER;
    }

    /** Everyone's key to write with, and what this end proves the circle by: others may know it by some of these and not by that one. */
    private SortedSet<EpochId> keysToComeInWith() {
        SortedSet<EpochId> epochs = new TreeSet<>();
        party.epochs().forWriting(Audiences.everyone(party.charter().circle())).ifPresent(epochs::add);
        party.epochs().carries().forEach(carry -> epochs.add(carry.from()));
        return epochs;
    }

    private void addGrant(JoinWelcome.Builder welcome, Grant grant, DeviceKeys newcomer) {
        welcome.addGrants(ByteString.copyFrom(grant.bytes()));
        party.epochs()
                .wrapFor(grant.id(), newcomer)
                .ifPresent(wrapped -> welcome.addWraps(Wrap.newBuilder()
                        .setEpoch(Said.bytes(grant.id()))
                        .setDevice(Said.bytes(newcomer.device()))
                        .setWrapped(ByteString.copyFrom(wrapped))));
    }

    @Override
    public String word() {
        return "joining";
    }

    /** Why a code opens nothing here. The word goes over the wire. */
    enum Refusal {
        UNKNOWN,
        USED,
        EXPIRED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
