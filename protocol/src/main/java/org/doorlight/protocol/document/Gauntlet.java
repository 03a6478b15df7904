package org.doorlight.protocol.document;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.automerge.ChangeHash;
import org.automerge.Document;
import org.automerge.ObjectId;

/** Native code, met without a guard: for a process that may be lost, and for nothing else (PROTOCOL §6). */
public final class Gauntlet {
    private Gauntlet() {}

    /**
     * Applies all changes to an empty document, one by one and then all at once to another, and reads both: some changes abort the process
     * only when they come apart, others only when they come together, or when they are read.
     *
     * @return false if a document did not end where its changes lead: {@link LiveDocument#applyStaged} would stop the node
     */
    public static boolean run(List<byte[]> changes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Document apart = new Document();
        for (byte[] change : changes) {
            apart.applyEncodedChanges(change);
            all.writeBytes(change);
        }
        Document together = new Document();
        together.applyEncodedChanges(all.toByteArray());
        apart.mapEntries(ObjectId.ROOT);
        together.mapEntries(ObjectId.ROOT);
        SortedSet<ChangeId> expected = heads(changes);
        boolean agrees = heads(apart).equals(expected) && heads(together).equals(expected);
        apart.free();
        together.free();
        return agrees;
    }

    private static SortedSet<ChangeId> heads(List<byte[]> changes) {
        SortedSet<ChangeId> heads = new TreeSet<>();
        for (byte[] change : changes) {
            if (ChangeValidator.validate(change) instanceof ChangeVerdict.Acceptable acceptable) {
                heads.removeAll(acceptable.summary().dependencies());
                heads.add(acceptable.summary().id());
            }
        }
        return heads;
    }

    private static SortedSet<ChangeId> heads(Document document) {
        SortedSet<ChangeId> heads = new TreeSet<>();
        for (ChangeHash head : document.getHeads()) {
            heads.add(new ChangeId(head.getBytes()));
        }
        return heads;
    }
}
