package org.doorlight.protocol.simulation;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.core.Address;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.core.SessionId;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.envelope.Header;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.wire.Frames;
import org.doorlight.protocol.wire.message.DocumentDigest;
import org.doorlight.protocol.wire.message.Documents;
import org.doorlight.protocol.wire.message.Envelopes;
import org.doorlight.protocol.wire.message.Frontier;
import org.doorlight.protocol.wire.message.FrontierEntry;
import org.doorlight.protocol.wire.message.Grants;
import org.doorlight.protocol.wire.message.Ranges;
import org.doorlight.protocol.wire.message.Root;
import org.doorlight.protocol.wire.message.SessionMessage;
import org.doorlight.protocol.wire.message.Statements;
import org.doorlight.protocol.wire.message.Wants;

/**
 * A member who means harm. Its node is a true one, joins, proves itself and answers; in between this puts words of its own into the
 * node's open sessions, and keeps others back. What it does is drawn, like everything, from the seed.
 */
final class Saboteur {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MOMENT = Duration.ofSeconds(5);
    private static final int SAMPLES_MAX = 40;
    private static final int SILENT_CALLS = 30;
    private static final int INVITATIONS = 16;
    private static final int GRANTS = 12;
    private static final int JUNK_BYTES_MAX = 50_000;
    private static final int HIGH_GENERATION = 1_000;

    private final World world;
    private final SimulatedNode node;
    private final Dice dice;
    private final SortedSet<Misdeed> misdeeds;
    private final double aDay;
    private final SortedSet<Misdeed> done = new TreeSet<>();
    private final SortedSet<SessionId> open = new TreeSet<>();
    private final SortedMap<SessionId, Integer> unearned = new TreeMap<>();
    private final List<byte[]> samples = new ArrayList<>();
    private boolean keepsBack;
    private boolean over;

    Saboteur(World world, SimulatedNode node, Collection<Misdeed> misdeeds, double aDay) {
        this.world = world;
        this.node = node;
        this.dice = world.dice().another();
        this.misdeeds = new TreeSet<>(misdeeds);
        this.aDay = aDay;
        node.isRuledBy(this);
    }

    /** From now on, until it is told to stop. */
    void begin() {
        keepsBack = misdeeds.contains(Misdeed.WITHHOLD);
        next();
    }

    /** From now on no neighbour gets an envelope from it. */
    void keepBack() {
        keepsBack = true;
    }

    void stop() {
        over = true;
    }

    SortedSet<Misdeed> done() {
        return new TreeSet<>(done);
    }

    boolean hasCompany() {
        return !open.isEmpty();
    }

    private void next() {
        long pause = (long) (DAY.toNanos() / aDay * 2);
        world.timeline().after(dice.between(MOMENT.toNanos(), pause), () -> {
            if (!over) {
                doIt(dice.oneOf(List.copyOf(misdeeds)));
                next();
            }
        });
    }

    // ---- at the mouth and the ear of its node

    /** False if what the node wants to say is kept back. */
    boolean lets(Effect.Send said) {
        Optional<SessionMessage> message = Frames.decode(said.frame());
        boolean speaksOfDocuments = message.filter(SessionMessage::hasRoot).isPresent();
        if (speaksOfDocuments) {
            open.add(said.session());
        }
        if (samples.size() < SAMPLES_MAX) {
            samples.add(said.frame());
        }
        boolean answer = message.filter(SessionMessage::hasEnvelopes).isPresent();
        boolean keptBack = answer && !over && keepsBack;
        if (keptBack) {
            done.add(Misdeed.WITHHOLD);
        }
        return !keptBack;
    }

    /** False for what its node could not explain to itself: thanks for words it has not said. */
    boolean hears(Input input) {
        if (input instanceof Input.Disconnected gone) {
            open.remove(gone.session());
            unearned.remove(gone.session());
        }
        if (input instanceof Input.Received received && unearned.getOrDefault(received.session(), 0) > 0) {
            boolean thanks = Frames.decode(received.frame())
                    .filter(message ->
                            message.hasCredit() && message.getCredit().getPushes() > 0)
                    .isPresent();
            if (thanks) {
                unearned.merge(received.session(), -1, Integer::sum);
                return false;
            }
        }
        return true;
    }

    /** The node was switched on anew: nothing of before is open. */
    void startsAnew() {
        open.clear();
        unearned.clear();
    }

    // ---- misdeeds

    /** Does one now, if it can. */
    void doIt(Misdeed misdeed) {
        if (open.isEmpty() && misdeed != Misdeed.SLOW_LORIS) {
            return;
        }
        Forgery forgery = Forgery.with(node, dice.another()).orElse(null);
        if (forgery != null && did(misdeed, forgery)) {
            done.add(misdeed);
        }
    }

