package org.doorlight.protocol.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.doorlight.protocol.core.CareAsk;

/**
 * A world drawn from its seed: who asks what when, and what goes wrong. Then everything is mended, and everybody has to come to hold and
 * see the same.
 */
public final class Swarm implements AutoCloseable {
    /** Stands in every title and at every door, and is looked for everywhere. */
    private static final String CANARY = "qzxv";

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration REST = Duration.ofSeconds(70);
    private static final Duration PATIENCE = Duration.ofMinutes(45);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(45);
    private static final int REQUESTS_A_DAY = 2;
    // In large worlds one is enough: two in each home and a hundred homes' days cost twice the time and find the same.
    private static final int HOME_DAYS_BUSY_MAX = 60;
    private static final int LATE_ONE_IN = 4;
    private static final int HELPERS_MAX = 3;
    private static final List<CareAsk.Word> WORDS = List.of(CareAsk.Word.values());
    private static final double WITH_DOOR = 0.2;
    private static final double FOR_FEW = 0.15;
    private static final double WITHDRAWN = 0.25;
    private static final double WITH_LIARS = 0.25;
    private static final double MISDEEDS_A_DAY_MAX = 16;
    private static final int HOUSEHOLDS_WITH_LIARS_MIN = 4;

    /** What a world has in any case, whatever its seed draws. */
    private record Wanted(SortedSet<Faults.Kind> kinds, boolean dishonest) {}

    private final long seed;
    private final int households;
    private final int days;
    private final World world;
    private final Dice dice;
    private final Ledger ledger = new Ledger();
    private final People people;
    private final Envelopes envelopes;
    private final Convergence convergence;
    private final Culprits culprits;
    private final Faults faults;
    private final Mischief mischief;
    private final boolean dishonest;
    private final List<Saboteur> saboteurs = new ArrayList<>();
    private int titles;

    private Swarm(long seed, int households, int days, Wanted wanted) {
        this.seed = seed;
        this.households = households;
        this.days = days;
        this.world = new World(seed);
        this.dice = world.dice().another();
        this.people = new People(world, ledger);
        this.envelopes = new Envelopes(world);
        this.convergence = new Convergence(world, people, ledger);
        this.culprits = new Culprits(world, people);
        this.faults = Faults.drawn(dice).with(wanted.kinds());
        this.mischief = new Mischief(world, faults);
        Canaries canaries = new Canaries(world, ledger);
        canaries.guard(CANARY);
        world.watchedBy(canaries);
        world.watchedBy(envelopes);
        world.watchedBy(convergence);
        world.watchedBy(new AtRest(world));
        world.watchedBy(new Replay(world));
        world.watchedBy(new Forgeries(world));
        world.watchedBy(new Codes(world));
        world.watchedBy(new Bounds(world));
        world.watchedBy(culprits);
        this.dishonest = households >= HOUSEHOLDS_WITH_LIARS_MIN && (wanted.dishonest() || dice.chance(WITH_LIARS));
    }

    /**
     * Runs one world from beginning to end.
     *
     * @param seed the world
     * @param households how many homes, 2 to 200
     * @param days how long it goes on before everything is mended
     */
    public static Outcome run(long seed, int households, int days) {
        return run(seed, households, days, false);
    }

    /**
     * Runs one world from beginning to end.
     *
     * @param dishonest true for a dishonest member in any case; otherwise some worlds of four homes and more have one
     */
    public static Outcome run(long seed, int households, int days, boolean dishonest) {
        return run(seed, households, days, new Wanted(new TreeSet<>(), dishonest));
    }

    /** The same, with some kinds of trouble whether they are drawn or not. */
    static Outcome run(long seed, int households, int days, SortedSet<Faults.Kind> always) {
        return run(seed, households, days, new Wanted(always, false));
    }

    private static Outcome run(long seed, int households, int days, Wanted wanted) {
        try (Swarm swarm = new Swarm(seed, households, days, wanted)) {
            swarm.live();
            return swarm.outcome();
        }
    }

    private void live() {
        moveIn();
        people.found(world.nodes().get(0), CANARY + " street");
        world.pass(Duration.ofSeconds(2));
        formCircle();
        planRequests();
        mischief.begin();
        saboteurs.forEach(Saboteur::begin);
        world.pass(Duration.ofDays(days));
        mischief.stop();
        saboteurs.forEach(Saboteur::stop);
        world.heal();
        if (faults.kinds().contains(Faults.Kind.BIT_ROT)) {
            world.restartAll();
        }
        formCircle();
        if (!world.passUntil(PATIENCE, convergence::isReached)) {
            world.violated(
                    "liveness: not everybody holds the same after " + PATIENCE.toMinutes() + " minutes of peace");
        }
        world.pass(REST);
        world.settled();
        new Epilogue(world, people, ledger, convergence).play(CANARY);
    }

    private Outcome outcome() {
        return new Outcome(
                seed,
                envelopes.delivered(),
                ledger.acknowledged(),
                world.inputs(),
                faults.kinds()
                        + (saboteurs.isEmpty() ? "" : ", dishonest: " + done() + ", proofs: " + culprits.named()),
                world.violations(),
                world.violationCount(),
                world.traceHash());
    }

    private SortedSet<Misdeed> done() {
        SortedSet<Misdeed> done = new TreeSet<>();
        saboteurs.forEach(saboteur -> done.addAll(saboteur.done()));
        return done;
    }

