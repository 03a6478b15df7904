package org.doorlight.protocol.hello;

import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.wire.message.HereFact;

/**
 * One touch each: "we're all right" or "need a hand" (HELLO §6). Whoever has not answered is not heard yet, and no more than that.
 */
public record RollCall(SortedSet<MemberId> allRight, SortedSet<MemberId> needHand, SortedSet<MemberId> notHeard) {
    private static final String HERE = "here";

    public RollCall {
        allRight = Collections.unmodifiableSortedSet(new TreeSet<>(allRight));
        needHand = Collections.unmodifiableSortedSet(new TreeSet<>(needHand));
        notHeard = Collections.unmodifiableSortedSet(new TreeSet<>(notHeard));
    }

    /** The fact of a member's answer, one version above its last. */
    public static SortedMap<String, byte[]> here(DocumentId call, boolean needsHand, long version, DeviceId author) {
        HereFact fact = HereFact.newBuilder()
                .setVersion(version)
                .setNeedsAHand(needsHand)
                .build();
        return Facts.one(new HelloKey(HERE, call.hex(), author, 0), fact);
    }

    /**
     * How a roll-call stands.
     *
     * @param calls all that are one
     * @param answers facts of each member of the circle; empty for one who wrote nothing
     */
    public static RollCall of(SortedSet<DocumentId> calls, SortedMap<MemberId, SortedMap<String, byte[]>> answers) {
        SortedMap<MemberId, Optional<Boolean>> needs = new TreeMap<>();
        answers.forEach((member, facts) -> needs.put(member, needsHand(calls, facts)));
        return new RollCall(
                who(needs, Optional.of(false)), who(needs, Optional.of(true)), who(needs, Optional.empty()));
    }

    private static SortedSet<MemberId> who(SortedMap<MemberId, Optional<Boolean>> needs, Optional<Boolean> said) {
        SortedSet<MemberId> who = new TreeSet<>();
        needs.forEach((member, need) -> {
            if (need.equals(said)) {
                who.add(member);
            }
        });
        return who;
    }

    /** The highest version counts; said apart on two devices, a hand is needed. */
    private static Optional<Boolean> needsHand(SortedSet<DocumentId> calls, SortedMap<String, byte[]> facts) {
        return answers(calls, facts)
                .max(Comparator.comparing(HereFact::getVersion, Long::compareUnsigned)
                        .thenComparing(HereFact::getNeedsAHand))
                .map(HereFact::getNeedsAHand);
    }

    /** The version of a member's latest answer; 0 if there is none yet. */
    public static long version(SortedSet<DocumentId> calls, SortedMap<String, byte[]> facts) {
        return answers(calls, facts).mapToLong(HereFact::getVersion).max().orElse(0);
    }

    private static Stream<HereFact> answers(SortedSet<DocumentId> calls, SortedMap<String, byte[]> facts) {
        SortedSet<String> subjects = new TreeSet<>();
        calls.forEach(call -> subjects.add(call.hex()));
        return facts.entrySet().stream()
                .filter(fact -> HelloKey.parse(fact.getKey())
                        .filter(key -> key.kind().equals(HERE) && subjects.contains(key.subject()))
                        .isPresent())
                .flatMap(fact -> Facts.parse(HereFact.parser(), fact.getValue()).stream());
    }
}
