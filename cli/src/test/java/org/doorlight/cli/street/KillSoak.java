package org.doorlight.cli.street;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.process.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes in touch, both written to without a pause, one of them ended by {@code kill -9}, in turns ({@code -Psoak}). */
class KillSoak {
    private static final int KILLS = Integer.getInteger("doorlight.kills", 10);
    private static final long SEED = Long.getLong("doorlight.seed", System.nanoTime());
    private static final int CONFIRMED_BEFORE_KILL_MAX = 6;
    private static final long MOMENT_NANOS_MAX = 30_000_000;

    private final Random random = new Random(SEED);
    private Street street;
    private long onTrial;

    /** A node and what it has confirmed. */
    private record Side(String name, Household household, Ledger ledger) {
        Writer writes(int loop, int writer) {
            return new Writer(household, name + " " + loop + "-" + writer, ledger).begins();
        }

        void isAllThere() {
            try (Screen screen = household.screen()) {
                ledger.agreesWith(screen.board(), name);
                JsonObject status = screen.status();
                assertThat(status.object("store").number("damaged"))
                        .as("damaged")
                        .isZero();
                assertThat(status.number("quarantined")).as("quarantined").isZero();
                assertThat(status.number("refused"))
                        .as("refused by %s: %s", name, status.fields())
                        .isZero();
            }
        }
    }

    @BeforeEach
    void an_empty_street() throws IOException {
        street = Street.open();
    }

    @AfterEach
    void everybody_leaves() throws IOException {
        street.close();
    }

    @Test
    void no_confirmed_write_is_lost_and_no_database_unreadable() throws Exception {
        Household ana = street.moveIn("Ana");
        Household ben = street.moveIn("Ben", ana);
        ana.screen().founds("Lantern Street");
        ben.screen().joins(ana.screen().invites());
        List<Side> sides = List.of(new Side("Ana", ana, new Ledger()), new Side("Ben", ben, new Ledger()));

        for (int loop = 1; loop <= KILLS; loop++) {
            killUnderLoad(loop, sides.get(loop % 2), sides.get(1 - loop % 2));
        }

        TreeSet<String> everything = new TreeSet<>();
        sides.forEach(side -> everything.addAll(side.ledger().confirmedTitles()));
        for (Side side : sides) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .untilAsserted(
                            () -> assertThat(side.household().screen().board()).containsAll(everything));
            side.isAllThere();
        }
        System.out.printf(
                "kill -9 under load: seed %d, %d kills, %d confirmed writes, 0 lost, 0 databases unreadable; %d kills left documents on trial%n",
                SEED, KILLS, everything.size(), onTrial);
    }

    private void killUnderLoad(int loop, Side victim, Side other)
            throws IOException, SQLException, InterruptedException {
        List<Writer> writers =
                List.of(victim.writes(loop, 1), victim.writes(loop, 2), other.writes(loop, 1), other.writes(loop, 2));
        int confirmed = 1 + random.nextInt(CONFIRMED_BEFORE_KILL_MAX);
        Patience.until(60, () -> writers.get(0).confirmed() >= confirmed, "no write was confirmed before kill " + loop);
        Patience.untilNanoTime(System.nanoTime() + (long) (random.nextDouble() * MOMENT_NANOS_MAX));
        victim.household().losesPower();
        for (Writer writer : writers) {
            writer.stops();
        }
        onTrial += DatabaseFiles.areWhole(victim.household().home()) > 0 ? 1 : 0;

        victim.household().starts();

        victim.isAllThere();
        other.isAllThere();
    }
}
