package org.doorlight.protocol.simulation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.document.Receipt;
import org.doorlight.protocol.envelope.Contradiction;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.replica.Books;
import org.doorlight.protocol.replica.Holding;
import org.doorlight.protocol.replica.Replica;

/** The order in which things arrive decides nothing: one node's disk, read again in other orders, comes to the same facts. */
final class Replay implements Watcher {
    private static final int ORDERS = 2;

    private final World world;

    Replay(World world) {
        this.world = world;
    }

    @Override
    public void settled() {
        Dice dice = world.dice().another();
        SimulatedNode node = dice.oneOf(world.members());
        Kept kept = Kept.of(node);
        if (kept.statements().isEmpty() || kept.identity().isEmpty()) {
            return;
        }
        String asArrived = facts(kept, kept.envelopes(), false);
        for (int order = 0; order < ORDERS; order++) {
            if (!facts(kept, dice.shuffled(kept.envelopes()), true).equals(asArrived)) {
                world.violated("order: what " + node + " holds comes to other facts when it arrives in another order");
            }
        }
    }

    /** A hash over the facts of all documents after these envelopes came in, each tried again until its turn had come. */
    private static String facts(Kept kept, List<Envelope> order, boolean proofsFirst) {
        Charter charter = Charter.of(kept.statements().get(0)).orElseThrow();
        kept.statements().stream().skip(1).forEach(charter::add);
        Replica replica = new Replica(kept.identity().orElseThrow(), charter, new NoBooks(), new SeededEntropy(0));
        kept.grants()
                .forEach(grant -> replica.restore(
                        grant, Optional.ofNullable(kept.secrets().get(grant.id()))));
        if (proofsFirst) {
            kept.contradictions().forEach(replica.doubts()::take);
        }
        List<Envelope> waiting = new ArrayList<>(order);
        boolean any = true;
        while (any) {
            any = waiting.removeIf(envelope -> {
                Receipt receipt = replica.take(envelope);
                replica.settle();
                return receipt == Receipt.STORED || receipt == Receipt.KNOWN;
            });
        }
        kept.contradictions().forEach(replica.doubts()::take);
        replica.settle();
        String hash = hash(replica);
        replica.close();
        return hash + " and " + waiting.size() + " left";
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

    /** Keeps envelopes for reading again and nothing else. */
    private static final class NoBooks implements Books {
        private final SortedMap<DocumentId, List<Envelope>> kept = new TreeMap<>();

        @Override
        public void statement(Statement statement) {}

        @Override
        public void grant(Grant grant) {}

        @Override
        public void secret(EpochId epoch, byte[] secret) {}

        @Override
        public void envelope(Envelope envelope) {
            kept.computeIfAbsent(envelope.header().document(), unseen -> new ArrayList<>())
                    .add(envelope);
        }

        @Override
        public void contradiction(Contradiction proof) {}

        @Override
        public void document(Holding holding) {}

        @Override
        public void onTrial(DocumentId document) {}

        @Override
        public void cleared(DocumentId document) {}

        @Override
        public void paused(DocumentId document) {}

        @Override
        public List<Envelope> envelopes(DocumentId document) {
            return List.copyOf(kept.getOrDefault(document, List.of()));
        }
    }
}
