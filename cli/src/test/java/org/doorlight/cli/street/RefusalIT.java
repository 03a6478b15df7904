package org.doorlight.cli.street;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.doorlight.cli.CommandLineRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people may get wrong, and what may be wrong with a machine: one plain line each, and nothing lost. */
class RefusalIT {
    private Street street;

    @BeforeEach
    void an_empty_street() throws IOException {
        street = Street.open();
    }

    @AfterEach
    void everybody_leaves() throws IOException {
        street.close();
    }

    @Test
    void a_code_works_once_and_a_wrong_one_never() throws Exception {
        Household ana = street.moveIn("Ana");
        Household ben = street.moveIn("Ben", ana);
        Household chidi = street.moveIn("Chidi", ana);
        ana.does("circle", "create", "Lantern Street");
        ana.asks("soup on Tuesday?");
        String code = ana.invites();
        ben.does("join", code);

        kindlyRefused(chidi.tries("join", code));
        kindlyRefused(chidi.tries("join", swapped(code)));
        kindlyRefused(chidi.tries("join", "hello"));

        assertThat(chidi.board()).isEmpty();
        assertThat((List<?>) ana.does("member", "list").json()).hasSize(2);
    }

    /** A code of the right shape that nobody was given. */
    private static String swapped(String code) {
        char first = code.charAt(0);
        char other = code.chars()
                .filter(Character::isLetterOrDigit)
                .mapToObj(each -> (char) each)
                .filter(each -> each != first)
                .findFirst()
                .orElse('2');
        return other + code.substring(1);
    }

    @Test
    void what_is_not_there_is_said_kindly() throws Exception {
        Household ana = street.moveIn("Ana");
        ana.does("circle", "create", "Lantern Street");

        kindlyRefused(ana.tries("request", "show", "ffff"));
        kindlyRefused(ana.tries("request", "withdraw", "ffff"));
        kindlyRefused(ana.tries("circle", "show", "Elsewhere"));
        kindlyRefused(ana.tries("request", "list", "--circle", "Elsewhere"));
        kindlyRefused(ana.tries("init", "--name", "Again"));
        ana.stops();
        kindlyRefused(ana.tries("status"));
    }

    @Test
    void a_home_or_port_in_use_is_left_in_peace() throws Exception {
        Household ana = street.moveIn("Ana");
        Household ben = street.build("Ben");
        String taken = ana.node().listening().toString();

        kindlyRefused(ana.tries("run", "--listen", "127.0.0.1:0", "--api", "127.0.0.1:0"));
        kindlyRefused(ben.tries("run", "--listen", taken, "--api", "127.0.0.1:0"));
        kindlyRefused(ben.tries(
                "run",
                "--listen",
                "127.0.0.1:0",
                "--api",
                ana.node().apiAddress().toString()));

        assertThat(ana.does("status").code()).isZero();
    }

    @Test
    void a_broken_database_is_named_and_left_as_it_is() throws Exception {
        Household ana = street.moveIn("Ana");
        ana.does("circle", "create", "Lantern Street");
        ana.stops();
        Path database = ana.home().resolve("doorlight.db");
        byte[] broken = Files.readAllBytes(database);
        new Random(7).nextBytes(broken);
        Files.write(database, broken);

        kindlyRefused(ana.tries("run", "--listen", "127.0.0.1:0", "--api", "127.0.0.1:0"));

        assertThat(Files.readAllBytes(database)).isEqualTo(broken);
    }

    @Test
    void a_folder_nobody_can_write_to_is_named() throws Exception {
        // Not even root can make a folder there.
        kindlyRefused(Household.run(
                street.distribution(), List.of("init", "--name", "Ana", "--home", "/proc/doorlight", "--json")));
    }

    /** One plain line, exit code 1, and a document for programs. */
    private static void kindlyRefused(CommandLineRun run) {
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("doorlight: ")
                .doesNotContain("Exception");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("{}\n");
    }
}
