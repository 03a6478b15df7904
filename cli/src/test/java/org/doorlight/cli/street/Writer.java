package org.doorlight.cli.street;

import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.doorlight.cli.client.Refusal;

/** Somebody who asks one node for one thing after another, in a thread of its own, until the node is gone or the writing is over. */
final class Writer {
    private final Household household;
    private final String name;
    private final Ledger ledger;
    private final SortedSet<String> refusals = new ConcurrentSkipListSet<>();
    private final Thread thread = new Thread(this::write, "writer");
    private volatile boolean over;
    private volatile int confirmed;

    /**
     * @param name how its titles begin; no other writer's do so
     */
    Writer(Household household, String name, Ledger ledger) {
        this.household = household;
        this.name = name;
        this.ledger = ledger;
        thread.setDaemon(true);
    }

    Writer begins() {
        thread.start();
        return this;
    }

    private void write() {
        try (Screen screen = household.screen()) {
            for (int number = 1; !over; number++) {
                write(screen, name + " " + number);
            }
        }
    }

    private void write(Screen screen, String title) {
        ledger.asks(title);
        try {
            screen.asks(title);
            ledger.confirmed(title);
            confirmed++;
        } catch (Refusal refused) {
            refusals.add(refused.sentence());
            over = true;
        }
    }

    /** Writes of this writer that were confirmed. */
    int confirmed() {
        return confirmed;
    }

    /** Whether it writes on; a refusal ends it. */
    boolean isWriting() {
        return thread.isAlive();
    }

    /** What it was told instead of 201. */
    SortedSet<String> refusals() {
        return refusals;
    }

    /** Ends the writing, once what is under way is answered or cut off. */
    void stops() throws InterruptedException {
        over = true;
        thread.join();
    }
}
