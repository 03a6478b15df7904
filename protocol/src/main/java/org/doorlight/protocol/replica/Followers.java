package org.doorlight.protocol.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.epoch.EpochBook;
import org.doorlight.protocol.epoch.Grant;

/**
 * Statements and grants that are whole on the disk and follow some that are damaged. They count again as soon as a neighbour has sent those.
 * Until one has, this home cannot know all it has said itself in the charter, and says nothing more there.
 */
public final class Followers {
    private record Kept(Grant grant, Optional<byte[]> secret) {}

    private final Charter charter;
    private final EpochBook epochs;
    private final List<Statement> statements = new ArrayList<>();
    private final List<Kept> grants = new ArrayList<>();
    private boolean incomplete;

    Followers(Charter charter, EpochBook epochs) {
        this.charter = charter;
        this.epochs = epochs;
    }

    /** Some statements are damaged on this disk; these are whole and follow them. */
    public void waitWith(List<Statement> following) {
        statements.addAll(following);
        incomplete = true;
    }

    /** Puts back a grant and, if it was known, its secret; now or once the charter reaches so far. */
    public void restore(Grant grant, Optional<byte[]> secret) {
        EpochBook.Receipt receipt = epochs.add(grant, secret);
        if (receipt == EpochBook.Receipt.GAP) {
            grants.add(new Kept(grant, secret));
        } else if (receipt == EpochBook.Receipt.KNOWN) {
            secret.ifPresent(known -> epochs.learn(grant.id(), known));
        }
    }

    boolean isKept(Statement statement) {
        return statements.stream().anyMatch(kept -> kept.id().equals(statement.id()));
    }

    /** A statement came in: what follows it may count now. */
    void follow(Statement came) {
        statements.removeIf(kept -> kept.id().equals(came.id()));
        boolean any = true;
        while (any) {
            any = statements.removeIf(kept -> charter.add(kept) != Charter.Receipt.GAP);
        }
        List<Kept> again = List.copyOf(grants);
        grants.clear();
        again.forEach(kept -> restore(kept.grant(), kept.secret()));
    }

    /** True from when a damaged statement was noticed until a neighbour has said all it knows of the charter. */
    public boolean isIncomplete() {
        return incomplete;
    }

    /** A neighbour has said all it knows of the charter. */
    public void complete() {
        incomplete = false;
    }
}
