package org.doorlight.protocol.replica;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Consents;
import org.doorlight.protocol.charter.Declaration;
import org.doorlight.protocol.charter.Standing;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.document.ChangeSummary;
import org.doorlight.protocol.document.FrontierIndex;
import org.doorlight.protocol.document.Receipt;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.envelope.Header;
import org.doorlight.protocol.envelope.Seals;
import org.doorlight.protocol.epoch.EpochBook;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.epoch.GrantMaker;
import org.doorlight.protocol.id.AudienceId;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.id.MemberId;

/** One node's copy of one circle. Whatever comes in is checked here, once, and written down before anything else sees it. */
public final class Replica {
    private final Self self;
    private final Charter charter;
    private final EpochBook epochs;
    private final Books books;
    private final Entropy entropy;
    private final Desk desk;
    private final Pen pen;
    private final Granting granting;
    private final Chains chains = new Chains();
    private final SortedMap<DocumentId, List<Envelope>> unsettled = new TreeMap<>();
    // Whose envelopes came in this turn.
    private final SortedSet<DocumentId> stored = new TreeSet<>();
    private final Trials trials = new Trials();
    private final Mending mending;
    private final Followers followers;
    private final Suspects suspects;
    private final Doubts doubts;

    public Replica(Identity identity, Charter charter, Books books, Entropy entropy) {
        this.charter = charter;
        this.epochs = new EpochBook(charter, identity.device(), identity.agreement());
        this.self = new Self(identity, epochs);
        this.books = books;
        this.entropy = entropy;
        this.pen = new Pen(self, charter, epochs, entropy);
        this.granting = new Granting(self, epochs, books, entropy);
        this.desk = new Desk(self, new Reading(charter, epochs), books);
        this.mending = new Mending(chains, books);
        this.followers = new Followers(charter, epochs);
        this.suspects = new Suspects(
                trials, desk, books, document -> unsettled.computeIfAbsent(document, unseen -> new ArrayList<>()));
        this.doubts = new Doubts(charter, books, chains, new Doubts.Settling() {
            @Override
            public List<Envelope> unsettled(DocumentId document) {
                return unsettled.getOrDefault(document, List.of());
            }

            @Override
            public void forked(Holding holding, DeviceId device) {
                if (self.is(device)) {
                    self.doubt();
                }
                if (holding.isOvertaken()) {
                    settleLater(holding.document());
                }
            }
        });
    }

    // ---- what was written down earlier

    /** Puts back what was known of a document. */
    public void restore(Holding holding) {
        chains.restore(holding);
        mending.restore(holding);
        self.counted(holding);
    }

    /**
     * Makes anew what was written down of a document, from its envelopes. Facts follow with {@link #settle}.
     *
     * @return false if there is no whole envelope of it in this circle
     */
    public boolean rebuild(DocumentId document) {
        List<Envelope> whole = books.envelopes(document);
        if (whole.isEmpty()) {
            return false;
        }
        Holding holding = chains.of(document);
        mending.rebuild(holding, whole);
        countOwn(holding, whole);
        books.document(holding);
        settleLater(document);
        return true;
    }

    private void countOwn(Holding holding, List<Envelope> envelopes) {
        envelopes.stream()
                .map(Envelope::header)
                .filter(header -> self.is(header.device()))
                .forEach(header -> holding.wrote(self.counted(header)));
    }

    /** Writes down a charter and grants that came with a welcome, as the beginning of this replica. */
    public void begin(List<Grant> grants) {
        charter.all().forEach(books::statement);
        grants.forEach(this::take);
    }

    // ---- what others say

    /** Takes a statement in. */
    public Charter.Receipt take(Statement statement) {
        Charter.Receipt receipt = charter.add(statement);
        if (receipt == Charter.Receipt.ADDED) {
            if (!followers.isKept(statement)) {
                books.statement(statement);
            }
            if (self.is(statement.device()) && !followers.isIncomplete()) {
                self.doubt();
            }
            followers.follow(statement);
            settleBehind();
        }
        return receipt;
    }

