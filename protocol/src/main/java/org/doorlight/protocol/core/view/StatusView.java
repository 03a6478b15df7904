package org.doorlight.protocol.core.view;

import java.util.List;

/**
 * How the node is. No list of who asked, helped, rested or was quiet: the data is not there to show.
 *
 * @param renewed circles in which this home has taken new keys, because it had been put back from an older copy, or copied
 * @param contradictions devices that gave two answers, in the circles of which this home is a steward
 * @param complaints devices that did what no true program does, in the circles of which this home is a steward
 */
public record StatusView(
        Node node,
        Network network,
        Store store,
        long waitingForKeys,
        long quarantined,
        long refused,
        long renewed,
        List<CircleView> circles,
        List<ContradictionView> contradictions,
        List<ComplaintView> complaints)
        implements View {
    public StatusView {
        circles = List.copyOf(circles);
        contradictions = List.copyOf(contradictions);
        complaints = List.copyOf(complaints);
    }

    /** The same, with another state of the store. */
    public StatusView with(StoreState state) {
        var other =
                new Store(store.envelopes, store.documents, store.bytes, store.damaged, store.missing, state.name());
        return new StatusView(
                node,
                network,
                other,
                waitingForKeys,
                quarantined,
                refused,
                renewed,
                circles,
                contradictions,
                complaints);
    }

    /**
     * @param uptimeMs milliseconds since the node started
     * @param clock how far the wall clock is trusted: {@code SURE} or {@code UNSURE}
     */
    public record Node(String version, long uptimeMs, String clock) {}

    /**
     * @param bytesIn payload bytes received since the start, before TLS
     * @param bytesOut payload bytes sent since the start, before TLS
     * @param sessions circles-with-a-peer that are through all proofs
     */
    public record Network(long bytesIn, long bytesOut, int sessions) {}

    /**
     * @param bytes size of the store on disk
     * @param damaged envelopes and records whose bytes did not match what was written
     * @param missing documents of which a part is damaged here and comes again from a neighbour who has it
     * @param state {@code WRITABLE}; or {@code FULL} or {@code FAILING}, and then the node is read-only
     */
    public record Store(long envelopes, long documents, long bytes, long damaged, long missing, String state) {}
}
