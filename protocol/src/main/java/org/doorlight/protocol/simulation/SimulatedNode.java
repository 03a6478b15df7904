package org.doorlight.protocol.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.doorlight.protocol.core.Address;
import org.doorlight.protocol.core.Ask;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.HomeProfile;
import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.core.Reply;
import org.doorlight.protocol.core.Vault;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.jspecify.annotations.Nullable;

/** One household's machine: what stays when it is switched off, and what runs while it is on. */
final class SimulatedNode {
    private static final int PORT = 7843;

    private final World world;
    private final int number;
    private final String name;
    private final Dice dice;
    private final SimulatedClock clock;
    private final byte[] homeKey;
    private SimulatedDisk disk = new SimulatedDisk();
    private List<Address> neighbours = List.of();
    private @Nullable RunningNode running;
    private @Nullable Saboteur saboteur;
    private boolean joined;
    private int starts;

    SimulatedNode(World world, int number, String name, Dice dice) {
        this.world = world;
        this.number = number;
        this.name = name;
        this.dice = dice;
        this.clock = new SimulatedClock(world.timeline());
        this.homeKey = new SeededEntropy(dice.seed()).bytes(Vault.KEY_BYTES);
        SimulatedStore store = new SimulatedStore(disk, dice);
        store.saveRecord(new HomeProfile(name, "household").save(vault()));
        store.commit();
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
            running = new RunningNode(world, this, new SimulatedStore(disk, dice.another()), dice.another());
            running.begin();
        }
    }

    /** Stops it in good order, if it is on. */
    void stop() {
        RunningNode was = running;
        running = null;
        if (was != null) {
            was.stop();
        }
    }

    /** Cuts the power. */
    void crash() {
        RunningNode was = running;
        running = null;
        if (was != null) {
            was.vanish();
        }
    }

    /** Puts an older copy of the disk in; the node has to be off. */
    void rollBackTo(SimulatedDisk older) {
        disk = older.copy();
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

    /** Whatever was about to go wrong with its disk does not. */
    void mendDisk() {
        if (running != null) {
            running.store().mend();
        }
    }

    /** Makes room on a full disk. */
    void makeRoom() {
        if (running != null) {
            running.store().makeRoom();
        }
    }

    /** Goes off and comes back after a while, if nothing has switched it on before. */
    void offFor(Duration time) {
        stop();
        world.timeline().after(time, this::start);
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
