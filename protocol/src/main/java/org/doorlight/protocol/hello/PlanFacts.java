package org.doorlight.protocol.hello;

import com.google.protobuf.ByteString;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.wire.message.DailyWindowFact;
import org.doorlight.protocol.wire.message.HelloFact;
import org.doorlight.protocol.wire.message.HelloPlanFact;
import org.doorlight.protocol.wire.message.NoteFact;

/** The document of a person's hellos as facts, and back (HELLO §1). Every member keeps one, plan or none. */
public final class PlanFacts {
    /** Kind of the document. */
    public static final String PLAN = "plan";

    private static final String NOTE = "note";
    private static final String HELLO = "hello";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Comparator<Attestation> BY_REST = Comparator.comparingInt(PlanFacts::rest)
            .thenComparing(PlanFacts::end)
            .thenComparing((one, other) -> Arrays.compareUnsigned(NoteBytes.of(other), NoteBytes.of(one)));

    private PlanFacts() {}

    /**
     * What a document of hellos says.
     *
     * @param version of the plan's register, 0 if there is none
     * @param notes of the plan's box; without a plan, of no box
     * @param refused facts that did not belong
     */
    public record Read(
            long version,
            Optional<HelloPlan> plan,
            SortedMap<WindowId, Attestation> notes,
            List<Hello> hellos,
            int refused) {
        public Read {
            notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
            hellos = List.copyOf(hellos);
        }

        /** What is said of windows before this one is forgotten (HELLO §1). */
        public Read since(WindowId oldest) {
            return new Read(
                    version,
                    plan,
                    notes.tailMap(oldest),
                    hellos.stream()
                            .filter(hello -> hello.window().compareTo(oldest) >= 0)
                            .toList(),
                    refused);
        }
    }

    // ---- writing

    /** The fact of a plan, one version above the last. */
    public static SortedMap<String, byte[]> plan(HelloPlan plan, long version, DeviceId author) {
        Consents consents = plan.consents();
        HelloPlanFact.Builder fact = HelloPlanFact.newBuilder()
                .setVersion(version)
                .setZone(plan.schedule().zone().getId())
                .setGraceMillis(plan.schedule().grace().toMillis())
                .setBox(ByteString.copyFrom(plan.box().toBytes()))
                .setKnockFromMillis(millis(plan.knocking().from()))
                .setKnockUntilMillis(millis(plan.knocking().until()))
                .setUpTo(consents.upTo().ordinal())
                .setTwoVoices(consents.twoVoices())
                .setHeat(consents.heat())
                .setSilence(consents.silence())
                .setSilenceKnock(consents.silenceKnock())
                .setWider(consents.wider())
                .setRenewByDay(plan.renewBy().toEpochDay());
        plan.schedule()
                .windows()
                .forEach(window -> fact.addWindows(DailyWindowFact.newBuilder()
                        .setOpensMillis(millis(window.opens()))
                        .setClosesMillis(millis(window.closes()))
                        .setOnlyInHeat(window.onlyInHeat())));
        plan.buddies().forEach(buddy -> fact.addBuddies(ByteString.copyFrom(buddy.toBytes())));
        return Facts.one(HelloKey.whole(PLAN, author), fact.build());
    }

    private static long millis(LocalTime time) {
        return Duration.ofNanos(time.toNanoOfDay()).toMillis();
    }

    /** The fact that ends a plan. */
    public static SortedMap<String, byte[]> ended(long version, DeviceId author) {
        HelloPlanFact fact =
                HelloPlanFact.newBuilder().setVersion(version).setEnded(true).build();
        return Facts.one(HelloKey.whole(PLAN, author), fact);
    }

    /** The fact a box signs at the end of a window. */
    public static SortedMap<String, byte[]> note(Attestation note, DeviceId author) {
        NoteFact fact = NoteFact.newBuilder()
                .setNote(ByteString.copyFrom(NoteBytes.of(note)))
                .build();
        return Facts.one(HelloKey.of(NOTE, note.window(), author), fact);
    }

    /** Whether this device has signed for a window. */
    public static boolean hasNote(SortedMap<String, byte[]> facts, WindowId window, DeviceId author) {
        return facts.containsKey(HelloKey.of(NOTE, window, author).toString());
    }

    /** Whether this device has signed how a window of a plan went. What a home without a plan says of the same day is no answer to that. */
    public static boolean hasPlansNote(SortedMap<String, byte[]> facts, WindowId window, DeviceId author) {
        return Optional.ofNullable(facts.get(HelloKey.of(NOTE, window, author).toString()))
                .flatMap(PlanFacts::note)
                .filter(note -> note.word() != Attestation.Word.NO_PLAN)
                .isPresent();
    }

    private static Optional<Attestation> note(byte[] value) {
        return Facts.parse(NoteFact.parser(), value)
                .flatMap(fact -> NoteBytes.read(fact.getNote().toByteArray()));
    }

    /** The fact of a touch told at once. */
    public static SortedMap<String, byte[]> hello(Hello hello, DeviceId author) {
        HelloFact fact = HelloFact.newBuilder()
                .setPicture(hello.picture().ordinal() + 1)
                .setAt(hello.at())
                .build();
        return Facts.one(HelloKey.of(HELLO, hello.window(), author), fact);
    }

    // ---- reading

