package org.doorlight.cli.street;

import java.util.concurrent.atomic.AtomicInteger;
import org.doorlight.cli.client.Refusal;

/** Somebody who asks one node for one thing after another, in a thread of its own, until the node is gone or the writing is over. */
final class Writer {
    private final Household household;
    private final String name;
    private final Ledger ledger;
    private final Thread thread = new Thread(this::write, "writer");
    private volatile boolean over;
    private final AtomicInteger confirmed = new AtomicInteger();

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
            confirmed.incrementAndGet();
        } catch (Refusal cutOff) {
            over = true;
        }
    }

    /** Writes of this writer that were confirmed. */
    int confirmed() {
        return confirmed.get();
    }

    /** Ends the writing, once what is under way is answered or cut off. */
    void stops() throws InterruptedException {
        over = true;
        thread.join();
    }
}
