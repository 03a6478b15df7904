package org.doorlight.protocol.replica;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.doorlight.protocol.id.DocumentId;

/** Trials that were not over when the node ended (PROTOCOL §6): each is held elsewhere before native code of this process sees it. */
public final class Suspects {
    private final Trials trials;
    private final Desk desk;
    private final Books books;
    private final Consumer<DocumentId> settleLater;

    Suspects(Trials trials, Desk desk, Books books, Consumer<DocumentId> settleLater) {
        this.trials = trials;
        this.desk = desk;
        this.books = books;
        this.settleLater = settleLater;
    }

    /** Puts back a trial that was not over when the node ended, or one that was given up. */
    public void restore(DocumentId document, boolean paused) {
        trials.restore(document, paused);
    }

    /** Trials that were not over when the node ended, each to be held elsewhere now. */
    public List<Suspect> all() {
        return trials.suspects().stream().map(this::suspect).toList();
    }

    private Suspect suspect(DocumentId document) {
        return new Suspect(document, desk.changesThroughBothDoors(document));
    }

    /** How the trial of a suspect went elsewhere; a suspect to try once more, if there is one. */
    public Optional<Suspect> tried(DocumentId document, boolean aborted) {
        Trials.Verdict verdict = trials.tried(document, aborted);
        if (verdict == Trials.Verdict.CLEARED) {
            settleLater.accept(document);
        }
        if (verdict == Trials.Verdict.PAUSED) {
            books.paused(document);
        }
        return verdict == Trials.Verdict.ONCE_MORE ? Optional.of(suspect(document)) : Optional.empty();
    }

    /** Documents this node leaves alone because native code does not come through them. They are still stored and passed on. */
    public long paused() {
        return trials.paused();
    }
}
