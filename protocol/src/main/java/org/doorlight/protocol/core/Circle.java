package org.doorlight.protocol.core;

import static org.doorlight.protocol.wire.Limits.DEVICES_OF_MEMBER_MAX;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.care.Stamp;
import org.doorlight.protocol.care.Whisper;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Declaration;
import org.doorlight.protocol.charter.DeviceKeys;
import org.doorlight.protocol.charter.Standing;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.crypto.SigningKey;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.document.FrontierIndex;
import org.doorlight.protocol.document.Receipt;
import org.doorlight.protocol.envelope.Contradiction;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.epoch.Audiences;
import org.doorlight.protocol.epoch.EpochBook;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.epoch.GrantMaker;
import org.doorlight.protocol.id.AudienceId;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.CommitmentId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.replica.Holding;
import org.doorlight.protocol.replica.Replica;
import org.doorlight.protocol.sync.Channel;
import org.doorlight.protocol.sync.Party;
import org.doorlight.protocol.sync.Time;

/** One circle of this node: its replica, as sessions see it, and what came in freshly and is to be passed on. */
final class Circle implements Party {
    private final Replica replica;
    private final Archive archive;
    private final SortedSet<Address> addresses;
    private final Caretaker caretaker;
    private final Board board = new Board();

    private final Gathering fresh = new Gathering();
    private final SortedSet<CommitmentId> onTheirWay = new TreeSet<>();
    private long refused;
    private boolean doubtMayWait;
    private boolean renewed;
    private final Carries carries;

    /** What a circle needs of the node it is on. */
    interface Caretaker {
        /** True for a channel this node has dialled itself. */
        boolean hasDialled(Channel channel);

        /** Writes this home's keys in the circle down. */
        void keep(Circle circle);

        /** What this node knows of the time. */
        NodeClock clock();
    }

    Circle(Replica replica, Archive archive, SortedSet<Address> addresses, Caretaker caretaker) {
        this.replica = replica;
        this.caretaker = caretaker;
        this.archive = archive;
        this.addresses = new TreeSet<>(addresses);
        this.carries = new Carries(replica.epochs(), () -> caretaker.keep(this));
    }

    CircleId id() {
        return replica.circle();
    }

    Replica replica() {
        return replica;
    }

    /** What its documents say. */
    Board board() {
        return board;
    }

    /** Puts back what was known of a document. */
    void restore(Holding holding) {
        replica.restore(holding);
        board.update(holding);
        board.care().takeTouched();
    }

    /** Brings facts and board up to what came in; the documents that say something else now. */
    SortedSet<DocumentId> settle() {
        SortedSet<DocumentId> changed = replica.settle();
        changed.forEach(document -> replica.holding(document).ifPresent(board::update));
        return changed;
    }

    /** Where neighbours of this circle were found before. */
    SortedSet<Address> addresses() {
        return Collections.unmodifiableSortedSet(addresses);
    }

    // ---- whether this home's keys are its own

    /**
     * At the start: the store was put back, or the home copied, so somebody else may speak under these keys. The change waits for a
     * neighbour, who may know more of what this device has said, but no longer than until this home has something to say.
     */
    void doubtFromStart() {
        replica.self().doubt();
        doubtMayWait = true;
    }

    boolean isDoubted() {
        return replica.self().isDoubted();
    }

    boolean mayDoubtWait() {
        return doubtMayWait;
    }

    @Override
    public void metOwnKeys(Channel channel) {
        if (!caretaker.hasDialled(channel)) {
            replica.self().doubt();
            doubtMayWait = false;
        }
    }

    @Override
    public void charterCompared() {
        replica.followers().complete();
    }

    @Override
    public boolean mayAdmit() {
        return !replica.followers().isIncomplete();
    }

    /** The secrets by which this home proves the circle, as they are written down. */
    Carries carries() {
        return carries;
    }

    /** True if this home may say something in the charter, and its place in the circle has room for one more device. */
    boolean mayRenew() {
        return mayAdmit()
                && replica.ownPlace()
                        .filter(place -> replica.charter().resolved().devicesOf(place.member()) < DEVICES_OF_MEMBER_MAX)
                        .isPresent();
    }

    /** PROTOCOL §1: before the next word, if somebody else may speak under this home's keys. */
    void renewIfDoubted() {
        if (isDoubted() && mayRenew()) {
            fresh.add(replica.renew());
            doubtMayWait = false;
            caretaker.keep(this);
            renewed = true;
        }
    }

    /** True if this home had to take new keys here, now or earlier. */
    boolean hasNewKeys() {
        return !replica.self().identity().earlier().isEmpty();
    }

    /** True once after this home has taken new keys here: who it is has to be said anew on every channel. */
    boolean takeRenewed() {
        boolean was = renewed;
        renewed = false;
        return was;
    }

    // ---- this home's own words

    /** Writes facts into a document of this home's, and has it passed on. What it says already is not said twice. */
    void write(Body.Nature nature, SortedMap<String, byte[]> facts) throws Refusal {
        if (!replica.says(nature, facts)) {
            passOn(replica.write(nature, facts).orElseThrow(Refusal::notWhole));
        }
    }

    /** Writes the first facts of a new document of this home's, and has it passed on. */
    DocumentId writeNew(Body.Nature nature, SortedMap<String, byte[]> facts) {
        return passOn(replica.write(nature, facts)
                .orElseThrow(() -> new IllegalStateException("a new document is not whole")));
    }

    /** Writes facts into a document that is here, without being asked to; not if it is not whole just now. */
    void writeIfWhole(DocumentId document, SortedMap<String, byte[]> facts) {
        replica.holding(document)
                .flatMap(Holding::nature)
                .filter(nature -> !replica.says(nature, facts))
                .flatMap(nature -> replica.write(nature, facts))
                .ifPresent(this::passOn);
    }

