package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.core.view.CircleView;
import org.doorlight.protocol.core.view.CommitmentView;
import org.doorlight.protocol.core.view.Event;
import org.doorlight.protocol.core.view.MemberView;
import org.doorlight.protocol.core.view.PeerView;
import org.doorlight.protocol.core.view.RequestView;
import org.doorlight.protocol.core.view.StatusView;
import org.doorlight.protocol.core.view.View;
import org.doorlight.protocol.core.view.Views;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.crypto.StretchCost;
import org.doorlight.protocol.epoch.EpochBook;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.replica.Identity;
import org.doorlight.protocol.wire.message.IdentityRecord;

/** One home of a {@link TestStreet}: a true core on a store in memory. */
final class TestHome {
    private final TestStreet street;
    private final String name;
    private TestArchive archive = new TestArchive();
    private final Entropy entropy;
    private final Vault vault;
    private final EffectWatch watch = new EffectWatch();
    private final Map<Long, Reply> replies = new TreeMap<>();
    private final List<Event> events = new ArrayList<>();
    private List<Address> peers = List.of();
    private NodeCore core;
    private long tickets;
    private long sessions;
    private boolean on = true;
    private boolean trialsAbort;
    private final List<List<byte[]>> trials = new ArrayList<>();
    private String version = "test";

    TestHome(TestStreet street, String name, long seed) {
        this.street = street;
        this.name = name;
        this.entropy = street.throughChance(new SeededEntropy(seed));
        this.vault = new Vault(entropy.bytes(Vault.KEY_BYTES), entropy);
        perform(List.of(new HomeProfile(name, "household").save(vault)));
        this.core = start();
    }

    /** The same home once more, on another machine, as its store was at that time. */
    private TestHome(TestStreet street, String name, long seed, TestHome copied) {
        this.street = street;
        this.name = name;
        this.entropy = street.throughChance(new SeededEntropy(seed));
        this.vault = copied.vault;
        this.archive = copied.archive.copy();
        this.core = start();
    }

    /** A copy of this home that runs at another address. */
    TestHome copied(String as, long seed) {
        return new TestHome(street, as, seed, this);
    }

    private NodeCore start() {
        var settings = new CoreSettings(version, peers, ZoneId.of("Europe/Berlin"), StretchCost.CHEAPEST);
        return new NodeCore(settings, vault, entropy, archive, street.now());
    }

    String name() {
        return name;
    }

    Address address() {
        return new Address(name, 1);
    }

    boolean isOn() {
        return on;
    }

    SessionId nextSession() {
        return new SessionId(++sessions);
    }

    // ---- life

    void handle(Input input) {
        perform(core.handle(street.now(), input));
    }

    /** Handles an input and shows what came of it. */
    List<Effect> effectsOf(Input input) {
        List<Effect> effects = core.handle(street.now(), input);
        perform(effects);
        return effects;
    }

    private void perform(List<Effect> effects) {
        watch.watch(effects);
        effects.stream()
                .filter(Effect.Save.class::isInstance)
                .map(Effect.Save.class::cast)
                .forEach(save -> save.saveIn(archive));
        effects.stream()
                .filter(Effect.Deed.class::isInstance)
                .map(Effect.Deed.class::cast)
                .forEach(deed -> deed.perform(new Edge()));
    }

    /** Off, and on again with what the store remembers. */
    void restart() {
        switchOff();
        switchOn();
    }

    void switchOff() {
        street.hangUpAll(this);
        core.close();
        on = false;
    }

    void switchOn() {
        on = true;
        core = start();
        handle(new Input.Tick());
    }

    /** Off, and on again with an older copy of its store; whoever put it back has seen to it that nothing beside it tells. */
    void putBack(TestArchive older) {
        switchOff();
        archive = older.copy();
        switchOn();
    }

    /** Off, and on again with an older copy of its store, which is noticed because what stands beside it is newer. */
    void putBackNoticed(TestArchive older) {
        switchOff();
        archive = older.copy();
        archive.saveRecord(Generation.doubt());
        switchOn();
    }

    /** From the next start on it dials these homes, always. */
    void knows(TestHome... others) {
        List<Address> addresses = new ArrayList<>();
        for (TestHome other : others) {
            addresses.add(other.address());
        }
        peers = addresses;
    }

    private final class Edge implements Effect.Edge {
        @Override
        public void send(Effect.Send effect) {
            street.send(TestHome.this, effect.session(), effect.frame());
        }

        @Override
        public void close(Effect.Close effect) {
            street.close(TestHome.this, effect.session());
        }

        @Override
        public void dial(Effect.Dial effect) {
            street.dial(TestHome.this, effect);
        }

        @Override
        public void answer(Effect.Answer effect) {
            assertThat(replies.put(effect.ticket(), effect.reply()))
                    .as("one answer for each ask")
                    .isNull();
        }

        @Override
        public void announce(Effect.Announce effect) {
            events.add(effect.event());
        }

        @Override
        public void note(Effect.Note effect) {}

        @Override
        public void again(Effect.Again effect) {
            street.post(TestHome.this, new Input.Again());
        }

