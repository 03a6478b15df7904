package org.doorlight.protocol.core.inspect;

import static org.doorlight.protocol.core.inspect.Inspection.Kind.CHANGE;
import static org.doorlight.protocol.core.inspect.Inspection.Kind.CHUNKS;
import static org.doorlight.protocol.core.inspect.Inspection.Kind.DOCUMENT;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.document.ChangeId;
import org.doorlight.protocol.document.ChangeSummary;
import org.doorlight.protocol.document.ChangeVerdict;
import org.doorlight.protocol.document.ChunkInspection;
import org.doorlight.protocol.document.ChunkInspection.Finding;
import org.doorlight.protocol.document.DocumentVerdict;
import org.doorlight.protocol.document.Reason;

/** A file of Automerge chunks: changes, saved documents, or both. Nothing of it reaches native code. */
final class InspectedChunks {
    private static final int MAGIC_BYTES = 4;
    private static final HexFormat HEX = HexFormat.of();

    private InspectedChunks() {}

    /** Empty for bytes that do not begin like a chunk. */
    static Optional<Inspection> of(byte[] bytes) {
        if (bytes.length < MAGIC_BYTES) {
            return Optional.empty();
        }
        List<Inspection> parts = ChunkInspection.inspect(bytes).stream()
                .map(InspectedChunks::part)
                .toList();
        if (isRefusedFor(Reason.WRONG_MAGIC, parts.get(0))) {
            return Optional.empty();
        }
        return Optional.of(parts.size() == 1 ? parts.get(0) : whole(parts));
    }

    private static boolean isRefusedFor(Reason reason, Inspection part) {
        return part.refused().equals(Optional.of(new Inspection.Refused(reason.name())));
    }

    private static Inspection part(Finding finding) {
        // Sealed, of two cases.
        return finding instanceof ChunkInspection.Document document
                ? part(document.verdict())
                : part(((ChunkInspection.Change) finding).verdict());
    }

    private static Inspection part(ChangeVerdict verdict) {
        return verdict instanceof ChangeVerdict.Refused refused
                ? refused(CHANGE, refused.reason(), refused.detail())
                : change(((ChangeVerdict.Acceptable) verdict).summary());
    }

    private static Inspection change(ChangeSummary change) {
        Facts facts = new Facts()
                .hex("hash", "change", change.id().bytes())
                .hex("actor", "written by the actor", change.actor().bytes())
                .number("sequence", "as its change number", change.sequence())
                .number("startOperation", "first operation", change.startOperation())
                .number("operations", "operations", change.operations())
                .texts("dependencies", "follows the changes", hex(change.dependencies()))
                .number("bytes", "bytes, inflated", change.plain().length());
        return Inspection.acceptable(
                CHANGE,
                "It is well formed and within its bounds. Whether it fits the changes before it can be told only beside them.",
                facts.list());
    }

    private static Inspection part(DocumentVerdict verdict) {
        return verdict instanceof DocumentVerdict.Refused refused
                ? refused(DOCUMENT, refused.reason(), refused.detail())
                : document((DocumentVerdict.Acceptable) verdict);
    }

    private static Inspection document(DocumentVerdict.Acceptable document) {
        Facts facts = new Facts()
                .number("actors", "actors", document.actors())
                .number("changes", "changes", document.changes())
                .number("operations", "operations it keeps", document.operations())
                .texts("heads", "its last changes", hex(document.heads()));
        return Inspection.acceptable(
                DOCUMENT,
                "It is well formed and within its bounds. Doorlight takes single changes only, never a saved document.",
                facts.list());
    }

    private static Inspection whole(List<Inspection> parts) {
        long fine = parts.stream().filter(Inspection::isAcceptable).count();
        Facts facts = new Facts()
                .number("chunkCount", "chunks", parts.size())
                .number("acceptableChunks", "of them acceptable", fine);
        for (int at = 0; at < parts.size(); at++) {
            Inspection part = parts.get(at);
            if (!part.isAcceptable()) {
                String detail = "Chunk " + (at + 1) + ": " + part.detail();
                return new Inspection(CHUNKS, part.refused(), detail, facts.list(), parts);
            }
        }
        String detail =
                "Each chunk is well formed and within its bounds. Whether they fit each other is not checked here.";
        return new Inspection(CHUNKS, Optional.empty(), detail, facts.list(), parts);
    }

    private static Inspection refused(Inspection.Kind kind, Reason reason, String detail) {
        String sentence = Character.toUpperCase(detail.charAt(0)) + detail.substring(1) + ".";
        return Inspection.refused(kind, reason.name(), sentence, List.of());
    }

    private static List<String> hex(Collection<ChangeId> ids) {
        return ids.stream().map(id -> HEX.formatHex(id.bytes())).toList();
    }
}
