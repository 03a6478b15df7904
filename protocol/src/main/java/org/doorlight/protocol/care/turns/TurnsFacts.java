package org.doorlight.protocol.care.turns;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.care.FactKey;
import org.doorlight.protocol.care.RequestKind;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.wire.message.RoomFact;

/**
 * What the street is told of somebody's room, as facts and back (CARE §1, §5). All such facts have one length, so that not even their size
 * says whether somebody is asked.
 */
public final class TurnsFacts {
    /** Kind of the document that the whole circle reads. */
    public static final String TURNS = "turns";

    /** Bytes of every such fact: all kinds there are, and room for some to come. */
    static final int FACT_BYTES = 256;

    private static final String ROOM = "room";

    private static final Comparator<Told> ORDER = ((Comparator<Told>)
                    (one, other) -> Long.compareUnsigned(one.version(), other.version()))
            .thenComparing(told -> told.published().kinds().size(), Comparator.reverseOrder())
            .thenComparing(told -> told.published().bucket())
            .thenComparing(told -> told.published().kinds().toString());

    private TurnsFacts() {}

    /** A published room with the version of its register. */
    public record Told(long version, Published published) {
        /** Nothing was heard yet. */
        public static final Told NOTHING = new Told(0, Published.UNSAID);

        /** True if there is one at all. */
        public boolean isSaid() {
            return version != 0;
        }
    }

    /** The fact that says so. */
    public static SortedMap<String, byte[]> room(Told told, DeviceId author) {
        RoomFact.Builder fact = RoomFact.newBuilder()
                .setVersion(told.version())
                .setBucket(told.published().bucket());
        told.published().kinds().forEach(kind -> fact.addKinds(kind.word()));
        SortedMap<String, byte[]> facts = new TreeMap<>();
        facts.put(new FactKey(ROOM, FactKey.WHOLE, author).toString(), padded(fact));
        return facts;
    }

    private static byte[] padded(RoomFact.Builder fact) {
        // An empty padding of one byte costs its tag, its length and itself; a longer one has a length of two bytes.
        int padding = FACT_BYTES - fact.build().getSerializedSize();
        byte[] bytes =
                fact.setPadding(ByteString.copyFrom(new byte[padding])).build().toByteArray();
        return fact.setPadding(ByteString.copyFrom(new byte[padding - (bytes.length - FACT_BYTES)]))
                .build()
                .toByteArray();
    }

    /** What these facts say: the highest version, and of equal ones "not asked", then the higher bucket. */
    public static Told read(SortedMap<String, byte[]> facts) {
        return facts.entrySet().stream()
                .filter(fact -> FactKey.parse(fact.getKey())
                        .filter(key -> key.kind().equals(ROOM))
                        .isPresent())
                .flatMap(fact -> parse(fact.getValue()).stream())
                .max(ORDER)
                .orElse(Told.NOTHING);
    }

    private static Optional<Told> parse(byte[] value) {
        try {
            RoomFact fact = RoomFact.parseFrom(value);
            SortedSet<RequestKind> kinds = new TreeSet<>();
            fact.getKindsList().forEach(word -> RequestKind.of(word).ifPresent(kinds::add));
            int bucket = kinds.isEmpty() ? 0 : Bucket.bounded(fact.getBucket());
            return Optional.of(new Told(fact.getVersion(), new Published(kinds, bucket)));
        } catch (InvalidProtocolBufferException malformed) {
            return Optional.empty();
        }
    }
}
