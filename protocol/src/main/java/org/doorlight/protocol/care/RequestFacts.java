package org.doorlight.protocol.care;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.SlotId;
import org.doorlight.protocol.wire.message.AskedFact;
import org.doorlight.protocol.wire.message.DoorFact;
import org.doorlight.protocol.wire.message.SlotFact;
import org.doorlight.protocol.wire.message.WithdrawnFact;

/** Care requests as facts, and back (CARE §2): which keys there are, and what their bytes mean. */
public final class RequestFacts {
    /** Kind of the document that everyone asked may read. */
    public static final String REQUEST = "request";

    /** Kind of the document with the door details. */
    public static final String DOOR = "door";

    private static final String ASKED = "asked";
    private static final String SLOT = "slot";
    private static final String WITHDRAWN = "withdrawn";

    private RequestFacts() {}

    /** The facts of a new request. */
    public static SortedMap<String, byte[]> asked(CareRequest request, DeviceId author) {
        SortedMap<String, byte[]> facts = new TreeMap<>();
        AskedFact asked = AskedFact.newBuilder()
                .setKind(request.kind().word())
                .setTitle(request.title())
                .addAllRules(request.rules())
                .setAskedAt(request.askedAt())
                .build();
        put(facts, new FactKey(ASKED, FactKey.WHOLE, author), asked);
        request.slots().forEach(slot -> put(facts, new FactKey(SLOT, slot.id().hex(), author), fact(slot)));
        return facts;
    }

    private static SlotFact fact(Slot slot) {
        return SlotFact.newBuilder()
                .setVersion(1)
                .setStart(slot.start())
                .setDurationMillis(slot.durationMillis())
                .setNeed(slot.need())
                .setZone(slot.zone())
                .build();
    }

    /** The fact that takes a request back. */
    public static SortedMap<String, byte[]> withdrawn(long at, DeviceId author) {
        SortedMap<String, byte[]> facts = new TreeMap<>();
        put(
                facts,
                new FactKey(WITHDRAWN, FactKey.WHOLE, author),
                WithdrawnFact.newBuilder().setAt(at).build());
        return facts;
    }

    /** The fact that says which door. */
    public static SortedMap<String, byte[]> door(DocumentId request, String text, DeviceId author) {
        SortedMap<String, byte[]> facts = new TreeMap<>();
        DoorFact door = DoorFact.newBuilder()
                .setRequest(ByteString.copyFrom(request.toBytes()))
                .setVersion(1)
                .setText(text)
                .build();
        put(facts, new FactKey(DOOR, FactKey.WHOLE, author), door);
        return facts;
    }

    private static void put(SortedMap<String, byte[]> facts, FactKey key, MessageLite value) {
        facts.put(key.toString(), value.toByteArray());
    }

    /** The request these facts tell; empty while the first of them has not arrived. */
    public static Optional<CareRequest> read(SortedMap<String, byte[]> facts) {
        SortedMap<SlotId, SlotFact> slots = new TreeMap<>();
        List<AskedFact> asked = new ArrayList<>();
        boolean withdrawn = false;
        for (var fact : facts.entrySet()) {
            Optional<FactKey> key = FactKey.parse(fact.getKey());
            String kind = key.map(FactKey::kind).orElse("");
            switch (kind) {
                case ASKED -> parse(AskedFact.parser(), fact.getValue()).ifPresent(asked::add);
                case SLOT ->
                    key.flatMap(RequestFacts::slotId)
                            .ifPresent(slot -> parse(SlotFact.parser(), fact.getValue())
                                    .filter(RequestFacts::isPossible)
                                    .ifPresent(found -> slots.merge(slot, found, RequestFacts::newer)));
                case WITHDRAWN -> withdrawn = true;
                default -> {}
            }
        }
        boolean gone = withdrawn;
        // Only one device asks; should two claim it, the earlier and then the smaller text is the one everybody takes.
        return asked.stream()
                .min((one, other) -> one.getAskedAt() != other.getAskedAt()
                        ? Long.compare(one.getAskedAt(), other.getAskedAt())
                        : Arrays.compareUnsigned(one.toByteArray(), other.toByteArray()))
                .map(first -> request(first, slots, gone));
    }

    private static Optional<SlotId> slotId(FactKey key) {
        boolean fits =
                key.subject().length() == 2 * Bytes16.LENGTH && key.subject().matches("[0-9a-f]+");
        return fits ? Optional.of(SlotId.parse(key.subject())) : Optional.empty();
    }

    private static boolean isPossible(SlotFact slot) {
        return slot.getDurationMillis() > 0 && slot.getNeed() > 0 && slot.getStart() > 0;
    }

    private static SlotFact newer(SlotFact one, SlotFact other) {
        return Long.compareUnsigned(one.getVersion(), other.getVersion()) >= 0 ? one : other;
    }

    private static CareRequest request(AskedFact asked, SortedMap<SlotId, SlotFact> slots, boolean withdrawn) {
        List<Slot> times = new ArrayList<>();
        slots.forEach((id, slot) ->
                times.add(new Slot(id, slot.getStart(), slot.getDurationMillis(), slot.getNeed(), slot.getZone())));
        return new CareRequest(
                RequestKind.of(asked.getKind()).orElse(RequestKind.OTHER),
                asked.getTitle(),
                asked.getRulesList(),
                asked.getAskedAt(),
                times,
                withdrawn);
    }

    /** The door details in these facts and the request they belong to. */
    public static Optional<Door> readDoor(SortedMap<String, byte[]> facts) {
        return facts.entrySet().stream()
                .filter(fact -> FactKey.parse(fact.getKey())
                        .filter(key -> key.kind().equals(DOOR))
                        .isPresent())
                .map(fact -> parse(DoorFact.parser(), fact.getValue()))
                .flatMap(Optional::stream)
                .filter(door -> door.getRequest().size() == Bytes16.LENGTH)
                .max((one, other) -> Long.compareUnsigned(one.getVersion(), other.getVersion()))
                .map(door -> new Door(DocumentId.of(door.getRequest().toByteArray()), door.getText()));
    }

    /** Door details of a request. */
    public record Door(DocumentId request, String text) {}

    private static <T extends MessageLite> Optional<T> parse(Parser<T> parser, byte[] value) {
        try {
            return Optional.of(parser.parseFrom(value));
        } catch (InvalidProtocolBufferException malformed) {
            return Optional.empty();
        }
    }
}
