package org.doorlight.protocol.replica;

import static org.doorlight.protocol.wire.Limits.OPEN_DOCUMENTS_MAX;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.document.Actors;
import org.doorlight.protocol.document.ChangeSummary;
import org.doorlight.protocol.document.LiveDocument;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.envelope.Header;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EnvelopeId;

/**
 * The documents that lie open. Envelopes are the only truth: a document that is needed and not open is read again from them, so native
 * memory grows with the documents in use, not with those held.
 */
final class Desk {
    /** An open document, and envelopes of it that cannot be read yet. */
    private record Sheet(LiveDocument live, List<Envelope> pending, SortedSet<DeviceId> masked) {}

    private final Self self;
    private final Reading reading;
    private final Books books;
    // By last use; the order decides only what is closed first, never what anything means.
    private final LinkedHashMap<DocumentId, Sheet> sheets = new LinkedHashMap<>(OPEN_DOCUMENTS_MAX, 0.75f, true);
    private SortedMap<DeviceId, Long> unacceptable = new TreeMap<>();

    Desk(Self self, Reading reading, Books books) {
        this.self = self;
        this.reading = reading;
        this.books = books;
    }

    /** Envelopes in which their own author wrote what nobody may read, met since the start, by device. */
    SortedMap<DeviceId, Long> unacceptable() {
        return Collections.unmodifiableSortedMap(unacceptable);
    }

    /**
     * Brings a holding's facts up to its envelopes, as far as they can be read.
     *
     * @param arrived envelopes written down since the last time; may be empty
     * @return true if the facts changed
     */
    boolean bringUp(Holding holding, List<Envelope> arrived) {
        if (holding.isOvertaken()) {
            return readAgain(holding, arrived);
        }
        Sheet sheet = sheets.get(holding.document());
        if (sheet != null) {
            sheet.pending().addAll(arrived);
            return apply(holding, sheet);
        }
        if (holding.nature().isEmpty() && !arrived.isEmpty() && arrived.stream().noneMatch(reading::hasKey)) {
            // Somebody else's private matter: carried, not read.
            arrived.forEach(envelope -> holding.waitFor(envelope.header().epoch()));
            return false;
        }
        return apply(holding, lay(holding, arrived));
    }

    /** PROTOCOL §6: what a device contradicted, and all that follows it, is as if it had never been said. */
    private boolean readAgain(Holding holding, List<Envelope> arrived) {
        Sheet before = sheets.remove(holding.document());
        if (before != null) {
            before.live().close();
        }
        holding.nothingRead();
        apply(holding, lay(holding, arrived));
        return true;
    }

    /**
     * What native code would be handed of a document, through both doors and in their order, without handing it over. What the doors refuse
     * is left out: native code never meets it here, so it has no say about the document.
     */
    List<byte[]> changesThroughBothDoors(DocumentId document) {
        SortedMap<DeviceId, Long> counted = new TreeMap<>(unacceptable);
        Holding rehearsed = new Holding(document);
        try (LiveDocument live = new LiveDocument(Actors.of(self.keys().signing(), document))) {
            Sheet sheet = new Sheet(live, new ArrayList<>(books.envelopes(document)), new TreeSet<>());
            boolean taken = true;
            while (taken) {
                taken = takeWhatIsNext(rehearsed, sheet);
            }
            return live.staged();
        } finally {
            unacceptable = counted;
        }
    }

    /** The open document behind a holding, with everything readable in it. */
    LiveDocument open(Holding holding) {
        if (holding.isOvertaken()) {
            readAgain(holding, List.of());
        } else if (!sheets.containsKey(holding.document())) {
            apply(holding, lay(holding, List.of()));
        }
        return sheetOf(holding).live();
    }

    /** True if everything this device ever wrote in it is applied: the next number is really free (PROTOCOL §1). */
    boolean isWhole(Holding holding) {
        open(holding);
        return holding.isApplied(self.device());
    }

