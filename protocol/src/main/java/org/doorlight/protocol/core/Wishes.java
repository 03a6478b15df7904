package org.doorlight.protocol.core;

import static org.doorlight.protocol.wire.Limits.AHEAD_YEARS_MAX;
import static org.doorlight.protocol.wire.Limits.DOOR_CHARACTERS_MAX;
import static org.doorlight.protocol.wire.Limits.NAME_CHARACTERS_MAX;
import static org.doorlight.protocol.wire.Limits.NEED_MAX;
import static org.doorlight.protocol.wire.Limits.NOTE_CHARACTERS_MAX;
import static org.doorlight.protocol.wire.Limits.RULES_MAX;
import static org.doorlight.protocol.wire.Limits.RULE_CHARACTERS_MAX;
import static org.doorlight.protocol.wire.Limits.SLOTS_MAX;
import static org.doorlight.protocol.wire.Limits.SLOT_DAYS_MAX;
import static org.doorlight.protocol.wire.Limits.STORY_CHARACTERS_MAX;
import static org.doorlight.protocol.wire.Limits.TITLE_CHARACTERS_MAX;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorlight.protocol.care.CareRequest;
import org.doorlight.protocol.care.RequestKind;
import org.doorlight.protocol.care.Slot;
import org.doorlight.protocol.care.WallTime;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.SlotId;
import org.jspecify.annotations.Nullable;

/** What people typed, as values the rest can rely on; or a plain sentence that says what is wrong with it. */
final class Wishes {
    private static final Pattern SHORT_DURATION = Pattern.compile("(?:(\\d{1,5})h)?(?:(\\d{1,5})m)?");
    private static final int DAYS_A_YEAR = 365;
    private static final int YEAR_MIN = 1970;
    private static final int YEAR_MAX = 9999;

    private Wishes() {}

    /** What is asked, in its requester's words; follows nothing. */
    static CareRequest.Asked asked(String typedKind, String typedTitle, List<String> typedRules, long now)
            throws Refusal {
        RequestKind kind = RequestKind.of(typedKind.toLowerCase(Locale.ROOT))
                .orElseThrow(
                        () -> invalid("There is no such kind of request. Choose one of: " + RequestKind.words() + "."));
        String title = text(typedTitle, "the title", TITLE_CHARACTERS_MAX);
        if (typedRules.size() > RULES_MAX) {
            throw invalid("A request can have at most " + RULES_MAX + " house rules.");
        }
        List<String> rules = new ArrayList<>();
        for (String rule : typedRules) {
            rules.add(text(rule, "a house rule", RULE_CHARACTERS_MAX));
        }
        return new CareRequest.Asked(kind, title, rules, now, Optional.empty());
    }

    /** A request to be, with all that was typed checked. */
    static CareRequest request(Ask.AddRequest ask, Optional<DocumentId> follows, ZoneId zone, long now, Entropy entropy)
            throws Refusal {
        CareRequest.Asked asked = asked(ask.kind(), ask.title(), ask.rules(), now);
        if (ask.slots().isEmpty()) {
            throw invalid("Say when: a request needs at least one time, as 2027-05-04T18:00/1h.");
        }
        if (ask.slots().size() > SLOTS_MAX) {
            throw invalid("A request can have at most " + SLOTS_MAX + " times.");
        }
        List<Slot> slots = new ArrayList<>();
        for (Ask.SlotDraft draft : ask.slots()) {
            slots.add(slot(draft, zone, now, entropy));
        }
        return CareRequest.fresh(
                new CareRequest.Asked(asked.kind(), asked.title(), asked.rules(), now, follows), slots);
    }

    private static Slot slot(Ask.SlotDraft draft, ZoneId zone, long now, Entropy entropy) throws Refusal {
        long start = start(draft.start(), zone);
        Duration duration = duration(draft.duration());
        if (draft.need() < 1 || draft.need() > NEED_MAX) {
            throw invalid("A time can need 1 to " + NEED_MAX + " helpers.");
        }
        SlotId id = SlotId.of(entropy.bytes(Bytes16.LENGTH));
        Slot slot = new Slot(id, start, duration.toMillis(), draft.need(), zone.getId());
        requireAhead(slot, now);
        return slot;
    }

    /** That a time is not over, not too far ahead and not too long. */
    static void requireAhead(Slot slot, long now) throws Refusal {
        if (slot.end() <= now) {
            throw invalid("That time is already past. Choose one that lies ahead.");
        }
        if (slot.start()
                > now + Duration.ofDays((long) AHEAD_YEARS_MAX * DAYS_A_YEAR).toMillis()) {
            throw invalid("That time is more than " + AHEAD_YEARS_MAX + " years ahead. Choose a nearer one.");
        }
        if (slot.durationMillis() > Duration.ofDays(SLOT_DAYS_MAX).toMillis()) {
            throw invalid("One time can last at most " + SLOT_DAYS_MAX + " days. Ask for several instead.");
        }
    }

