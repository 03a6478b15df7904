package org.doorlight.protocol.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.wire.Frames;
import org.doorlight.protocol.wire.message.SessionMessage;

/** One end's way to the other: what it says waits here until it is carried over. */
final class TestWire implements Line {
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private final List<SessionMessage> said = new ArrayList<>();
    private final List<String> hungUp = new ArrayList<>();
    private final Bytes32 certificate;
    private boolean parted;
    private Session session;

    /** @param certificate hash of the listening end's, which tells one channel from another */
    TestWire(Bytes32 certificate) {
        this.certificate = certificate;
    }

    Bytes32 certificate() {
        return certificate;
    }

    /** Begins a session on this wire. */
    TestWire begin(Function<Line, Session> beginning) {
        session = beginning.apply(this);
        return this;
    }

    Session session() {
        return session;
    }

    @Override
    public void send(SessionMessage message) {
        said.add(message);
        waiting.add(Frames.encode(message));
    }

    @Override
    public void part() {
        parted = true;
    }

    @Override
    public void hangUp(String why) {
        hungUp.add(why);
    }

    /** Everything said so far. */
    List<SessionMessage> said() {
        return said;
    }

    SessionMessage last() {
        return said.get(said.size() - 1);
    }

    List<String> hungUp() {
        return hungUp;
    }

    boolean isOver() {
        return parted || !hungUp.isEmpty();
    }

    void hear(SessionMessage message) {
        session.receive(Frames.encode(message));
    }

    /** Carries everything both ends say to each other until they have nothing more to say. */
    static void carry(TestWire one, TestWire other) {
        while (!one.waiting.isEmpty() || !other.waiting.isEmpty()) {
            carryOne(one, other);
            carryOne(other, one);
        }
    }

    /** Carries one frame over, if one is waiting. */
    static void carryOne(TestWire from, TestWire to) {
        if (!from.waiting.isEmpty()) {
            to.session.receive(from.waiting.remove());
        }
    }
}