    private Sheet sheetOf(Holding holding) {
        Sheet sheet = sheets.get(holding.document());
        if (sheet == null) {
            throw new IllegalStateException("a document that was just opened is gone");
        }
        return sheet;
    }

    private Sheet lay(Holding holding, List<Envelope> arrived) {
        holding.nothingApplied();
        // What arrived with the input at hand may not be in the books yet.
        Map<EnvelopeId, Envelope> all = new LinkedHashMap<>();
        books.envelopes(holding.document()).forEach(envelope -> all.put(envelope.id(), envelope));
        arrived.forEach(envelope -> all.put(envelope.id(), envelope));
        var live = new LiveDocument(Actors.of(self.keys().signing(), holding.document()));
        Sheet sheet = new Sheet(live, new ArrayList<>(all.values()), new TreeSet<>());
        sheets.put(holding.document(), sheet);
        if (sheets.size() > OPEN_DOCUMENTS_MAX) {
            Iterator<Sheet> oldest = sheets.values().iterator();
            oldest.next().live().close();
            oldest.remove();
        }
        return sheet;
    }

    private boolean apply(Holding holding, Sheet sheet) {
        boolean any = false;
        while (takeWhatIsNext(holding, sheet)) {
            any = true;
        }
        if (any) {
            sheet.live().applyStaged();
            holding.read(sheet.live().facts());
        }
        return any;
    }

    /** One pass over the pending envelopes; true if at least one change was taken, so that others may now be next. */
    private boolean takeWhatIsNext(Holding holding, Sheet sheet) {
        boolean taken = false;
        for (Iterator<Envelope> each = sheet.pending().iterator(); each.hasNext(); ) {
            Envelope envelope = each.next();
            Header header = envelope.header();
            boolean cutOff = holding.frontier().entry(header.device()).isCutOffAt(header.last());
            boolean masked = cutOff || sheet.masked().contains(header.device());
            if (!masked && isNext(holding, header)) {
                taken |= take(holding, sheet, envelope);
            }
            if (cutOff || holding.appliedOf(header.device()) >= header.last()) {
                each.remove();
            }
        }
        return taken;
    }

    private static boolean isNext(Holding holding, Header header) {
        long next = holding.appliedOf(header.device()) + 1;
        return header.first() <= next && next <= header.last();
    }

    private boolean take(Holding holding, Sheet sheet, Envelope envelope) {
        Reading.Outcome outcome = reading.read(envelope);
        if (outcome instanceof Reading.NotYet notYet) {
            if (notYet.forKey()) {
                holding.waitFor(envelope.header().epoch());
            }
            return false;
        }
        if (!(outcome instanceof Reading.Legible legible)) {
            mask(sheet, envelope);
            return false;
        }
        return stage(holding, sheet, envelope, legible);
    }

    /** Change by change, so that every node stops at the same one whatever else it holds. */
    private boolean stage(Holding holding, Sheet sheet, Envelope envelope, Reading.Legible legible) {
        DeviceId device = envelope.header().device();
        long before = holding.appliedOf(device);
        holding.is(legible.body().nature());
        for (ChangeSummary change : legible.changes()) {
            LiveDocument.Fit fit = sheet.live().stage(List.of(change));
            if (fit == LiveDocument.Fit.NEVER) {
                mask(sheet, envelope);
            }
            if (fit != LiveDocument.Fit.FITS) {
                break;
            }
            holding.appliedUpTo(device, change.sequence());
        }
        return holding.appliedOf(device) > before;
    }

    /** Its author wrote what nobody may read: from here on nothing of that device counts in this document, on any node. */
    private void mask(Sheet sheet, Envelope envelope) {
        sheet.masked().add(envelope.header().device());
        unacceptable.merge(envelope.header().device(), 1L, Long::sum);
    }

    /** Closes all documents; what is needed again is read again. */
    void close() {
        sheets.values().forEach(sheet -> sheet.live().close());
        sheets.clear();
    }
}
