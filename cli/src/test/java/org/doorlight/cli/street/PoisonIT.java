package org.doorlight.cli.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.doorlight.cli.process.Distribution;
import org.doorlight.protocol.envelope.Envelope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A change that ends native code and that no door holds back (PROTOCOL §6). Ben's node is a {@link BlindProgram}; the change is real, and so
 * is the abort.
 */
class PoisonIT {
    // 128 and the number of SIGABRT.
    private static final int ABORTED = 134;
    private static final Duration WITHIN = Duration.ofSeconds(30);

    @TempDir
    private static Path folder;

    private static Distribution blind;

    private Street street;
    private Household ana;
    private Household ben;
    private Household mallory;

    @BeforeAll
    static void a_program_with_a_hole_in_it() throws IOException {
        blind = BlindProgram.copiedInto(folder.resolve("program"), Street.assembled());
    }

    @BeforeEach
    void three_neighbours_of_whom_one_means_harm() throws Exception {
        street = Street.open();
        ana = street.moveIn("Ana");
        ben = street.build("Ben", blind);
        ben.opens(List.of(street.wireTo(ana).door()));
        mallory = street.moveIn("Mallory", ana, ben);
        ana.screen().founds("Lantern Street");
        ben.screen().joins(ana.screen().invites());
        mallory.screen().joins(ana.screen().invites());
        ana.screen().asks("soup on Tuesday?");
        ben.screen().asks("a ladder for an hour?");
        ben.screen().eventuallySees("soup on Tuesday?", "a ladder for an hour?");
        mallory.screen().eventuallySees("soup on Tuesday?", "a ladder for an hour?");
        mallory.stops();
    }

    @AfterEach
    void everybody_leaves() throws IOException {
        street.close();
    }

    @Test
    void planted_in_the_store_and_noted_it_never_ends_the_node() throws Exception {
        Envelope poison = forgedByMallory();
        ben.stops();
        try (Insider insider = Insider.of(ben)) {
            insider.plant(poison);
            insider.note(poison.header().document());
        }

        ben.starts();

        pausedAndEverythingElseInPlace();
    }

    @Test
    void planted_in_the_store_without_a_note_it_ends_the_node_once() throws Exception {
        Envelope poison = forgedByMallory();
        ben.stops();
        try (Insider insider = Insider.of(ben)) {
            insider.plant(poison);
        }
        ben.starts();
        ana.screen().invites(); // A new statement has every document looked at that could not be read to its end.
        endsByAnAbort();

        ben.starts();

        pausedAndEverythingElseInPlace();
    }

    @Test
    void sent_by_a_member_it_ends_the_node_once_and_reaches_the_others_all_the_same() throws Exception {
        try (Insider insider = Insider.of(mallory)) {
            insider.plant(insider.poison());
        }
        ana.stops();
        mallory.starts();
        endsByAnAbort();

        mallory.stops();
        ana.starts();
        ben.starts();

        pausedAndEverythingElseInPlace();
    }

    private Envelope forgedByMallory() throws IOException {
        try (Insider insider = Insider.of(mallory)) {
            return insider.poison();
        }
    }

    private void endsByAnAbort() {
        await().atMost(WITHIN).until(() -> !ben.node().isAlive());
        assertThat(ben.node().exitCode()).isEqualTo(ABORTED);
    }

    private void pausedAndEverythingElseInPlace() {
        ben.screen().eventuallyCounts("quarantined", 1);
        ben.screen().eventuallySees("soup on Tuesday?", "a ladder for an hour?");
        ana.screen().asks("a lift on Friday?");
        ben.screen().asks("somebody to feed the cat?");
        String[] board = {"soup on Tuesday?", "a ladder for an hour?", "a lift on Friday?", "somebody to feed the cat?"
        };
        ben.screen().eventuallySees(board);
        ana.screen().eventuallySees(board);

        // Ana's doors are whole: she has the envelope from Ben, and refuses what is in it.
        ana.screen().eventuallyCounts("refused", 1);
        ana.screen().eventuallyCounts("quarantined", 0);

        ben.losesPower();
        ben.starts();
        ben.screen().eventuallySees(board);
        ben.screen().eventuallyCounts("quarantined", 1);
    }
}
