package org.doorlight.protocol.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One mistake somebody could have made in the core, told in a text file: a sentence for people, what stands in the source, what would
 * stand there with the mistake, and a world that finds it.
 *
 * @param name the file's name
 * @param wrong what goes wrong, in a sentence
 * @param swaps where the source is changed
 * @param world the world that is known to find it
 */
record PlantedBug(String name, String wrong, List<Swap> swaps, World world) {
    private static final Pattern FOUND_BY = Pattern.compile("found by seed (\\d+), (\\d+) homes, (\\d+) days?");
    private static final Pattern TOKEN = Pattern.compile("\\w+|[^\\w\\s]");

    PlantedBug {
        swaps = List.copyOf(swaps);
    }

    /** A few lines of one source file, and what stands there instead. */
    record Swap(String source, String insteadOf, String planted) {
        /**
         * The source with the mistake in it. White space does not count, so the formatter may break lines elsewhere.
         *
         * @throws IllegalStateException if the lines do not stand there exactly once
         */
        String in(String text) {
            Matcher found = pattern().matcher(text);
            boolean once = found.find();
            int from = once ? found.start() : 0;
            int to = once ? found.end() : 0;
            if (!once || found.find()) {
                throw new IllegalStateException(
                        (once ? "more than once" : "nowhere") + " in " + source + ": " + insteadOf);
            }
            return text.substring(0, from) + planted + text.substring(to);
        }

        private Pattern pattern() {
            StringBuilder pattern = new StringBuilder();
            Matcher token = TOKEN.matcher(insteadOf);
            while (token.find()) {
                pattern.append(pattern.isEmpty() ? "" : "\\s*").append(Pattern.quote(token.group()));
            }
            return Pattern.compile(pattern.toString());
        }
    }

    /** A world of the simulator. */
    record World(long seed, int homes, int days) {
        World ofSeed(long other) {
            return new World(other, homes, days);
        }
    }

    static List<PlantedBug> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<PlantedBug> bugs = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                bugs.add(read(file.getFileName().toString().replace(".txt", ""), Files.readAllLines(file)));
            }
            return bugs;
        }
    }

    static PlantedBug read(String name, List<String> lines) {
        List<Swap> swaps = new ArrayList<>();
        int at = 1;
        while (at < lines.size() && !lines.get(at).startsWith("found by")) {
            if (!lines.get(at).startsWith("in ")) {
                at++;
                continue;
            }
            int instead = find("instead of", lines, at);
            int planted = find("planted", lines, instead);
            int end = planted + 1;
            while (end < lines.size() && !lines.get(end).isBlank()) {
                end++;
            }
            swaps.add(new Swap(
                    lines.get(at).substring("in ".length()).strip(),
                    String.join("\n", lines.subList(instead + 1, planted)).strip(),
                    String.join("\n", lines.subList(planted + 1, end)).strip()));
            at = end;
        }
        return new PlantedBug(name, lines.get(0), swaps, world(name, lines.get(lines.size() - 1)));
    }

    private static int find(String word, List<String> lines, int from) {
        for (int at = from; at < lines.size(); at++) {
            if (lines.get(at).strip().equals(word)) {
                return at;
            }
        }
        throw new IllegalStateException("no line \"" + word + "\" after line " + from);
    }

    private static World world(String name, String line) {
        Matcher found = FOUND_BY.matcher(line);
        if (!found.matches()) {
            throw new IllegalStateException(name + " ends with no world that finds it: " + line);
        }
        return new World(
                Long.parseLong(found.group(1)), Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3)));
    }

    @Override
    public String toString() {
        return name;
    }
}
