package org.doorlight.protocol.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.doorlight.protocol.core.Archive;
import org.doorlight.protocol.core.Effect.DeleteRecord;
import org.doorlight.protocol.core.Effect.SaveEnvelope;
import org.doorlight.protocol.core.Effect.SaveRecord;
import org.doorlight.protocol.core.Shelf;
import org.doorlight.protocol.core.Store;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.simulation.SimulatedDisk.Filing;
import org.doorlight.protocol.simulation.SimulatedDisk.Folder;
import org.doorlight.protocol.simulation.SimulatedDisk.Place;
import org.doorlight.protocol.simulation.SimulatedDisk.Row;
import org.jspecify.annotations.Nullable;

/**
 * A store on a {@link SimulatedDisk}: turns, commits and rollbacks as the real one, and trouble on request. A turn is all or nothing,
 * because the real store keeps a checksummed log: a log with a lost or torn row ends before the turn the row belongs to.
 */
public final class SimulatedStore implements Archive, Store {
    // The chance that one unsynced row has reached the disk whole when the power goes.
    private static final double ROW_KEPT = 0.9;
    // What an envelope's row holds beside it: arrival, circle, document, device, first, count, mark.
    private static final long FILING_BYTES = 80;

    private final SimulatedDisk disk;
    private final Dice dice;
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private long damaged;
    private int until;
    private StoreTrouble.@Nullable Kind trouble;

    /** Opens what is on a disk. */
    public SimulatedStore(SimulatedDisk disk, Dice dice) {
        this.disk = disk;
        this.dice = dice;
    }

    /** Has something go wrong at the first commit after so many saves and commits; a power cut before the write comes at once then. */
    public void expect(StoreTrouble.Kind kind, int operations) {
        trouble = kind;
        until = operations;
    }

    // ---- the turn
    // ---------------------------------------------------------------------------------------------------------------

    /** Appends an envelope to the running turn. */
    @Override
    public void saveEnvelope(SaveEnvelope effect) {
        operate(false);
        Folder folder = new Folder(effect.circle(), effect.document());
        List<Filing> filings = disk.folders.computeIfAbsent(folder, unseen -> new ArrayList<>());
        filings.add(new Filing(++disk.arrivals, effect, Row.of(effect.bytes())));
        weigh(1, FILING_BYTES + effect.bytes().length);
        undo.push(() -> {
            filings.remove(filings.size() - 1);
            if (filings.isEmpty()) {
                disk.folders.remove(folder);
            }
            weigh(-1, -FILING_BYTES - effect.bytes().length);
        });
    }

    /** Puts a record in the running turn. */
    @Override
    public void saveRecord(SaveRecord effect) {
        operate(false);
        replace(new Place(effect.shelf().number(), effect.key()), Row.of(effect.value()));
    }

    /** Removes a record in the running turn. */
    @Override
    public void deleteRecord(DeleteRecord effect) {
        operate(false);
        replace(new Place(effect.shelf().number(), effect.key()), null);
    }

    private void replace(Place place, @Nullable Row row) {
        Row before = put(place, row);
        undo.push(() -> put(place, before));
    }

    private @Nullable Row put(Place place, @Nullable Row row) {
        Row before = row == null ? disk.records.remove(place) : disk.records.put(place, row);
        weigh(0, lengthOf(row) - lengthOf(before));
        return before;
    }

    private static long lengthOf(@Nullable Row row) {
        return row == null ? 0 : row.bytes().length;
    }

    private void weigh(long envelopes, long bytes) {
        disk.envelopes += envelopes;
        disk.bytes += bytes;
    }

    /** Makes the running turn durable. */
    @Override
    public void commit() {
        if (undo.isEmpty()) {
            return;
        }
        operate(true);
        undo.clear();
        if (until <= 0 && trouble == StoreTrouble.Kind.POWER_CUT_AFTER_SYNC) {
            throw fail(trouble);
        }
    }

    /** Forgets the running turn. */
    @Override
    public void rollback() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }

    @Override
    public void reopen() {
        rollback();
    }

    @Override
    public void probe() {
        operate(true);
    }

    /** Somebody made room on a full disk. */
    void makeRoom() {
        if (trouble == StoreTrouble.Kind.DISK_FULL && until <= 0) {
            trouble = null;
        }
    }

    /** The disk is mended: what was still to go wrong does not. */
    void mend() {
        trouble = null;
    }

    private void operate(boolean committing) {
        if (trouble == null || --until > 0) {
            return;
        }
        switch (trouble) {
            case POWER_CUT_BEFORE_WRITE -> {
                rollback();
                throw fail(trouble);
            }
            case POWER_CUT_BEFORE_SYNC, SYNC_FAILS -> {
                if (committing) {
                    keepOrLose();
                    throw fail(trouble);
                }
            }
            case DISK_FULL -> {
                rollback();
                // Full it stays, until somebody makes room.
                throw new StoreTrouble(trouble);
            }
            case POWER_CUT_AFTER_SYNC -> {}
        }
    }

    private void keepOrLose() {
        boolean whole = undo.stream().allMatch(row -> dice.chance(ROW_KEPT));
        if (whole) {
            undo.clear();
        } else {
            rollback();
        }
    }

    private StoreTrouble fail(StoreTrouble.Kind kind) {
        trouble = null;
        return new StoreTrouble(kind);
    }

    // ---- reading
    // ----------------------------------------------------------------------------------------------------------------

    @Override
    public List<Kept> records(Shelf shelf) {
        Place first = new Place(shelf.number(), new byte[0]);
        Place end = new Place(shelf.number() + 1, new byte[0]);
        List<Kept> found = new ArrayList<>();
        for (Map.Entry<Place, Row> entry : disk.records.subMap(first, end).entrySet()) {
            if (isWhole(entry.getValue())) {
                found.add(new Kept(entry.getKey().key(), entry.getValue().bytes()));
            }
        }
        return found;
    }

    @Override
    public List<Filed> envelopes(CircleId circle, DocumentId document, long afterArrival, long bytesMax) {
        List<Filed> found = new ArrayList<>();
        long room = bytesMax;
        for (Filing filing : disk.folders.getOrDefault(new Folder(circle, document), List.of())) {
            if (filing.arrival() > afterArrival && isWhole(filing.row())) {
                byte[] bytes = filing.row().bytes();
                if (!found.isEmpty() && bytes.length > room) {
                    break;
                }
                room -= bytes.length;
                SaveEnvelope saved = filing.envelope();
                found.add(new Filed(filing.arrival(), saved.device(), saved.first(), saved.count(), bytes));
            }
        }
        return found;
    }

    private boolean isWhole(Row row) {
        boolean whole = row.isWhole();
        damaged += whole ? 0 : 1;
        return whole;
    }

    @Override
    public Size size() {
        return new Size(disk.envelopes, disk.bytes);
    }

    @Override
    public long damaged() {
        return damaged;
    }
}
