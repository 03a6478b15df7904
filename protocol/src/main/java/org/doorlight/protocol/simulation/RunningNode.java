package org.doorlight.protocol.simulation;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.doorlight.protocol.core.Ask;
import org.doorlight.protocol.core.CoreSettings;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.core.Moment;
import org.doorlight.protocol.core.NodeCore;
import org.doorlight.protocol.core.Reply;
import org.doorlight.protocol.core.SteadyCore;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.crypto.StretchCost;
import org.doorlight.protocol.wire.Frames;
import org.doorlight.protocol.wire.message.SessionMessage;

/** A node while it is on: the core, and a loop with the turns of the real one: saves at once, one commit, then everything else. */
final class RunningNode implements Effect.Edge {
    // As in the node's loop.
    private static final int TURN_INPUTS_MAX = 256;
    private static final long TURN_NANOS_MIN = 20_000;
    private static final long TURN_NANOS_MAX = 300_000;
    private static final long TRIAL_NANOS = Duration.ofMillis(400).toNanos();
    private static final long TICK_NANOS_MIN = Duration.ofSeconds(1).toNanos();
    // A real loop ticks every second. Where nothing happens, this one lets hours pass in fewer steps.
    private static final long TICK_NANOS_MAX = Duration.ofMinutes(10).toNanos();
    private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();
    // Far more than the busiest minute of an honest street; two nodes that only answer each other get there in seconds.
    private static final int INPUTS_A_MINUTE_MAX = 10_000;
    // Neighbours say all the time that nothing has changed; this is what they say when something has.
    private static final Set<SessionMessage.BodyCase> NEWS = EnumSet.of(
            SessionMessage.BodyCase.ENVELOPES,
            SessionMessage.BodyCase.STATEMENTS,
            SessionMessage.BodyCase.GRANTS,
            SessionMessage.BodyCase.WANTS,
            SessionMessage.BodyCase.JOIN_PROOF);

    private final World world;
    private final SimulatedNode node;
    private final SimulatedStore store;
    private final Dice dice;
    private final SimulatedPort port;
    private final SteadyCore core;
    private final Deque<Input> inbox = new ArrayDeque<>();
    private final List<Effect.Deed> heldBack = new ArrayList<>();
    private final SortedMap<Long, Consumer<Reply>> tickets = new TreeMap<>();
    private long ticketNumbers;
    private long pause = TICK_NANOS_MIN;
    private long tickPlan;
    private boolean turnPlanned;
    private boolean over;
    private int backlogMost;
    private long minuteBegan;
    private int inputsThisMinute;

    RunningNode(World world, SimulatedNode node, SimulatedStore store, Dice dice) {
        this.world = world;
        this.node = node;
        this.store = store;
        this.dice = dice;
        this.port = world.network().plug(node.name(), this::post);
        var settings =
                new CoreSettings("simulated", node.neighbours(), ZoneId.of("Europe/Berlin"), StretchCost.CHEAPEST);
        var entropy = new SeededEntropy(dice.seed());
        Moment started = node.clock().now();
        this.core = new SteadyCore(store, () -> new NodeCore(settings, node.vault(), entropy, store, started));
    }

    void begin() {
        port.listen(node.address());
        post(new Input.Tick());
        planTick();
    }

    // ---- the loop
    // ---------------------------------------------------------------------------------------------------------------

    private void post(Input input) {
        if (over || !node.hears(input)) {
            return;
        }
        inbox.add(input);
        backlogMost = Math.max(backlogMost, inbox.size());
        if (isNews(input)) {
            wake();
        }
        if (!turnPlanned) {
            turnPlanned = true;
            world.timeline().after(dice.between(TURN_NANOS_MIN, TURN_NANOS_MAX), this::turn);
        }
    }

    private static boolean isNews(Input input) {
        if (input instanceof Input.Received received) {
            return Frames.decode(received.frame())
                    .map(SessionMessage::getBodyCase)
                    .filter(NEWS::contains)
                    .isPresent();
        }
        return input instanceof Input.Asked;
    }

    /** Something is going on: ticks come every second again for a while. */
    void wake() {
        boolean slow = pause > TICK_NANOS_MIN;
        pause = TICK_NANOS_MIN;
        if (slow) {
            planTick();
        }
    }

    private void planTick() {
        long plan = ++tickPlan;
        world.timeline().after(pause, () -> {
            if (!over && plan == tickPlan) {
                post(new Input.Tick());
                pause = Math.min(2 * pause, TICK_NANOS_MAX);
                planTick();
            }
        });
    }

