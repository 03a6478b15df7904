package org.doorlight.protocol.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.core.Shelf;
import org.doorlight.protocol.core.view.RequestView;
import org.doorlight.protocol.core.view.StatusView;
import org.jspecify.annotations.Nullable;

/**
 * A street to tell a story about. What it is like is said first; with the first thing that happens the homes move in and form a circle.
 * All watchers look on, and {@link #settle} fails with the seed if they saw what should not be.
 */
public final class Neighbourhood implements AutoCloseable {
    private static final Duration MOMENT = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(45);
    private static final Duration REST = Duration.ofSeconds(70);

    private final List<String> names;
    private final Ledger ledger = new Ledger();
    private final SortedMap<String, SimulatedDisk> copies = new TreeMap<>();
    private long seed = 1;
    private Weather weather = Weather.FAIR;
    private @Nullable Life life;

    /** What exists once the homes have moved in. */
    private record Life(
            World world, People people, Canaries canaries, Convergence convergence, Envelopes envelopes, Harm harm) {}

    private Neighbourhood(List<String> names) {
        this.names = List.copyOf(names);
    }

    /** So many homes, called Ana, Ben, Chidi and so on. */
    public static Neighbourhood neighbourhood(int homes) {
        List<String> names = new ArrayList<>();
        for (int house = 0; house < homes; house++) {
            names.add(Names.of(house));
        }
        return new Neighbourhood(names);
    }

    /** Homes of these names. */
    public static Neighbourhood of(List<String> names) {
        return new Neighbourhood(names);
    }

    public static Duration days(int days) {
        return Duration.ofDays(days);
    }