    // ---- the street
    // -------------------------------------------------------------------------------------------------------------

    /** Each knows the addresses of two houses further on and of one anywhere; some move in later. */
    private void moveIn() {
        for (int house = 0; house < households; house++) {
            world.add(Names.of(house));
        }
        if (dishonest) {
            // The first home founds the circle, and the last ones may move in late.
            saboteurs.add(
                    new Saboteur(world, world.nodes().get(1), Misdeed.drawn(dice), dice.upTo(MISDEEDS_A_DAY_MAX) + 1));
        }
        for (SimulatedNode node : world.nodes()) {
            SortedSet<Integer> known = new TreeSet<>();
            known.add((node.number() + 1) % households);
            known.add((node.number() + 2) % households);
            known.add(dice.below(households));
            known.remove(node.number());
            node.neighbours(known.stream()
                    .map(house -> world.nodes().get(house).address())
                    .toList());
            boolean late = node.number() > 1 && dice.below(LATE_ONE_IN) == 0;
            if (late) {
                world.timeline().after(dice.between(HOUR, Duration.ofDays(days)), () -> moveInLate(node));
            } else {
                node.start();
            }
        }
    }

    private void moveInLate(SimulatedNode node) {
        node.start();
        tryToJoin(node);
    }

    private void tryToJoin(SimulatedNode node) {
        if (node.hasJoined() || mischief.isOver()) {
            return;
        }
        invite(node);
        world.timeline().after(HOUR, () -> tryToJoin(node));
    }

    /** Invites whoever is there and not in the circle yet, again and again until all are in. */
    private void formCircle() {
        boolean all = world.passUntil(Duration.ofHours(2), () -> {
            if (world.timeline().now() % TRY_AGAIN.toNanos()
                    < Duration.ofSeconds(5).toNanos()) {
                outside().forEach(this::invite);
            }
            return outside().isEmpty();
        });
        if (!all) {
            world.violated("liveness: " + outside() + " could not join in fair weather");
        }
    }

    private List<SimulatedNode> outside() {
        return world.nodes().stream()
                .filter(node -> node.isOn() && !node.hasJoined())
                .toList();
    }

    private void invite(SimulatedNode guest) {
        List<SimulatedNode> hosts =
                world.members().stream().filter(SimulatedNode::isOn).toList();
        if (!hosts.isEmpty()) {
            people.invite(dice.oneOf(hosts), guest);
        }
    }

    // ---- what people do
    // ---------------------------------------------------------------------------------------------------------

    private void planRequests() {
        int homeDays = days * households;
        int requests = homeDays > HOME_DAYS_BUSY_MAX ? homeDays : REQUESTS_A_DAY * homeDays;
        for (int request = 0; request < requests; request++) {
            world.timeline().after(dice.between(Duration.ZERO, Duration.ofDays(days)), this::ask);
        }
    }

    private void ask() {
        Optional<SimulatedNode> author = someMember();
        if (author.isEmpty()) {
            return;
        }
        String title = CANARY + " soup " + ++titles + " please";
        String door = dice.chance(WITH_DOOR) ? CANARY + " ring " + titles + " times" : null;
        SortedSet<String> readers = new TreeSet<>();
        if (dice.chance(FOR_FEW)) {
            someMember().ifPresent(node -> readers.add(node.household()));
            someMember().ifPresent(node -> readers.add(node.household()));
            readers.remove(author.get().household());
        }
        people.post(author.get(), new People.Draft(title, List.of("step"), readers, door));
        planHelp(title);
        if (dice.chance(WITHDRAWN)) {
            world.timeline().after(dice.between(Duration.ofSeconds(1), Duration.ofDays(1)), () -> takeBack(title));
        }
    }

    /** Whoever hears nothing of it tries again. */
    private void takeBack(String title) {
        ledger.titled(title)
                .filter(wish -> wish.document().isPresent() && !wish.isWithdrawn() && !mischief.isOver())
                .ifPresent(wish -> {
                    people.withdraw(wish);
                    world.timeline().after(HOUR, () -> takeBack(title));
                });
    }

    /** Up to three say yes within a day; some hand back or do it; and once the requester chooses. */
    private void planHelp(String title) {
        int helpers = dice.below(HELPERS_MAX + 1);
        for (int helper = 0; helper < helpers; helper++) {
            laterThatDay(title, wish -> someMember().ifPresent(node -> people.offer(node, wish)));
        }
        if (helpers > 0) {
            laterThatDay(title, people::accept);
            laterThatDay(title, wish -> someMember().ifPresent(node -> people.say(node, dice.oneOf(WORDS))));
        }
    }

    private void laterThatDay(String title, Consumer<Ledger.Wish> deed) {
        world.timeline()
                .after(
                        dice.between(Duration.ofSeconds(1), Duration.ofDays(1)),
                        () -> ledger.titled(title)
                                .filter(wish -> !mischief.isOver())
                                .ifPresent(deed));
    }

    private Optional<SimulatedNode> someMember() {
        List<SimulatedNode> members = new ArrayList<>(
                world.members().stream().filter(SimulatedNode::isOn).toList());
        return members.isEmpty() ? Optional.empty() : Optional.of(dice.oneOf(members));
    }

    @Override
    public void close() {
        world.close();
    }
}
