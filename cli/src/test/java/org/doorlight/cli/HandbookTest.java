package org.doorlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** {@code docs/CLI.md} and the program say the same. */
class HandbookTest {
    private static final String HEADING = "### `";

    static List<CommandLine> everyCommand() {
        return UsageTest.everyCommand().stream()
                .filter(command -> command.getParent() != null)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void each_command_has_a_section_that_names_its_options_and_an_example(CommandLine command) throws IOException {
        String name = name(command);

        String section = sections().getOrDefault(name, "");

        assertThat(section).as("the section of %s", name).isNotBlank();
        assertThat(command.getCommandSpec().options())
                .filteredOn(option -> !option.inherited())
                .allSatisfy(option -> assertThat(book(section)).contains("`" + option.longestName()));
        if (command.getSubcommands().isEmpty()) {
            assertThat(section).contains("    doorlight " + name);
        }
    }

    @Test
    void no_section_explains_a_command_that_does_not_exist() throws IOException {
        assertThat(sections().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        everyCommand().stream().map(HandbookTest::name).toList());
    }

    @Test
    void the_options_for_all_commands_are_explained_once() throws IOException {
        CommandLine uppermost = UsageTest.everyCommand().get(0);

        for (OptionSpec option : uppermost.getCommandSpec().options()) {
            assertThat(handbook()).contains("| `" + option.names()[0]);
        }
    }

    /** What all workloads have in common is said in the section above them. */
    private static String book(String section) throws IOException {
        return section + sections().get("bench");
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName().substring("doorlight ".length());
    }

    private static Map<String, String> sections() throws IOException {
        return Arrays.stream(handbook().split("(?m)^(?=##)"))
                .filter(section -> section.startsWith(HEADING))
                .collect(Collectors.toMap(
                        section -> section.substring(HEADING.length(), section.indexOf('`', HEADING.length())),
                        section -> section.substring(section.indexOf('\n'))));
    }

    private static String handbook() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/CLI.md"))) {
            folder = folder.getParent();
        }
        return Files.readString(folder.resolve("docs/CLI.md"));
    }
}
