package org.doorlight.protocol.hello;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.id.MemberId;

/**
 * Why a window that went without a hello is no matter any more (HELLO §4). A hello is above what anybody saw; time decides nothing here
 * but whether a sighting came after the window had opened.
 *
 * @param by the buddy who spoke with or saw the person
 * @param at when, for people to read
 */
public record Ending(Kind kind, Optional<MemberId> by, long at) {
    /** From strongest to weakest. */
    public enum Kind {
        HELLO,
        PAUSED,
        SPOKE,
        SEEN,
        /** Of a silent box: it was heard again. */
        HEARD_AGAIN
    }

    /** What ends this window, the strongest first; empty if nothing does. */
    static Optional<Ending> of(WindowId window, Tidings tidings) {
        return hello(window, tidings)
                .or(() -> paused(window, tidings))
                .or(() -> met(window, tidings, Kind.SPOKE))
                .or(() -> met(window, tidings, Kind.SEEN));
    }

    /** HELLO(w) and OK(w) cancel MISSED(w') for every w' up to w, whatever the clocks, and never a later one. */
    private static Optional<Ending> hello(WindowId window, Tidings tidings) {
        Optional<Attestation> ok = tidings.notes().tailMap(window).values().stream()
                .filter(note -> note.word() == Attestation.Word.OK)
                .findFirst();
        Optional<Hello> hello = tidings.hellos().stream()
                .filter(one -> one.window().compareTo(window) >= 0)
                .min(Comparator.comparing(Hello::window).thenComparing(Hello::at));
        return hello.map(Hello::at)
                .or(() -> ok.map(Attestation::at))
                .map(at -> new Ending(Kind.HELLO, Optional.empty(), at));
    }

    /** Whoever sets a pause is there; it answers for every window before its end. */
    private static Optional<Ending> paused(WindowId window, Tidings tidings) {
        return tidings.notes().values().stream()
                .filter(note -> note.word() == Attestation.Word.PAUSED)
                .filter(note -> note.window().compareTo(window) >= 0 || endsAfter(note, window))
                .findFirst()
                .map(note -> new Ending(Kind.PAUSED, Optional.empty(), note.at()));
    }

    private static boolean endsAfter(Attestation pause, WindowId window) {
        WindowId until = pause.until();
        return until != null && until.compareTo(window) > 0;
    }

    private static Optional<Ending> met(WindowId window, Tidings tidings, Kind kind) {
        Optional<HelloPlan> plan = tidings.plan();
        if (plan.isEmpty()) {
            return Optional.empty();
        }
        long opens = plan.get().schedule().opens(window);
        SortedMap<MemberId, Answer> voices = new TreeMap<>();
        tidings.watches()
                .forEach((buddy, watch) -> watch.answers().stream()
                        .filter(answer ->
                                answer.kind().isSpoken() || (kind == Kind.SEEN && answer.kind() == Answer.Kind.SEEN))
                        .filter(answer -> answer.sightedAt() >= opens)
                        .min(Comparator.comparing(Answer::sightedAt))
                        .ifPresent(first -> voices.put(buddy, first)));
        int needed = plan.get().consents().twoVoices()
                ? Math.min(2, Math.max(1, tidings.buddies().size()))
                : 1;
        if (voices.size() < needed) {
            return Optional.empty();
        }
        List<MemberId> inOrder = new ArrayList<>(voices.keySet());
        inOrder.sort(Comparator.comparingLong((MemberId buddy) -> voice(voices, buddy))
                .thenComparing(buddy -> buddy));
        MemberId first = inOrder.get(0);
        return Optional.of(new Ending(kind, Optional.of(first), voice(voices, first)));
    }

    private static long voice(SortedMap<MemberId, Answer> voices, MemberId buddy) {
        Answer answer = voices.get(buddy);
        return answer == null ? 0 : answer.sightedAt();
    }
}
