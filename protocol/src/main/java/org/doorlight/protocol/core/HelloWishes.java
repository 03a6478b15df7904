package org.doorlight.protocol.core;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.doorlight.protocol.hello.Consents;
import org.doorlight.protocol.hello.DailyWindow;
import org.doorlight.protocol.hello.HelloPlan;
import org.doorlight.protocol.hello.KnockingHours;
import org.doorlight.protocol.hello.Level;
import org.doorlight.protocol.hello.Picture;
import org.doorlight.protocol.hello.PlanRules;
import org.doorlight.protocol.hello.Schedule;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.MemberId;
import org.jspecify.annotations.Nullable;

/** What people typed about hellos, as values the rest can rely on; or a plain sentence that says what is wrong with it. */
final class HelloWishes {
    static final String TWO_VOICES = "two-voices";
    static final String HEAT = "heat";
    static final String SILENT_BOX = "silent-box";
    static final String SILENT_BOX_KNOCK = "silent-box-knock";

    private static final List<String> ALLOWED = List.of(TWO_VOICES, HEAT, SILENT_BOX, SILENT_BOX_KNOCK);
    private static final Duration GRACE = Duration.ofMinutes(90);
    private static final int CODE_PICTURES_MIN = 4;
    private static final int CODE_PICTURES_MAX = 8;

    private HelloWishes() {}

    /** What a plan is made from, beside what was typed. */
    record Ground(
            Optional<HelloPlan> before,
            ZoneId zone,
            DeviceId box,
            List<MemberId> buddies,
            MemberId person,
            DailyWindow proposed,
            int others,
            long now) {}

    /** A plan, with all that was typed checked. */
    static HelloPlan plan(HelloAsk.PlanDraft draft, Ground ground) throws Refusal {
        Optional<HelloPlan> before = ground.before();
        List<DailyWindow> windows = new ArrayList<>();
        for (String typed : draft.windows()) {
            windows.add(window(typed, false));
        }
        for (String typed : draft.heatWindows()) {
            windows.add(window(typed, true));
        }
        if (windows.isEmpty()) {
            before.ifPresent(plan -> windows.addAll(plan.schedule().windows()));
        }
        if (windows.isEmpty()) {
            throw invalid("Say when a hello is expected. " + typed(ground.proposed())
                    + " looks from outside as if there were no plan here.");
        }
        Duration grace = draft.grace() == null
                ? before.map(plan -> plan.schedule().grace()).orElse(GRACE)
                : Wishes.duration(draft.grace());
        List<MemberId> buddies =
                ground.buddies().isEmpty() ? before.map(HelloPlan::buddies).orElse(List.of()) : ground.buddies();
        HelloPlan plan = new HelloPlan(
                new Schedule(ground.zone(), windows, grace),
                ground.box(),
                buddies,
                knock(draft.bounds().knock(), before),
                consents(draft.bounds(), before),
                today(ground).plusMonths(HelloPlan.RENEW_MONTHS));
        Optional<String> objection = PlanRules.objection(plan, ground.person(), ground.others());
        if (objection.isPresent()) {
            throw invalid(objection.get());
        }
        return plan;
    }

    private static LocalDate today(Ground ground) {
        return Instant.ofEpochMilli(ground.now()).atZone(ground.zone()).toLocalDate();
    }

    private static DailyWindow window(String typed, boolean onlyInHeat) throws Refusal {
        LocalTime[] times = times(typed, "A time for a hello is typed as 07:00-10:00.");
        return new DailyWindow(times[0], times[1], onlyInHeat);
    }

    /** A window as it is typed. */
    static String typed(DailyWindow window) {
        return window.opens() + "-" + window.closes();
    }

    private static KnockingHours knock(@Nullable String typed, Optional<HelloPlan> before) throws Refusal {
        if (typed == null) {
            return before.map(HelloPlan::knocking).orElse(KnockingHours.USUAL);
        }
        LocalTime[] times = times(typed, "Knocking hours are typed as 08:00-21:00.");
        return new KnockingHours(times[0], times[1]);
    }

    private static LocalTime[] times(String typed, String sentence) throws Refusal {
        String[] parts = typed.strip().split("-", -1);
        if (parts.length != 2) {
            throw invalid(sentence);
        }
        try {
            return new LocalTime[] {LocalTime.parse(parts[0]), LocalTime.parse(parts[1])};
        } catch (DateTimeException noTime) {
            throw invalid(sentence);
        }
    }

    private static Consents consents(HelloAsk.PlanBounds bounds, Optional<HelloPlan> before) throws Refusal {
        Consents usual = before.map(HelloPlan::consents).orElse(Consents.USUAL);
        Level upTo = bounds.upTo() == null ? usual.upTo() : level(bounds.upTo());
        List<String> allow = bounds.allow();
        if (allow == null) {
            return new Consents(
                    upTo, usual.twoVoices(), usual.heat(), usual.silence(), usual.silenceKnock(), usual.wider());
        }
        if (!new TreeSet<>(ALLOWED).containsAll(allow)) {
            throw invalid("A plan can allow: " + String.join(", ", ALLOWED) + ".");
        }
        return new Consents(
                upTo,
                allow.contains(TWO_VOICES),
                allow.contains(HEAT),
                allow.contains(SILENT_BOX) || allow.contains(SILENT_BOX_KNOCK),
                allow.contains(SILENT_BOX_KNOCK),
                false);
    }

    private static Level level(String typed) throws Refusal {
        return Level.of(typed.toLowerCase(Locale.ROOT))
                .filter(level -> level != Level.NUDGE)
                .orElseThrow(() -> invalid("A plan goes as far as: ask, seen, knock or decide."));
    }

    /** What a plan allows, in words. */
    static List<String> allowed(Consents consents) {
        List<String> allowed = new ArrayList<>();
        addIf(consents.twoVoices(), TWO_VOICES, allowed);
        addIf(consents.heat(), HEAT, allowed);
        addIf(consents.silence(), SILENT_BOX, allowed);
        addIf(consents.silenceKnock(), SILENT_BOX_KNOCK, allowed);
        return allowed;
    }

    private static void addIf(boolean said, String word, List<String> words) {
        if (said) {
            words.add(word);
        }
    }

    static Picture picture(@Nullable String typed) throws Refusal {
        return typed == null
                ? Picture.SUN
                : Picture.of(typed.toLowerCase(Locale.ROOT))
                        .orElseThrow(
                                () -> invalid("The pictures are sun, leaf, cup and bird. All of them mean hello."));
    }

    /** A picture code in its one form. */
    static String code(String typed) throws Refusal {
        List<String> pictures = List.of(typed.strip().toLowerCase(Locale.ROOT).split("[,\\s]+", -1));
        boolean fits = pictures.size() >= CODE_PICTURES_MIN
                && pictures.size() <= CODE_PICTURES_MAX
                && pictures.stream().allMatch(picture -> Picture.of(picture).isPresent());
        if (!fits) {
            throw invalid("A picture code is four to eight of the pictures, as sun,cup,cup,bird.");
        }
        return String.join(",", pictures);
    }

    /** The beginning of a day. */
    static long day(String typed, ZoneId zone) throws Refusal {
        try {
            return LocalDate.parse(typed).atStartOfDay(zone).toInstant().toEpochMilli();
        } catch (DateTimeException noDay) {
            throw invalid("That is no day. Type it as 2027-05-04.");
        }
    }

    static Refusal invalid(String sentence) {
        return new Refusal(Problem.Kind.INVALID, sentence);
    }
}
