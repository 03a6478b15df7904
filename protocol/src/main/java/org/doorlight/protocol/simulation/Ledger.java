package org.doorlight.protocol.simulation;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.id.DocumentId;
import org.jspecify.annotations.Nullable;

/** What people were told is done, kept outside the nodes. A title names one request in it. */
final class Ledger {
    /** One request as somebody wished it. */
    static final class Wish {
        private final String title;
        private final SimulatedNode author;
        private final SortedSet<String> readers;
        private final @Nullable String door;
        private @Nullable DocumentId document;
        private boolean withdrawal;
        private boolean withdrawn;
        private final SortedSet<String> helpers = new TreeSet<>();
        private @Nullable DocumentId doorDocument;
        private boolean lost;
        private boolean withdrawalLost;
        private boolean doorLost;

        Wish(String title, SimulatedNode author, SortedSet<String> readers, @Nullable String door) {
            this.title = title;
            this.author = author;
            this.readers = Collections.unmodifiableSortedSet(new TreeSet<>(readers));
            this.door = door;
        }

        String title() {
            return title;
        }

        SimulatedNode author() {
            return author;
        }

        Optional<String> door() {
            return Optional.ofNullable(door);
        }

        /** The request, once somebody was told it is written. */
        Optional<DocumentId> document() {
            return Optional.ofNullable(document);
        }

        boolean isFor(SimulatedNode node) {
            return readers.isEmpty() || readers.contains(node.household()) || author.isOf(node);
        }

        /** Somebody of this home said yes at some time, so it may come to know the door. */
        boolean mayKnowDoor(SimulatedNode node) {
            return author.isOf(node) || helpers.contains(node.household());
        }

        void helpedBy(SimulatedNode node) {
            helpers.add(node.household());
        }

        /** Somebody was told the request was taken back. */
        boolean isWithdrawn() {
            return withdrawn;
        }

        /** Somebody wished to take it back, whatever came of it. */
        boolean mayBeWithdrawn() {
            return withdrawal;
        }

        // ---- what went with the only disk it lay on

        /** The request may be gone for good. */
        boolean mayBeLost() {
            return lost;
        }

        /** That it was taken back may be forgotten. */
        boolean mayBeOpenAgain() {
            return withdrawalLost;
        }

        boolean doorMayBeLost() {
            return doorLost;
        }

        Optional<DocumentId> doorDocument() {
            return Optional.ofNullable(doorDocument);
        }

        void doorLiesIn(DocumentId where) {
            doorDocument = where;
        }

        void lose() {
            lost = true;
        }

        void loseWithdrawal() {
            withdrawalLost = true;
        }

        void loseDoor() {
            doorLost = true;
        }

        void written(DocumentId as) {
            document = as;
        }

        void withdrawalWished() {
            withdrawal = true;
        }

        void withdrawalDone() {
            withdrawn = true;
        }
    }

    private final SortedMap<String, Wish> wishes = new TreeMap<>();

    Wish wish(String title, SimulatedNode author, SortedSet<String> readers, @Nullable String door) {
        Wish wish = new Wish(title, author, readers, door);
        if (wishes.put(title, wish) != null) {
            throw new IllegalArgumentException("that title was used before: " + title);
        }
        return wish;
    }

    Optional<Wish> titled(String title) {
        return Optional.ofNullable(wishes.get(title));
    }

    Collection<Wish> all() {
        return Collections.unmodifiableCollection(wishes.values());
    }

    long acknowledged() {
        return wishes.values().stream()
                .filter(wish -> wish.document().isPresent())
                .count();
    }
}
