package org.doorlight.protocol.hello;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.wire.message.HeatFact;

/**
 * Hot, cold or stormy days: those who agreed to it are expected more often (HELLO §6). A steward says so; it ends by itself.
 *
 * @param from milliseconds since 1970
 */
public record HeatMode(Kind kind, long from, long until) {
    /** It ends after three days; a steward may say it again. */
    public static final Duration LASTS_MAX = Duration.ofDays(3);

    /** What for. */
    public enum Kind {
        HEAT,
        COLD,
        STORM;

        /** As people type it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }

    private static final String HEAT = "heat";

    /** The fact that begins it, or ends it when {@code until} is not after {@code from}. */
    public static SortedMap<String, byte[]> fact(HeatMode mode, long version, DeviceId author) {
        HeatFact fact = HeatFact.newBuilder()
                .setVersion(version)
                .setKind(mode.kind().ordinal() + 1)
                .setFrom(mode.from())
                .setUntil(mode.until())
                .build();
        return Facts.one(HelloKey.whole(HEAT, author), fact);
    }

    /**
     * The mode at this moment, from what the stewards say; of equal versions the one that ends first.
     *
     * @param streets facts of each steward's street document
     */
    public static Optional<HeatMode> at(Collection<SortedMap<String, byte[]>> streets, long now) {
        return latest(streets).filter(mode -> mode.span().covers(now));
    }

    /** What the stewards said last, whether it is over or not. */
    public static Optional<HeatMode> latest(Collection<SortedMap<String, byte[]>> streets) {
        return registers(streets)
                .filter(fact -> fact.getKind() >= 1 && fact.getKind() <= Kind.values().length)
                .max(Comparator.comparing(HeatFact::getVersion, Long::compareUnsigned)
                        .thenComparing(Comparator.comparing(HeatFact::getUntil).reversed())
                        .thenComparing(HeatFact::getKind))
                .map(fact -> new HeatMode(Kind.values()[fact.getKind() - 1], fact.getFrom(), fact.getUntil()));
    }

    /** The highest version anybody wrote; 0 if nobody did. */
    public static long version(Collection<SortedMap<String, byte[]>> streets) {
        return registers(streets).mapToLong(HeatFact::getVersion).max().orElse(0);
    }

    private static Stream<HeatFact> registers(Collection<SortedMap<String, byte[]>> streets) {
        return streets.stream()
                .flatMap(facts -> facts.entrySet().stream())
                .filter(fact -> HelloKey.parse(fact.getKey())
                        .filter(key -> key.kind().equals(HEAT))
                        .isPresent())
                .flatMap(fact -> Facts.parse(HeatFact.parser(), fact.getValue()).stream());
    }

    /** When it counts, at most three days. */
    public Heat span() {
        return new Heat(from, Math.min(until, from + LASTS_MAX.toMillis()));
    }
}
