package org.doorlight.protocol.core;

import static org.doorlight.protocol.wire.Limits.AHEAD_YEARS_MAX;
import static org.doorlight.protocol.wire.Limits.NEED_MAX;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import org.doorlight.protocol.care.rota.RotaFacts;
import org.doorlight.protocol.care.rota.RotaShape;

/** What people typed about a rota, as values the rest can rely on; or a plain sentence that says what is wrong with it. */
final class RotaWishes {
    private RotaWishes() {}

    static RotaFacts.Plan plan(RotaAsk.Draft draft, ZoneId zone, long now) throws Refusal {
        RotaShape shape = RotaShape.of(draft.shape().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> invalid("There is no such shape. Choose one of: " + RotaShape.words() + "."));
        LocalDate firstDay = date(draft.firstDay());
        LocalDate today = Instant.ofEpochMilli(now).atZone(zone).toLocalDate();
        if (firstDay.isBefore(today)) {
            throw invalid("That first day is over. Choose one that lies ahead.");
        }
        if (firstDay.isAfter(today.plusYears(AHEAD_YEARS_MAX))) {
            throw invalid("That first day is more than " + AHEAD_YEARS_MAX + " years ahead. Choose a nearer one.");
        }
        Duration duration = Wishes.duration(draft.duration());
        if (draft.need() < 1 || draft.need() > NEED_MAX) {
            throw invalid("A time can need 1 to " + NEED_MAX + " helpers.");
        }
        return new RotaFacts.Plan(1, shape, firstDay, time(draft.time()), duration, draft.need(), zone, shape.weeks());
    }

    private static LocalTime time(String typed) throws Refusal {
        try {
            LocalTime time = LocalTime.parse(typed);
            return time.withSecond(0).withNano(0);
        } catch (DateTimeParseException none) {
            throw invalid("That is no time of day. Type it as 18:00.");
        }
    }

    static LocalDate date(String typed) throws Refusal {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException none) {
            throw invalid("That is no date. Type it as 2027-05-04.");
        }
    }

    static DayOfWeek day(String typed) throws Refusal {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equals(typed.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> invalid("That is no day of the week. Type it as tuesday."));
    }

    private static Refusal invalid(String sentence) {
        return new Refusal(Problem.Kind.INVALID, sentence);
    }
}
