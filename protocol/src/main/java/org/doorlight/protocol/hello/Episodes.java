package org.doorlight.protocol.hello;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The episodes of one person, as the facts tell them. Windows without a hello that follow each other are one episode, named after the
 * first; two neighbours who open it apart find themselves in the same one.
 */
public final class Episodes {
    private Episodes() {}

    /** The first MISSED that nothing cancels. Nothing else yields "quiet". */
    static Optional<Attestation> quiet(Tidings tidings) {
        if (tidings.plan().isEmpty()) {
            return Optional.empty();
        }
        return tidings.notes().values().stream()
                .filter(note -> note.word() == Attestation.Word.MISSED)
                .filter(note -> Ending.of(note.window(), tidings).isEmpty())
                .findFirst();
    }

    /** The open episode, if there is one. A person who is quiet comes before a box that is silent. */
    public static Optional<Episode> open(Tidings tidings, Pace pace) {
        return quiet(tidings)
                .map(note -> episode(tidings, note.window(), Episode.Reason.QUIET, note.at(), Optional.empty()))
                .or(() -> silent(tidings, pace));
    }

    private static Optional<Episode> silent(Tidings tidings, Pace pace) {
        boolean allowed =
                tidings.plan().filter(plan -> plan.consents().silence()).isPresent();
        if (!allowed) {
            return Optional.empty();
        }
        return Silence.agreed(tidings, pace).entrySet().stream()
                .filter(entry -> Silence.heardAgain(entry.getKey(), tidings).isEmpty())
                .findFirst()
                .map(entry -> episode(
                        tidings, entry.getKey(), Episode.Reason.SILENT_BOX, entry.getValue(), Optional.empty()));
    }

    /** Episodes that are over and that somebody was asked about: each of them is owed an all-clear. */
    public static List<Episode> ended(Tidings tidings, Pace pace) {
        SortedSet<WindowId> asked = new TreeSet<>();
        tidings.watches().values().forEach(watch -> {
            asked.addAll(watch.asked());
            watch.answers().forEach(answer -> asked.add(answer.window()));
        });
        List<Episode> ended = new ArrayList<>();
        for (WindowId window : asked) {
            missed(tidings, window)
                    .flatMap(note -> Ending.of(window, tidings)
                            .map(ending ->
                                    episode(tidings, window, Episode.Reason.QUIET, note.at(), Optional.of(ending))))
                    .or(() -> heardAgain(tidings, window, pace))
                    .ifPresent(ended::add);
        }
        return ended;
    }

    private static Optional<Episode> heardAgain(Tidings tidings, WindowId window, Pace pace) {
        return Silence.agreedAt(window, tidings, pace)
                .flatMap(at -> Silence.heardAgain(window, tidings)
                        .map(ending -> episode(tidings, window, Episode.Reason.SILENT_BOX, at, Optional.of(ending))));
    }

    private static Optional<Attestation> missed(Tidings tidings, WindowId window) {
        return Optional.ofNullable(tidings.notes().get(window)).filter(note -> note.word() == Attestation.Word.MISSED);
    }

    private static Episode episode(
            Tidings tidings, WindowId window, Episode.Reason reason, long since, Optional<Ending> ending) {
        return new Episode(tidings.member(), window, reason, since, ending);
    }
}
