package org.doorlight.protocol.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.core.Effect.SaveEnvelope;
import org.doorlight.protocol.core.Shelf;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DocumentId;
import org.jspecify.annotations.Nullable;

/** What is left of a node when its power is cut: rows, each with a mark by which damage is noticed. */
public final class SimulatedDisk {
    /** Where a record stands. */
    record Place(int shelf, byte[] key) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return shelf != other.shelf ? Integer.compare(shelf, other.shelf) : Arrays.compareUnsigned(key, other.key);
        }
    }

    /** One document of one circle. */
    record Folder(CircleId circle, DocumentId document) implements Comparable<Folder> {
        @Override
        public int compareTo(Folder other) {
            int byDocument = document.compareTo(other.document);
            return byDocument != 0 ? byDocument : circle.compareTo(other.circle);
        }
    }

    /** Bytes and their mark. */
    record Row(byte[] bytes, long mark) {
        static Row of(byte[] bytes) {
            return new Row(bytes, markOf(bytes));
        }

        boolean isWhole() {
            return markOf(bytes) == mark;
        }

        Row withFlippedBit(int position) {
            byte[] rotten = bytes.clone();
            if (rotten.length == 0) {
                return new Row(rotten, mark + 1);
            }
            rotten[position % rotten.length] ^= 1;
            return new Row(rotten, mark);
        }

        private static long markOf(byte[] bytes) {
            CRC32 crc = new CRC32();
            crc.update(bytes);
            return crc.getValue();
        }
    }

    /** An envelope and its place. */
    record Filing(long arrival, SaveEnvelope envelope, Row row) {}

    final NavigableMap<Place, Row> records = new TreeMap<>();
    final NavigableMap<Folder, List<Filing>> folders = new TreeMap<>();
    // What watchers read here last.
    @Nullable
    Charter read;

    long arrivals;
    long envelopes;
    long bytes;

    /** A copy to go back to, as a backup is. */
    public SimulatedDisk copy() {
        SimulatedDisk copy = new SimulatedDisk();
        copy.records.putAll(records);
        folders.forEach((folder, filings) -> copy.folders.put(folder, new ArrayList<>(filings)));
        copy.arrivals = arrivals;
        copy.envelopes = envelopes;
        copy.bytes = bytes;
        return copy;
    }

    /** How many records stand on a shelf. */
    int count(Shelf shelf) {
        return (int) records.keySet().stream()
                .filter(place -> place.shelf() == shelf.number())
                .count();
    }

    /** Flips a bit of one envelope somewhere; its mark tells on the next reading. */
    void rotEnvelope(Dice dice, Predicate<Filing> which) {
        if (envelopes == 0) {
            return;
        }
        List<Filing> filings = dice.oneOf(new ArrayList<>(folders.values()));
        int place = dice.below(filings.size());
        Filing filing = filings.get(place);
        if (!which.test(filing)) {
            return;
        }
        Row rotten = filing.row().withFlippedBit(dice.below(Short.MAX_VALUE));
        filings.set(place, new Filing(filing.arrival(), filing.envelope(), rotten));
    }

    /** True if this disk has the same envelope, whole. */
    boolean holds(Filing filing) {
        Folder folder = new Folder(filing.envelope().circle(), filing.envelope().document());
        return folders.getOrDefault(folder, List.of()).stream()
                .anyMatch(own -> own.row().isWhole()
                        && Arrays.equals(
                                own.envelope().bytes(), filing.envelope().bytes()));
    }

    /** Flips a bit of every envelope. */
    void rotEnvelopes() {
        folders.values()
                .forEach(filings -> filings.replaceAll(filing -> new Filing(
                        filing.arrival(),
                        filing.envelope(),
                        filing.row().withFlippedBit(filing.envelope().bytes().length / 2))));
    }

    /** Flips a bit of every record of a shelf. */
    void rotRecords(int shelf) {
        records.replaceAll((place, row) -> place.shelf() == shelf ? row.withFlippedBit(row.bytes().length / 2) : row);
    }

    /** Flips a bit of one record of a shelf, if there is one. */
    void rotRecord(int shelf, Dice dice) {
        List<Place> places = records.keySet().stream()
                .filter(place -> place.shelf() == shelf)
                .toList();
        if (!places.isEmpty()) {
            records.computeIfPresent(
                    dice.oneOf(places), (place, row) -> row.withFlippedBit(dice.below(Short.MAX_VALUE)));
        }
    }
}
