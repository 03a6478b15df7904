package org.doorlight.protocol.simulation.quiet;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * How facts travel, as a model: every home numbers its own facts, and holds of each other home a beginning of theirs. Homes that are heard
 * in one part of the street in a step hold the same afterwards, as real nodes do after a sync. A home passes on what others wrote.
 */
final class Post {
    /**
     * What one home wrote into one document.
     *
     * @param about the home whose hello it is about
     * @param facts keys and bytes, as in a real document
     */
    record Letter(int about, SortedMap<String, byte[]> facts) {}

    /** Where facts arrive. */
    interface Door {
        void arrive(int home, int author, Letter letter);
    }

    private final int homes;
    private final Door door;
    private final List<List<Letter>> written = new ArrayList<>();
    private final int[][] held;

    Post(int homes, Door door) {
        this.homes = homes;
        this.door = door;
        this.held = new int[homes][homes];
        for (int home = 0; home < homes; home++) {
            written.add(new ArrayList<>());
        }
    }

    /** A home writes; it holds that at once. */
    void write(int author, Letter letter) {
        written.get(author).add(letter);
        held[author][author]++;
        door.arrive(author, author, letter);
    }

    /** Whether everything an author wrote has come to a home. */
    boolean holdsAll(int home, int author) {
        return held[home][author] == held[author][author];
    }

    /** Homes in one part give each other what they hold. */
    void exchange(int[] parts) {
        for (int author = 0; author < homes; author++) {
            exchange(parts, author, 0);
            exchange(parts, author, 1);
        }
    }

    private void exchange(int[] parts, int author, int part) {
        int most = 0;
        for (int home = 0; home < homes; home++) {
            most = parts[home] == part ? Math.max(most, held[home][author]) : most;
        }
        for (int home = 0; home < homes; home++) {
            while (parts[home] == part && held[home][author] < most) {
                door.arrive(home, author, written.get(author).get(held[home][author]));
                held[home][author]++;
            }
        }
    }
}
