package org.doorlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house that a machine can read from files; {@code TidyTest} has those it reads from classes. */
class TidyFilesTest {
    private static final int FILE_LINES_MAX = 400;

    // Tests are many short stories one after the other; a file of them may be longer.
    private static final int STORY_LINES_MAX = 700;

    private static final Pattern SYNCHRONIZED_BLOCK = Pattern.compile("\\bsynchronized\\s*\\(");

    private static final Pattern DISABLED = Pattern.compile("@[\\w.]*Disabled");

    private static final Set<String> TOP_LEVEL =
            Set.of("pom.xml", "protocol", "node", "cli", "docs", "README.md", "LICENSE", "target");

    @Test
    void every_package_says_what_lives_in_it() {
        var silent = sources("src/main/java")
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !text(folder.resolve("package-info.java")).contains("NullMarked"));

        assertThat(silent)
                .as("packages without a package-info.java that is @NullMarked")
                .isEmpty();
    }

    @Test
    void no_file_is_too_long_to_read() {
        assertThat(longer(sources("src/main/java"), FILE_LINES_MAX)).isEmpty();
        assertThat(longer(sources("src/test/java"), STORY_LINES_MAX)).isEmpty();
    }

    private static Stream<Path> longer(Stream<Path> files, int linesMax) {
        return files.filter(file -> text(file).lines().count() > linesMax);
    }

    @Test
    void the_top_level_holds_the_modules_the_docs_and_little_else() throws IOException {
        try (var entries = Files.list(checkout())) {
            var names = entries.map(entry -> entry.getFileName().toString()).filter(name -> !name.startsWith("."));

            assertThat(names).isSubsetOf(TOP_LEVEL);
        }
    }

    @Test
    void the_protocol_locks_nothing() {
        var locking = javaFiles(checkout().resolve("protocol/src/main/java"))
                .filter(file -> SYNCHRONIZED_BLOCK.matcher(text(file)).find());

        assertThat(locking).isEmpty();
    }

    @Test
    void no_test_is_switched_off() {
        assertThat(sources("src/test/java")
                        .filter(file -> DISABLED.matcher(text(file)).find()))
                .isEmpty();
    }

    private static Stream<Path> sources(String folder) {
        return Stream.of("protocol", "node", "cli")
                .flatMap(module -> javaFiles(checkout().resolve(module).resolve(folder)));
    }

    private static Stream<Path> javaFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path checkout() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("protocol"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
