package org.doorlight.cli.simulate;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.command.DoorlightCommand;
import org.doorlight.protocol.simulation.year.StreetYear;
import org.doorlight.protocol.simulation.year.YearOutcome;
import org.doorlight.protocol.simulation.year.YearPolicy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A year of asking, helping and resting, under four policies. */
@Command(
        name = "street-year",
        description = "A year of wishes in a street, filled by fair turns, an open board, a coordinator and a list.",
        footer = {"", "Example:", "  doorlight simulate street-year --seeds 20 --json"})
public final class SimulateStreetYear extends DoorlightCommand {
    private static final int HOUSEHOLDS_MIN = 4;
    private static final int HOUSEHOLDS_MAX = 200;
    private static final int DAYS_MIN = 7;
    private static final int DAYS_MAX = 731;
    private static final double DEMAND_MAX = 20;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "The first year. One seed is one year: homes, wishes and weather. Default: 1.")
    private long seed;

    @Option(names = "--seeds", paramLabel = "N", defaultValue = "1", description = "How many years. Default: 1.")
    private int seeds;

    @Option(
            names = "--households",
            paramLabel = "H",
            defaultValue = "60",
            description = "How many homes live there, 4 to 200. Default: 60.")
    private int households;

    @Option(
            names = "--days",
            paramLabel = "D",
            defaultValue = "365",
            description = "How many days the year has, 7 to 731. Default: 365.")
    private int days;

    @Option(
            names = "--demand",
            paramLabel = "X",
            defaultValue = "1",
            description = "How many times as much is asked as is usual, above 0 to 20. Default: 1.")
    private double demand;

    @Override
    public Integer call() {
        boolean possible = seeds >= 1
                && households >= HOUSEHOLDS_MIN
                && households <= HOUSEHOLDS_MAX
                && days >= DAYS_MIN
                && days <= DAYS_MAX
                && demand > 0
                && demand <= DEMAND_MAX;
        if (!possible) {
            throw wrongUse(
                    "--seeds is 1 or more, --households 4 to 200, --days 7 to 731, --demand above 0 and up to 20.");
        }
        for (YearPolicy policy : YearPolicy.values()) {
            tell(policy, play(policy));
        }
        return DONE;
    }

    /** Each year by itself, as many at a time as there are processors. */
    private List<YearOutcome> play(YearPolicy policy) {
        return IntStream.range(0, seeds)
                .parallel()
                .mapToObj(number -> StreetYear.play(policy, seed + number, households, days, demand))
                .toList();
    }

    private void tell(YearPolicy policy, List<YearOutcome> years) {
        double gini = mean(years, YearOutcome::gini);
        double filled = mean(years, YearOutcome::filled);
        shared().tell(String.format(
                Locale.ROOT,
                "%-12s filled %.1f %%, unevenness %.2f, busiest home %.1f %%, read %.1f invitations for a yes",
                policy.word(),
                percent(filled),
                gini,
                percent(mean(years, YearOutcome::biggestShare)),
                mean(years, YearOutcome::invitationsPerYes)));
        shared().tellJson(JsonObject.empty()
                .with("policy", policy.word())
                .with("seeds", seeds)
                .with("filled", filled)
                .with("gini", gini)
                .with("rawGini", mean(years, YearOutcome::rawGini))
                .with("biggestShare", mean(years, YearOutcome::biggestShare))
                .with("topTenthShare", mean(years, YearOutcome::topTenthShare))
                .with("aboveCeiling", sum(years, YearOutcome::aboveCeiling))
                .with("longestRunWeeks", mean(years, YearOutcome::longestRunWeeks))
                .with("invitationsPerYes", mean(years, YearOutcome::invitationsPerYes))
                .with("lateHoles", mean(years, YearOutcome::lateHoles))
                .with("displaced", sum(years, YearOutcome::displaced))
                .with("doubleDeliveries", sum(years, YearOutcome::doubleDeliveries))
                .with("invitedResting", sum(years, YearOutcome::invitedResting))
                .with("slots", sum(years, YearOutcome::slots))
                .with("litPerYes", mean(years, YearOutcome::litPerYes))
                .withIfPresent("saturatedAfterHours", slowest(years)));
    }

    private static double percent(double share) {
        return share * 100;
    }

    private static double mean(List<YearOutcome> years, ToDoubleFunction<YearOutcome> figure) {
        return years.stream().mapToDouble(figure).average().orElse(0);
    }

    private static long sum(List<YearOutcome> years, ToLongFunction<YearOutcome> figure) {
        return years.stream().mapToLong(figure).sum();
    }

    /** The longest it took in any year; nothing if no street was full, or the policy has no way to say so. */
    private static @Nullable Double slowest(List<YearOutcome> years) {
        var hours = years.stream()
                .mapToDouble(YearOutcome::saturatedAfterHours)
                .filter(each -> !Double.isNaN(each))
                .max();
        return hours.isPresent() ? hours.getAsDouble() : null;
    }
}
