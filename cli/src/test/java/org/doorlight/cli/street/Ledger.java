package org.doorlight.cli.street;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** Kept outside the nodes: what was asked of one node, and what of it that node confirmed as written (201). For several threads. */
final class Ledger {
    private final SortedSet<String> asked = new ConcurrentSkipListSet<>();
    private final SortedSet<String> confirmed = new ConcurrentSkipListSet<>();

    /** To be noted before the node is asked. */
    void asks(String title) {
        asked.add(title);
    }

    /** To be noted once the node has answered 201. */
    void confirmed(String title) {
        confirmed.add(title);
    }

    int confirmed() {
        return confirmed.size();
    }

    SortedSet<String> confirmedTitles() {
        return confirmed;
    }

    /** Every confirmed write is on the board; whatever else is there was asked for, if only cut off before the answer. */
    void agreesWith(Collection<String> board, String name) {
        assertThat(board).as("confirmed to %s", name).containsAll(confirmed);
        assertThat(board.stream().filter(title -> title.startsWith(name)).filter(title -> !asked.contains(title)))
                .as("on %s's board, asked by nobody", name)
                .isEmpty();
    }
}
