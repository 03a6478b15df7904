package org.doorlight.protocol.document;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.automerge.AmValue;
import org.automerge.Document;
import org.automerge.ExpandMark;
import org.automerge.MapEntry;
import org.automerge.ObjectId;
import org.automerge.Transaction;

/**
 * Applies accepted mutants to the document that their original was written for, and looks at what became of it. The
 * engine's exception is not public, so its parent class is caught.
 */
final class MutationEngine {
    private final List<Known> changes;
    private final List<Document> before = new ArrayList<>();

    /**
     * A change of the corpus.
     *
     * @param plain its bytes
     * @param earlierSummaries all changes of the same document that came before
     */
    record Known(byte[] plain, List<ChangeSummary> earlierSummaries) {}

    MutationEngine(List<EngineStories.Story> stories) {
        this.changes = changes(stories);
        for (Known change : changes) {
            var document = new Document(new byte[] {1, 2, 3});
            change.earlierSummaries()
                    .forEach(earlier ->
                            document.applyEncodedChanges(earlier.plain().bytes()));
            before.add(document);
        }
    }

    static List<Known> changes(List<EngineStories.Story> stories) {
        var all = new ArrayList<Known>();
        for (EngineStories.Story story : stories) {
            var earlier = new ArrayList<ChangeSummary>();
            for (ChangeVerdict verdict : ChangeValidator.validateAll(story.changes())) {
                if (verdict instanceof ChangeVerdict.Acceptable acceptable) {
                    ChangeSummary summary = acceptable.summary();
                    all.add(new Known(summary.plain().bytes(), List.copyOf(earlier)));
                    earlier.add(summary);
                }
            }
        }
        return all;
    }

    List<byte[]> corpus() {
        return changes.stream().map(Known::plain).toList();
    }

    /** What became of a mutant: refused with a reason, not yet, or accepted and one of a few outcomes. */
    String judge(int origin, byte[] mutant) {
        ChangeVerdict verdict = ChangeValidator.validate(mutant);
        if (verdict instanceof ChangeVerdict.Refused refused) {
            return refused.reason().name();
        }
        ChangeSummary summary = ((ChangeVerdict.Acceptable) verdict).summary();
        Admission admission = outline(origin).admit(summary);
        if (admission instanceof Admission.Refused refused) {
            return "outline " + refused.reason();
        }
        return admission instanceof Admission.Early ? "early" : "accepted, " + apply(origin, summary);
    }

    private DocumentOutline outline(int origin) {
        var outline = new DocumentOutline();
        changes.get(origin).earlierSummaries().forEach(outline::admit);
        return outline;
    }

    private String apply(int origin, ChangeSummary summary) {
        Document document = before.get(origin).fork();
        try {
            return apply(document, summary);
        } finally {
            document.free();
        }
    }

    private static String apply(Document document, ChangeSummary summary) {
        var expected = new TreeSet<>(EngineView.heads(document));
        try {
            document.applyEncodedChanges(summary.plain().bytes());
        } catch (RuntimeException refused) {
            return "engine refused";
        }
        expected.removeAll(summary.dependencies());
        expected.add(summary.id());
        boolean asExpected = EngineView.heads(document).equals(List.copyOf(expected));
        return asExpected ? use(document) : "heads differ";
    }

    private static String use(Document document) {
        String view = EngineView.of(document);
        byte[] saved = document.save();
        try {
            Document loaded = Document.load(saved);
            String again = EngineView.of(loaded);
            loaded.free();
            if (!again.equals(view)) {
                return "applied, but reads differently after saving";
            }
        } catch (RuntimeException lost) {
            return "applied, but cannot be loaded again";
        }
        try {
            EngineStories.write(document, transaction -> scribble(document, transaction, ObjectId.ROOT));
            document.encodeChangesSince(new org.automerge.ChangeHash[0]);
        } catch (RuntimeException stuck) {
            return "applied, but cannot be written";
        }
        return "applied";
    }

    /** Writes into every object there is: at the front and the back of sequences, over a name in maps. */
    private static void scribble(Document document, Transaction transaction, ObjectId map) {
        transaction.set(map, "a", "written after");
        for (MapEntry entry : document.mapEntries(map).orElse(new MapEntry[0])) {
            if (entry.getValue() instanceof AmValue.Map inner) {
                scribble(document, transaction, inner.getId());
            } else if (entry.getValue() instanceof AmValue.List list) {
                scribbleList(transaction, list.getId());
            } else if (entry.getValue() instanceof AmValue.Text text) {
                transaction.spliceText(text.getId(), 0, Math.min(1, transaction.length(text.getId())), "new");
                transaction.spliceText(text.getId(), transaction.length(text.getId()), 0, "end");
                transaction.mark(text.getId(), 0, 2, "bold", true, ExpandMark.BOTH);
            }
        }
    }

    private static void scribbleList(Transaction transaction, ObjectId list) {
        transaction.insert(list, 0, "front");
        transaction.insert(list, transaction.length(list), "back");
        transaction.set(list, transaction.length(list) - 1, 1);
        transaction.delete(list, 0);
    }
}
