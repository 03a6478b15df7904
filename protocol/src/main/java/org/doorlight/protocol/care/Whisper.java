package org.doorlight.protocol.care;

import com.google.protobuf.ByteString;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.wire.message.DoorFact;

/**
 * What belongs to a request and is for few: door details, or the story behind it (CARE §1). It lies in a document of its own under an
 * audience of its own: one for the requester alone, and one for each helper it is meant for.
 *
 * @param kind {@link #DOOR} or {@link #STORY}: the document's kind and the fact's
 * @param member the helper this copy is for; empty in the requester's own
 */
public record Whisper(String kind, DocumentId request, String text, Optional<MemberId> member) {
    /** Kind of the document with the door details. */
    public static final String DOOR = "door";

    /** Kind of the document with the story. */
    public static final String STORY = "story";

    /** The same words for one helper. */
    public Whisper copyFor(MemberId helper) {
        return new Whisper(kind, request, text, Optional.of(helper));
    }

    /** As facts of a document of its kind. */
    public SortedMap<String, byte[]> facts(DeviceId author) {
        DoorFact.Builder fact = DoorFact.newBuilder()
                .setRequest(ByteString.copyFrom(request.toBytes()))
                .setVersion(1)
                .setText(text);
        member.ifPresent(helper -> fact.setMember(ByteString.copyFrom(helper.toBytes())));
        return Facts.one(new FactKey(kind, FactKey.WHOLE, author), fact.build());
    }

    /** What the facts of a document of this kind say. */
    public static Optional<Whisper> read(String kind, SortedMap<String, byte[]> facts) {
        return facts.entrySet().stream()
                .filter(fact -> FactKey.parse(fact.getKey())
                        .filter(key -> key.kind().equals(kind))
                        .isPresent())
                .map(fact -> Facts.parse(DoorFact.parser(), fact.getValue()))
                .flatMap(Optional::stream)
                .filter(fact -> Facts.bytes16(fact.getRequest()).isPresent())
                .max(Comparator.comparing(DoorFact::getVersion, Long::compareUnsigned))
                .map(fact -> of(kind, fact));
    }

    private static Whisper of(String kind, DoorFact fact) {
        Optional<MemberId> member = fact.getMember().size() == Bytes32.LENGTH
                ? Optional.of(MemberId.of(fact.getMember().toByteArray()))
                : Optional.empty();
        return new Whisper(kind, DocumentId.of(fact.getRequest().toByteArray()), fact.getText(), member);
    }
}