    private boolean did(Misdeed misdeed, Forgery forgery) {
        return switch (misdeed) {
            case FORGE -> forge(forgery);
            case REPLAY -> replay();
            case EQUIVOCATE -> equivocate(forgery, 0);
            case EQUIVOCATE_LATER -> equivocate(forgery, 1 + dice.below(3));
            case EQUIVOCATE_STATEMENTS -> equivocateInCharter(forgery);
            case REUSE_SERIALS -> reuseSerials(forgery);
            case WITHHOLD -> false;
            case BAD_GRANTS -> badGrants(forgery);
            case GRANT_STORM -> grantStorm(forgery);
            case BOMB -> bomb(forgery);
            case MISSING_HEADS -> missingHeads(forgery);
            case JUNK_DIGESTS -> junkDigests(forgery);
            case REFILE -> refile(forgery);
            case PRIVATE_EPOCH -> privateEpoch(forgery);
            case SLOW_LORIS -> slowLoris();
            case INVITE_STORM -> toOne(statements(forgery.invitations(INVITATIONS)));
            case JUNK_FRAMES -> toOne(forgery.random(1 + dice.below(JUNK_BYTES_MAX)));
        };
    }

    private boolean forge(Forgery forgery) {
        Body.Nature nature = forgery.nature();
        Optional<DeviceId> other = forgery.somebodyElse();
        other.ifPresent(device -> push(
                oneSession(),
                forgery.sealed(
                        Forgery.by(device, forgery.header(nature)),
                        nature,
                        forgery.changes(nature, 1).get(0))));
        return other.isPresent();
    }

    private boolean replay() {
        dice.shuffled(samples).stream().limit(3).forEach(this::toOne);
        return !samples.isEmpty();
    }

    /** The truth to everybody, if there is some; then one answer to these neighbours, and another to those. */
    private boolean equivocate(Forgery forgery, int truths) {
        Body.Nature nature = forgery.nature();
        List<byte[]> one = forgery.changes(nature, truths + 1);
        List<byte[]> other = truths == 0 ? forgery.changes(nature, 1) : one;
        Header header = forgery.header(nature);
        List<Envelope> truth = new ArrayList<>();
        for (int change = 0; change < truths; change++) {
            Header next = truth.isEmpty() ? header : Forgery.after(truth.get(truth.size() - 1), header);
            truth.add(forgery.sealed(next, nature, one.get(change)));
        }
        Header last = truth.isEmpty() ? header : Forgery.after(truth.get(truth.size() - 1), header);
        List<Envelope> answers =
                List.of(forgery.sealed(last, nature, one.get(truths)), forgery.sealed(last, nature, other.get(truths)));
        List<SessionId> sessions = dice.shuffled(open);
        for (int at = 0; at < sessions.size(); at++) {
            SessionId session = sessions.get(at);
            truth.forEach(envelope -> push(session, envelope));
            push(session, answers.get(at % answers.size()));
            if (sessions.size() == 1) {
                push(session, answers.get(1));
            }
        }
        return true;
    }

    private boolean equivocateInCharter(Forgery forgery) {
        List<Statement> answers = forgery.statementsUnderOneNumber(open.size() + 1);
        int at = 0;
        for (SessionId session : List.copyOf(open)) {
            say(session, Frames.encode(statements(List.of(answers.get(at++)))));
        }
        return toOne(statements(List.of(answers.get(at))));
    }

    private boolean reuseSerials(Forgery forgery) {
        Body.Nature nature = forgery.nature();
        Header header = forgery.header(nature);
        List<byte[]> changes = forgery.changes(nature, 2);
        Envelope first = forgery.sealed(header, nature, changes.get(0));
        SessionId session = oneSession();
        push(session, first);
        push(session, forgery.sealed(Forgery.after(first, header), nature, changes.get(1)));
        return true;
    }

    private boolean badGrants(Forgery forgery) {
        Grant grant = forgery.everyonesGrant(1);
        for (SessionId session : List.copyOf(open)) {
            byte[] bytes = dice.chance(0.5) ? forgery.withoutKeys(grant) : grant.bytes();
            say(session, Frames.encode(grants(List.of(bytes))));
        }
        byte[] cut = Arrays.copyOf(grant.bytes(), dice.below(grant.bytes().length));
        return toOne(grants(List.of(cut)));
    }

    private boolean grantStorm(Forgery forgery) {
        List<byte[]> storm = new ArrayList<>();
        for (int grant = 0; grant < GRANTS; grant++) {
            storm.add(forgery.everyonesGrant(1 + dice.below(HIGH_GENERATION)).bytes());
        }
        return toOne(grants(storm));
    }

    private boolean bomb(Forgery forgery) {
        Body.Nature nature = forgery.nature();
        byte[] change = dice.chance(0.5) ? forgery.bomb() : forgery.junkChange(1 + dice.below(JUNK_BYTES_MAX));
        push(oneSession(), forgery.sealed(forgery.header(nature), nature, change));
        return true;
    }

