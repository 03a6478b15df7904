package org.doorlight.node.net;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.core.SessionId;

/** Keeps what an edge says, in order, in place of the node's loop. */
final class Ear implements Consumer<Input> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Input> heard = new CopyOnWriteArrayList<>();
    private volatile ObjIntConsumer<SessionId> consumed = (session, bytes) -> {};

    @Override
    public void accept(Input input) {
        heard.add(input);
        if (input instanceof Input.Received received) {
            consumed.accept(received.session(), received.frame().length);
        }
    }

    /** From now on each frame counts as consumed as soon as it is heard. */
    void consumeAtOnce(ObjIntConsumer<SessionId> how) {
        consumed = how;
    }

    <T extends Input> List<T> all(Class<T> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Waits until so many of a kind were heard and returns the last of them. */
    <T extends Input> T hears(Class<T> kind, int count) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> all(kind).size() >= count);
        return all(kind).get(count - 1);
    }

    /** Waits for the first session. */
    SessionId session() {
        return hears(Input.Connected.class, 1).session();
    }

    /** Waits until so many frames came over a session and returns them as text, in order. */
    List<String> frames(SessionId session, int count) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> frames(session).size() >= count);
        return frames(session).stream()
                .map(frame -> new String(frame, StandardCharsets.UTF_8))
                .toList();
    }

    List<byte[]> frames(SessionId session) {
        return all(Input.Received.class).stream()
                .filter(input -> input.session().equals(session))
                .map(Input.Received::frame)
                .toList();
    }

    boolean hasHeardNothing() {
        return heard.isEmpty();
    }
}