    /** Tells something about a request to the one it is for, or keeps it for this home alone. */
    void tell(Whisper whisper) {
        SortedSet<MemberId> to = new TreeSet<>();
        whisper.member().ifPresent(to::add);
        writeNew(forFew(whisper.kind(), to), whisper.facts(author()));
    }

    /** The device in whose name this home writes. */
    DeviceId author() {
        return replica.self().device();
    }

    /** The stamp of something said now (CARE S5). */
    Stamp stamp(long wallMillis) {
        return Stamp.next(wallMillis, board.care().highest());
    }

    private DocumentId passOn(Envelope envelope) {
        fresh.add(envelope);
        replica.holding(envelope.header().document()).ifPresent(board::update);
        return envelope.header().document();
    }

    /** A nature for a new document that the whole circle may read. */
    Body.Nature forEveryone(String kind) {
        return replica.nature(kind, Audiences.everyone(id()));
    }

    /** A nature for a new document that only these members and this home may read. */
    Body.Nature forFew(String kind, SortedSet<MemberId> members) {
        return replica.nature(kind, fewMembers(members, GrantMaker.WRAPS_MIN));
    }

    /** The same, for up to eight of whom nobody can tell how many they are. */
    Body.Nature forUpToEight(String kind, SortedSet<MemberId> members) {
        return replica.nature(kind, fewMembers(members, 2 * GrantMaker.WRAPS_MIN));
    }

    private AudienceId fewMembers(SortedSet<MemberId> members, int wrapsMin) {
        Grant grant = replica.grantNarrow(members, wrapsMin);
        fresh.add(grant);
        return grant.core().audience();
    }

    Statement declare(Declaration declaration) {
        renewIfDoubted();
        Statement statement = replica.declare(declaration);
        fresh.add(statement);
        return statement;
    }

    // ---- what came in and goes on

    /** A yes was written here; until a neighbour's box is in reach it is on its way. */
    void onItsWay(CommitmentId yes) {
        onTheirWay.add(yes);
    }

    boolean isOnItsWay(CommitmentId yes) {
        return onTheirWay.contains(yes);
    }

    /** A neighbour's box has what was written here so far. */
    void hasLeft() {
        onTheirWay.clear();
    }

    /** What came in freshly since the last call. */
    Fresh takeFresh() {
        return fresh.take(replica.doubts().takeFresh());
    }

    /** What was refused since the start: not signed, out of place, or of no use to anybody. */
    long refused() {
        long unreadable = replica.unacceptable().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return refused + replica.doubts().all().size() + unreadable;
    }

    /** Documents that cannot be read though their key should be here. */
    long waitingForKeys() {
        SortedSet<EpochId> keyless = replica.epochs().keyless();
        return replica.holdings().stream()
                .filter(holding -> holding.waitingFor().stream().anyMatch(keyless::contains))
                .count();
    }

    // ---- as sessions see it

    @Override
    public DeviceKeys keys() {
        return replica.self().keys();
    }

    @Override
    public SigningKey signing() {
        return replica.self().signing();
    }

    @Override
    public Charter charter() {
        return replica.charter();
    }

    @Override
    public Time time() {
        return caretaker.clock().word();
    }

    @Override
    public void heard(DeviceId device, Time time) {
        replica.charter()
                .resolved()
                .device(device)
                .map(Standing::member)
                .ifPresent(member -> caretaker.clock().heard(member, time));
    }

    @Override
    public EpochBook epochs() {
        return replica.epochs();
    }

    @Override
    public FrontierIndex frontiers() {
        return replica.frontiers();
    }

    @Override
    public Charter.Receipt take(Statement statement) {
        Charter.Receipt receipt = replica.take(statement);
        if (receipt == Charter.Receipt.ADDED) {
            fresh.add(statement);
        }
        refused += receipt == Charter.Receipt.REFUSED ? 1 : 0;
        return receipt;
    }

    @Override
    public EpochBook.Receipt take(Grant grant) {
        EpochBook.Receipt receipt = replica.take(grant);
        if (receipt == EpochBook.Receipt.ADDED) {
            fresh.add(grant);
        }
        refused += receipt == EpochBook.Receipt.REFUSED ? 1 : 0;
        return receipt;
    }

    @Override
    public void takeWrap(EpochId epoch, byte[] wrapped) {
        replica.takeWrap(epoch, wrapped);
    }

    @Override
    public Receipt take(Envelope envelope) {
        Receipt receipt = replica.take(envelope);
        switch (receipt) {
            case STORED -> fresh.add(envelope);
            case REFUSED, MISPLACED, STRANGER -> refused++;
            case CONTRADICTED, KNOWN, GAP -> {}
        }
        return receipt;
    }

    @Override
    public boolean take(Contradiction proof) {
        return replica.doubts().take(proof);
    }

    @Override
    public boolean compare(List<Envelope> chain) {
        return replica.doubts().compare(chain);
    }

    @Override
    public Optional<Contradiction> contradiction(DocumentId document, DeviceId device) {
        return replica.doubts().of(document, device);
    }

    @Override
    public List<Stored> envelopes(DocumentId document, long afterArrival, long bytesMax) {
        return archive.envelopes(id(), document, afterArrival, bytesMax).stream()
                .map(filed -> new Stored(filed.arrival(), filed.device(), filed.last(), filed.bytes()))
                .toList();
    }

    @Override
    public void admit(StatementId invite, DeviceKeys newcomer, Bytes32 channel, byte[] proof) {
        declare(new Declaration.Admit(invite, newcomer, channel, proof));
    }
}
