package org.doorlight.protocol.sync;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.DeviceKeys;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.wire.Limits;
import org.doorlight.protocol.wire.message.CharterHeads;
import org.doorlight.protocol.wire.message.CharterIds;
import org.doorlight.protocol.wire.message.GrantIds;
import org.doorlight.protocol.wire.message.Grants;
import org.doorlight.protocol.wire.message.SessionMessage;
import org.doorlight.protocol.wire.message.Statements;
import org.doorlight.protocol.wire.message.TimeWord;
import org.doorlight.protocol.wire.message.Wrap;
import org.jspecify.annotations.Nullable;

/**
 * Both devices are proved: charter first, then grants, then documents (PROTOCOL §7.3 to §7.6). Both ends do the same; every step is
 * idempotent, and a step that comes twice is answered twice. What is said about documents does not pass through here: once the charter
 * is agreed, the session hands it to the {@link DocumentExchange}; before that it is out of turn.
 *
 * <p>The charter is given to whoever proved the circle, because it may be the very statement that says who this is which one end still
 * lacks. Grants and documents are given to a device that stands in it.
 */
final class Exchange implements Stage {
    // An id in a message: up to 32 bytes, and a few that say so.
    private static final int ID_BYTES = 40;

    private final Party party;
    private final DeviceKeys peer;
    // A hash, and asked for with every input.
    private final DeviceId peerDevice;
    private final Line line;
    private final DocumentExchange documents;
    private boolean charterAgreed;
    private boolean peerAgreed;
    private boolean askedForIds;
    private boolean toldTime;
    // Lists of the other end that come in several messages.
    private final SortedSet<StatementId> charterIds = new TreeSet<>();
    private final GrantIds.Builder grantIds = GrantIds.newBuilder();
    private @Nullable GrantIds early;

    private Exchange(Party party, DeviceKeys peer, Line line) {
        this.party = party;
        this.peer = peer;
        this.peerDevice = peer.device();
        this.line = line;
        this.documents = new DocumentExchange(party, peer.device(), line);
    }

    static Stage open(Party party, DeviceKeys peer, Line line) {
        Exchange exchange = new Exchange(party, peer, line);
        exchange.sayHeads();
        return exchange;
    }

    private void sayHeads() {
        if (party.charter().heads().size() > Limits.CHARTER_HEADS_TOLD_MAX) {
            askForIds();
            return;
        }
        line.send(Said.message()
                .setCharterHeads(CharterHeads.newBuilder()
                        .addAllHeads(Said.all(party.charter().heads())))
                .build());
    }

    /** Compares charters and documents again. */
    void compare() {
        sayTime();
        sayHeads();
        documents.compare();
    }

    Party party() {
        return party;
    }

    DeviceKeys peer() {
        return peer;
    }

    DeviceId peerDevice() {
        return peerDevice;
    }

    DocumentExchange documents() {
        return documents;
    }

    boolean isCharterAgreed() {
        return charterAgreed;
    }

    /** True once both ends have agreed on the charter: before that the other end would take anything but charter for out of turn. */
    boolean isPeerAgreed() {
        return charterAgreed && peerAgreed;
    }

    @Override
    public boolean isProven() {
        return true;
    }

    @Override
    public String word() {
        return documents.isLive() ? "live" : "syncing";
    }

    @Override
    public Stage on(SessionMessage message) {
        boolean fine = switch (message.getBodyCase()) {
            case CHARTER_HEADS -> onHeads(message.getCharterHeads().getHeadsList());
            case CHARTER_IDS -> onIds(message.getCharterIds());
            case STATEMENTS -> onStatements(message.getStatements());
            case GRANT_IDS -> onGrantIds(message.getGrantIds());
            case GRANTS -> charterAgreed && onGrants(message.getGrants());
            case TIME_WORD -> onTime(message.getTimeWord());
            default -> false;
        };
        if (!fine) {
            line.hangUp(Said.OUT_OF_TURN);
            return Over.OVER;
        }
        return this;
    }

    // ---- time

    /** Says what time it is here, if that is known or was. */
    void sayTime() {
        Time time = party.time();
        if (time.source() != 0 || toldTime) {
            toldTime = true;
            line.send(Said.message()
                    .setTimeWord(TimeWord.newBuilder()
                            .setWallMillis(time.wallMillis())
                            .setSource(time.source()))
                    .build());
        }
    }

    /** Who does not stand in the charter is not believed, and not told so either. */
    private boolean onTime(TimeWord word) {
        if (party.charter().resolved().device(peer.device()).isPresent()) {
            party.heard(peer.device(), new Time(word.getWallMillis(), word.getSource()));
        }
        return true;
    }

    // ---- charter

    private boolean onHeads(List<ByteString> said) {
        SortedSet<StatementId> heads = Said.ids32(said, StatementId::new);
        if (heads.equals(party.charter().heads())) {
            return agree();
        }
        askForIds();
        return true;
    }

    private void askForIds() {
        askedForIds = true;
        Batches.of(List.copyOf(party.charter().ids()), id -> ID_BYTES)
                .forEach((batch, last) -> line.send(Said.message()
                        .setCharterIds(CharterIds.newBuilder()
                                .addAllIds(Said.all(batch))
                                .setMore(!last))
                        .build()));
    }

