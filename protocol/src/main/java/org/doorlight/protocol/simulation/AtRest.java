package org.doorlight.protocol.simulation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Shelf;
import org.doorlight.protocol.crypto.Aead;

/**
 * What must hold of disks: nothing is sealed twice with one nonce, and when all has come to rest no envelope is filed twice and no
 * document is on trial.
 */
final class AtRest implements Watcher {
    private static final Set<Shelf> SEALED = EnumSet.of(Shelf.HOME, Shelf.IDENTITY, Shelf.SECRET, Shelf.DOCUMENT);

    private final World world;
    private final SortedSet<String> nonces = new TreeSet<>();

    AtRest(World world) {
        this.world = world;
    }

    @Override
    public void saved(SimulatedNode at, Effect.Save effect) {
        if (effect instanceof Effect.SaveRecord record && SEALED.contains(record.shelf())) {
            String nonce = HexFormat.of().formatHex(record.value(), 0, Aead.NONCE_BYTES);
            if (!nonces.add(at.number() + nonce)) {
                world.violated("at rest: " + at + " sealed two records with one nonce");
            }
        }
    }

    @Override
    public void settled() {
        for (SimulatedNode node : world.members()) {
            long twice = node.disk().folders.values().stream()
                    .mapToLong(AtRest::filedTwice)
                    .sum();
            if (twice > 0) {
                world.violated("at rest: " + node + " has filed " + twice + " envelopes twice");
            }
            int trials = new SimulatedStore(node.disk(), new Dice(0))
                    .records(Shelf.TRIAL)
                    .size();
            if (trials > 0) {
                world.violated("at rest: " + node + " has " + trials + " documents on trial");
            }
        }
    }

    private static long filedTwice(List<SimulatedDisk.Filing> filings) {
        SortedSet<byte[]> seen = new TreeSet<>(Arrays::compareUnsigned);
        return filings.stream()
                .filter(filing -> filing.row().isWhole())
                .filter(filing -> !seen.add(filing.row().bytes()))
                .count();
    }
}
