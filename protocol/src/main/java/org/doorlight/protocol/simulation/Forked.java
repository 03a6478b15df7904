package org.doorlight.protocol.simulation;

import java.util.Arrays;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a device that was put back gave two answers (PROTOCOL §6): from the first number of which two envelopes lie on the disks, nothing
 * of it counts, and who holds how much of that is no matter.
 */
final class Forked {
    private final SortedMap<String, Long> from = new TreeMap<>();

    private Forked() {}

    static Forked on(Collection<SimulatedNode> nodes) {
        Forked forked = new Forked();
        SortedMap<String, byte[]> seen = new TreeMap<>();
        nodes.forEach(node -> node.disk()
                .folders
                .values()
                .forEach(filings -> filings.stream()
                        .filter(filing -> filing.row().isWhole())
                        .forEach(filing -> forked.look(filing, seen))));
        return forked;
    }

    private void look(SimulatedDisk.Filing filing, SortedMap<String, byte[]> seen) {
        long number = filing.envelope().first();
        byte[] other = seen.putIfAbsent(chain(filing) + number, filing.row().bytes());
        if (other != null && !Arrays.equals(other, filing.row().bytes())) {
            from.merge(chain(filing), number, Math::min);
        }
    }

    private static String chain(SimulatedDisk.Filing filing) {
        return filing.envelope().document().hex() + filing.envelope().device().hex() + "/";
    }

    boolean isAnything() {
        return !from.isEmpty();
    }

    boolean counts(SimulatedDisk.Filing filing) {
        return filing.envelope().first() < from.getOrDefault(chain(filing), Long.MAX_VALUE);
    }
}
