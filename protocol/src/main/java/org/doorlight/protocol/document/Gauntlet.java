package org.doorlight.protocol.document;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.automerge.Document;

/** Native code, met without a guard: for a process that may be lost, and for nothing else (PROTOCOL §6). */
public final class Gauntlet {
    private Gauntlet() {}

    /** Applies all changes to an empty document at once. Malformed ones abort the process. */
    public static void run(List<byte[]> changes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        changes.forEach(all::writeBytes);
        Document document = new Document();
        document.applyEncodedChanges(all.toByteArray());
        document.free();
    }
}