    public static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }

    // ---- what it is like
    // --------------------------------------------------------------------------------------------------------

    /** One seed is one world; 1 if nothing is said. */
    public Neighbourhood seed(long which) {
        requireNobodyThere();
        seed = which;
        return this;
    }

    /** The chance that something has to be sent again, from 0 to 1. */
    public Neighbourhood loss(double chance) {
        weather = weather.withLoss(chance);
        return changeWeather();
    }

    /** The longest way of a frame that is not lost. */
    public Neighbourhood delay(Duration longest) {
        weather = weather.withDelay(longest);
        return changeWeather();
    }

    /** The chance that a connection breaks inside a frame. */
    public Neighbourhood breakage(double chance) {
        weather = weather.withBreakage(chance);
        return changeWeather();
    }

    private Neighbourhood changeWeather() {
        if (life != null) {
            life.world().network().weather(weather);
        }
        return this;
    }

    private void requireNobodyThere() {
        if (life != null) {
            throw new IllegalStateException("the homes have moved in already");
        }
    }

    private Life life() {
        if (life == null) {
            life = moveIn();
        }
        return life;
    }

    private Life moveIn() {
        World world = new World(seed);
        People people = new People(world, ledger);
        Canaries canaries = new Canaries(world, ledger);
        Convergence convergence = new Convergence(world, people, ledger);
        Envelopes envelopes = new Envelopes(world);
        List.of(canaries, envelopes, convergence).forEach(world::watchedBy);
        List.of(
                        new AtRest(world),
                        new Replay(world),
                        new Forgeries(world),
                        new Codes(world),
                        new Bounds(world),
                        new Culprits(world, people))
                .forEach(world::watchedBy);
        names.forEach(world::add);
        for (SimulatedNode node : world.nodes()) {
            node.neighbours(world.nodes().stream()
                    .filter(other -> other != node)
                    .map(SimulatedNode::address)
                    .toList());
            node.start();
        }
        formCircle(world, people);
        world.network().weather(weather);
        return new Life(world, people, canaries, convergence, envelopes, new Harm(world, people));
    }

    private void formCircle(World world, People people) {
        SimulatedNode founder = world.nodes().get(0);
        people.found(founder, "The Street");
        for (SimulatedNode guest : world.nodes()) {
            boolean in = world.passUntil(PATIENCE, founder::hasJoined)
                    && (guest == founder || joins(world, people, founder, guest));
            if (!in) {
                throw new IllegalStateException(guest + " could not join, seed " + seed);
            }
        }
        world.pass(MOMENT);
    }

    private static boolean joins(World world, People people, SimulatedNode host, SimulatedNode guest) {
        people.invite(host, guest);
        return world.passUntil(PATIENCE, guest::hasJoined);
    }

    // ---- what happens
    // -----------------------------------------------------------------------------------------------------------

    /** Somebody asks the street for a hand. */
    public Neighbourhood post(String name, String title) {
        return post(name, People.Draft.of(title));
    }

    /** Somebody asks a few neighbours only. */
    public Neighbourhood postTo(String name, List<String> readers, String title) {
        return post(name, new People.Draft(title, List.of(), new TreeSet<>(readers), null));
    }

    /** Somebody asks for a hand, and says at whose door to ring to those who will help. */
    public Neighbourhood postWithDoor(String name, String title, String door) {
        SortedSet<String> everybody = new TreeSet<>();
        life().canaries().guard(door);
        return post(name, new People.Draft(title, List.of(), everybody, door));
    }

    private Neighbourhood post(String name, People.Draft draft) {
        life().canaries().guard(draft.title());
        life().people().post(home(name), draft);
        return after(Duration.ofSeconds(1));
    }

    /** Somebody takes a request of theirs back. */
    public Neighbourhood withdraw(String title) {
        life().people()
                .withdraw(
                        ledger.titled(title).orElseThrow(() -> new IllegalArgumentException("nobody asked: " + title)));
        return after(Duration.ofSeconds(1));
    }

    /** A home is switched off, and on again after a while. */
    public Neighbourhood offline(String name, Duration time) {
        home(name).offFor(time);
        return this;
    }

    /** A home is switched on now. */
    public Neighbourhood online(String name) {
        home(name).start();
        return this;
    }

    /** A home's power is cut, and comes back after a while. */
    public Neighbourhood powerCut(String name, Duration time) {
        home(name).crash();
        life().world().timeline().after(time, home(name)::start);
        return this;
    }

    /** Nothing goes between these homes and the others until {@link #joinNetworks}. */
    public Neighbourhood cutOff(List<String> names) {
        for (SimulatedNode node : life().world().nodes()) {
            String network = names.contains(node.name()) ? "cut off" : "";
            life().world().network().place(node.name(), network);
        }
        return this;
    }

    /** Everybody reaches everybody again. */
    public Neighbourhood joinNetworks() {
        life().world().network().mendAll();
        life().world().nodes().forEach(SimulatedNode::wake);
        return this;
    }

    /** Somebody carries a home's machine into another network. */
    public Neighbourhood move(String name, String network) {
        life().world().network().place(home(name).name(), network);
        life().world().nodes().forEach(SimulatedNode::wake);
        return this;
    }

    /** A home's wall clock jumps, forward or back. */
    public Neighbourhood clockJumps(String name, Duration by) {
        home(name).clock().jump(by);
        return this;
    }

    /** A home's machine has forgotten the date: it is 1970 there. */
    public Neighbourhood clockForgets(String name) {
        home(name).clock().forgetTheDate();
        return this;
    }

    /** Trouble with a home's disk at one of the next things it writes. */
    public Neighbourhood diskTrouble(String name, StoreTrouble.Kind kind, int operations) {
        home(name).expect(kind, operations);
        return this;
    }

    /** A bit flips in every envelope a home holds; it is switched off and on again. */
    public Neighbourhood damageEnvelopes(String name) {
        home(name).stop();
        home(name).disk().rotEnvelopes();
        home(name).start();
        return this;
    }

    /** A bit flips in everything on one of a home's shelves; it is switched off and on again. */
    public Neighbourhood damageRecords(String name, Shelf shelf) {
        home(name).stop();
        home(name).disk().rotRecords(shelf.number());
        home(name).start();
        return this;
    }

    /** A copy of a home's disk is kept, as a backup is. */
    public Neighbourhood keepCopy(String name) {
        copies.put(name, home(name).disk().copy());
        return this;
    }

    /**
     * The copy that was kept takes the place of a home's disk, and the home goes on with it.
     *
     * @param whole true if what stands beside the database is put back with it, so that nothing at home tells
     */
    public Neighbourhood putBack(String name, boolean whole) {
        SimulatedDisk older = copies.get(name);
        if (older == null) {
            throw new IllegalArgumentException("no copy was kept of " + name + "'s disk");
        }
        home(name).stop();
        life().world().putBack(home(name), older, whole);
        home(name).start();
        return after(Duration.ofSeconds(1));
    }

    /** A home's disk is copied into another machine, and from now on both run. */
    public Neighbourhood copyHome(String name, String as, boolean whole) {
        life().world().copy(home(name), as, whole);
        return after(Duration.ofSeconds(1));
    }

    /** How many devices the street knows of a home's household, as a neighbour sees it. */
    public long devices(String name, String seenBy) {
        return life().people().members(home(seenBy)).stream()
                .filter(member -> member.name().equals(home(name).household()))
                .mapToLong(member -> member.devices().size())
                .sum();
    }

    /** Somebody makes room on a home's full disk. */
    public Neighbourhood makeRoom(String name) {
        home(name).makeRoom();
        return this;
    }

    /** Somebody means harm, now and from now on; nothing is promised to that home any more. */
    Neighbourhood misdeed(String name, Misdeed misdeed) {
        harm().does(home(name), misdeed);
        return after(Duration.ofSeconds(2));
    }

    /** Who means harm in this story, and what others know of it. */
    Harm harm() {
        return life().harm();
    }

    /** Time goes by. */
    public Neighbourhood after(Duration time) {
        life().world().pass(time);
        return this;
    }

    /** Everything is mended and comes to rest; then all watchers look. */
    public Neighbourhood settle() {
        World world = life().world();
        world.heal();
        if (!world.passUntil(PATIENCE, life().convergence()::isReached)) {
            world.violated(
                    "liveness: not everybody holds the same after " + PATIENCE.toMinutes() + " minutes of peace");
        }
        world.pass(REST);
        world.settled();
        if (!world.violations().isEmpty()) {
            throw new AssertionError("seed " + seed + ": " + String.join("\n", world.violations()));
        }
        return this;
    }

    // ---- what is seen
    // -----------------------------------------------------------------------------------------------------------

    /** The titles of the requests a home shows that are not taken back. */
    public List<String> board(String name) {
        return life().people().board(home(name)).stream()
                .filter(view -> !view.state().equals("WITHDRAWN"))
                .map(RequestView::title)
                .toList();
    }

    /** Asks the street for a hand as {@link #post} does, and says with which sentence the home refused; empty if it did not. */
    public Optional<String> refusal(String name, String title) {
        List<String> sentences = new ArrayList<>();
        life().people().post(home(name), People.Draft.of(title), sentences::add);
        after(Duration.ofSeconds(1));
        return sentences.stream().findFirst();
    }

    /** What a home's status says of its store. */
    public StatusView.Store store(String name) {
        return life().people().status(home(name)).store();
    }

    /** The hash over everything that has happened so far. */
    public String traceHash() {
        return life().world().traceHash();
    }

    /** Everybody's name. */
    public List<String> names() {
        return names;
    }

    SimulatedNode home(String name) {
        return life().world().node(name);
    }

    @Override
    public void close() {
        if (life != null) {
            life.world().close();
        }
    }
}
