package org.doorlight.protocol.document;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sends bent changes through the validator and the accepted ones through the native engine, in a child process, because
 * a change that slips through may abort it. Each killer is printed so that a test can keep it. Run by
 * {@link MillionMutantsTest}, or by hand: {@code MutationHarness [mutants] [seed] [minutes]}.
 */
public final class MutationHarness {
    private static final int REPORT_EVERY = 50_000;

    private MutationHarness() {}

    /** Every change of every story, plain. */
    static List<byte[]> corpus() {
        return MutationEngine.changes(stories()).stream()
                .map(MutationEngine.Known::plain)
                .toList();
    }

    private static List<EngineStories.Story> stories() {
        var stories = new ArrayList<>(EngineStories.all());
        for (String name : NpmChangesTest.SMALL) {
            stories.add(new EngineStories.Story(name, NpmChangesTest.resource(name + ".changes"), List.of(), ""));
        }
        return stories;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 0 && arguments[0].equals("child")) {
            child(
                    Path.of(arguments[1]),
                    Long.parseLong(arguments[2]),
                    Long.parseLong(arguments[3]),
                    Long.parseLong(arguments[4]));
            return;
        }
        long mutants = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        long minutes = arguments.length > 2 ? Long.parseLong(arguments[2]) : 60;
        System.exit(parent(mutants, seed, minutes) == 0 ? 0 : 1);
    }

    /** Runs mutants until the number or the time is reached, and returns how often the child died. */
    static int parent(long mutants, long seed, long minutes) throws IOException, InterruptedException {
        Path place = Files.createTempFile("mutant", ".number");
        long deadline = System.nanoTime() + minutes * 60_000_000_000L;
        var mutator = new Mutator(corpus(), seed);
        int deaths = 0;
        long next = 0;
        while (next < mutants && System.nanoTime() < deadline) {
            Process child = start(place, seed, next, mutants);
            // Passed on line by line: written directly, it would get between this process and the one that tests it.
            child.inputReader().lines().forEach(System.out::println);
            int code = child.waitFor();
            long reached = read(place);
            if (code != 0) {
                deaths++;
                System.out.println("DEATH code " + code + " at " + reached + " "
                        + HexFormat.of().formatHex(mutator.mutant(reached)));
            }
            next = reached + 1;
        }
        System.out.println("mutants " + next + ", process deaths " + deaths);
        Files.delete(place);
        return deaths;
    }

    private static Process start(Path place, long seed, long from, long to) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=/dev/null",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MutationHarness.class.getName(),
                        "child",
                        place.toString(),
                        String.valueOf(seed),
                        String.valueOf(from),
                        String.valueOf(to))
                .redirectErrorStream(true)
                .start();
    }

    private static void child(Path place, long seed, long from, long to) throws IOException {
        var engine = new MutationEngine(stories());
        var mutator = new Mutator(engine.corpus(), seed);
        Map<String, Integer> counts = new TreeMap<>();
        MappedByteBuffer marker = map(place);
        long idle = residentKilobytes();
        for (long number = from; number < to; number++) {
            // The page survives an abort of this process, so the parent knows which mutant it was.
            marker.putLong(0, number);
            counts.merge(engine.judge(mutator.origin(number), mutator.mutant(number)), 1, Integer::sum);
            if ((number + 1) % REPORT_EVERY == 0 || number + 1 == to) {
                report(number + 1, counts, idle);
            }
        }
    }

    private static void report(long number, Map<String, Integer> counts, long idle) throws IOException {
        System.out.println("mutants " + number + ": " + counts + ", resident " + residentKilobytes() / 1024
                + " MB, at start " + idle / 1024 + " MB");
    }

    private static MappedByteBuffer map(Path place) throws IOException {
        try (FileChannel channel = FileChannel.open(place, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
        }
    }

    private static long read(Path place) throws IOException {
        return map(place).getLong(0);
    }

    private static long residentKilobytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        var lines = new ArrayList<>(Files.readAllLines(status));
        lines.removeIf(line -> !line.startsWith("VmRSS"));
        return Long.parseLong(lines.get(0).replaceAll("\\D", ""));
    }
}
