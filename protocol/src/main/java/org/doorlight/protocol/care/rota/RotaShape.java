package org.doorlight.protocol.care.rota;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How support goes on in four situations (CARE §6). Support floods in and then stops; each shape has a long tail, which is the point of
 * it. Months are counted as 13 weeks a quarter.
 */
public enum RotaShape {
    /** Two weeks of five days, four weeks of two, then at three and at six months. */
    NEW_BABY(List.of(
            new Stretch(0, 2, days(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)),
            new Stretch(2, 4, days(TUESDAY, FRIDAY)),
            new Stretch(13, 1, days(WEDNESDAY)),
            new Stretch(26, 1, days(WEDNESDAY)))),

    /** Two weeks of three days, eight weeks of one, then at three, six and twelve months. */
    GRIEF(List.of(
            new Stretch(0, 2, days(MONDAY, WEDNESDAY, FRIDAY)),
            new Stretch(2, 8, days(WEDNESDAY)),
            new Stretch(13, 1, days(WEDNESDAY)),
            new Stretch(26, 1, days(WEDNESDAY)),
            new Stretch(52, 1, days(WEDNESDAY)))),

    /** A week of four days, two weeks of three, three weeks of one, then once more after ten weeks. */
    SURGERY(List.of(
            new Stretch(0, 1, days(MONDAY, WEDNESDAY, FRIDAY, SATURDAY)),
            new Stretch(1, 2, days(MONDAY, WEDNESDAY, FRIDAY)),
            new Stretch(3, 3, days(WEDNESDAY)),
            new Stretch(10, 1, days(WEDNESDAY)))),

    /** Twice a week for six weeks; then its recipient looks at it again, and it goes on for six more, or not. */
    LONG_HAUL(List.of(new Stretch(0, RotaShape.REVIEW_WEEKS, days(TUESDAY, FRIDAY))));

    /** After so many weeks a long haul is looked at again. */
    public static final int REVIEW_WEEKS = 6;

    private final List<Stretch> stretches;

    RotaShape(List<Stretch> stretches) {
        this.stretches = stretches;
    }

    /** The same days in several weeks. */
    private record Stretch(int from, int weeks, SortedSet<DayOfWeek> days) {}

    private static SortedSet<DayOfWeek> days(DayOfWeek... days) {
        return new TreeSet<>(Arrays.asList(days));
    }

    /** The lines of this shape, each like the given one but for its week and days. */
    public List<RotaLine> lines(RotaLine like) {
        List<RotaLine> lines = new ArrayList<>();
        for (Stretch stretch : stretches) {
            for (int week = stretch.from; week < stretch.from + stretch.weeks; week++) {
                lines.add(new RotaLine(week, stretch.days, like.time(), like.duration(), like.kind(), like.need()));
            }
        }
        return lines;
    }

    /** In how many weeks it is over, or is looked at again. */
    public int weeks() {
        return stretches.stream()
                .mapToInt(stretch -> stretch.from + stretch.weeks)
                .max()
                .orElse(0);
    }

    /** True if it is looked at again every few weeks and goes on for as long as its recipient says so. */
    public boolean isReviewed() {
        return this == LONG_HAUL;
    }

    /** The word people type. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The shape of a word; empty if it is none. */
    public static Optional<RotaShape> of(String word) {
        return Arrays.stream(values())
                .filter(shape -> shape.word().equals(word))
                .findFirst();
    }

    /** All words, for a sentence. */
    public static String words() {
        return Arrays.stream(values()).map(RotaShape::word).collect(Collectors.joining(", "));
    }
}
