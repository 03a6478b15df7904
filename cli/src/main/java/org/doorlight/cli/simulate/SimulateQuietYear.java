package org.doorlight.cli.simulate;

import java.util.Locale;
import java.util.stream.LongStream;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.command.DoorlightCommand;
import org.doorlight.protocol.simulation.quiet.Cause;
import org.doorlight.protocol.simulation.quiet.Detector;
import org.doorlight.protocol.simulation.quiet.QuietOutcome;
import org.doorlight.protocol.simulation.quiet.QuietYear;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A year of daily hellos, watched in three ways. */
@Command(
        name = "quiet-year",
        description = "A year of 24 people who say hello, forget it and fall, watched in three ways.",
        footer = {"", "Example:", "  doorlight simulate quiet-year --seeds 42 --json"})
public final class SimulateQuietYear extends DoorlightCommand {
    private static final int DAYS_MIN = 28;
    private static final int DAYS_MAX = 731;
    private static final int PERCENT = 100;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "The first year. One seed is one year: people, falls and faults. Default: 1.")
    private long seed;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many years, each of 24 people. Default: 1.")
    private int seeds;

    @Option(
            names = "--days",
            paramLabel = "D",
            defaultValue = "365",
            description = "How many days the year has, 28 to 731. Default: 365.")
    private int days;

    @Override
    public Integer call() {
        if (seeds < 1 || days < DAYS_MIN || days > DAYS_MAX) {
            throw wrongUse("--seeds is 1 or more, --days 28 to 731.");
        }
        for (Detector detector : Detector.values()) {
            tell(play(detector));
        }
        return DONE;
    }

    /** Each year by itself, as many at a time as there are processors. */
    private QuietOutcome play(Detector detector) {
        return LongStream.range(seed, seed + seeds)
                .parallel()
                .mapToObj(one -> QuietYear.play(detector, one, days))
                .reduce(QuietOutcome::with)
                .orElseThrow();
    }

    private void tell(QuietOutcome year) {
        shared().tell(String.format(
                Locale.ROOT,
                "%-14s %.2f false knocks a person and year (%d of %d while word that all is well was under way), %.0f %% of knocks in earnest, %d never shown",
                year.detector().word(),
                year.falsePerPersonYear(),
                year.wordsUnderway(),
                year.falseKnocks(),
                year.precision() * PERCENT,
                year.neverShown()));
        JsonObject causes = JsonObject.empty();
        for (Cause cause : Cause.values()) {
            causes = causes.with(cause.word(), year.falseKnocks(cause));
        }
        shared().tellJson(JsonObject.empty()
                .with("scenario", "quiet-year")
                .with("seed", seed)
                .with("seeds", seeds)
                .with("detector", year.detector().word())
                .with("personYears", year.personYears())
                .with("falsePerPersonYear", year.falsePerPersonYear())
                .with("falseByCause", causes)
                .with("precision", year.precision())
                .with("delayMedianHours", number(year.delayMedianHours()))
                .with("delayP95Hours", number(year.delayP95Hours()))
                .with("asksPerBuddyMonth", year.asksPerBuddyMonth())
                .with("neverShown", year.neverShown()));
    }

    private static @Nullable Double number(double hours) {
        return Double.isNaN(hours) ? null : hours;
    }
}
