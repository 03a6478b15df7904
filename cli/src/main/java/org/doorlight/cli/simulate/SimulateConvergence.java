package org.doorlight.cli.simulate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.Refusal;
import org.doorlight.cli.command.DoorlightCommand;
import org.doorlight.protocol.simulation.Outcome;
import org.doorlight.protocol.simulation.Swarm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** After any trouble everybody comes to hold and see the same. */
@Command(
        name = "convergence",
        description =
                "Faulty networks, disks and clocks for some days; then all homes must come to hold and see the same.",
        footer = {"", "Example:", "  doorlight simulate convergence --seed 7 --households 12 --days 7"})
public final class SimulateConvergence extends DoorlightCommand {
    private static final int HOUSEHOLDS_MAX = 200;
    private static final int DAYS_MAX = 366;
    private static final int VIOLATIONS_TOLD_MAX = 10;
    private static final int SEEDS_NAMED_MAX = 20;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "The first world. One seed is one world. Default: 1.")
    private long seed;

    @Option(names = "--seeds", paramLabel = "N", defaultValue = "1", description = "How many worlds. Default: 1.")
    private int seeds;

    @Option(
            names = "--households",
            paramLabel = "H",
            defaultValue = "12",
            description = "How many homes live there, 2 to 200. Default: 12.")
    private int households;

    @Option(
            names = "--days",
            paramLabel = "D",
            defaultValue = "7",
            description = "How many days go by before everything is mended, 1 to 366. Default: 7.")
    private int days;

    @Option(
            names = "--dishonest",
            description = "Somebody who means harm lives in each world of four homes and more; without it, in some.")
    private boolean dishonest;

    private final MessageDigest traces = newSha256();
    private long delivered;
    private long violations;
    private final List<Long> brokenSeeds = new ArrayList<>();

    @Override
    public Integer call() {
        if (seeds < 1 || households < 2 || households > HOUSEHOLDS_MAX || days < 1 || days > DAYS_MAX) {
            throw wrongUse("--seeds is 1 or more, --households 2 to 200, --days 1 to 366.");
        }
        Worlds worlds = new Worlds(seed, seeds, number -> Swarm.run(number, households, days, dishonest));
        showProgress(0);
        for (int number = 1; number <= seeds; number++) {
            take(worlds.next());
            showProgress(number);
        }
        tell();
        if (violations > 0) {
            throw new Refusal(named(brokenSeeds) + " what should not be. See it again with: doorlight simulate"
                    + " convergence --seed " + brokenSeeds.get(0) + " --households " + households + " --days "
                    + days + (dishonest ? " --dishonest" : ""));
        }
        return DONE;
    }

    private static String named(List<Long> broken) {
        List<String> first =
                broken.stream().limit(SEEDS_NAMED_MAX).map(String::valueOf).toList();
        String more = broken.size() > SEEDS_NAMED_MAX ? " and " + (broken.size() - SEEDS_NAMED_MAX) + " more" : "";
        return broken.size() == 1
                ? "Seed " + first.get(0) + " shows"
                : "Seeds " + String.join(", ", first) + more + " show";
    }

    private void take(Outcome outcome) {
        delivered += outcome.deliveredChanges();
        traces.update(outcome.traceHash().getBytes(StandardCharsets.US_ASCII));
        if (outcome.violationCount() == 0) {
            return;
        }
        brokenSeeds.add(outcome.seed());
        violations += outcome.violationCount();
        shared().terminal().err().println("seed " + outcome.seed() + ", with " + outcome.faults() + ":");
        outcome.violations().stream()
                .limit(VIOLATIONS_TOLD_MAX)
                .forEach(violation -> shared().terminal().err().println("  " + violation));
    }

    private void tell() {
        String trace = HexFormat.of().formatHex(traces.digest());
        shared().tell(seeds + (seeds == 1 ? " world, " : " worlds, ") + delivered + " changes delivered, " + violations
                + " things that should not be. Trace " + trace);
        shared().tellJson(JsonObject.empty()
                .with("scenario", "convergence")
                .with("seed", seed)
                .with("seeds", seeds)
                .with("households", households)
                .with("days", days)
                .with("deliveredChanges", delivered)
                .with("violations", violations)
                .with("traceHash", trace));
    }

    /** One line that is written over again and again, where somebody sits before it. */
    private void showProgress(int done) {
        if (System.console() != null && !shared().json()) {
            shared().terminal().err().print("\r" + done + " of " + seeds + " worlds" + (done == seeds ? "\n" : ""));
            shared().terminal().err().flush();
        }
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