        @Override
        public void attempt(Effect.Try effect) {
            trials.add(effect.changes());
            street.post(TestHome.this, new Input.Tried(effect.circle(), effect.document(), trialsAbort));
        }
    }

    /** From now on every trial in a process of its own ends that process. */
    void trialsAbort() {
        trialsAbort = true;
    }

    /** From the next start on it runs another program, whose native code comes through. */
    void upgrade() {
        trialsAbort = false;
        version = "next";
    }

    /** Trials held in processes of their own. */
    int trials() {
        return trials.size();
    }

    /** The changes that were tried last. */
    List<byte[]> lastTried() {
        return trials.get(trials.size() - 1);
    }

    // ---- asking

    /** Asks; the answer may come later. */
    long begin(Ask ask) {
        handle(new Input.Asked(++tickets, ask));
        return tickets;
    }

    boolean isAnswered(long ticket) {
        return replies.containsKey(ticket);
    }

    Reply answer(long ticket) {
        assertThat(replies).as("an answer").containsKey(ticket);
        return replies.get(ticket);
    }

    Reply ask(Ask ask) {
        return answer(begin(ask));
    }

    <V extends View> V done(Ask ask, Class<V> view) {
        return view.cast(done(ask(ask)));
    }

    static View done(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Done.class);
        return ((Reply.Done) reply).view();
    }

    /** The sentence of a problem this ask leads to. */
    Problem problem(Ask ask) {
        Reply reply = ask(ask);
        assertThat(reply).isInstanceOf(Reply.Refused.class);
        return ((Reply.Refused) reply).problem();
    }

    <V> List<V> list(Ask ask, Class<V> view) {
        Views<?> views = done(ask, Views.class);
        return views.items().stream().map(view::cast).toList();
    }

    StatusView status() {
        return done(new Ask.Status(), StatusView.class);
    }

    CircleView circle() {
        return done(new Ask.ShowCircle(null), CircleView.class);
    }

    List<MemberView> members() {
        return list(new Ask.ListMembers(null), MemberView.class);
    }

    List<PeerView> peers() {
        return list(new Ask.ListPeers(), PeerView.class);
    }

    List<RequestView> requests() {
        return list(new Ask.ListRequests(null, null, OptionalInt.empty(), null), RequestView.class);
    }

    List<String> titles() {
        return requests().stream().map(RequestView::title).toList();
    }

    RequestView request(String title) {
        return requests().stream()
                .filter(view -> view.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    /** Everything this home can see. */
    String view() {
        return circle() + "\n" + members() + "\n" + requests();
    }

    /** What every home of the circle sees alike. */
    String board() {
        StringBuilder board = new StringBuilder(members().toString());
        requests().forEach(view -> board.append(view.toString().replaceAll("door=[^\\]]*?, slots", "slots")));
        return board.toString();
    }

    List<CommitmentView> commitments() {
        return list(new CareAsk.ListCommitments(null), CommitmentView.class);
    }

    /** The only yes of this home. */
    CommitmentView commitment() {
        assertThat(commitments()).hasSize(1);
        return commitments().get(0);
    }

    /** Says yes to the first slot of a request. */
    CommitmentView offer(RequestView request) {
        return done(
                new CareAsk.Offer(
                        null, request.id().hex(), request.slots().get(0).id().hex(), null),
                CommitmentView.class);
    }

    CommitmentView say(CareAsk.Word word) {
        return done(new CareAsk.Say(null, commitment().id().hex(), word), CommitmentView.class);
    }

    List<Event> events() {
        return events;
    }

    // ---- what only this home holds

    TestArchive archive() {
        return archive;
    }

    Vault vault() {
        return vault;
    }

    List<String> transcript() {
        return watch.transcript();
    }

    CircleId circleId() {
        return circle().id();
    }

    /** The keys of this home in its only circle. */
    Identity identity() {
        Archive.Kept kept = archive.records(Shelf.IDENTITY).get(0);
        IdentityRecord record = vault.open(Shelf.IDENTITY, kept.key(), kept.value())
                .flatMap(value -> Records.parse(IdentityRecord.parser(), value))
                .orElseThrow();
        return Circles.identity(record);
    }

    /** The charter as it was written down. */
    Charter charter() {
        List<Statement> statements = archive.records(Shelf.STATEMENT).stream()
                .map(record -> Statement.parse(record.value()).orElseThrow())
                .toList();
        Charter charter = Charter.awaiting(statements.get(0).circle());
        charter.addAll(statements);
        return charter;
    }

    /** The epoch secrets this home holds. */
    Map<EpochId, byte[]> secrets() {
        Map<EpochId, byte[]> secrets = new TreeMap<>();
        for (Archive.Kept kept : archive.records(Shelf.SECRET)) {
            byte[] id = java.util.Arrays.copyOfRange(kept.key(), Bytes16.LENGTH, 2 * Bytes16.LENGTH);
            secrets.put(
                    EpochId.of(id),
                    vault.open(Shelf.SECRET, kept.key(), kept.value()).orElseThrow());
        }
        secrets.values().removeIf(secret -> java.util.Arrays.equals(secret, EpochBook.noSecret()));
        return secrets;
    }

    @Override
    public String toString() {
        return name;
    }
}
