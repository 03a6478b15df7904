package org.doorlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class UsageTest {
    static List<CommandLine> everyCommand() {
        List<CommandLine> commands = new ArrayList<>();
        collect(Doorlight.commandLine(null), commands);
        return commands;
    }

    private static void collect(CommandLine command, List<CommandLine> into) {
        into.add(command);
        command.getSubcommands().values().forEach(child -> collect(child, into));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "circle",
                "nonsense",
                "status --nonsense",
                "circle create",
                "invite --role queen",
                "join CODE --peer nowhere",
                "join CODE --peer 127.0.0.1:0",
                "run --listen nowhere",
                "run --peer 127.0.0.1:99999",
                "init",
                "init --name Rosa --kind castle",
                "request add --kind meal --slot 2026-12-01T18:00/PT1H",
                "request add --kind meal --title a --title-file b --slot 2026-12-01T18:00/PT1H",
                "request add --kind gossip --title a --slot 2026-12-01T18:00/PT1H",
                "request add --kind meal --title a --slot tomorrow",
                "request add --kind meal --title-file - --door-file - --slot 2026-12-01T18:00/PT1H",
                "request show",
                "request pause",
                "request move 3fa8 51",
                "request accept 3fa8",
                "request add --kind meal --title-file - --story-file - --slot 2026-12-01T18:00/PT1H",
                "offer 3fa8",
                "handback",
                "done",
                "onmyway e7 e8",
                "commitments e7",
                "capacity",
                "capacity set",
                "capacity ceiling much",
                "decline 3fa8",
                "member pass-over",
                "rota",
                "rota add --shape grief --title Soup",
                "rota max 3fa8 many",
                "rota every 3fa8",
                "invitations e7",
                "hello plan",
                "hello plan agree",
                "hello snooze",
                "hello snooze soon",
                "hello away",
                "episode",
                "episode answer 3fa8",
                "episode answer 3fa8 missing",
                "clock",
                "roll-call",
                "roll-call answer so-so",
                "circle heat",
                "circle heat set mild",
                "hello drill",
                "hello drill answer maybe",
                "inspect",
                "help nonsense",
            })
    void wrong_use_ends_with_2_and_one_line(String line) {
        CommandLineRun run = CommandLineRun.of(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("doorlight: ")
                .contains(" See: doorlight", "--help");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_word_where_a_number_belongs_is_answered_in_plain_words() {
        CommandLineRun run = CommandLineRun.of("capacity", "ceiling", "lots");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().strip())
                .isEqualTo("doorlight: Type a number in place of 'lots'. See: doorlight capacity ceiling --help");
    }

    @Test
    void help_lists_only_what_exists() {
        assertThat(everyCommand().stream()
                        .map(command -> command.getCommandSpec().qualifiedName()))
                .containsExactlyInAnyOrder(
                        "doorlight",
                        "doorlight init",
                        "doorlight run",
                        "doorlight demo",
                        "doorlight status",
                        "doorlight circle",
                        "doorlight circle create",
                        "doorlight circle list",
                        "doorlight circle show",
                        "doorlight circle heat",
                        "doorlight circle heat set",
                        "doorlight circle heat end",
                        "doorlight circle heat show",
                        "doorlight invite",
                        "doorlight join",
                        "doorlight member",
                        "doorlight member list",
                        "doorlight member pass-over",
                        "doorlight member passed-over",
                        "doorlight request",
                        "doorlight request pause",
                        "doorlight request resume",
                        "doorlight request fulfil",
                        "doorlight request move",
                        "doorlight request more-time",
                        "doorlight request mine",
                        "doorlight request accept",
                        "doorlight request release",
                        "doorlight request talk",
                        "doorlight request story",
                        "doorlight offer",
                        "doorlight handback",
                        "doorlight onmyway",
                        "doorlight done",
                        "doorlight talk",
                        "doorlight commitments",
                        "doorlight invitations",
                        "doorlight decline",
                        "doorlight capacity",
                        "doorlight capacity set",
                        "doorlight capacity ceiling",
                        "doorlight capacity ask-me",
                        "doorlight capacity show",
                        "doorlight rota",
                        "doorlight rota add",
                        "doorlight rota list",
                        "doorlight rota show",
                        "doorlight rota skip",
                        "doorlight rota max",
                        "doorlight rota carry-on",
                        "doorlight rota every",
                        "doorlight hello",
                        "doorlight hello show",
                        "doorlight hello plan",
                        "doorlight hello plan set",
                        "doorlight hello plan show",
                        "doorlight hello plan end",
                        "doorlight hello plan buddies",
                        "doorlight hello plan agree",
                        "doorlight hello plan leave",
                        "doorlight hello status",
                        "doorlight hello snooze",
                        "doorlight hello away",
                        "doorlight hello back",
                        "doorlight hello code",
                        "doorlight hello drill",
                        "doorlight hello drill start",
                        "doorlight hello drill show",
                        "doorlight hello drill answer",
                        "doorlight hello drill end",
                        "doorlight roll-call",
                        "doorlight roll-call start",
                        "doorlight roll-call answer",
                        "doorlight roll-call show",
                        "doorlight roll-call end",
                        "doorlight episode",
                        "doorlight episode list",
                        "doorlight episode answer",
                        "doorlight clock",
                        "doorlight clock show",
                        "doorlight clock confirm",
                        "doorlight request add",
                        "doorlight request list",
                        "doorlight request show",
                        "doorlight request withdraw",
                        "doorlight peers",
                        "doorlight watch",
                        "doorlight simulate",
                        "doorlight simulate convergence",
                        "doorlight simulate street-year",
                        "doorlight simulate quiet-year",
                        "doorlight inspect",
                        "doorlight bench",
                        "doorlight bench propagation",
                        "doorlight bench writes",
                        "doorlight bench memory",
                        "doorlight bench restart",
                        "doorlight bench catchup",
                        "doorlight help");
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void each_command_has_one_line_about_it_and_an_example(CommandLine command) {
        var text = command.getCommandSpec().usageMessage();

        assertThat(text.description()).hasSize(1);
        assertThat(text.description()[0]).endsWith(".").hasSizeLessThan(100);
        assertThat(text.footer()).contains("Example:");
        assertThat(text.footer()[2]).startsWith("  doorlight ");
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void each_option_is_explained(CommandLine command) {
        assertThat(command.getCommandSpec().args())
                .allSatisfy(argument -> assertThat(argument.description()).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--help circle create", "circle --help create", "circle create --help", "help circle create"})
    void help_may_stand_anywhere(String line) {
        CommandLineRun run = CommandLineRun.of(line.split(" "));

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Usage: doorlight circle create ");
    }

    @Test
    void help_and_version_speak_json_too() {
        assertThat(CommandLineRun.of("--version", "--json").object().text("version"))
                .isNotEmpty();
        assertThat(CommandLineRun.of("status", "--json", "--help").object().text("help"))
                .startsWith("Usage: ");
        assertThat(CommandLineRun.of("status", "--version").out()).startsWith("doorlight ");
    }
}
