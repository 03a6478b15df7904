package org.doorlight.protocol.care;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.CommitmentId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.SlotId;
import org.doorlight.protocol.wire.message.EventFact;
import org.doorlight.protocol.wire.message.StampValue;

/** Small change: facts as keys and bytes, and back. What cannot be read is as good as not there (CARE S6). */
final class Facts {
    private static final int ID_DIGITS = 2 * Bytes16.LENGTH;

    private Facts() {}

    static SortedMap<String, byte[]> one(FactKey key, MessageLite value) {
        SortedMap<String, byte[]> facts = new TreeMap<>();
        facts.put(key.toString(), value.toByteArray());
        return facts;
    }

    /** Something that happened and stays so. */
    static SortedMap<String, byte[]> event(String kind, String subject, DeviceId author, Stamp at) {
        return one(
                new FactKey(kind, subject, author),
                EventFact.newBuilder().setStamp(value(at)).build());
    }

    static <T extends MessageLite> Optional<T> parse(Parser<T> parser, byte[] value) {
        try {
            return Optional.of(parser.parseFrom(value));
        } catch (InvalidProtocolBufferException malformed) {
            return Optional.empty();
        }
    }

    static StampValue value(Stamp stamp) {
        return StampValue.newBuilder()
                .setMillis(stamp.millis())
                .setCounter(stamp.counter())
                .build();
    }

    static Stamp stamp(StampValue value) {
        return new Stamp(value.getMillis(), value.getCounter());
    }

    static Optional<CommitmentId> commitment(String subject) {
        return isId(subject) ? Optional.of(CommitmentId.parse(subject)) : Optional.empty();
    }

    static Optional<SlotId> slot(String subject) {
        return isId(subject) ? Optional.of(SlotId.parse(subject)) : Optional.empty();
    }

    /** Sixteen bytes; empty for any other number of them. */
    static Optional<byte[]> bytes16(ByteString bytes) {
        return bytes.size() == Bytes16.LENGTH ? Optional.of(bytes.toByteArray()) : Optional.empty();
    }

    private static boolean isId(String subject) {
        return subject.length() == ID_DIGITS && subject.matches("[0-9a-f]+");
    }
}