    /** What these facts say. An attestation counts if the plan's own box signed it for the window it is filed under. */
    public static Read read(SortedMap<String, byte[]> facts) {
        Optional<HelloPlanFact> register = register(facts);
        Optional<HelloPlan> plan = register.filter(fact -> !fact.getEnded()).flatMap(PlanFacts::plan);
        SortedMap<WindowId, Attestation> notes = new TreeMap<>();
        List<Hello> hellos = new ArrayList<>();
        int refused = 0;
        for (var fact : facts.entrySet()) {
            HelloKey key = HelloKey.parse(fact.getKey()).orElse(null);
            WindowId window = key == null ? null : key.window().orElse(null);
            if (key == null || window == null) {
                continue;
            }
            if (key.kind().equals(NOTE)) {
                Optional<Attestation> belonging = note(fact.getValue())
                        .filter(one -> one.window().equals(window))
                        .filter(one -> isRestful(one) || isFromBox(plan, key.device()));
                refused += belonging.isPresent() ? 0 : 1;
                belonging.ifPresent(one -> notes.merge(window, one, PlanFacts::restful));
            } else if (key.kind().equals(HELLO)) {
                Facts.parse(HelloFact.parser(), fact.getValue())
                        .ifPresent(value -> hellos.add(new Hello(window, picture(value), value.getAt())));
            }
        }
        long version = register.map(HelloPlanFact::getVersion).orElse(0L);
        return new Read(version, plan, notes, hellos, refused);
    }

    /** Any own device may say that all is well; that it is not, the plan's box alone. */
    private static boolean isRestful(Attestation note) {
        return note.word() == Attestation.Word.OK || note.word() == Attestation.Word.PAUSED;
    }

    private static boolean isFromBox(Optional<HelloPlan> plan, DeviceId device) {
        return plan.filter(one -> !one.box().equals(device)).isEmpty();
    }

    /** Of two devices' words about one window the more restful; of two pauses the longer, then the smaller bytes. */
    private static Attestation restful(Attestation one, Attestation other) {
        return Collections.max(List.of(one, other), BY_REST);
    }

    private static int rest(Attestation note) {
        return switch (note.word()) {
            case MISSED -> 0;
            case NO_PLAN -> 1;
            case CANNOT_TELL -> 2;
            case PAUSED -> 3;
            case OK -> 4;
        };
    }

    private static WindowId end(Attestation note) {
        WindowId until = note.until();
        return until == null ? note.window() : until;
    }

    private static Picture picture(HelloFact fact) {
        Picture[] all = Picture.values();
        return all[Math.floorMod(fact.getPicture() - 1, all.length)];
    }

    /** The register with the highest version. Of equal ones an ended plan wins (rest first), then the smaller bytes. */
    private static Optional<HelloPlanFact> register(SortedMap<String, byte[]> facts) {
        return facts.entrySet().stream()
                .filter(fact -> HelloKey.parse(fact.getKey())
                        .filter(key -> key.kind().equals(PLAN) && key.number() == 0)
                        .isPresent())
                .flatMap(fact -> Facts.parse(HelloPlanFact.parser(), fact.getValue()).stream())
                .max(PlanFacts::compare);
    }

    static int compare(HelloPlanFact one, HelloPlanFact other) {
        int byVersion = Long.compareUnsigned(one.getVersion(), other.getVersion());
        int byRest = byVersion != 0 ? byVersion : Boolean.compare(one.getEnded(), other.getEnded());
        return byRest != 0 ? byRest : Arrays.compareUnsigned(other.toByteArray(), one.toByteArray());
    }

    /** A plan whose parts make sense; anything else is as good as none. */
    private static Optional<HelloPlan> plan(HelloPlanFact fact) {
        boolean shaped = fact.getBox().size() == Bytes16.LENGTH
                && fact.getBuddiesList().stream().allMatch(buddy -> buddy.size() == Bytes32.LENGTH)
                && fact.getWindowsCount() >= 1
                && fact.getWindowsCount() <= PlanRules.WINDOWS_MAX
                && fact.getUpTo() < Level.values().length
                && fact.getGraceMillis() > 0
                && fact.getGraceMillis() < DAY.toMillis();
        if (!shaped) {
            return Optional.empty();
        }
        try {
            return Optional.of(shapedPlan(fact));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static HelloPlan shapedPlan(HelloPlanFact fact) {
        List<DailyWindow> windows = fact.getWindowsList().stream()
                .map(window -> new DailyWindow(
                        time(window.getOpensMillis()), time(window.getClosesMillis()), window.getOnlyInHeat()))
                .toList();
        List<MemberId> buddies = fact.getBuddiesList().stream()
                .map(buddy -> MemberId.of(buddy.toByteArray()))
                .distinct()
                .limit(PlanRules.BUDDIES_MAX)
                .toList();
        Consents consents = new Consents(
                Level.values()[fact.getUpTo()],
                fact.getTwoVoices(),
                fact.getHeat(),
                fact.getSilence(),
                fact.getSilenceKnock(),
                fact.getWider());
        return new HelloPlan(
                new Schedule(ZoneId.of(fact.getZone()), windows, Duration.ofMillis(fact.getGraceMillis())),
                DeviceId.of(fact.getBox().toByteArray()),
                buddies,
                new KnockingHours(time(fact.getKnockFromMillis()), time(fact.getKnockUntilMillis())),
                consents,
                LocalDate.ofEpochDay(fact.getRenewByDay()));
    }

    private static LocalTime time(long millis) {
        if (millis < 0 || millis >= DAY.toMillis()) {
            throw new DateTimeException("no time of day");
        }
        return LocalTime.ofNanoOfDay(Duration.ofMillis(millis).toNanos());
    }
}