    /** CARE S7: a time in the gap of a clock change means the next valid minute, in the overlap the first of the two. */
    static long start(String typed, ZoneId zone) throws Refusal {
        try {
            return local(LocalDateTime.parse(typed), zone);
        } catch (DateTimeParseException notLocal) {
            return withOffset(typed);
        }
    }

    private static long local(LocalDateTime time, ZoneId zone) throws Refusal {
        requireThisAge(time.getYear());
        return WallTime.millis(time, zone);
    }

    private static long withOffset(String typed) throws Refusal {
        try {
            OffsetDateTime start = OffsetDateTime.parse(typed);
            requireThisAge(start.getYear());
            return start.toInstant().toEpochMilli();
        } catch (DateTimeParseException none) {
            throw noTime();
        }
    }

    /** Years with four digits: the calendar knows others, milliseconds do not. */
    private static void requireThisAge(int year) throws Refusal {
        if (year < YEAR_MIN || year > YEAR_MAX) {
            throw noTime();
        }
    }

    private static Refusal noTime() {
        return invalid(
                "That start is no date and time. Type it as 2027-05-04T18:00, or with an offset as 2027-05-04T18:00+02:00.");
    }

    static Duration duration(String typed) throws Refusal {
        Duration duration = typed.startsWith("P") ? isoDuration(typed) : shortDuration(typed);
        // A slot is kept in milliseconds: less than one is none.
        if (duration.isZero() || duration.isNegative() || duration.compareTo(Duration.ofMillis(1)) < 0) {
            throw invalid("A time has to last a while. Type how long, as 1h or 90m.");
        }
        if (duration.compareTo(Duration.ofDays(SLOT_DAYS_MAX)) > 0) {
            throw invalid("One time can last at most " + SLOT_DAYS_MAX + " days. Ask for several instead.");
        }
        return duration;
    }

    private static Duration isoDuration(String typed) throws Refusal {
        try {
            return Duration.parse(typed);
        } catch (DateTimeParseException none) {
            throw noDuration();
        }
    }

    private static Duration shortDuration(String typed) throws Refusal {
        Matcher parts = SHORT_DURATION.matcher(typed.toLowerCase(Locale.ROOT));
        if (typed.isEmpty() || !parts.matches()) {
            throw noDuration();
        }
        return Duration.ofHours(number(parts.group(1))).plusMinutes(number(parts.group(2)));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static Refusal noDuration() {
        return invalid("That is no length of time. Type it as 1h, 90m, 1h30m or PT1H.");
    }

    /** Door details; may have several lines. */
    static String door(String typed) throws Refusal {
        return text(typed, "the door part", DOOR_CHARACTERS_MAX);
    }

    /** The story behind a request; may have several lines. */
    static String story(String typed) throws Refusal {
        return text(typed, "the story", STORY_CHARACTERS_MAX);
    }

    /** What somebody answers who is asked for the capacity to talk: true to rest. */
    static boolean rests(String answer) throws Refusal {
        return switch (answer) {
            case "yes" -> false;
            case "rest" -> true;
            default -> throw new Refusal(Problem.Kind.INVALID, "Answer yes or rest; both are full answers.");
        };
    }

    /** What is said with a yes; empty for nothing. */
    static String note(@Nullable String typed) throws Refusal {
        return typed == null || typed.isBlank() ? "" : text(typed, "the note", NOTE_CHARACTERS_MAX);
    }

    /** A name of a circle. */
    static String name(String typed) throws Refusal {
        return text(typed, "the name", NAME_CHARACTERS_MAX);
    }

    /** A time zone's name. */
    static String zone(String typed) throws Refusal {
        try {
            return ZoneId.of(typed).getId();
        } catch (DateTimeException unknown) {
            throw invalid("There is no such time zone. Type one as Europe/Berlin.");
        }
    }

    private static String text(String typed, String what, int charactersMax) throws Refusal {
        String text = typed.strip();
        if (text.isEmpty()) {
            throw invalid("There is nothing in " + what + ". Say it in a few words.");
        }
        if (text.length() > charactersMax) {
            throw invalid("There is more in " + what + " than fits. " + charactersMax + " characters are enough.");
        }
        boolean odd = text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t');
        if (odd) {
            throw invalid("There are signs in " + what + " that cannot be shown. Type plain text.");
        }
        return text;
    }

    private static Refusal invalid(String sentence) {
        return new Refusal(Problem.Kind.INVALID, sentence);
    }
}
