package org.doorlight.node;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** What has to be taken back, last things first, if a start does not work out. */
final class Undo {
    private final Deque<Runnable> steps = new ArrayDeque<>();

    /** Remembers how to take something back, and hands it on. */
    <T> T later(T made, Consumer<T> takeBack) {
        steps.push(() -> takeBack.accept(made));
        return made;
    }

    /** It worked out: nothing is taken back. */
    void nothing() {
        steps.clear();
    }

    void run() {
        while (!steps.isEmpty()) {
            steps.pop().run();
        }
    }
}
