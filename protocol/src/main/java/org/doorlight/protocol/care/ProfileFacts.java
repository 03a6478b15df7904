package org.doorlight.protocol.care;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.wire.message.TextRegister;

/** Names: a member's card, and what a steward says of the circle itself (CARE §1). Each field is a register of one device. */
public final class ProfileFacts {
    /** Kind of the document in which a member says who it is. */
    public static final String CARD = "card";

    /** Kind of the document in which a steward says what the circle is called and where it lies. */
    public static final String STREET = "street";

    /** Field: the name. */
    public static final String NAME = "name";

    /** Field of a card: household, person or kiosk. */
    public static final String KIND = "kind";

    /** Field of a street: IANA time zone. */
    public static final String ZONE = "zone";

    private ProfileFacts() {}

    /** The fact that sets a field for the first time. */
    public static SortedMap<String, byte[]> set(String field, String value, DeviceId author) {
        SortedMap<String, byte[]> facts = new TreeMap<>();
        TextRegister register =
                TextRegister.newBuilder().setVersion(1).setValue(value).build();
        facts.put(new FactKey(field, FactKey.WHOLE, author).toString(), register.toByteArray());
        return facts;
    }

    /** A field's register with the highest version, ties to the smaller text. */
    public static Optional<TextRegister> register(SortedMap<String, byte[]> facts, String field) {
        return facts.entrySet().stream()
                .filter(fact -> FactKey.parse(fact.getKey())
                        .filter(key -> key.kind().equals(field))
                        .isPresent())
                .flatMap(fact -> parse(fact.getValue()).stream())
                .max(ProfileFacts::compare);
    }

    /** Orders registers: the higher version last, of equal ones the smaller text last. */
    public static int compare(TextRegister one, TextRegister other) {
        int byVersion = Long.compareUnsigned(one.getVersion(), other.getVersion());
        return byVersion != 0 ? byVersion : other.getValue().compareTo(one.getValue());
    }

    private static Optional<TextRegister> parse(byte[] value) {
        try {
            return Optional.of(TextRegister.parseFrom(value));
        } catch (InvalidProtocolBufferException malformed) {
            return Optional.empty();
        }
    }
}
