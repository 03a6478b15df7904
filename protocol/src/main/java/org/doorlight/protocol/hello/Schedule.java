package org.doorlight.protocol.hello;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * When hellos are expected, in local time. A time in the gap of a clock change means the next valid minute, in an overlap the first of
 * the two (CARE S7).
 *
 * @param windows of a day, in the order of their opening; a window's place here is its index
 * @param grace from a window's closing until its box signs how it went
 */
public record Schedule(ZoneId zone, List<DailyWindow> windows, Duration grace) {
    public Schedule {
        windows = windows.stream()
                .sorted(Comparator.comparing(DailyWindow::opens).thenComparing(DailyWindow::closes))
                .toList();
    }

    /** The window of this name; empty if the day has no such window. */
    public Optional<Window> window(WindowId id) {
        if (id.index() >= windows.size()) {
            return Optional.empty();
        }
        DailyWindow daily = windows.get(id.index());
        long closes = at(id.date(), daily.closes());
        return Optional.of(new Window(id, at(id.date(), daily.opens()), closes, closes + grace.toMillis()));
    }

    /** When this window opened; the beginning of its day if the plan has changed since and knows it no more. */
    long opens(WindowId id) {
        return window(id).map(Window::opens).orElseGet(() -> at(id.date(), LocalTime.MIN));
    }

    /** The latest window that has opened. */
    public Optional<Window> latestOpened(long now, Heat heat) {
        return around(now, heat, window -> window.opens() <= now).reduceToLast();
    }

    /** The latest window whose attestation has been due for this long. */
    public Optional<Window> latestDue(long now, long slackMillis, Heat heat) {
        return around(now, heat, window -> window.due() + slackMillis <= now).reduceToLast();
    }

    /** The first window that opens at this moment or later. */
    public Optional<Window> nextOpening(long now, Heat heat) {
        return around(now, heat, window -> window.opens() >= now).first();
    }

    /** The first window after this one. */
    public Optional<Window> after(WindowId id, Heat heat) {
        return days(id.date(), id.date().plusDays(1), heat)
                .keep(window -> window.id().compareTo(id) > 0)
                .first();
    }

    /** Windows that were due from one moment to before another, in order. */
    public List<Window> dueBetween(long from, long until, Heat heat) {
        return days(date(from).minusDays(2), date(until).plusDays(1), heat)
                .keep(window -> window.due() >= from && window.due() < until)
                .list();
    }

    private Days around(long now, Heat heat, Predicate<Window> wanted) {
        // A grace ends at most a day after its window's date.
        return days(date(now).minusDays(2), date(now).plusDays(1), heat).keep(wanted);
    }

    private Days days(LocalDate first, LocalDate last, Heat heat) {
        List<Window> all = new ArrayList<>();
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            for (int index = 0; index < windows.size(); index++) {
                boolean extra = windows.get(index).onlyInHeat();
                window(new WindowId(date, index))
                        .filter(window -> !extra || heat.covers(window.opens()))
                        .ifPresent(all::add);
            }
        }
        return new Days(all);
    }

    private LocalDate date(long millis) {
        return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
    }

    private long at(LocalDate date, LocalTime time) {
        ZoneOffsetTransition change = zone.getRules().getTransition(date.atTime(time));
        boolean inGap = change != null && change.isGap();
        return inGap
                ? change.getInstant().toEpochMilli()
                : date.atTime(time).atZone(zone).toInstant().toEpochMilli();
    }

    /** Some windows in order. */
    private record Days(List<Window> list) {
        Days keep(Predicate<Window> wanted) {
            return new Days(list.stream().filter(wanted).toList());
        }

        Optional<Window> first() {
            return list.stream().findFirst();
        }

        Optional<Window> reduceToLast() {
            return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
        }
    }
}
