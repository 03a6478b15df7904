package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.doorlight.protocol.core.view.CircleView;
import org.doorlight.protocol.core.view.InviteView;
import org.doorlight.protocol.core.view.RequestView;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.wire.Frames;
import org.doorlight.protocol.wire.message.SessionMessage;
import org.jspecify.annotations.Nullable;

/**
 * A street of homes in memory: true cores, a network that carries frames between them, and a clock that moves when a story says so.
 * One seed is one world.
 */
final class TestStreet {
    /** When every story begins: a Monday in November, noon in Berlin. */
    static final Instant BEGINNING = Instant.parse("2026-11-23T11:00:00Z");

    private static final int ROUNDS_MAX = 200_000;

    /** A connection as one of its two ends sees it. */
    private static final class End {
        final TestHome home;
        final SessionId session;

        @Nullable
        End other;

        boolean closed;
        boolean deaf;

        End(TestHome home) {
            this.home = home;
            this.session = home.nextSession();
        }
    }

    /** Something on its way to a home. What travels to one end of a connection arrives in the order in which it left. */
    private record Post(TestHome to, Object lane, Input input) {}

    private final SeededEntropy entropy;
    private final Random random;
    private final Map<String, TestHome> homes = new LinkedHashMap<>();
    private final Map<String, End> ends = new LinkedHashMap<>();
    private final List<Post> posts = new ArrayList<>();
    private final List<String> cuts = new ArrayList<>();
    private final List<Post> hanging = new ArrayList<>();
    private boolean dialsHang;
    private boolean shuffled;
    private boolean keyless;
    private long framesUntilCut = Long.MAX_VALUE;
    private UnaryOperator<Entropy> chance = entropy -> entropy;
    private long wall;
    private long nanos;
    private long frames;

    TestStreet(long seed) {
        this(seed, BEGINNING);
    }

    TestStreet(long seed, Instant beginning) {
        this.wall = beginning.toEpochMilli();
        this.entropy = new SeededEntropy(seed);
        this.random = new Random(seed);
    }

    /** Whatever is on its way at a time arrives in an order chance decides, but for each connection's own. */
    TestStreet shuffled() {
        shuffled = true;
        return this;
    }

    /** The next homes draw their chances through this. */
    void chance(UnaryOperator<Entropy> through) {
        chance = through;
    }

    Entropy throughChance(Entropy own) {
        return chance.apply(own);
    }

    TestHome home(String name) {
        return homes.computeIfAbsent(name, unseen -> new TestHome(this, name, random.nextLong()));
    }

    /** A copy of a home as it is now, running beside it. */
    TestHome copyOf(TestHome home, String as) {
        TestHome copy = home.copied(as, random.nextLong());
        homes.put(as, copy);
        return copy;
    }

    Moment now() {
        return new Moment(wall, nanos);
    }

    /** Frames carried so far. */
    long frames() {
        return frames;
    }

    // ---- what neighbours do

    /** The first home of a new circle. */
    TestHome founder(String name) {
        TestHome home = home(name);
        home.done(new Ask.CreateCircle("Elm Street", null), CircleView.class);
        return home;
    }

    /** A home that joins through an invitation of the host. */
    TestHome joined(String name, TestHome host) {
        return joined(name, host, "member");
    }

    TestHome joined(String name, TestHome host, String role) {
        Reply reply = join(home(name), invite(host, role), host);
        assertThat(reply).isInstanceOf(Reply.Done.class);
        settle();
        return home(name);
    }

    String invite(TestHome host, String role) {
        return host.done(new Ask.Invite(null, role), InviteView.class).code();
    }

    /** Types a code and waits for the answer. */
    Reply join(TestHome newcomer, String code, TestHome... at) {
        List<Address> addresses = new ArrayList<>();
        for (TestHome host : at) {
            addresses.add(host.address());
        }
        long ticket = newcomer.begin(new Ask.Join(code, addresses));
        settle();
        for (int second = 0; second < 60 && !newcomer.isAnswered(ticket); second++) {
            pass(1);
        }
        return newcomer.answer(ticket);
    }

    RequestView post(TestHome home, String title) {
        return post(home, title, null);
    }

