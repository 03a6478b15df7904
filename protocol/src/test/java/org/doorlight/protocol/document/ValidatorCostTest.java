package org.doorlight.protocol.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.automerge.Document;
import org.automerge.ObjectId;
import org.junit.jupiter.api.Test;

/** What judging an ordinary change costs after warm-up: a few keys with bytes, as care requests are written. */
class ValidatorCostTest {
    private static final int WARM = 20_000;
    private static final int ROUNDS = 10_000;
    private static final double MICROSECONDS_MAX = 30;

    @Test
    void an_ordinary_change_is_judged_in_thirty_microseconds() {
        byte[] small = bytesPut(3, 60);
        byte[] large = bytesPut(6, 140);

        for (byte[] change : List.of(small, large)) {
            double validate = microseconds(() -> ChangeValidator.validate(change));
            double outline = microseconds(() -> new DocumentOutline().admit(Verdicts.accepted(change)));
            System.out.printf(
                    "cost: %d bytes: validate %.1f µs, with outline %.1f µs%n", change.length, validate, outline);
            // Ten times as generous as the goal, because other work may run on the same cores.
            assertThat(validate).isLessThan(10 * MICROSECONDS_MAX);
        }
    }

    private static double microseconds(Runnable work) {
        for (int round = 0; round < WARM; round++) {
            work.run();
        }
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int round = 0; round < ROUNDS; round++) {
            work.run();
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1000.0 / ROUNDS;
    }

    private static byte[] bytesPut(int keys, int bytes) {
        var random = new Random(1);
        var document = new Document(new byte[16]);
        EngineStories.write(document, transaction -> {
            for (int key = 0; key < keys; key++) {
                byte[] value = new byte[bytes];
                random.nextBytes(value);
                transaction.set(ObjectId.ROOT, "field" + key, value);
            }
        });
        byte[] change = document.encodeChangesSince(new org.automerge.ChangeHash[0]);
        document.free();
        return change;
    }
}
