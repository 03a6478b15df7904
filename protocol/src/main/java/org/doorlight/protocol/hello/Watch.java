package org.doorlight.protocol.hello;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one buddy wrote about one person.
 *
 * @param agreed their own yes to being a buddy
 * @param asked windows of episodes this buddy's box showed them
 * @param silences windows whose attestation this buddy's box did not hear, and when it wrote so
 */
public record Watch(
        boolean agreed, List<Answer> answers, SortedSet<WindowId> asked, SortedMap<WindowId, Long> silences) {
    /** A buddy who has not written a word. */
    public static final Watch EMPTY = new Watch(false, List.of(), new TreeSet<>(), new TreeMap<>());

    public Watch {
        answers = List.copyOf(answers);
        asked = Collections.unmodifiableSortedSet(new TreeSet<>(asked));
        silences = Collections.unmodifiableSortedMap(new TreeMap<>(silences));
    }

    /** What is said of windows before this one is forgotten (HELLO §1); the yes stays. */
    public Watch since(WindowId oldest) {
        return new Watch(
                agreed,
                answers.stream()
                        .filter(answer -> answer.window().compareTo(oldest) >= 0)
                        .toList(),
                asked.tailSet(oldest),
                silences.tailMap(oldest));
    }
}
