package org.doorlight.cli.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.id.DocumentId;

/**
 * Ends a node with {@code kill -9} while it holds trials in processes of their own, again and again. Every start finds documents on trial, as
 * after a power cut between the turn that stores an envelope and the one that reads it.
 */
final class TrialKills {
    private static final Duration BEGINS_WITHIN = Duration.ofSeconds(20);
    private static final Duration OVER_WITHIN = Duration.ofMinutes(2);

    private final Household household;
    private int duringTrials;
    private int starts;

    TrialKills(Household household) {
        this.household = household;
    }

    /** Kills the node during trials until that has happened so often; it is not running afterwards. */
    void happen(int times) throws IOException {
        household.losesPower();
        while (duringTrials < times) {
            assertThat(starts).as("starts needed for %d kills", duringTrials).isLessThan(2 * times + 10);
            noteEverything();
            household.starts();
            starts++;
            Optional<ProcessHandle> trial = trialThatRuns();
            household.losesPower();
            // A power cut ends both; the first process to go leaves the other behind every second time.
            trial.filter(running -> starts % 2 == 0).ifPresent(ProcessHandle::destroyForcibly);
            duringTrials += trial.isPresent() && stillOnTrial() ? 1 : 0;
        }
    }

    /** Waits until the node, which runs now, has held every trial there was. */
    void areOver() {
        ProcessHandle node = ProcessHandle.of(household.node().pid()).orElseThrow();
        await().atMost(OVER_WITHIN)
                .during(Duration.ofSeconds(2))
                .until(() -> node.children().findAny().isEmpty());
    }

    /** Starts of the node it took. */
    int starts() {
        return starts;
    }

    private void noteEverything() {
        try (Insider insider = Insider.of(household)) {
            List<DocumentId> documents = insider.documents();
            assertThat(documents).isNotEmpty();
            documents.forEach(insider::note);
        }
    }

    private boolean stillOnTrial() {
        try (Insider insider = Insider.of(household)) {
            return insider.onTrial() > 0;
        }
    }

    private Optional<ProcessHandle> trialThatRuns() {
        ProcessHandle node = ProcessHandle.of(household.node().pid()).orElseThrow();
        await().atMost(BEGINS_WITHIN)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> node.children().findAny().isPresent());
        return node.children().findAny();
    }
}
