package org.doorlight.protocol.document;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.automerge.Document;
import org.automerge.ObjectId;

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
     * @param earlier the bytes of all changes of the same document that came before
     */
    record Known(byte[] plain, List<byte[]> earlier) {}

    MutationEngine(List<EngineStories.Story> stories) {
        this.changes = changes(stories);
        for (Known change : changes) {
            var document = new Document(new byte[] {1, 2, 3});
            change.earlier().forEach(document::applyEncodedChanges);
            before.add(document);
        }
    }

    static List<Known> changes(List<EngineStories.Story> stories) {
        var all = new ArrayList<Known>();
        for (EngineStories.Story story : stories) {
            var earlier = new ArrayList<byte[]>();
            for (ChangeVerdict verdict : ChangeValidator.validateAll(story.changes())) {
                if (verdict instanceof ChangeVerdict.Acceptable acceptable) {
                    byte[] plain = acceptable.summary().plain().bytes();
                    all.add(new Known(plain, List.copyOf(earlier)));
                    earlier.add(plain);
                }
            }
        }
        return all;
    }

    List<byte[]> corpus() {
        return changes.stream().map(Known::plain).toList();
    }

    /** What became of a mutant: refused with a reason, or accepted and one of a few outcomes. */
    String judge(int origin, byte[] mutant) {
        ChangeVerdict verdict = ChangeValidator.validate(mutant);
        if (verdict instanceof ChangeVerdict.Refused refused) {
            return refused.reason().name();
        }
        ChangeSummary summary = ((ChangeVerdict.Acceptable) verdict).summary();
        Document document = before.get(origin).fork();
        try {
            return "accepted, " + apply(document, summary);
        } finally {
            document.free();
        }
    }

    private static String apply(Document document, ChangeSummary summary) {
        var expected = new TreeSet<>(EngineView.heads(document));
        boolean known = expected.contains(summary.id());
        boolean follows = expected.containsAll(summary.dependencies());
        try {
            document.applyEncodedChanges(summary.plain().bytes());
        } catch (RuntimeException refused) {
            return "engine refused";
        }
        List<ChangeId> heads = EngineView.heads(document);
        if (known || !heads.contains(summary.id())) {
            return follows && !known ? "not applied" : "waiting or known";
        }
        if (follows) {
            expected.removeAll(summary.dependencies());
            expected.add(summary.id());
        }
        if (follows && !heads.equals(List.copyOf(expected))) {
            return "heads differ";
        }
        return use(document);
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
            EngineStories.write(document, transaction -> transaction.set(ObjectId.ROOT, "a", "written after"));
        } catch (RuntimeException stuck) {
            return "applied, but cannot be written";
        }
        return "applied";
    }
}
