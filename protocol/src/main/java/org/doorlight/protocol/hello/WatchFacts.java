package org.doorlight.protocol.hello;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.wire.message.AgreedFact;
import org.doorlight.protocol.wire.message.WatchFact;

/** What a buddy says about one person, as facts and back (HELLO §1). */
public final class WatchFacts {
    /** Kind of the document. */
    public static final String WATCH = "watch";

    static final String AGREED = "agreed";
    private static final String ANSWER = "answer";
    private static final String ASKED = "asked";
    private static final String SILENT = "silent";

    private WatchFacts() {}

    // ---- writing

    /** The fact of a buddy's yes to looking in on this person, or of its end. */
    public static SortedMap<String, byte[]> agreed(MemberId member, boolean yes, long version, DeviceId author) {
        AgreedFact fact = AgreedFact.newBuilder()
                .setVersion(version)
                .setAgreed(yes)
                .setMember(ByteString.copyFrom(member.toBytes()))
                .build();
        return Facts.one(HelloKey.whole(AGREED, author), fact);
    }

    /**
     * The fact of an answer.
     *
     * @param number tells this device's answers about one window apart, from 1
     */
    public static SortedMap<String, byte[]> answer(Answer answer, int number, DeviceId author) {
        WatchFact fact = WatchFact.newBuilder()
                .setKind(answer.kind().ordinal() + 1)
                .setAt(answer.at())
                .setSightedAt(answer.sightedAt())
                .build();
        return Facts.one(new HelloKey(ANSWER, answer.window().toString(), author, number), fact);
    }

    /** The fact that this box showed its people an episode. */
    public static SortedMap<String, byte[]> asked(WindowId window, long at, DeviceId author) {
        return Facts.one(
                HelloKey.of(ASKED, window, author),
                WatchFact.newBuilder().setAt(at).build());
    }

    /** The fact that a box has not been heard since before this window. */
    public static SortedMap<String, byte[]> silent(WindowId window, long at, DeviceId author) {
        return Facts.one(
                HelloKey.of(SILENT, window, author),
                WatchFact.newBuilder().setAt(at).build());
    }

    // ---- reading

    /** Who these facts are about; empty while their first has not arrived. */
    public static Optional<MemberId> about(SortedMap<String, byte[]> facts) {
        return registers(facts).stream()
                .filter(fact -> fact.getMember().size() == Bytes32.LENGTH)
                .map(fact -> MemberId.of(fact.getMember().toByteArray()))
                .min(MemberId::compareTo);
    }

    /** Version of the buddy's yes; 0 if there is none yet. */
    public static long version(SortedMap<String, byte[]> facts) {
        return registers(facts).stream().mapToLong(AgreedFact::getVersion).max().orElse(0);
    }

    /** How many answers this device has given about a window. */
    public static int answers(SortedMap<String, byte[]> facts, WindowId window, DeviceId author) {
        return (int) facts.keySet().stream()
                .flatMap(key -> HelloKey.parse(key).stream())
                .filter(key -> key.kind().equals(ANSWER) && key.device().equals(author))
                .filter(key -> key.subject().equals(window.toString()))
                .count();
    }

    /** What a buddy wrote. */
    public static Watch read(SortedMap<String, byte[]> facts) {
        List<Answer> answers = new ArrayList<>();
        SortedSet<WindowId> asked = new TreeSet<>();
        SortedMap<WindowId, Long> silences = new TreeMap<>();
        for (var fact : facts.entrySet()) {
            HelloKey key = HelloKey.parse(fact.getKey()).orElse(null);
            WindowId window = key == null ? null : key.window().orElse(null);
            WatchFact value = Facts.parse(WatchFact.parser(), fact.getValue()).orElse(null);
            if (key == null || window == null || value == null) {
                continue;
            }
            switch (key.kind()) {
                case ANSWER -> answer(window, value).ifPresent(answers::add);
                case ASKED -> asked.add(window);
                case SILENT -> silences.merge(window, value.getAt(), Math::min);
                default -> {}
            }
        }
        return new Watch(agrees(facts), answers, asked, silences);
    }

    private static Optional<Answer> answer(WindowId window, WatchFact value) {
        Answer.Kind[] kinds = Answer.Kind.values();
        boolean known = value.getKind() >= 1 && value.getKind() <= kinds.length;
        return known
                ? Optional.of(new Answer(window, kinds[value.getKind() - 1], value.getAt(), value.getSightedAt()))
                : Optional.empty();
    }

    /** The highest version counts; of equal ones the no: leaving wins. */
    private static boolean agrees(SortedMap<String, byte[]> facts) {
        return registers(facts).stream()
                .max(WatchFacts::compare)
                .filter(AgreedFact::getAgreed)
                .isPresent();
    }

    static int compare(AgreedFact one, AgreedFact other) {
        return Comparator.comparing(AgreedFact::getVersion, Long::compareUnsigned)
                .thenComparing(fact -> !fact.getAgreed())
                .compare(one, other);
    }

    private static List<AgreedFact> registers(SortedMap<String, byte[]> facts) {
        List<AgreedFact> registers = new ArrayList<>();
        facts.forEach((text, value) -> HelloKey.parse(text)
                .filter(key -> key.kind().equals(AGREED))
                .flatMap(key -> Facts.parse(AgreedFact.parser(), value))
                .ifPresent(registers::add));
        return registers;
    }
}
