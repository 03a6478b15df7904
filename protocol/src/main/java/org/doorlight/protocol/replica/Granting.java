package org.doorlight.protocol.replica;

import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.epoch.EpochBook;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.epoch.GrantMaker;

/** Makes epochs as this home, and writes them down with their secrets (PROTOCOL §4). */
final class Granting {
    private final Self self;
    private final EpochBook epochs;
    private final Books books;
    private final Entropy entropy;

    Granting(Self self, EpochBook epochs, Books books, Entropy entropy) {
        this.self = self;
        this.epochs = epochs;
        this.books = books;
        this.entropy = entropy;
    }

    /** The circle's first epoch, with a carry secret. */
    Grant everyone() {
        byte[] carry = entropy.bytes(GrantMaker.CARRY_BYTES);
        return hand(GrantMaker.everyone(self.device(), self.signing(), 1, carry, entropy));
    }

    /** An epoch for a few members and their owner. */
    Grant narrow(GrantMaker.Few few) {
        return hand(GrantMaker.narrow(self.device(), self.signing(), few, entropy));
    }

    private Grant hand(GrantMaker maker) {
        Grant grant = epochs.hand(maker);
        books.grant(grant);
        epochs.secret(grant.id()).ifPresent(secret -> books.secret(grant.id(), secret));
        return grant;
    }
}
