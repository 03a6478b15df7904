package org.doorlight.protocol.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.doorlight.protocol.core.Address;
import org.doorlight.protocol.core.Ask;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Generation;
import org.doorlight.protocol.core.HomeProfile;
import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.core.Reply;
import org.doorlight.protocol.core.Vault;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.id.Bytes16;
import org.jspecify.annotations.Nullable;

/** One household's machine: what stays when it is switched off, and what runs while it is on. */
final class SimulatedNode {
    private static final int PORT = 7843;

    private final World world;
    private final int number;
    private final String name;
    private final String household;
    private final Dice dice;
    private final SimulatedClock clock;
    private final byte[] homeKey;
    private SimulatedDisk disk = new SimulatedDisk();
    // Stands beside the disk's database, as the real node's file does.
    private @Nullable Generation beside;
    private List<Address> neighbours = List.of();
    private @Nullable RunningNode running;
    private @Nullable Saboteur saboteur;
    private boolean joined;
    private int starts;

    SimulatedNode(World world, int number, String name, Dice dice) {
        this.world = world;
        this.number = number;
        this.name = name;
        this.household = name;
        this.dice = dice;
        this.clock = new SimulatedClock(world.timeline());
        this.homeKey = new SeededEntropy(dice.seed()).bytes(Vault.KEY_BYTES);
        SimulatedStore store = new SimulatedStore(disk, dice);
        store.saveRecord(new HomeProfile(name, "household").save(vault()));
        store.commit();
    }

    /** A copy of another's home, on a machine of its own; whoever lives there is the same household. */
    SimulatedNode(World world, int number, String name, Dice dice, SimulatedNode original) {
        this.world = world;
        this.number = number;
        this.name = name;
        this.household = original.household;
        this.dice = dice;
        this.clock = new SimulatedClock(world.timeline());
        this.homeKey = original.homeKey.clone();
        this.disk = original.disk.copy();
        this.neighbours = original.neighbours;
        this.joined = original.joined;
    }

    // ---- on and off
    // -------------------------------------------------------------------------------------------------------------

    /** Switches it on, if it is off. */
    void start() {
        if (running == null) {
            starts++;
            if (saboteur != null) {
                saboteur.startsAnew();
            }
            SimulatedStore store = new SimulatedStore(disk, dice.another());
            lookBeside(store);
            running = new RunningNode(world, this, store, dice.another());
            running.begin();
        }
    }

    /** Stops it in good order, if it is on. */
    void stop() {
        RunningNode was = running;
        running = null;
        if (was != null) {
            was.stop();
            SimulatedStore store = new SimulatedStore(disk, dice.another());
            Generation.load(store).ifPresent(inside -> write(store, inside.next()));
        }
    }

    /** As the real node does at its start: a store that is older than what stands beside it is doubted. */
    private void lookBeside(SimulatedStore store) {
        Optional<Generation> inside = Generation.load(store);
        if (Generation.isSound(inside, Optional.ofNullable(beside))) {
            write(store, inside.map(Generation::next).orElseGet(this::firstGeneration));
        } else {
            store.saveRecord(Generation.doubt());
            write(store, firstGeneration());
        }
    }

    private Generation firstGeneration() {
        return new Generation(Bytes16.of(new SeededEntropy(dice.seed()).bytes(Bytes16.LENGTH)), 1);
    }

    private void write(SimulatedStore store, Generation generation) {
        store.saveRecord(generation.save());
        store.commit();
        beside = generation;
    }

    /** Cuts the power. */
    void crash() {
        RunningNode was = running;
        running = null;
        if (was != null) {
            was.vanish();
        }
    }

    /**
     * Puts an older copy of the disk in; the node has to be off.
     *
     * @param whole true if what stands beside the database is put back with it, so that nothing here tells
     * @return true if the next start will notice
     */
    boolean rollBackTo(SimulatedDisk older, boolean whole) {
        disk = older.copy();
        Optional<Generation> inside = Generation.load(new SimulatedStore(disk, dice.another()));
        if (whole) {
            beside = inside.orElse(null);
        }
        return !Generation.isSound(inside, Optional.ofNullable(beside));
    }

    /** What stands beside the database of the home this one was copied from was copied as well, and tells nothing. */
    void besideAsAt(SimulatedNode original) {
        beside = original.beside;
    }

    boolean isOn() {
        return running != null;
    }

    // ---- what it is asked
    // -------------------------------------------------------------------------------------------------------

    /** Asks the node through its loop; nobody is told if it is off, or goes off before it has answered. */
    void ask(Ask ask, Consumer<Reply> then) {
        if (running != null) {
            running.ask(ask, then);
        }
    }

    /** What the node answers at this moment of the wall clock; empty if it is off. */
    Optional<Reply> answerAt(long wallMillis, Ask ask) {
        return running == null ? Optional.empty() : running.answerAt(wallMillis, ask);
    }

    void wake() {
        if (running != null) {
            running.wake();
        }
    }

    /** Something goes wrong with the disk after so many more of the store's operations. */
    void expect(StoreTrouble.Kind trouble, int operations) {
        if (running != null) {
            running.store().expect(trouble, operations);
        }
    }

    /** Makes room on a full disk. */
    void makeRoom() {
        if (running != null) {
            running.store().makeRoom();
        }
    }

    /** Mends the disk: nothing more goes wrong with it. */
    void mendDisk() {
        if (running != null) {
            running.store().mend();
        }
    }

    /** Goes off and comes back after a while, if nothing has switched it on before. */
    void offFor(Duration time) {
        stop();
        world.timeline().after(time, this::start);
    }

    /** True while something is written on its disk that a power cut would undo. */
    boolean isTurnOpen() {
        return running != null && running.store().isTurnOpen();
    }

    // ---- who rules it

    void isRuledBy(Saboteur who) {
        saboteur = who;
    }

    /** False for the node of somebody who means harm. */
    boolean isHonest() {
        return saboteur == null;
    }

    boolean lets(Effect.Send said) {
        return saboteur == null || saboteur.lets(said);
    }

    boolean hears(Input input) {
        return saboteur == null || saboteur.hears(input);
    }

    /** Says what its node did not say. */
    void say(Effect.Send said) {
        if (running != null) {
            running.say(said);
        }
    }

    // ---- what it is
    // -------------------------------------------------------------------------------------------------------------

    String name() {
        return name;
    }

    /** Whose home it is; the same for a home and its copies. */
    String household() {
        return household;
    }

    boolean isOf(SimulatedNode other) {
        return household.equals(other.household);
    }

    int number() {
        return number;
    }

    Address address() {
        return new Address(name, PORT);
    }

    SimulatedClock clock() {
        return clock;
    }

    SimulatedDisk disk() {
        return disk;
    }

    /** Opens what this home has sealed; for the node itself, and for watchers who have to look inside. */
    Vault vault() {
        return new Vault(homeKey, new SeededEntropy(dice.seed()));
    }

    List<Address> neighbours() {
        return neighbours;
    }

    void neighbours(List<Address> addresses) {
        neighbours = List.copyOf(addresses);
    }

    boolean hasJoined() {
        return joined;
    }

    void joined() {
        joined = true;
    }

    int starts() {
        return starts;
    }

    int backlogMost() {
        return running == null ? 0 : running.backlogMost();
    }

    @Override
    public String toString() {
        return name;
    }
}
