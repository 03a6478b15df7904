package org.doorlight.protocol.document;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.automerge.AmValue;
import org.automerge.ChangeHash;
import org.automerge.Document;
import org.automerge.MapEntry;
import org.automerge.ObjectId;
import org.automerge.Transaction;

/**
 * One Automerge document, open in native memory until {@link #close}. It holds facts: root keys with bytes (CARE S1). Nothing gets in
 * but what {@link ChangeValidator} and {@link DocumentOutline} have passed, and what it changed is checked against what it said it would.
 */
public final class LiveDocument implements AutoCloseable {
    private final Document document;
    private final SortedSet<ChangeId> heads = new TreeSet<>();
    private final SortedSet<ChangeId> known = new TreeSet<>();
    private final DocumentOutline outline = new DocumentOutline();
    private final List<byte[]> staged = new ArrayList<>();
    private boolean open = true;

    /** Opens an empty document in which this node would write as the given actor. */
    public LiveDocument(ActorId actor) {
        this.document = new Document(actor.bytes());
    }

    /** How changes fit what is here. */
    public enum Fit {
        /** They are laid ready for {@link #applyStaged}. */
        FITS,
        /** One of them follows a change that is not here yet. */
        EARLY,
        /** One of them contradicts what it follows; the same on every node. */
        NEVER
    }

    /**
     * Lays changes ready for {@link #applyStaged}, each only if it fits what it follows: a change can be well formed and still make native
     * code abort the process. Those before the first that does not fit stay laid ready; offered again, they count once.
     */
    public Fit stage(List<ChangeSummary> changes) {
        for (ChangeSummary change : changes) {
            Admission admission = outline.admit(change);
            if (admission instanceof Admission.Early) {
                return Fit.EARLY;
            }
            if (admission instanceof Admission.Refused) {
                return Fit.NEVER;
            }
            if (known.add(change.id())) {
                staged.add(change.plain().bytes());
                follow(change);
            }
        }
        return Fit.FITS;
    }

    /** What {@link #applyStaged} would hand to native code, in that order. */
    public List<byte[]> staged() {
        return List.copyOf(staged);
    }

    /**
     * Hands all staged changes to native code at once.
     *
     * @throws IllegalStateException if the document does not end at the heads the changes led to: native code and validator disagree
     */
    public void applyStaged() {
        if (staged.isEmpty()) {
            return;
        }
        ByteArrayOutputStream together = new ByteArrayOutputStream();
        staged.forEach(together::writeBytes);
        document.applyEncodedChanges(together.toByteArray());
        staged.clear();
        if (!nativeHeads().equals(heads)) {
            throw new IllegalStateException("a document did not end where its changes led");
        }
    }

    private void follow(ChangeSummary change) {
        heads.removeAll(change.dependencies());
        heads.add(change.id());
    }

    private SortedSet<ChangeId> nativeHeads() {
        SortedSet<ChangeId> found = new TreeSet<>();
        for (ChangeHash head : document.getHeads()) {
            found.add(new ChangeId(head.getBytes()));
        }
        return found;
    }

    /** Writes facts as one change of this document's own actor and returns it, ready to be sealed. */
    public ChangeSummary write(SortedMap<String, byte[]> facts) {
        ChangeHash[] before = document.getHeads();
        try (Transaction transaction = document.startTransaction()) {
            facts.forEach((key, value) -> transaction.set(ObjectId.ROOT, key, value));
            transaction.commit();
        }
        ChangeVerdict verdict = ChangeValidator.validate(document.encodeChangesSince(before));
        if (!(verdict instanceof ChangeVerdict.Acceptable acceptable)) {
            throw new IllegalStateException("this node's own change was refused: " + verdict);
        }
        ChangeSummary own = acceptable.summary();
        if (!(outline.admit(own) instanceof Admission.Admitted)) {
            throw new IllegalStateException("this node's own change does not fit its document");
        }
        known.add(own.id());
        follow(own);
        return own;
    }

    /** All facts; values that are not bytes are somebody's future and stay where they are. */
    public SortedMap<String, byte[]> facts() {
        SortedMap<String, byte[]> facts = new TreeMap<>();
        Optional<MapEntry[]> entries = document.mapEntries(ObjectId.ROOT);
        for (MapEntry entry : entries.orElse(new MapEntry[0])) {
            if (entry.getValue() instanceof AmValue.Bytes bytes) {
                facts.put(entry.getKey(), bytes.getValue());
            }
        }
        return facts;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            document.free();
        }
    }
}
