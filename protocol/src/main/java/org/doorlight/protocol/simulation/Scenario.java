package org.doorlight.protocol.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A story about a street in plain sentences, one on a line. The first says who lives there; empty lines and lines that begin with
 * {@code #} say nothing. {@code docs/SIMULATION.md} lists the sentences.
 */
public final class Scenario {
    private static final String HOME = "(\\p{Lu}\\p{L}*)";
    private static final String HOMES = "(\\p{Lu}\\p{L}*(?:(?:, | and )\\p{Lu}\\p{L}*)*)";
    private static final String WORDS = "\"([^\"]*)\"";
    private static final String TIME = "(\\d+|[Aa]n?) (second|minute|hour|day|week|year)s?";
    private static final Pattern STREET = Pattern.compile("On the street live " + HOMES + "\\.?");
    private static final Pattern SEED = Pattern.compile("The seed is (\\d+)\\.?");

    /** What one sentence does. */
    private interface Step {
        void happen(Neighbourhood street, MatchResult said);
    }

    private static final Map<Pattern, Step> STEPS = steps();

    private final List<String> lines;

    private Scenario(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    public static Scenario read(String text) {
        List<String> lines = new ArrayList<>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(lines::add);
        return new Scenario(lines);
    }

    /**
     * Lets the story happen, and everything come to rest at its end.
     *
     * @throws IllegalArgumentException for a sentence nobody understands
     * @throws AssertionError if it does not go as told
     */
    public void play() {
        long seed = 1;
        List<String> names = List.of();
        int next = 0;
        for (; next < lines.size(); next++) {
            Matcher street = STREET.matcher(lines.get(next));
            Matcher number = SEED.matcher(lines.get(next));
            if (street.matches()) {
                names = names(street.group(1));
            } else if (number.matches()) {
                seed = Long.parseLong(number.group(1));
            } else {
                break;
            }
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("the first line says who lives there: On the street live Ana and Ben.");
        }
        try (Neighbourhood street = Neighbourhood.of(names).seed(seed)) {
            lines.subList(next, lines.size()).forEach(line -> happen(street, line));
            street.settle();
        }
    }

    private static void happen(Neighbourhood street, String line) {
        String sentence = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
        for (Map.Entry<Pattern, Step> step : STEPS.entrySet()) {
            Matcher said = step.getKey().matcher(sentence);
            if (said.matches()) {
                step.getValue().happen(street, said);
                return;
            }
        }
        throw new IllegalArgumentException("nobody understands: " + line);
    }

    // ---- the sentences
    // ----------------------------------------------------------------------------------------------------------

    private static Map<Pattern, Step> steps() {
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put(HOME + " posts " + WORDS, (street, said) -> street.post(said.group(1), said.group(2)));
        steps.put(
                HOME + " posts " + WORDS + " with " + WORDS + " for the door",
                (street, said) -> street.postWithDoor(said.group(1), said.group(2), said.group(3)));
        steps.put(
                HOME + " posts " + WORDS + " to " + HOMES,
                (street, said) -> street.postTo(said.group(1), names(said.group(3)), said.group(2)));
        steps.put(HOME + " takes back " + WORDS, (street, said) -> street.withdraw(said.group(2)));
        steps.put(HOME + " is offline for " + TIME, (street, said) -> street.offline(said.group(1), time(said, 2)));
        steps.put(HOME + " is back", (street, said) -> street.online(said.group(1)));
        steps.put(
                HOME + " has a power cut of " + TIME, (street, said) -> street.powerCut(said.group(1), time(said, 2)));
        steps.put(HOMES + " (?:is|are) cut off", (street, said) -> street.cutOff(names(said.group(1))));
        steps.put("[Tt]he network is whole again", (street, said) -> street.joinNetworks());
        steps.put(
                HOME + " (?:goes to|comes to) the (\\w+) network",
                (street, said) -> street.move(said.group(1), said.group(2)));
        steps.put(
                HOME + "'s clock is " + TIME + " ahead",
                (street, said) -> street.clockJumps(said.group(1), time(said, 2)));
        steps.put(
                HOME + "'s clock is " + TIME + " behind",
                (street, said) -> street.clockJumps(said.group(1), time(said, 2).negated()));
        steps.put(HOME + "'s clock says 1970", (street, said) -> street.clockForgets(said.group(1)));
        steps.put(
                "(\\d+) of 100 packets are lost",
                (street, said) -> street.loss(Integer.parseInt(said.group(1)) / 100.0));
        steps.put(
                HOME + "'s disk is full soon",
                (street, said) -> street.diskTrouble(said.group(1), StoreTrouble.Kind.DISK_FULL, 3));
        steps.put(
                "[Aa]ll envelopes of " + HOME + "'s are damaged",
                (street, said) -> street.damageEnvelopes(said.group(1)));
        steps.put("A copy of " + HOME + "'s disk is kept", (street, said) -> street.keepCopy(said.group(1)));
        steps.put(
                HOME + "'s database is put back from the copy", (street, said) -> street.putBack(said.group(1), false));
        steps.put(HOME + "'s disk is put back from the copy", (street, said) -> street.putBack(said.group(1), true));
        steps.put(
                HOME + " runs a copy of " + HOME + "'s home",
                (street, said) -> street.copyHome(said.group(2), said.group(1), false));
        steps.put(
                HOME + " has (\\d+) devices? in " + HOME + "'s list",
                (street, said) -> count(street, said.group(1), Long.parseLong(said.group(2)), said.group(3)));
        steps.put("[Tt]here is room on " + HOME + "'s disk again", (street, said) -> street.makeRoom(said.group(1)));
        for (Misdeed misdeed : Misdeed.values()) {
            steps.put(HOME + " " + misdeed.words(), (street, said) -> street.misdeed(said.group(1), misdeed));
        }
        steps.put(
                "[Ee]very honest home knows that " + HOME + " gave two answers",
                (street, said) -> knowsOf(street, said.group(1)));
        steps.put(HOME + " complains of " + HOME, (street, said) -> {
            if (!street.harm().isComplainedOf(street.home(said.group(1)), street.home(said.group(2)))) {
                throw new AssertionError(said.group(1) + " does not complain of " + said.group(2));
            }
        });
        steps.put(TIME + " pass(?:es)?", (street, said) -> street.after(time(said, 1)));
        steps.put("[Ee]verything comes to rest", (street, said) -> street.settle());
        steps.put(
                "[Ee]veryone sees " + WORDS,
                (street, said) -> street.names().forEach(name -> see(street, name, said.group(1), true)));
        steps.put(
                "[Nn]obody sees " + WORDS,
                (street, said) -> street.names().forEach(name -> see(street, name, said.group(1), false)));
        steps.put(
                HOMES + " sees? " + WORDS,
                (street, said) -> names(said.group(1)).forEach(name -> see(street, name, said.group(2), true)));
        steps.put(
                HOMES + " do(?:es)? not see " + WORDS,
                (street, said) -> names(said.group(1)).forEach(name -> see(street, name, said.group(2), false)));
        Map<Pattern, Step> compiled = new LinkedHashMap<>();
        steps.forEach((sentence, step) -> compiled.put(Pattern.compile(sentence), step));
        return compiled;
    }

    private static void knowsOf(Neighbourhood street, String culprit) {
        for (String name : street.names()) {
            if (!name.equals(culprit) && !street.harm().isProved(street.home(name), street.home(culprit))) {
                throw new AssertionError(name + " has no proof against " + culprit);
            }
        }
    }

    private static void see(Neighbourhood street, String name, String title, boolean wanted) {
        if (street.board(name).contains(title) != wanted) {
            throw new AssertionError(name + (wanted ? " does not see \"" : " sees \"") + title + "\"");
        }
    }

    private static void count(Neighbourhood street, String name, long wanted, String seenBy) {
        long devices = street.devices(name, seenBy);
        if (devices != wanted) {
            throw new AssertionError(name + " has " + devices + " devices in " + seenBy + "'s list, not " + wanted);
        }
    }

    private static List<String> names(String list) {
        return Arrays.asList(list.split(", | and ", -1));
    }

    private static Duration time(MatchResult said, int group) {
        String count = said.group(group);
        long many = Character.isDigit(count.charAt(0)) ? Long.parseLong(count) : 1;
        return switch (said.group(group + 1)) {
            case "second" -> Duration.ofSeconds(many);
            case "minute" -> Duration.ofMinutes(many);
            case "hour" -> Duration.ofHours(many);
            case "day" -> Duration.ofDays(many);
            case "week" -> Duration.ofDays(7 * many);
            default -> Duration.ofDays(365 * many);
        };
    }
}
