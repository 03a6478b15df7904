package org.doorlight.protocol.replica;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.document.Frontier;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EpochId;
import org.jspecify.annotations.Nullable;

/** What this node knows of one document: how much it holds, and the facts it could read. Changed by its replica only. */
public final class Holding {
    private final DocumentId document;
    private Frontier frontier = Frontier.EMPTY;
    private Body.@Nullable Nature nature;
    private SortedMap<String, byte[]> facts = new TreeMap<>();
    private SortedMap<DeviceId, Long> applied = new TreeMap<>();
    private final SortedSet<EpochId> waitingFor = new TreeSet<>();
    // For each device with a hole, how far it had come.
    private final SortedMap<DeviceId, Long> howFar = new TreeMap<>();
    private long ownSerial;

    public Holding(DocumentId document) {
        this.document = document;
    }

    /** Fills a holding with what was written down of it. */
    public void restore(
            Frontier held,
            Body.@Nullable Nature is,
            SortedMap<String, byte[]> read,
            SortedMap<DeviceId, Long> upTo,
            long serial) {
        frontier = held;
        nature = is;
        facts = new TreeMap<>(read);
        applied = new TreeMap<>(upTo);
        ownSerial = serial;
    }

    public DocumentId document() {
        return document;
    }

    /** Envelopes held, readable or not. */
    public Frontier frontier() {
        return frontier;
    }

    /** What it is; empty until something of it could be opened. */
    public Optional<Body.Nature> nature() {
        return Optional.ofNullable(nature);
    }

    public boolean isOf(String kind) {
        return nature != null && nature.kind().equals(kind);
    }

    /** The facts read so far. */
    public SortedMap<String, byte[]> facts() {
        return Collections.unmodifiableSortedMap(facts);
    }

    /** True if each of these facts stands here, with these bytes. */
    boolean says(SortedMap<String, byte[]> some) {
        return some.entrySet().stream().allMatch(fact -> Arrays.equals(fact.getValue(), facts.get(fact.getKey())));
    }

    /** True if everything a device wrote in it is applied. */
    boolean isApplied(DeviceId device) {
        return appliedOf(device) == frontier.count(device);
    }

    /** Facts of this home's own were added. */
    void add(SortedMap<String, byte[]> more) {
        SortedMap<String, byte[]> all = new TreeMap<>(facts);
        all.putAll(more);
        read(all);
    }

    /** Changes of each device that are in the facts. */
    public SortedMap<DeviceId, Long> applied() {
        return Collections.unmodifiableSortedMap(applied);
    }

    /** Epochs without which the rest cannot be read. */
    public SortedSet<EpochId> waitingFor() {
        return Collections.unmodifiableSortedSet(waitingFor);
    }

    /** Serial of the last own envelope in it; 0 for none. */
    public long ownSerial() {
        return ownSerial;
    }

    void hold(DeviceId device, Frontier.Entry entry) {
        frontier = frontier.with(device, entry);
        howFar.computeIfPresent(device, (unseen, count) -> entry.count() >= count || entry.isForked() ? null : count);
    }

    // ---- holes

    /** For each device of which an envelope is damaged here, how many changes there were. */
    public SortedMap<DeviceId, Long> howFar() {
        return Collections.unmodifiableSortedMap(howFar);
    }

    /** A device had come so far, whatever is whole of it now. */
    public void once(DeviceId device, long count) {
        howFar.merge(device, count, Math::max);
    }

    /** True if something that was held has to come again from a neighbour. */
    public boolean hasHoles() {
        return !howFar.isEmpty();
    }

    boolean hasHole(DeviceId device) {
        return howFar.containsKey(device);
    }

    void rememberHowFar() {
        frontier.entries().forEach((device, entry) -> once(device, entry.count()));
    }

    SortedSet<DeviceId> devicesEver() {
        return new TreeSet<>(howFar.keySet());
    }

    /** Only so much of a device is whole. */
    void holdOnly(DeviceId device, Frontier.Entry reached) {
        if (reached.count() > 0 || reached.isForked()) {
            hold(device, reached);
        } else {
            frontier = frontier.without(device);
            howFar.computeIfPresent(device, (unseen, count) -> count == 0 ? null : count);
        }
    }

    void wrote(long serial) {
        ownSerial = serial;
    }

    void is(Body.Nature found) {
        nature = found;
    }

    void read(SortedMap<String, byte[]> found) {
        facts = found;
    }

    void appliedUpTo(DeviceId device, long count) {
        applied.put(device, count);
    }

    /** True if facts rest on changes that a device later took back its word on: they have to be read again without them. */
    boolean isOvertaken() {
        return frontier.entries().entrySet().stream()
                .anyMatch(entry -> entry.getValue().isCutOffAt(appliedOf(entry.getKey())));
    }

    /** Forgets what was read, for reading it again from the envelopes. */
    void nothingRead() {
        nothingApplied();
        nature = null;
        facts = new TreeMap<>();
    }

    void nothingApplied() {
        applied.clear();
        waitingFor.clear();
    }

    void waitFor(EpochId epoch) {
        waitingFor.add(epoch);
    }

    long appliedOf(DeviceId device) {
        return applied.getOrDefault(device, 0L);
    }

    boolean isBehind() {
        return frontier.entries().entrySet().stream()
                .anyMatch(entry -> appliedOf(entry.getKey()) < entry.getValue().count());
    }
}