    /** Takes a grant in. */
    public EpochBook.Receipt take(Grant grant) {
        EpochBook.Receipt receipt = epochs.add(grant);
        if (receipt == EpochBook.Receipt.ADDED) {
            books.grant(grant);
            epochs.secret(grant.id()).ifPresent(secret -> learned(grant.id(), secret));
            if (epochs.isNotForUs(grant)) {
                books.secret(grant.id(), EpochBook.noSecret());
            }
        }
        return receipt;
    }

    /** Takes a wrap in that came after its grant; false if it does not open that epoch for this device. */
    public boolean takeWrap(EpochId epoch, byte[] wrapped) {
        boolean opened = epochs.addWrap(epoch, wrapped);
        epochs.secret(epoch).filter(secret -> opened).ifPresent(secret -> learned(epoch, secret));
        return opened;
    }

    private void learned(EpochId epoch, byte[] secret) {
        books.secret(epoch, secret);
        settleBehind();
    }

    private void settleBehind() {
        chains.holdings().stream().filter(Holding::isBehind).forEach(holding -> settleLater(holding.document()));
    }

    /** Takes an envelope in, if its device may write this document and it is that device's next. Cheapest questions first. */
    public Receipt take(Envelope envelope) {
        Header header = envelope.header();
        Optional<Standing> author = charter.resolved().device(header.device());
        if (!header.circle().equals(charter.circle())) {
            return Receipt.REFUSED;
        }
        if (author.isEmpty()) {
            return Receipt.STRANGER;
        }
        Receipt place = chains.placeOf(envelope);
        boolean isOwn = self.is(header.device());
        if (place == Receipt.KNOWN || (place == Receipt.GAP && !isOwn)) {
            return place;
        }
        if (place == Receipt.REFUSED || !Doubts.isSigned(envelope, author.get())) {
            return Receipt.REFUSED;
        }
        if (!Doubts.mayWrite(envelope, author.get())) {
            return Receipt.MISPLACED;
        }
        if (isOwn && header.last() > chains.howFar(header)) {
            // PROTOCOL §1: a word of this very device that it does not know.
            self.doubt();
        }
        if (place == Receipt.STORED) {
            List<Envelope> counted = store(envelope);
            stored.add(header.document());
            settleLater(header.document()).addAll(counted);
            doubts.stored(envelope);
        } else if (place == Receipt.CONTRADICTED) {
            doubts.contradicted(envelope);
        }
        return place;
    }

    /** Writes it down, if it is not there already behind a hole; with it counts what lies behind. */
    private List<Envelope> store(Envelope envelope) {
        if (!mending.isKept(envelope)) {
            books.envelope(envelope);
        }
        Holding holding = chains.extend(envelope);
        List<Envelope> counted = new ArrayList<>(List.of(envelope));
        counted.addAll(mending.filledBy(envelope));
        countOwn(holding, counted);
        return counted;
    }

    /** PROTOCOL §6: what native code has not seen is noted first, in the turn that stores it, and handed to it in the next. */
    private List<Envelope> settleLater(DocumentId document) {
        if (!unsettled.containsKey(document) && !trials.isHeld(document)) {
            books.onTrial(document);
        }
        return unsettled.computeIfAbsent(document, unseen -> new ArrayList<>());
    }

    /**
     * Writes down how far the documents are held whose envelopes came in this turn; to be called in that turn. A node that ended before it
     * looked into them would ask for them again and store them twice.
     */
    public void writeDownStored() {
        for (DocumentId document : stored) {
            chains.find(document).ifPresent(books::document);
        }
        stored.clear();
    }

    /** True if something waits for {@link #settle}. */
    public boolean isUnsettled() {
        return unsettled.keySet().stream().anyMatch(document -> !trials.isHeld(document));
    }

    /**
     * Brings the facts up to what has come in, and writes them down. To be called in a later turn than the one that stored it.
     *
     * @return the documents whose facts changed
     */
    public SortedSet<DocumentId> settle() {
        SortedSet<DocumentId> changed = new TreeSet<>();
        for (DocumentId document : new TreeSet<>(unsettled.keySet())) {
            if (!trials.isHeld(document) && settle(document)) {
                changed.add(document);
            }
        }
        return changed;
    }