    private boolean missingHeads(Forgery forgery) {
        Body.Nature nature = forgery.nature();
        Header header = forgery.header(nature);
        if (dice.chance(0.5)) {
            byte[] change = forgery.changes(nature, 1).get(0);
            push(oneSession(), forgery.sealed(header, nature, List.of(forgery.nobodysStatement()), change));
            return true;
        }
        // The second change follows a first that is another one than what stands under its number.
        Envelope first =
                forgery.sealed(header, nature, forgery.changes(nature, 1).get(0));
        Header behind = Forgery.after(first, header);
        SessionId session = oneSession();
        push(session, first);
        push(session, forgery.sealed(behind, nature, forgery.changes(nature, 2).get(1)));
        return true;
    }

    private boolean junkDigests(Forgery forgery) {
        ByteString document = ByteString.copyFrom(forgery.random(16));
        SessionMessage.Builder message = SessionMessage.newBuilder();
        switch (dice.below(4)) {
            case 0 -> message.setRoot(Root.newBuilder().setDigest(ByteString.copyFrom(forgery.random(32))));
            case 1 -> message.setRanges(Ranges.newBuilder().setDigests(ByteString.copyFrom(forgery.random(2_048))));
            case 2 ->
                message.setDocuments(Documents.newBuilder()
                        .addDocuments(DocumentDigest.newBuilder()
                                .setDocument(document)
                                .setDigest(ByteString.copyFrom(forgery.random(16)))));
            default ->
                message.setWants(Wants.newBuilder()
                        .addFrontiers(Frontier.newBuilder()
                                .setDocument(document)
                                .addEntries(FrontierEntry.newBuilder()
                                        .setDevice(ByteString.copyFrom(
                                                forgery.device().toBytes()))
                                        .setCount(-1)
                                        .setFork(Long.MAX_VALUE)
                                        .setLast(ByteString.copyFrom(forgery.random(Bytes32.LENGTH))))));
        }
        return toOne(message.build());
    }

    private boolean refile(Forgery forgery) {
        Body.Nature nature = forgery.nature();
        Header header = forgery.header(nature);
        byte[] change = forgery.changes(nature, 1).get(0);
        if (dice.chance(0.5)) {
            DocumentId wrong = DocumentId.of(forgery.random(16));
            push(oneSession(), forgery.sealed(Forgery.of(wrong, header.epoch(), header), nature, change));
        } else {
            // Filed right on the outside; what is inside belongs to another document.
            push(oneSession(), forgery.sealed(header, forgery.nature(), change));
        }
        return true;
    }

    private boolean privateEpoch(Forgery forgery) {
        Grant own = forgery.ownGrant();
        Body.Nature nature = forgery.nature();
        Header header = forgery.header(nature);
        SessionId session = oneSession();
        say(session, Frames.encode(grants(List.of(own.bytes()))));
        push(
                session,
                forgery.sealed(
                        Forgery.of(header.document(), own.id(), header),
                        nature,
                        forgery.changes(nature, 1).get(0)));
        return true;
    }

    private boolean slowLoris() {
        SimulatedPort silent = world.network().plug(node.name(), input -> {});
        List<Address> doors = world.nodes().stream()
                .filter(other -> other != node)
                .map(SimulatedNode::address)
                .toList();
        for (int call = 0; call < SILENT_CALLS; call++) {
            silent.dial(new Effect.Dial(call, dice.oneOf(doors)));
        }
        return true;
    }

    // ---- saying it

    private SessionId oneSession() {
        return dice.oneOf(List.copyOf(open));
    }

    private void push(SessionId session, Envelope envelope) {
        unearned.merge(session, 1, Integer::sum);
        Envelopes envelopes = Envelopes.newBuilder()
                .addEnvelopes(ByteString.copyFrom(envelope.bytes()))
                .build();
        say(
                session,
                Frames.encode(
                        SessionMessage.newBuilder().setEnvelopes(envelopes).build()));
    }

    private boolean toOne(SessionMessage message) {
        return toOne(Frames.encode(message));
    }

    private boolean toOne(byte[] frame) {
        say(oneSession(), frame);
        return true;
    }

    private void say(SessionId session, byte[] frame) {
        node.say(new Effect.Send(session, frame));
    }

    private static SessionMessage statements(List<Statement> statements) {
        Statements.Builder message = Statements.newBuilder();
        statements.forEach(statement -> message.addStatements(ByteString.copyFrom(statement.bytes())));
        return SessionMessage.newBuilder().setStatements(message).build();
    }

    private static SessionMessage grants(List<byte[]> grants) {
        Grants.Builder message = Grants.newBuilder();
        grants.forEach(grant -> message.addGrants(ByteString.copyFrom(grant)));
        return SessionMessage.newBuilder().setGrants(message).build();
    }
}
