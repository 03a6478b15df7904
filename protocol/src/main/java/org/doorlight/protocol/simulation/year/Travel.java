package org.doorlight.protocol.simulation.year;

import java.util.Arrays;

/**
 * How facts travel, as a model: every home numbers its own facts, and holds of each other home a beginning of theirs. Boxes that take part
 * in the exchange of a step, in one part of the street, hold the same afterwards, as real nodes do after a sync.
 */
final class Travel {
    /** Steps looked back for "had both met within two hours". */
    private static final int REMEMBERED = 4;

    private static final int NOT_THERE = -1;

    private final Weather weather;
    private final int homes;
    private final int[][] held;
    private final int[][] met;
    private int step;

    Travel(Weather weather, int homes) {
        this.weather = weather;
        this.homes = homes;
        this.held = new int[homes][homes];
        this.met = new int[REMEMBERED][homes];
        for (int[] row : met) {
            Arrays.fill(row, NOT_THERE);
        }
    }

    /** One more fact of this home; its number. */
    int write(int home) {
        return held[home][home]++;
    }

    boolean holds(int home, int author, int number) {
        return number < held[home][author];
    }

    /** How many facts of an author a home holds. */
    int count(int home, int author) {
        return held[home][author];
    }

    void exchange(int now) {
        step = now;
        int[] row = met[now % REMEMBERED];
        for (int home = 0; home < homes; home++) {
            row[home] = weather.hears(home, now) ? weather.part(home, now) : NOT_THERE;
        }
        share(row, 0);
        share(row, 1);
    }

    private void share(int[] row, int part) {
        int[] all = new int[homes];
        for (int home = 0; home < homes; home++) {
            for (int author = 0; row[home] == part && author < homes; author++) {
                all[author] = Math.max(all[author], held[home][author]);
            }
        }
        for (int home = 0; home < homes; home++) {
            if (row[home] == part) {
                System.arraycopy(all, 0, held[home], 0, homes);
            }
        }
    }

    /** True if these two were in one exchange within the last two hours. */
    boolean haveMetLately(int one, int other) {
        for (int back = 0; back < Math.min(REMEMBERED, step + 1); back++) {
            int[] row = met[(step - back) % REMEMBERED];
            if (row[one] != NOT_THERE && row[one] == row[other]) {
                return true;
            }
        }
        return false;
    }
}
