package org.doorlight.protocol.hello;

import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.wire.message.AgreedFact;
import org.doorlight.protocol.wire.message.HelloDocumentFact;
import org.doorlight.protocol.wire.message.HelloPlanFact;

/**
 * Which of a member's documents about hellos one is (HELLO §1). Whenever others may read, and each month, a new one is begun; all that are
 * readable are read as one.
 *
 * @param generation the highest is the one written on
 * @param month months since 1970
 * @param member of a plan's copy for one buddy alone: that buddy
 */
public record HelloDocument(long generation, long month, Optional<MemberId> member) {
    private static final String DOCUMENT = "document";

    /** The fact that says so. */
    public SortedMap<String, byte[]> fact(DeviceId author) {
        HelloDocumentFact.Builder fact =
                HelloDocumentFact.newBuilder().setGeneration(generation).setMonth(month);
        member.ifPresent(one -> fact.setMember(ByteString.copyFrom(one.toBytes())));
        return Facts.one(HelloKey.whole(DOCUMENT, author), fact.build());
    }

    /** What these facts say of their document. */
    public static HelloDocument of(SortedMap<String, byte[]> facts) {
        return facts.entrySet().stream()
                .filter(fact -> HelloKey.parse(fact.getKey())
                        .filter(key -> key.kind().equals(DOCUMENT))
                        .isPresent())
                .flatMap(fact -> Facts.parse(HelloDocumentFact.parser(), fact.getValue()).stream())
                .max(Comparator.comparing(HelloDocumentFact::getGeneration, Long::compareUnsigned))
                .map(HelloDocument::of)
                .orElse(new HelloDocument(0, 0, Optional.empty()));
    }

    private static HelloDocument of(HelloDocumentFact fact) {
        return new HelloDocument(
                fact.getGeneration(),
                fact.getMonth(),
                Optional.of(fact.getMember())
                        .filter(member -> member.size() == Bytes32.LENGTH)
                        .map(member -> MemberId.of(member.toByteArray())));
    }

    /** Facts of several documents as one. Where two say different things under one key, a register counts by its version. */
    public static SortedMap<String, byte[]> join(Collection<SortedMap<String, byte[]>> documents) {
        SortedMap<String, byte[]> all = new TreeMap<>();
        documents.forEach(facts -> facts.forEach((key, value) ->
                all.merge(key, value, (one, other) -> compare(key, one, other) >= 0 ? one : other)));
        return all;
    }

    private static int compare(String text, byte[] one, byte[] other) {
        String kind = HelloKey.parse(text).map(HelloKey::kind).orElse("");
        return switch (kind) {
            case PlanFacts.PLAN ->
                PlanFacts.compare(
                        Facts.parse(HelloPlanFact.parser(), one).orElseGet(HelloPlanFact::getDefaultInstance),
                        Facts.parse(HelloPlanFact.parser(), other).orElseGet(HelloPlanFact::getDefaultInstance));
            case WatchFacts.AGREED ->
                WatchFacts.compare(
                        Facts.parse(AgreedFact.parser(), one).orElseGet(AgreedFact::getDefaultInstance),
                        Facts.parse(AgreedFact.parser(), other).orElseGet(AgreedFact::getDefaultInstance));
            default -> Arrays.compareUnsigned(one, other);
        };
    }
}
