package org.doorlight.cli.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.cli.client.Refusal;
import org.doorlight.cli.process.Distribution;

/**
 * One node whose disk is in trouble for a while. Whatever the trouble: what it confirms is true, what it shows was asked for, what it says
 * is one clear sentence, and when the trouble is over it writes again and has lost nothing.
 */
final class DiskStory {
    private static final Duration RECOVERS_WITHIN = Duration.ofMinutes(2);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);

    private final Household household;
    private final Ledger ledger = new Ledger();
    private final SortedSet<String> sentences = new TreeSet<>();
    private int number;

    DiskStory(Household household) {
        this.household = household;
    }

    /** Starts the node as another program; false if it says that it cannot. */
    boolean starts(Distribution program) {
        try {
            household.starts(program);
            return true;
        } catch (Refusal cannot) {
            sentences.add(household.node().lastWords());
            return false;
        }
    }

    /**
     * Asks so often, and goes on when the answer is no.
     *
     * @return how many were confirmed
     */
    int writes(int times) {
        int confirmed = 0;
        try (Screen screen = household.screen()) {
            for (int time = 0; time < times && household.node().isAlive(); time++) {
                confirmed += writes(screen) ? 1 : 0;
            }
        }
        return confirmed;
    }

    /** Asks until the first no, at most so often; returns how many were confirmed. */
    int writesUntilRefused(int times) {
        int confirmed = 0;
        try (Screen screen = household.screen()) {
            while (confirmed < times && writes(screen)) {
                confirmed++;
            }
        }
        return confirmed;
    }

    /** Now that there is room again the node writes again by itself, without a start. */
    void recovers() {
        await().atMost(RECOVERS_WITHIN).pollInterval(Duration.ofSeconds(1)).until(() -> writes(1) == 1);
    }

    private boolean writes(Screen screen) {
        String title = "Ana " + ++number;
        ledger.asks(title);
        try {
            screen.asks(title);
            ledger.confirmed(title);
            return true;
        } catch (Refusal refused) {
            hears(refused.sentence());
            return false;
        }
    }

    /** While the node lives, what it shows is true also in trouble. */
    void showsTheTruth() {
        if (!household.node().isAlive()) {
            return;
        }
        try (Screen screen = household.screen()) {
            ledger.agreesWith(screen.board(), "Ana");
        } catch (Refusal refused) {
            hears(refused.sentence());
        }
    }

    /** A node that says no names the disk. Only one that ends may say that it is ending, or nothing; then its last words count. */
    private void hears(String sentence) {
        if (sentence.contains("disk")) {
            sentences.add(sentence);
        } else {
            assertThat(household.node().onEnd()).as(sentence).succeedsWithin(ENDS_WITHIN);
        }
    }

    /** The sentences people were told, in answers or as the node's last words. None is a stack trace, and each speaks of the disk. */
    List<String> saidClearly() throws IOException {
        if (!household.node().isAlive()) {
            sentences.add(household.node().lastWords());
        }
        Path log = household.home().resolveSibling(household.home().getFileName() + ".log");
        assertThat(Files.readString(log)).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(sentences).allSatisfy(sentence -> assertThat(sentence).containsIgnoringCase("disk"));
        return new ArrayList<>(sentences);
    }

    /** Ends the node if it lives, and starts it on a disk that works: everything is there, and it writes. */
    void isWellAgain() throws IOException, SQLException {
        household.leaves();
        DatabaseFiles.areWhole(household.home());
        household.starts();
        showsTheTruth();
        assertThat(writes(3)).as("confirmed once the trouble is over").isEqualTo(3);
        showsTheTruth();
        household.losesPower();
        household.starts();
        showsTheTruth();
    }

    int confirmed() {
        return ledger.confirmed();
    }
}