    private boolean onIds(CharterIds said) {
        charterIds.addAll(Said.ids32(said.getIdsList(), StatementId::new));
        if (said.getMore()) {
            return charterIds.size() <= Limits.IDS_MAX;
        }
        SortedSet<StatementId> theirs = new TreeSet<>(charterIds);
        charterIds.clear();
        List<Statement> missing = party.charter().statementsWithout(theirs);
        Batches.of(missing, statement -> statement.bytes().length).forEach((batch, last) -> {
            Statements.Builder statements = Statements.newBuilder().setLast(last);
            batch.forEach(statement -> statements.addStatements(ByteString.copyFrom(statement.bytes())));
            line.send(Said.message().setStatements(statements).build());
        });
        if (!askedForIds && !party.charter().holds(theirs)) {
            askForIds();
        }
        return true;
    }

    private boolean onStatements(Statements message) {
        List<Statement> statements = Said.parsed(message.getStatementsList(), Statement::parse);
        if (statements.size() != message.getStatementsCount()) {
            return false;
        }
        boolean gap = false;
        for (Statement statement : statements) {
            Charter.Receipt receipt = party.take(statement);
            if (receipt == Charter.Receipt.REFUSED) {
                return false;
            }
            gap |= receipt == Charter.Receipt.GAP;
        }
        if (gap && charterAgreed) {
            // A live push overtook what it follows; the list of all ids brings the rest.
            askForIds();
        }
        return !message.getLast() || charterAgreed || agree();
    }

    /** The charters agree as far as they can; from here on the other end has to stand in it. */
    private boolean agree() {
        boolean stands = party.charter().resolved().device(peer.device()).isPresent();
        if (!stands) {
            return false;
        }
        party.charterCompared();
        if (!charterAgreed) {
            charterAgreed = true;
            sayTime();
            sayGrantIds();
        }
        return early == null || answerGrantIds(early);
    }

    // ---- grants

    private void sayGrantIds() {
        SortedSet<EpochId> keyless = party.epochs().keyless();
        Batches.of(List.copyOf(party.epochs().held()), id -> ID_BYTES)
                .forEach((batch, last) -> line.send(Said.message()
                        .setGrantIds(GrantIds.newBuilder()
                                .addAllHeld(Said.all(batch))
                                .addAllKeyless(Said.all(
                                        batch.stream().filter(keyless::contains).toList()))
                                .setMore(!last))
                        .build()));
    }

    private boolean onGrantIds(GrantIds ids) {
        grantIds.addAllHeld(ids.getHeldList()).addAllKeyless(ids.getKeylessList());
        if (ids.getMore()) {
            return grantIds.getHeldCount() + grantIds.getKeylessCount() <= Limits.IDS_MAX;
        }
        peerAgreed = true;
        early = grantIds.build();
        grantIds.clear();
        return !charterAgreed || answerGrantIds(early);
    }

    private boolean answerGrantIds(GrantIds ids) {
        early = null;
        List<Grant> missing = party.epochs().without(Said.ids16(ids.getHeldList(), EpochId::new));
        SortedSet<EpochId> keyless = Said.ids16(ids.getKeylessList(), EpochId::new);
        missing.forEach(grant -> keyless.add(grant.id()));
        Batches.of(missing, grant -> grant.bytes().length).forEach((batch, last) -> {
            Grants.Builder grants = Grants.newBuilder().setLast(last);
            batch.forEach(grant -> grants.addGrants(ByteString.copyFrom(grant.bytes())));
            if (last) {
                keyless.stream().limit(Limits.WRAPS_MAX).forEach(epoch -> addWrap(grants, epoch));
            }
            line.send(Said.message().setGrants(grants).build());
        });
        return true;
    }

    /** PROTOCOL §4, key-gap repair: whoever holds the secret makes the wrap the grant would have had. */
    private void addWrap(Grants.Builder grants, EpochId epoch) {
        party.epochs()
                .wrapFor(epoch, peer)
                .ifPresent(wrapped -> grants.addWraps(Wrap.newBuilder()
                        .setEpoch(Said.bytes(epoch))
                        .setDevice(Said.bytes(peer.device()))
                        .setWrapped(ByteString.copyFrom(wrapped))));
    }

    private boolean onGrants(Grants message) {
        List<Grant> grants = Said.parsed(message.getGrantsList(), Grant::parse);
        if (grants.size() != message.getGrantsCount()) {
            return false;
        }
        grants.forEach(party::take);
        for (Wrap wrap : message.getWrapsList()) {
            boolean mine = wrap.getDevice().equals(Said.bytes(party.keys().device()));
            if (mine && wrap.getWrapped().size() == Grant.WRAP_BYTES) {
                Said.bytes16(wrap.getEpoch())
                        .map(EpochId::new)
                        .ifPresent(
                                epoch -> party.takeWrap(epoch, wrap.getWrapped().toByteArray()));
            }
        }
        if (message.getLast()) {
            documents.compare();
        }
        return true;
    }
}
