package org.doorlight.protocol.hello;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.wire.message.CallFact;

/**
 * Which roll-call a street is in (HELLO §6). Anybody may start one; two that were started apart are one, and answers to either count for
 * both. It ends by itself after a day.
 */
public final class RollCalls {
    /** Kind of the documents in which members start roll-calls and answer them. */
    public static final String ROLL_CALL = "roll-call";

    /** So long it can be answered. */
    public static final Duration LASTS = Duration.ofDays(1);

    /** So long after its start what was said is shown. */
    public static final Duration SHOWN = Duration.ofDays(3);

    // Who started it was sure of the time; two sure boxes are that near each other, and more.
    private static final long AHEAD_MILLIS_MAX = Duration.ofMinutes(10).toMillis();
    private static final String CALL = "call";
    private static final Comparator<Call> BY_TIME =
            Comparator.comparingLong(Call::at).thenComparing(Call::id);

    private RollCalls() {}

    /**
     * A roll-call as whoever started it wrote it.
     *
     * @param id of the document it stands in
     * @param at milliseconds since 1970
     */
    public record Call(DocumentId id, MemberId by, long at, boolean ended) {}

    /**
     * The roll-call that is shown now.
     *
     * @param calls the ids of all that are one; an answer names each of them
     * @param first the earliest of them
     * @param open whether it can be answered
     */
    public record Current(SortedSet<DocumentId> calls, Call first, boolean open) {
        public Current {
            calls = Collections.unmodifiableSortedSet(new TreeSet<>(calls));
        }
    }

    /** The fact that starts or ends one. */
    public static SortedMap<String, byte[]> call(long at, boolean ended, DeviceId author) {
        CallFact fact = CallFact.newBuilder()
                .setVersion(ended ? 2 : 1)
                .setAt(at)
                .setEnded(ended)
                .build();
        return Facts.one(HelloKey.whole(CALL, author), fact);
    }

    /** The roll-call these facts start; empty if they start none. */
    public static Optional<Call> read(DocumentId document, MemberId owner, SortedMap<String, byte[]> facts) {
        return facts.entrySet().stream()
                .filter(fact -> HelloKey.parse(fact.getKey())
                        .filter(key -> key.kind().equals(CALL))
                        .isPresent())
                .flatMap(fact -> Facts.parse(CallFact.parser(), fact.getValue()).stream())
                .max(Comparator.comparing(CallFact::getVersion, Long::compareUnsigned)
                        .thenComparing(CallFact::getEnded)
                        .thenComparing(Comparator.comparing(CallFact::getAt).reversed()))
                .map(fact -> new Call(document, owner, fact.getAt(), fact.getEnded()));
    }

    /**
     * The roll-call of this moment: all that are open, or the last one for some days.
     *
     * @param sure whether this box knows the time; if it does not, the latest word of others is its best guess
     */
    public static Optional<Current> current(Collection<Call> all, long now, boolean sure) {
        long time = sure ? now : all.stream().mapToLong(Call::at).max().orElse(now);
        List<Call> known = all.stream()
                .filter(call -> call.at() <= time + AHEAD_MILLIS_MAX)
                .sorted(BY_TIME)
                .toList();
        List<Call> open = known.stream()
                .filter(call -> !call.ended() && !isPast(call, LASTS, time))
                .toList();
        if (!open.isEmpty()) {
            return Optional.of(of(open, true));
        }
        return known.stream()
                .reduce((one, later) -> later)
                .filter(last -> !isPast(last, SHOWN, time))
                .map(last -> of(List.of(last), false));
    }

    private static boolean isPast(Call call, Duration length, long time) {
        return time - call.at() >= length.toMillis();
    }

    private static Current of(List<Call> calls, boolean open) {
        SortedSet<DocumentId> ids = new TreeSet<>();
        calls.forEach(call -> ids.add(call.id()));
        return new Current(ids, calls.get(0), open);
    }
}