    private boolean settle(DocumentId document) {
        List<Envelope> arrived = unsettled.remove(document);
        Holding holding = chains.find(document).orElse(null);
        if (holding == null || arrived == null) {
            return false;
        }
        boolean changed = desk.bringUp(holding, arrived);
        books.document(holding);
        books.cleared(document);
        return changed;
    }

    /** Documents whose trial was not over when the node ended, and those it leaves alone. */
    public Suspects suspects() {
        return suspects;
    }

    // ---- this home's own words

    /** Says something to the charter. */
    public Statement declare(Declaration declaration) {
        Statement statement = charter.declare(self.device(), self.signing(), declaration);
        books.statement(statement);
        return statement;
    }

    /** PROTOCOL §1: fresh keys, vouched for by the present ones, which say nothing after that. */
    public Statement renew() {
        Identity fresh = self.identity().renewed(entropy);
        Statement addition =
                declare(Consents.give(fresh.signing(), circle(), ownStanding().member(), fresh.keys()));
        self.become(fresh);
        desk.close();
        return addition;
    }

    /** Makes the circle's first epoch. */
    public Grant grantEveryone() {
        return granting.everyone();
    }

    /** Makes an epoch for a few members and this home, with so many wraps at least. */
    public Grant grantNarrow(SortedSet<MemberId> members, int wrapsMin) {
        return granting.narrow(new GrantMaker.Few(ownStanding().member(), members, wrapsMin));
    }

    /** A nature for a new document of this home's. */
    public Body.Nature nature(String kind, AudienceId audience) {
        return new Body.Nature(kind, ownStanding().member(), audience, entropy.bytes(Seals.SALT_BYTES));
    }

    /**
     * Writes facts into a document of this home's as one change, sealed, signed and written down.
     *
     * @return empty if the document is not whole here: part of it is damaged, paused or contradicted, and writing now could use a number twice
     */
    public Optional<Envelope> write(Body.Nature nature, SortedMap<String, byte[]> facts) {
        DocumentId document = pen.document(nature);
        Holding holding = chains.of(document);
        boolean forked = holding.frontier().entry(self.device()).isForked();
        if (forked || holding.hasHole(self.device()) || trials.isHeld(document) || !desk.isWhole(holding)) {
            return Optional.empty();
        }
        ChangeSummary change = desk.open(holding).write(facts);
        Envelope envelope = pen.seal(nature, holding.frontier(), change, self.nextSerial());
        store(envelope);
        holding.is(nature);
        holding.appliedUpTo(self.device(), envelope.header().last());
        holding.add(facts);
        books.document(holding);
        return Optional.of(envelope);
    }

    /** True if a document of this home's says all of this: written once more it would be no change. */
    public boolean says(Body.Nature nature, SortedMap<String, byte[]> facts) {
        return holding(pen.document(nature)).filter(known -> known.says(facts)).isPresent();
    }

    // ---- asking

    public CircleId circle() {
        return charter.circle();
    }

    public Self self() {
        return self;
    }

    public Charter charter() {
        return charter;
    }

    public EpochBook epochs() {
        return epochs;
    }

    public FrontierIndex frontiers() {
        return chains.frontiers();
    }

    /** This home's own place in the circle; empty if the code it came in by turned out to be used by another first. */
    public Optional<Standing> ownPlace() {
        return charter.resolved().device(self.device());
    }

    /** This home's own place in the circle, for those who know that it has one. */
    public Standing ownStanding() {
        return ownPlace().orElseThrow(() -> new IllegalStateException("this home is not in its own circle"));
    }

    public Collection<Holding> holdings() {
        return chains.holdings();
    }

    public Optional<Holding> holding(DocumentId document) {
        return chains.find(document);
    }

    public Followers followers() {
        return followers;
    }

    public Mending mending() {
        return mending;
    }

    /** Where devices gave two answers. */
    public Doubts doubts() {
        return doubts;
    }

    /** Envelopes in which their own author wrote what nobody may read, by device. */
    public SortedMap<DeviceId, Long> unacceptable() {
        return desk.unacceptable();
    }

    /** Frees native memory. */
    public void close() {
        desk.close();
    }
}
