package org.doorlight.protocol.document;

import java.util.List;

/**
 * Explains a saved document (chunk type 0) to a person. Saved documents are never taken from neighbours and never
 * loaded from files, so this decides nothing but what {@code inspect} says.
 *
 * <p>Columns are decoded as strictly as in changes, and changes, operations and heads are compared with each other. The
 * hashes of the changes inside are not rebuilt. Pure, and an answer for any bytes.
 */
public final class DocumentChunkValidator {
    private DocumentChunkValidator() {}

    /**
     * Judges exactly one chunk with nothing after it.
     *
     * @param chunk the bytes as they came; not kept, not changed
     */
    public static DocumentVerdict validate(byte[] chunk) {
        try {
            var cursor = new ByteCursor(chunk);
            ChunkFrame frame = ChunkFrame.read(cursor);
            if (!cursor.isEmpty()) {
                throw new Refusal(Reason.TRAILING_BYTES, cursor.remaining() + " bytes follow the chunk");
            }
            return read(frame);
        } catch (Refusal refusal) {
            return new DocumentVerdict.Refused(refusal.reason(), refusal.detail());
        }
    }

    static DocumentVerdict verdict(ChunkFrame frame) {
        try {
            return read(frame);
        } catch (Refusal refusal) {
            return new DocumentVerdict.Refused(refusal.reason(), refusal.detail());
        }
    }

    private static DocumentVerdict read(ChunkFrame frame) throws Refusal {
        if (frame.type() != ChunkFrame.Type.DOCUMENT) {
            throw new Refusal(Reason.NOT_A_DOCUMENT, "the chunk is a single change, not a whole document");
        }
        int bytesMax = ChangeLimits.DOCUMENT_PLAIN_BYTES_MAX;
        ByteCursor cursor = frame.open(bytesMax).contents();
        int actors =
                ChunkFields.readActors(cursor, ChangeLimits.DOCUMENT_ACTORS_MAX).size();
        List<ChangeId> heads = ChunkFields.readChangeIds(cursor);
        ColumnTable changeTable = ColumnTable.readList(cursor, ColumnLayout.DOCUMENT_CHANGES);
        ColumnTable operationTable = ColumnTable.readList(cursor, ColumnLayout.DOCUMENT_OPERATIONS);
        var changes = DocumentChanges.read(changeTable.readColumns(cursor, bytesMax), actors);
        var operations = DocumentOperations.read(operationTable.readColumns(cursor, bytesMax), actors);
        changes.checkHeads(heads.size(), cursor);
        operations.check(changes);
        return new DocumentVerdict.Acceptable(actors, changes.size(), operations.size(), heads);
    }
}