    private void turn() {
        turnPlanned = false;
        if (over) {
            return;
        }
        Deque<Input> inputs = new ArrayDeque<>();
        while (!inbox.isEmpty() && inputs.size() < TURN_INPUTS_MAX) {
            inputs.add(inbox.remove());
        }
        while (!inputs.isEmpty() && !over) {
            guarded(() -> {
                while (!inputs.isEmpty()) {
                    handle(node.clock().now(), inputs.remove());
                }
            });
        }
        if (!inbox.isEmpty() && !turnPlanned && !over) {
            turnPlanned = true;
            world.timeline().after(TURN_NANOS_MIN, this::turn);
        }
    }

    /** One turn: whatever breaks in it, nothing of it leaves. */
    private void guarded(Runnable inputs) {
        try {
            inputs.run();
            store.commit();
        } catch (StoreTrouble trouble) {
            store.rollback();
            if (trouble.kind().isPowerCut()) {
                world.wentDark(node);
                return;
            }
            world.tookNothingIn(trouble, store);
            List<Effect.Deed> dropped = List.copyOf(heldBack);
            heldBack.clear();
            heldBack.addAll(core.storeFailed(node.clock().now(), trouble, dropped));
        } catch (RuntimeException bug) {
            // Everything: a bug of the core stops a real node, and a world has to name it and go on.
            store.rollback();
            world.stoppedBy(node, bug);
            return;
        }
        List<Effect.Deed> deeds = List.copyOf(heldBack);
        heldBack.clear();
        deeds.forEach(deed -> deed.perform(this));
    }

    private void handle(Moment now, Input input) {
        if (over) {
            return;
        }
        if (isStorm()) {
            world.stormed(node);
            return;
        }
        world.happened(node, input);
        List<Effect> effects = core.handle(now, input);
        effects.stream().filter(Effect.Deed.class::isInstance).forEach(deed -> heldBack.add((Effect.Deed) deed));
        for (Effect effect : effects) {
            if (effect instanceof Effect.Save save) {
                save.saveIn(store);
                world.watchers().forEach(watcher -> watcher.saved(node, save));
            }
        }
    }

    private boolean isStorm() {
        long now = world.timeline().now();
        if (now - minuteBegan > MINUTE_NANOS) {
            minuteBegan = now;
            inputsThisMinute = 0;
        }
        return ++inputsThisMinute > INPUTS_A_MINUTE_MAX;
    }

    // ---- asking
    // -----------------------------------------------------------------------------------------------------------------

    void ask(Ask ask, Consumer<Reply> then) {
        long ticket = ++ticketNumbers;
        tickets.put(ticket, then);
        post(new Input.Asked(ticket, ask));
    }

    Optional<Reply> answerAt(long wallMillis, Ask ask) {
        List<Reply> replies = new ArrayList<>();
        long ticket = ++ticketNumbers;
        tickets.put(ticket, replies::add);
        var moment = new Moment(wallMillis, node.clock().now().monotonicNanos());
        guarded(() -> handle(moment, new Input.Asked(ticket, ask)));
        return replies.stream().findFirst();
    }

    // ---- going off
    // --------------------------------------------------------------------------------------------------------------

    void stop() {
        over = true;
        store.rollback();
        port.stop();
        core.close();
    }

    void vanish() {
        over = true;
        store.rollback();
        port.vanish();
        core.close();
    }

    SimulatedStore store() {
        return store;
    }

    int backlogMost() {
        return backlogMost;
    }

    // ---- what the core wants done
    // -----------------------------------------------------------------------------------------------

    @Override
    public void send(Effect.Send effect) {
        if (node.lets(effect)) {
            port.send(effect);
        }
    }

    /** Says what the core did not say. */
    void say(Effect.Send effect) {
        port.send(effect);
    }

    @Override
    public void close(Effect.Close effect) {
        port.close(effect);
    }

    @Override
    public void dial(Effect.Dial effect) {
        port.dial(effect);
    }

    @Override
    public void answer(Effect.Answer effect) {
        world.watchers().forEach(watcher -> watcher.answered(node));
        Consumer<Reply> then = tickets.remove(effect.ticket());
        if (then != null) {
            then.accept(effect.reply());
        }
    }

    @Override
    public void again(Effect.Again effect) {
        post(new Input.Again());
    }

    /** Stands for the process of its own: here every honest change comes through. */
    @Override
    public void attempt(Effect.Try effect) {
        var tried = new Input.Tried(effect.circle(), effect.document(), false);
        world.timeline().after(TRIAL_NANOS, () -> post(tried));
    }

    @Override
    public void announce(Effect.Announce effect) {}

    @Override
    public void note(Effect.Note effect) {}
}
