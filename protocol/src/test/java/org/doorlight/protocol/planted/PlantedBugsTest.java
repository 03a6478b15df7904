package org.doorlight.protocol.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The simulator finds mistakes: those in {@code src/test/resources/planted} are put into the core, and worlds go by with them. An ordinary
 * build tries one of {@value #ORDINARILY_ONE_OF}, {@code mvn -Psoak verify} and {@code -Ddoorlight.planted=each} every one in the world that
 * is known to find it; with {@code -Ddoorlight.planted=all} each is looked for in worlds 1 to {@value #SEEDS} of its size, and a table says
 * which of them found it.
 */
class PlantedBugsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "planted");
    private static final Path LIST = Path.of("..", "docs", "SIMULATION.md");
    private static final int BUGS_MIN = 30;
    private static final int FOUND_OF_THIRTY_MIN = 28;
    // What is tried where the known world does not find a mistake any more, because the core draws other worlds now.
    private static final int SEEDS = 10;
    private static final int ORDINARILY_ONE_OF = 12;

    /** How a hunt for one bug went. */
    private record Hunt(PlantedBug bug, List<Long> seeds, String said) {
        boolean isFound() {
            return !seeds.isEmpty();
        }

        boolean isElsewhere() {
            return isFound() && !seeds.contains(bug.world().seed());
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-38s %s %s",
                    bug,
                    seeds,
                    said.lines().findFirst().orElse(""));
        }
    }

    @Test
    void of_thirty_planted_bugs_at_least_twenty_eight_are_found() throws IOException, InterruptedException {
        List<PlantedBug> known = PlantedBug.all(FOLDER);
        String wish = System.getProperty("doorlight.planted", "some");
        boolean all = "all".equals(wish);
        List<PlantedBug> bugs = "some".equals(wish) ? some(known) : known;

        List<Hunt> hunts = together(bugs.stream()
                .map(bug -> (Callable<Hunt>) () -> all ? inAllWorlds(bug) : untilFound(bug))
                .toList());

        if (all) {
            hunts.forEach(System.out::println);
        }
        List<Hunt> missed = hunts.stream().filter(hunt -> !hunt.isFound()).toList();
        int found = hunts.size() - missed.size();
        System.out.println(bugs.size() + " planted bugs, " + found + " found; not found: " + missed);
        // Each of these costs the whole build time: the world that found it is to be written into its file.
        hunts.stream()
                .filter(hunt -> hunt.isElsewhere())
                .forEach(hunt -> System.out.println("found elsewhere: " + hunt));
        assertThat(known).hasSizeGreaterThanOrEqualTo(BUGS_MIN);
        assertThat(BUGS_MIN * found)
                .as("not found: %s", missed)
                .isGreaterThanOrEqualTo(FOUND_OF_THIRTY_MIN * bugs.size());
    }

    private static List<PlantedBug> some(List<PlantedBug> all) {
        return IntStream.range(0, all.size())
                .filter(place -> place % ORDINARILY_ONE_OF == 0)
                .mapToObj(all::get)
                .toList();
    }

    /** The known world first, then a few others. */
    private static Hunt untilFound(PlantedBug bug) {
        Planting planting = Planting.of(bug);
        return LongStream.concat(LongStream.of(bug.world().seed()), LongStream.rangeClosed(1, SEEDS))
                .mapToObj(seed ->
                        planting.foundBy(bug.world().ofSeed(seed)).map(said -> new Hunt(bug, List.of(seed), said)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(new Hunt(bug, List.of(), ""));
    }

    private static Hunt inAllWorlds(PlantedBug bug) {
        Planting planting = Planting.of(bug);
        List<Long> seeds = new ArrayList<>();
        String first = "";
        for (long seed = 1; seed <= SEEDS; seed++) {
            Optional<String> said = planting.foundBy(bug.world().ofSeed(seed));
            first = first.isEmpty() ? said.orElse("") : first;
            if (said.isPresent()) {
                seeds.add(seed);
            }
        }
        return new Hunt(bug, seeds, first);
    }

    @Test
    void the_same_worlds_say_nothing_against_the_core_as_it_is() throws IOException, InterruptedException {
        List<PlantedBug.World> worlds = PlantedBug.all(FOLDER).stream()
                .map(PlantedBug::world)
                .distinct()
                .toList();
        Planting nothing = Planting.nothing();

        List<Optional<String>> said = together(worlds.stream()
                .map(world -> (Callable<Optional<String>>) () -> nothing.foundBy(world))
                .toList());

        assertThat(said).as("%s", worlds).allMatch(Optional::isEmpty);
    }

    @Test
    void every_plant_still_fits_the_source() throws IOException {
        List<String> misfits = PlantedBug.all(FOLDER).stream()
                .flatMap(bug -> Planting.misfit(bug).stream())
                .toList();

        assertThat(misfits).isEmpty();
    }

    @Test
    void the_list_for_people_is_this_one() throws IOException {
        String list = Files.readString(LIST);

        for (PlantedBug bug : PlantedBug.all(FOLDER)) {
            PlantedBug.World world = bug.world();
            assertThat(list)
                    .contains("| `" + bug.name() + "` | " + bug.wrong() + " | seed " + world.seed() + ", "
                            + world.homes() + " homes, " + world.days() + (world.days() == 1 ? " day |" : " days |"));
        }
    }

    @Test
    void a_plant_whose_lines_are_gone_or_stand_there_twice_is_noticed() {
        var swap = new PlantedBug.Swap("Some.java", "return first\n.next();", "return null;");

        assertThat(swap.in("{ return first.next(); }")).isEqualTo("{ return null; }");
        assertThatThrownBy(() -> swap.in("{ return last.next(); }")).hasMessageContaining("nowhere in Some.java");
        assertThatThrownBy(() -> swap.in("return first.next(); return first.next();"))
                .hasMessageContaining("more than once in Some.java");
    }

    private static <T> List<T> together(List<Callable<T>> deeds) throws InterruptedException {
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : workers.invokeAll(deeds)) {
                results.add(done.get());
            }
            return results;
        } catch (ExecutionException broken) {
            throw new AssertionError(broken.getCause().getMessage(), broken.getCause());
        } finally {
            workers.shutdownNow();
        }
    }
}
