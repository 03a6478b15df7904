package org.doorlight.protocol.charter;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.id.StatementId;

/** Statements with their causal order: who came before whom. Append-only; a statement comes after all its heads. */
final class History {
    private final List<Statement> ordered = new ArrayList<>();
    private final SortedMap<StatementId, Integer> places = new TreeMap<>();
    private final List<BitSet> pasts = new ArrayList<>();
    private final SortedSet<StatementId> heads = new TreeSet<>();

    /** Appends a statement whose heads are all here. */
    void append(Statement statement) {
        BitSet past = new BitSet(ordered.size() + 1);
        for (StatementId head : statement.heads()) {
            int place = placeOf(head);
            past.or(pasts.get(place));
            past.set(place);
        }
        places.put(statement.id(), ordered.size());
        ordered.add(statement);
        pasts.add(past);
        statement.heads().forEach(heads::remove);
        heads.add(statement.id());
    }

    boolean contains(StatementId id) {
        return places.containsKey(id);
    }

    Statement get(StatementId id) {
        return ordered.get(placeOf(id));
    }

    private int placeOf(StatementId id) {
        Integer place = places.get(id);
        if (place == null) {
            throw new IllegalStateException("statement " + id + " is not here");
        }
        return place;
    }

    boolean isBefore(StatementId earlier, StatementId later) {
        return pasts.get(placeOf(later)).get(placeOf(earlier));
    }

    /** All statements, each after everything it follows. */
    List<Statement> ordered() {
        return Collections.unmodifiableList(ordered);
    }

    SortedSet<StatementId> ids() {
        return new TreeSet<>(places.keySet());
    }

    /** Statements nobody follows yet. */
    SortedSet<StatementId> heads() {
        return Collections.unmodifiableSortedSet(heads);
    }

    /** These statements and everything before them, as a history of its own. */
    History upTo(Collection<StatementId> ends) {
        BitSet wanted = new BitSet();
        for (StatementId end : ends) {
            int place = placeOf(end);
            wanted.or(pasts.get(place));
            wanted.set(place);
        }
        History part = new History();
        wanted.stream().forEach(place -> part.append(ordered.get(place)));
        return part;
    }

    /** The keys a statement brings into the circle, if it does. */
    static Optional<DeviceKeys> keysIntroducedBy(Statement statement) {
        return statement.declaration().accept(new Declaration.Visitor<Optional<DeviceKeys>>() {
            @Override
            public Optional<DeviceKeys> found(Declaration.Found found) {
                return Optional.of(found.keys());
            }

            @Override
            public Optional<DeviceKeys> invite(Declaration.Invite invite) {
                return Optional.empty();
            }

            @Override
            public Optional<DeviceKeys> admit(Declaration.Admit admit) {
                return Optional.of(admit.keys());
            }

            @Override
            public Optional<DeviceKeys> addDevice(Declaration.AddDevice add) {
                return Optional.of(add.keys());
            }
        });
    }
}
