package org.doorlight.protocol.epoch;

import static org.doorlight.protocol.wire.Limits.CARRY_KNOWN_MAX;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Resolved;
import org.doorlight.protocol.epoch.EpochBook.Carry;
import org.jspecify.annotations.Nullable;

/** The carry secrets a node holds, and which of them it uses: those of all members take turns (PROTOCOL §7.2). */
final class CarryRing {
    private final Charter charter;
    // Who handed a carry secret out, as the charter stands now.
    private final Function<Carry, String> from;
    private final List<Carry> all = new ArrayList<>();
    private @Nullable Resolved chosenAt;
    private List<Carry> chosen = List.of();

    CarryRing(Charter charter, Function<Carry, String> from) {
        this.charter = charter;
        this.from = from;
    }

    void add(Carry carry) {
        all.removeIf(known -> known.from().equals(carry.from()));
        all.add(carry);
        all.sort(Comparator.comparingInt(Carry::generation).reversed().thenComparing(Carry::from));
        chosenAt = null;
    }

    /** To be told when a grant came in that belongs to a secret held before. */
    void look() {
        chosenAt = null;
    }

    /** As many as asked for, and at most {@code CARRY_KNOWN_MAX}: the first ones are the same however many are asked for. */
    List<Carry> first(int most) {
        // Asked at the end of every turn, while it changes rarely.
        Resolved now = charter.resolved();
        if (!now.equals(chosenAt)) {
            chosen = Collections.unmodifiableList(inTurn());
            chosenAt = now;
        }
        return chosen.subList(0, Math.min(most, chosen.size()));
    }

    /** Newest first, but the newest of each member before the second of any: nobody can crowd out what others handed out. */
    private List<Carry> inTurn() {
        List<Carry> turns = new ArrayList<>();
        List<Carry> left = new ArrayList<>(all);
        while (!left.isEmpty() && turns.size() < CARRY_KNOWN_MAX) {
            SortedSet<String> served = new TreeSet<>();
            left.removeIf(carry -> turns.size() < CARRY_KNOWN_MAX && served.add(from.apply(carry)) && turns.add(carry));
        }
        return turns;
    }
}
