package org.doorlight.node.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DocumentId;
import org.junit.jupiter.api.Test;

class TrialBenchTest {
    private static final CircleId CIRCLE = new CircleId(new Bytes16(1, 2));
    private static final DocumentId DOCUMENT = new DocumentId(new Bytes16(3, 4));

    /** A change that makes a list and one that puts a name into it: each well formed, together the end of the process. */
    private static final List<byte[]> POISON = PoisonChanges.nameIntoList();

    @Test
    void changes_that_abort_native_code_end_the_trial_and_nothing_else() {
        assertThat(TrialBench.aborts(POISON)).isTrue();
    }

    @Test
    void changes_native_code_can_read_come_through() {
        assertThat(TrialBench.aborts(POISON.subList(0, 1))).isFalse();
    }

    @Test
    void bytes_native_code_throws_at_count_as_well_as_an_abort() {
        assertThat(TrialBench.aborts(List.of(new byte[] {1, 2, 3}))).isTrue();
    }

    @Test
    void a_change_native_code_swallows_without_a_word_counts_too() {
        byte[] damaged = POISON.get(0).clone();
        damaged[4] ^= 1;

        assertThat(TrialBench.aborts(List.of(POISON.get(0), damaged))).isTrue();
    }

    @Test
    void a_node_that_stops_leaves_no_trial_behind_and_accuses_nobody() throws Exception {
        Process endless = new ProcessBuilder("sleep", "600").start();
        AtomicBoolean failed = new AtomicBoolean(true);
        Thread waiting = new Thread(() -> failed.set(TrialBench.failed(endless)));
        waiting.start();

        waiting.interrupt();

        waiting.join();
        assertThat(endless.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(failed).isFalse();
    }

    @Test
    void nothing_to_try_comes_through_without_a_process() {
        assertThat(TrialBench.aborts(List.of())).isFalse();
    }

    @Test
    void each_trial_is_answered_once() {
        List<Input> heard = new CopyOnWriteArrayList<>();
        try (TrialBench bench = new TrialBench(heard::add)) {
            bench.attempt(new Effect.Try(CIRCLE, DOCUMENT, POISON));

            await().atMost(Duration.ofSeconds(60)).until(() -> !heard.isEmpty());
        }

        assertThat(heard).containsExactly(new Input.Tried(CIRCLE, DOCUMENT, true));
    }
}
