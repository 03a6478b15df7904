package org.doorlight.protocol.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.doorlight.protocol.core.Shelf;

/** Makes the drawn {@link Faults} happen, until it is told to stop. */
final class Mischief {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MOMENT = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofHours(36);
    private static final int YEARS_OFF_MAX = 10;
    private static final int DAYS_A_YEAR = 365;
    private static final double PACE_OFF_MAX = 0.1;
    private static final int OPERATIONS_MAX = 40;
    private static final int COPIES_MAX = 2;

    // A home's own keys cannot come again from anybody.
    private static final List<Shelf> ROTTING =
            List.of(Shelf.STATEMENT, Shelf.GRANT, Shelf.SECRET, Shelf.DOCUMENT, Shelf.TRIAL, Shelf.CONTRADICTION);

    private final World world;
    private final Dice dice;
    private final Faults faults;
    private boolean over;
    private int copies;

    Mischief(World world, Faults faults) {
        this.world = world;
        this.dice = world.dice().another();
        this.faults = faults;
    }

    void begin() {
        next();
    }

    void stop() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    private void next() {
        if (faults.kinds().isEmpty()) {
            return;
        }
        long pause = (long) (DAY.toNanos() / Math.max(faults.aDay(), 1) * 2);
        world.timeline().after(dice.between(MOMENT.toNanos(), pause), () -> {
            if (!over) {
                happen(dice.oneOf(new ArrayList<>(faults.kinds())));
                next();
            }
        });
    }

    private void happen(Faults.Kind kind) {
        SimulatedNode node = dice.oneOf(world.nodes());
        Duration time = dice.between(MOMENT, dice.chance(0.5) ? Duration.ofMinutes(20) : LONG);
        switch (kind) {
            case RESTART -> ifOn(node, () -> node.offFor(time));
            case POWER_CUT ->
                ifOn(node, () -> {
                    node.crash();
                    world.timeline().after(time, node::start);
                });
            case DISK_TROUBLE ->
                node.expect(dice.oneOf(List.of(StoreTrouble.Kind.values())), 1 + dice.below(OPERATIONS_MAX));
            case PARTITION -> cutOff(time, true);
            case ONE_WAY_CUT -> cutOff(time, false);
            case ROAMING -> roam(node, time);
            case WRONG_CLOCK -> setWrong(node.clock());
            case FROZEN_CLOCK -> {
                node.clock().freeze();
                world.timeline().after(time, node.clock()::thaw);
            }
            case ROUGH_WEATHER -> {
                world.network().weather(Faults.weather(dice));
                world.timeline().after(time, this::clearUp);
            }
            case PUT_BACK -> ifIn(node, () -> putBack(node, time));
            case COPIED -> ifIn(node, () -> copy(node));
            case BIT_ROT -> rot(node);
        }
    }

    private void ifOn(SimulatedNode node, Runnable deed) {
        if (node.isOn()) {
            deed.run();
        }
    }

    private void ifIn(SimulatedNode node, Runnable deed) {
        // A copy of a dishonest home would be an honest one under the same keys.
        if (node.isHonest() && node.hasJoined()) {
            deed.run();
        }
    }

    /** A copy of the database is kept, and put back later; what stands beside it tells the node. */
    private void putBack(SimulatedNode node, Duration later) {
        SimulatedDisk older = node.disk().copy();
        world.timeline().after(later, () -> {
            if (over) {
                return;
            }
            node.stop();
            world.putBack(node, older, false);
            world.timeline().after(dice.between(MOMENT, Duration.ofHours(1)), node::start);
        });
    }

    private void copy(SimulatedNode node) {
        if (copies < COPIES_MAX) {
            copies++;
            world.copy(node, node.household() + " again " + copies, false);
        }
    }

    private void clearUp() {
        if (!over) {
            world.network().weather(Weather.FAIR);
        }
    }

    private void cutOff(Duration time, boolean bothWays) {
        List<SimulatedNode> nodes = dice.shuffled(world.nodes());
        int size = 1 + dice.below(nodes.size() - 1);
        for (SimulatedNode one : nodes.subList(0, size)) {
            for (SimulatedNode other : nodes.subList(size, nodes.size())) {
                world.network().cut(one.name(), other.name());
                if (bothWays) {
                    world.network().cut(other.name(), one.name());
                }
                world.timeline().after(time, () -> mend(one, other));
            }
        }
    }

    private void mend(SimulatedNode one, SimulatedNode other) {
        world.network().mend(one.name(), other.name());
        one.wake();
        other.wake();
    }

    private void roam(SimulatedNode node, Duration time) {
        world.network().place(node.name(), "network " + dice.below(3));
        node.wake();
        world.timeline().after(time, () -> {
            world.network().place(node.name(), "");
            node.wake();
        });
    }

    private void setWrong(SimulatedClock clock) {
        switch (dice.below(5)) {
            case 0 -> clock.forgetTheDate();
            case 1 -> clock.jump(Duration.ofDays(dice.between(0, (long) YEARS_OFF_MAX * DAYS_A_YEAR)));
            case 2 -> clock.jump(Duration.ofDays(-dice.between(0, (long) YEARS_OFF_MAX * DAYS_A_YEAR)));
            case 3 -> clock.runAt(1 + dice.upTo(2 * PACE_OFF_MAX) - PACE_OFF_MAX);
            default -> clock.setRight();
        }
    }

    /** What lies on no other disk is gone for good when it rots, and nothing is promised of it; so an envelope rots where another home has it. */
    private void rot(SimulatedNode node) {
        if (dice.chance(0.5)) {
            node.disk()
                    .rotEnvelope(
                            dice,
                            filing -> world.members().stream()
                                    .filter(other -> other != node)
                                    .anyMatch(other -> other.disk().holds(filing)));
        } else {
            node.disk().rotRecord(dice.oneOf(ROTTING).number(), dice);
        }
    }
}
