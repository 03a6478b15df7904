package org.doorlight.protocol.document;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.automerge.Document;
import org.automerge.ObjectId;

/** Native code, met without a guard: for a process that may be lost, and for nothing else (PROTOCOL §6). */
public final class Gauntlet {
    private Gauntlet() {}

    /**
     * Applies all changes to an empty document, one by one and then all at once to another, and reads both: some changes abort the process
     * only when they come apart, others only when they come together, or when they are read.
     */
    public static void run(List<byte[]> changes) {
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
        apart.free();
        together.free();
    }
}