    RequestView post(TestHome home, String title, @Nullable String door) {
        var slot = new Ask.SlotDraft("2026-11-24T18:00", "1h", 1);
        var ask = new Ask.AddRequest(null, "meal", title, List.of(slot), List.of("leave at the door"), door, List.of());
        return home.done(ask, RequestView.class);
    }

    // ---- time

    /** Lets so many seconds go by, with a tick a second, and everything arrive that is under way. */
    void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            tick();
            settle();
        }
    }

    /** Lets minutes go by, with a tick a minute, and everything arrive that is under way. */
    void passMinutes(long minutes) {
        for (long minute = 0; minute < minutes; minute++) {
            tick(60);
            settle();
        }
    }

    /** Every home that is on does what is due at this time, without a tick, and everything arrives that is under way. */
    void doDuties() {
        homes.values().stream().filter(TestHome::isOn).forEach(home -> home.handle(new Input.Again()));
        settle();
    }

    /** So many seconds go by between two ticks. */
    void goBy(int seconds) {
        wall += 1_000L * seconds;
        nanos += TimeUnit.SECONDS.toNanos(seconds);
    }

    /** A second goes by; what is under way stays under way. */
    void tick() {
        tick(1);
    }

    private void tick(int seconds) {
        goBy(seconds);
        homes.values().stream().filter(TestHome::isOn).forEach(home -> home.handle(new Input.Tick()));
    }

    /** A jump of the clock, without anybody noticing on the way. */
    void skip(long hours) {
        wall += TimeUnit.HOURS.toMillis(hours);
        nanos += TimeUnit.HOURS.toNanos(hours);
        pass(1);
    }

    /** All wall clocks jump; no time goes by. */
    void jumpClock(long hours) {
        wall += TimeUnit.HOURS.toMillis(hours);
        pass(1);
    }

    /** Lets everything arrive that is under way. */
    void settle() {
        for (int round = 0; !posts.isEmpty(); round++) {
            assertThat(round).as("the street comes to rest").isLessThan(ROUNDS_MAX);
            deliver(next());
        }
    }

    /** Lets so many things arrive and leaves the rest under way. */
    void deliver(int count) {
        for (int one = 0; one < count && !posts.isEmpty(); one++) {
            deliver(next());
        }
    }

    private Post next() {
        if (!shuffled) {
            return posts.remove(0);
        }
        Post any = posts.get(random.nextInt(posts.size()));
        for (int place = 0; place < posts.size(); place++) {
            if (posts.get(place).lane().equals(any.lane())) {
                return posts.remove(place);
            }
        }
        throw new IllegalStateException("a post without a lane");
    }

    private void deliver(Post post) {
        if (post.input() instanceof Input.Received && --framesUntilCut < 0) {
            framesUntilCut = Long.MAX_VALUE;
            breakLink((End) post.lane());
            return;
        }
        if (post.input() instanceof Input.Received) {
            frames++;
            if (((End) post.lane()).deaf) {
                return;
            }
        }
        if (post.to().isOn()) {
            post.to().handle(post.input());
        }
    }

    // ---- the network

    void dial(TestHome from, Effect.Dial dial) {
        TestHome to = homes.get(dial.address().host());
        if (to == null || !to.isOn() || isCut(from, to)) {
            (dialsHang ? hanging : posts).add(new Post(from, dial, new Input.DialFailed(dial.number())));
            return;
        }
        Bytes32 dialer = Bytes32.of(entropy.bytes(32));
        Bytes32 listener = Bytes32.of(entropy.bytes(32));
        End here = new End(from);
        End there = new End(to);
        here.other = there;
        there.other = here;
        ends.put(key(from, here.session), here);
        ends.put(key(to, there.session), there);
        posts.add(new Post(from, here, new Input.Connected(here.session, dial.number(), dialer, listener, to.name())));
        posts.add(new Post(to, there, new Input.Connected(there.session, null, dialer, listener, from.name())));
    }

    /** Hands a home something of its own, after what it has under way already. */
    void post(TestHome to, Input input) {
        posts.add(new Post(to, to, input));
    }

    void send(TestHome from, SessionId session, byte[] frame) {
        End end = ends.get(key(from, session));
        if (end != null && !end.closed && end.other != null) {
            byte[] carried = keyless ? withoutKeys(frame) : frame;
            posts.add(new Post(end.other.home, end.other, new Input.Received(end.other.session, carried)));
        }
    }

    private static byte[] withoutKeys(byte[] frame) {
        SessionMessage message = Frames.decode(frame).orElseThrow();
        return message.hasJoinWelcome()
                ? Frames.encode(message.toBuilder()
                        .setJoinWelcome(message.getJoinWelcome().toBuilder()
                                .clearGrants()
                                .clearWraps())
                        .build())
                : frame;
    }

    void close(TestHome from, SessionId session) {
        End end = ends.get(key(from, session));
        if (end != null && end.other != null) {
            disconnect(end);
            disconnect(end.other);
        }
    }

    /** Tells one end, behind everything that is on its way to it. */
    private void disconnect(End end) {
        if (!end.closed) {
            end.closed = true;
            posts.add(new Post(end.home, end, new Input.Disconnected(end.session)));
        }
    }

    private static String key(TestHome home, SessionId session) {
        return home.name() + "/" + session.number();
    }

    // ---- faults

    /** No connection between these two any more, and what is on its way is lost. */
    void cut(TestHome one, TestHome other) {
        cuts.add(pair(one, other));
        cuts.add(pair(other, one));
        List.copyOf(ends.values()).stream()
                .filter(end -> end.home == one && end.other != null && end.other.home == other)
                .forEach(this::breakLink);
    }

    /** These homes can reach each other and nobody else. */
    void partition(TestHome... group) {
        List<TestHome> inside = List.of(group);
        for (TestHome one : inside) {
            homes.values().stream().filter(other -> !inside.contains(other)).forEach(other -> cut(one, other));
        }
    }

    void heal() {
        cuts.clear();
        posts.addAll(hanging);
        hanging.clear();
    }

    /** From now on who dials somebody out of reach hears nothing until the network is mended. */
    void dialsHang() {
        dialsHang = true;
    }

    /** From now on whoever welcomes a newcomer keeps the keys back. */
    void withoutKeysInWelcomes() {
        keyless = true;
    }

    /** After so many more frames the connection that carries the next one breaks, and that frame is lost. */
    void cutAfter(long more) {
        framesUntilCut = more;
    }

    void hangUpAll(TestHome home) {
        List.copyOf(ends.values()).stream().filter(end -> end.home == home).forEach(this::breakLink);
        posts.removeIf(post -> post.to() == home);
        hanging.removeIf(post -> post.to() == home);
    }

    private void breakLink(End end) {
        End other = end.other;
        if (other == null || (end.closed && other.closed)) {
            return;
        }
        posts.removeIf(post -> (post.lane() == end || post.lane() == other) && post.input() instanceof Input.Received);
        disconnect(end);
        disconnect(other);
    }

    private boolean isCut(TestHome from, TestHome to) {
        return cuts.contains(pair(from, to));
    }

    private static String pair(TestHome from, TestHome to) {
        return from.name() + ">" + to.name();
    }

    // ---- mischief

    /** Puts a message of one's own on the open connection to another home, whose answers on it are not heard from then on. */
    void say(TestHome from, TestHome to, SessionMessage message) {
        sayRaw(from, to, Frames.encode(message));
    }

    void sayRaw(TestHome from, TestHome to, byte[] frame) {
        End end = link(from, to).orElseThrow();
        end.deaf = true;
        send(from, end.session, frame);
    }

    boolean isLinked(TestHome from, TestHome to) {
        return link(from, to).isPresent();
    }

    long links(TestHome from, TestHome to) {
        return ends.values().stream().filter(end -> isOpen(end, from, to)).count();
    }

    private Optional<End> link(TestHome from, TestHome to) {
        return ends.values().stream().filter(end -> isOpen(end, from, to)).reduce((earlier, later) -> later);
    }

    private static boolean isOpen(End end, TestHome from, TestHome to) {
        return end.home == from && !end.closed && end.other != null && end.other.home == to;
    }
}
