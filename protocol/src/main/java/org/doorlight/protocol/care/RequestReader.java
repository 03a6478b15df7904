package org.doorlight.protocol.care;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.CommitmentId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.SlotId;
import org.doorlight.protocol.wire.message.AskedFact;
import org.doorlight.protocol.wire.message.EventFact;
import org.doorlight.protocol.wire.message.IntentFact;
import org.doorlight.protocol.wire.message.SlotFact;

/** A care request read back from its facts, in whatever order they came (CARE §2, S3). */
public final class RequestReader {
    private static final long MILLIS_MAX = 253_402_300_799_999L;

    // Only one device asks; should two claim it, the earlier and then the smaller one is the one everybody takes.
    private static final Comparator<AskedFact> FIRST_ASKED = Comparator.comparingLong(AskedFact::getAskedAt)
            .thenComparing(MessageLite::toByteArray, Arrays::compareUnsigned);

    // Of two moves made apart the one that asks everybody again.
    private static final Comparator<SlotFact> NEWEST = Comparator.comparing(SlotFact::getVersion, Long::compareUnsigned)
            .thenComparing(SlotFact::getMoved, Long::compareUnsigned)
            .thenComparingLong(SlotFact::getStart)
            .thenComparing(MessageLite::toByteArray, Arrays::compareUnsigned);

    // Rest wins: of a pause and a resume made apart the pause.
    private static final Comparator<IntentFact> RESTFUL =
            Comparator.comparing(IntentFact::getVersion, Long::compareUnsigned).thenComparing(IntentFact::getPaused);

    private final List<AskedFact> asked = new ArrayList<>();
    private final SortedMap<SlotId, SlotFact> slots = new TreeMap<>();
    private final SortedMap<SlotId, Long> movedMax = new TreeMap<>();
    private final List<IntentFact> intents = new ArrayList<>();
    private final SortedMap<CommitmentId, Stamp> accepted = new TreeMap<>();
    private final SortedSet<CommitmentId> released = new TreeSet<>();
    private final SortedSet<SlotId> mine = new TreeSet<>();
    private final SortedSet<CommitmentId> tonight = new TreeSet<>();
    private boolean withdrawn;
    private boolean fulfilled;

    private RequestReader() {}

    /** The request these facts tell; empty while the first of them has not arrived. */
    public static Optional<CareRequest> read(SortedMap<String, byte[]> facts) {
        RequestReader reader = new RequestReader();
        facts.forEach((key, value) -> FactKey.parse(key).ifPresent(parsed -> reader.note(parsed, value)));
        return reader.asked.stream().min(FIRST_ASKED).map(reader::request);
    }

    private void note(FactKey key, byte[] value) {
        switch (key.kind()) {
            case RequestFacts.ASKED -> Facts.parse(AskedFact.parser(), value).ifPresent(asked::add);
            case RequestFacts.SLOT -> Facts.slot(key.subject()).ifPresent(slot -> noteSlot(slot, value));
            case RequestFacts.WITHDRAWN -> withdrawn = true;
            case RequestFacts.FULFILLED -> fulfilled = true;
            case RequestFacts.INTENT -> Facts.parse(IntentFact.parser(), value).ifPresent(intents::add);
            case RequestFacts.MINE -> Facts.slot(key.subject()).ifPresent(mine::add);
            case RequestFacts.ACCEPTED ->
                Facts.commitment(key.subject())
                        .ifPresent(yes -> accepted.merge(yes, stamp(value), RequestReader::earlier));
            case RequestFacts.RELEASED -> Facts.commitment(key.subject()).ifPresent(released::add);
            case RequestFacts.TONIGHT -> Facts.commitment(key.subject()).ifPresent(tonight::add);
            default -> {}
        }
    }

    private void noteSlot(SlotId id, byte[] value) {
        Facts.parse(SlotFact.parser(), value).filter(RequestReader::isPossible).ifPresent(found -> {
            slots.merge(id, found, (one, other) -> NEWEST.compare(one, other) >= 0 ? one : other);
            movedMax.merge(id, found.getMoved(), Math::max);
        });
    }

    private static boolean isPossible(SlotFact slot) {
        return slot.getStart() > 0
                && slot.getStart() <= MILLIS_MAX
                && slot.getDurationMillis() > 0
                && slot.getDurationMillis() <= MILLIS_MAX
                && slot.getNeed() > 0;
    }

    private static Stamp stamp(byte[] event) {
        return Facts.parse(EventFact.parser(), event)
                .map(fact -> Facts.stamp(fact.getStamp()))
                .orElse(Stamp.NONE);
    }

    private static Stamp earlier(Stamp one, Stamp other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private CareRequest request(AskedFact first) {
        CareRequest.Asked what = new CareRequest.Asked(
                RequestKind.of(first.getKind()).orElse(RequestKind.OTHER),
                first.getTitle(),
                first.getRulesList(),
                first.getAskedAt(),
                Facts.bytes16(first.getFollows()).map(DocumentId::of),
                members(first.getToList()));
        List<Slot> times = new ArrayList<>();
        slots.forEach((id, slot) -> times.add(slot(id, slot)));
        Optional<IntentFact> intent = intents.stream().max(RESTFUL);
        CareRequest.Intent wanted = new CareRequest.Intent(
                withdrawn,
                fulfilled,
                intent.map(IntentFact::getPaused).orElse(false),
                intent.map(IntentFact::getVersion).orElse(0L),
                intent.map(fact -> Facts.stamp(fact.getStamp()).millis()).orElse(0L));
        return new CareRequest(what, times, wanted, new CareRequest.Choices(accepted, released, mine, tonight));
    }

    private static SortedSet<MemberId> members(List<ByteString> ids) {
        SortedSet<MemberId> members = new TreeSet<>();
        ids.stream()
                .filter(id -> id.size() == Bytes32.LENGTH)
                .forEach(id -> members.add(MemberId.of(id.toByteArray())));
        return members;
    }

    private Slot slot(SlotId id, SlotFact slot) {
        Slot.History history = new Slot.History(
                slot.getVersion(),
                slot.getMoved(),
                movedMax.getOrDefault(id, slot.getMoved()),
                slot.getAgreedStart() == 0 ? slot.getStart() : slot.getAgreedStart(),
                slot.getOpensAt());
        return new Slot(id, slot.getStart(), slot.getDurationMillis(), slot.getNeed(), slot.getZone(), history);
    }

    /** The highest stamp in these facts. */
    public static Stamp highest(SortedMap<String, byte[]> facts) {
        Stamp highest = Stamp.NONE;
        for (var fact : facts.entrySet()) {
            String kind = FactKey.parse(fact.getKey()).map(FactKey::kind).orElse("");
            highest = highest.or(
                    switch (kind) {
                        case RequestFacts.FULFILLED,
                                RequestFacts.MINE,
                                RequestFacts.ACCEPTED,
                                RequestFacts.RELEASED,
                                RequestFacts.TONIGHT -> stamp(fact.getValue());
                        case RequestFacts.INTENT ->
                            Facts.parse(IntentFact.parser(), fact.getValue())
                                    .map(intent -> Facts.stamp(intent.getStamp()))
                                    .orElse(Stamp.NONE);
                        default -> Stamp.NONE;
                    });
        }
        return highest;
    }
}
