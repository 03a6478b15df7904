package org.doorlight.protocol.care;

import com.google.protobuf.ByteString;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.id.CommitmentId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.SlotId;
import org.doorlight.protocol.wire.message.AskedFact;
import org.doorlight.protocol.wire.message.IntentFact;
import org.doorlight.protocol.wire.message.SlotFact;
import org.doorlight.protocol.wire.message.WithdrawnFact;

/** What a requester says of a care request, as facts (CARE §2); {@link RequestReader} reads them back. */
public final class RequestFacts {
    /** Kind of the document that everyone asked may read. */
    public static final String REQUEST = "request";

    static final String ASKED = "asked";
    static final String SLOT = "slot";
    static final String WITHDRAWN = "withdrawn";
    static final String FULFILLED = "fulfilled";
    static final String INTENT = "intent";
    static final String MINE = "mine";
    static final String ACCEPTED = "accepted";
    static final String RELEASED = "released";
    static final String TONIGHT = "tonight";

    private RequestFacts() {}

    /** The facts of a new request. */
    public static SortedMap<String, byte[]> asked(CareRequest request, DeviceId author) {
        AskedFact.Builder asked = AskedFact.newBuilder()
                .setKind(request.kind().word())
                .setTitle(request.title())
                .addAllRules(request.rules())
                .setAskedAt(request.askedAt());
        request.asked().to().forEach(member -> asked.addTo(ByteString.copyFrom(member.toBytes())));
        request.asked().follows().ifPresent(id -> asked.setFollows(ByteString.copyFrom(id.toBytes())));
        SortedMap<String, byte[]> facts =
                new TreeMap<>(Facts.one(new FactKey(ASKED, FactKey.WHOLE, author), asked.build()));
        request.slots().forEach(slot -> facts.putAll(slot(slot, author)));
        return facts;
    }

    /** A slot as it is to be from now on. */
    public static SortedMap<String, byte[]> slot(Slot slot, DeviceId author) {
        SlotFact fact = SlotFact.newBuilder()
                .setVersion(slot.history().version())
                .setStart(slot.start())
                .setDurationMillis(slot.durationMillis())
                .setNeed(slot.need())
                .setZone(slot.zone())
                .setMoved(slot.history().moved())
                .setAgreedStart(slot.history().agreedStart())
                .setOpensAt(slot.history().opensAt())
                .build();
        return Facts.one(new FactKey(SLOT, slot.id().hex(), author), fact);
    }

    /** The fact that takes a request back. */
    public static SortedMap<String, byte[]> withdrawn(long at, DeviceId author) {
        return Facts.one(
                new FactKey(WITHDRAWN, FactKey.WHOLE, author),
                WithdrawnFact.newBuilder().setAt(at).build());
    }

    /** Help came from elsewhere. */
    public static SortedMap<String, byte[]> fulfilled(DeviceId author, Stamp at) {
        return Facts.event(FULFILLED, FactKey.WHOLE, author, at);
    }

    /** The request rests. */
    public static SortedMap<String, byte[]> paused(CareRequest request, DeviceId author, Stamp at) {
        return intent(request, true, author, at);
    }

    /** The request asks again, and everybody anew. */
    public static SortedMap<String, byte[]> resumed(CareRequest request, DeviceId author, Stamp at) {
        return intent(request, false, author, at);
    }

    private static SortedMap<String, byte[]> intent(CareRequest request, boolean paused, DeviceId author, Stamp at) {
        IntentFact fact = IntentFact.newBuilder()
                .setVersion(request.intent().version() + 1)
                .setPaused(paused)
                .setStamp(Facts.value(at))
                .build();
        return Facts.one(new FactKey(INTENT, FactKey.WHOLE, author), fact);
    }

    /** "I'm doing this myself": a slot needs nobody any more. */
    public static SortedMap<String, byte[]> mine(SlotId slot, DeviceId author, Stamp at) {
        return Facts.event(MINE, slot.hex(), author, at);
    }

    /** "Yes, please" to a helper. */
    public static SortedMap<String, byte[]> accepted(CommitmentId yes, DeviceId author, Stamp at) {
        return Facts.event(ACCEPTED, yes.hex(), author, at);
    }

    /** A helper is let go with thanks. */
    public static SortedMap<String, byte[]> released(CommitmentId yes, DeviceId author, Stamp at) {
        return Facts.event(RELEASED, yes.hex(), author, at);
    }

    /** There is the capacity to talk, on the day itself ({@link Talk}). */
    public static SortedMap<String, byte[]> tonight(CommitmentId yes, DeviceId author, Stamp at) {
        return Facts.event(TONIGHT, yes.hex(), author, at);
    }
}
