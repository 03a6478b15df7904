package org.doorlight.protocol.simulation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.document.Receipt;
import org.doorlight.protocol.envelope.Contradiction;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.epoch.EpochBook;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.replica.Holding;
import org.doorlight.protocol.replica.Replica;

/**
 * The order in which things arrive decides nothing: what is on one node's disk, taken in again in other orders, comes to the same facts.
 * Statements, grants, keys and envelopes are mixed.
 */
final class Replay implements Watcher {
    private static final int ORDERS = 2;

    /** One thing that comes in; true once it is in. */
    private interface Arrival {
        boolean at(Replica replica);
    }

    private final World world;

    Replay(World world) {
        this.world = world;
    }

    @Override
    public void settled() {
        Dice dice = world.dice().another();
        SimulatedNode node = dice.oneOf(world.members());
        Kept.of(node).ifPresent(kept -> compareOrders(node, kept, dice));
    }

    private void compareOrders(SimulatedNode node, Kept kept, Dice dice) {
        List<Arrival> arrivals = new ArrayList<>();
        kept.statements().stream().skip(1).forEach(statement -> arrivals.add(replica -> takeIn(replica, statement)));
        kept.grants().forEach(grant -> arrivals.add(replica -> takeIn(replica, grant)));
        wraps(kept, arrivals);
        kept.envelopes().forEach(envelope -> arrivals.add(replica -> takeIn(replica, envelope)));
        kept.contradictions().forEach(proof -> arrivals.add(replica -> takeIn(replica, proof)));
        String asArrived = facts(kept, arrivals);
        for (int order = 0; order < ORDERS; order++) {
            if (!facts(kept, dice.shuffled(arrivals)).equals(asArrived)) {
                world.violated("order: what " + node + " holds comes to other facts when it arrives in another order");
            }
        }
    }

    private static boolean takeIn(Replica replica, Statement statement) {
        Charter.Receipt receipt = replica.take(statement);
        return receipt == Charter.Receipt.ADDED || receipt == Charter.Receipt.KNOWN;
    }

    private static boolean takeIn(Replica replica, Grant grant) {
        EpochBook.Receipt receipt = replica.take(grant);
        return receipt == EpochBook.Receipt.ADDED || receipt == EpochBook.Receipt.KNOWN;
    }

    private static boolean takeIn(Replica replica, Envelope envelope) {
        Receipt receipt = Kept.take(replica, envelope);
        return receipt == Receipt.STORED || receipt == Receipt.KNOWN;
    }

    private static boolean takeIn(Replica replica, Contradiction proof) {
        replica.doubts().take(proof);
        return true;
    }

    /** Keys come as they come to a newcomer: wrapped, by themselves. */
    private static void wraps(Kept kept, List<Arrival> arrivals) {
        Replica whole = kept.replica();
        for (EpochId epoch : kept.secrets().keySet()) {
            whole.epochs()
                    .wrapFor(epoch, kept.identity().keys())
                    .ifPresent(wrap -> arrivals.add(replica -> replica.takeWrap(epoch, wrap)
                            || replica.epochs().secret(epoch).isPresent()));
        }
        whole.close();
    }

    /** A hash over the facts of all documents after these things came in, each tried again until its turn had come. */
    private static String facts(Kept kept, List<Arrival> order) {
        Replica replica = kept.replica(kept.beginning());
        List<Arrival> waiting = new ArrayList<>(order);
        boolean any = true;
        while (any) {
            any = waiting.removeIf(arrival -> arrival.at(replica));
        }
        // A proof that came before the device it speaks of was known is believed only now.
        kept.contradictions().forEach(replica.doubts()::take);
        replica.settle();
        String hash = hash(replica);
        replica.close();
        // Of two answers under one number one is left, and which one comes first decides how many.
        return kept.contradictions().isEmpty() ? hash + " and " + waiting.size() + " left" : hash;
    }

    private static String hash(Replica replica) {
        StringBuilder all = new StringBuilder();
        for (Holding holding : replica.holdings()) {
            all.append(holding.document().hex()).append('\n');
            holding.facts()
                    .forEach((key, value) -> all.append(key)
                            .append('=')
                            .append(HexFormat.of().formatHex(value))
                            .append('\n'));
        }
        return HexFormat.of().formatHex(Digest.sha256(all.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
