package org.doorlight.node.loop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Store;
import org.jspecify.annotations.Nullable;

/** An edge and a store that write down what happens to them, in order. */
class Tape implements Effect.Edge, Store {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private @Nullable RuntimeException commitFails;

    /** What happened so far, oldest first. */
    List<String> lines() {
        return lines;
    }

    void write(String line) {
        lines.add(line);
    }

    /** From here on its disk is full. */
    Store failingToCommit(RuntimeException cause) {
        commitFails = cause;
        return this;
    }

    @Override
    public void commit() {
        if (commitFails != null) {
            throw commitFails;
        }
        write("commit");
    }

    @Override
    public void rollback() {
        write("rollback");
    }

    @Override
    public void reopen() {
        write("reopen");
    }

    @Override
    public void probe() {
        write("probe");
    }

    @Override
    public void saveEnvelope(Effect.SaveEnvelope effect) {
        write("save envelope");
    }

    @Override
    public void saveRecord(Effect.SaveRecord effect) {
        write("save " + new String(effect.value(), UTF_8));
    }

    @Override
    public void deleteRecord(Effect.DeleteRecord effect) {
        write("delete");
    }

    @Override
    public void send(Effect.Send effect) {
        write("send " + new String(effect.frame(), UTF_8));
    }

    @Override
    public void close(Effect.Close effect) {
        write("close");
    }

    @Override
    public void dial(Effect.Dial effect) {
        write("dial");
    }

    @Override
    public void answer(Effect.Answer effect) {
        write("answer");
    }

    @Override
    public void announce(Effect.Announce effect) {
        write("announce");
    }

    @Override
    public void note(Effect.Note effect) {
        write(effect.line());
    }

    @Override
    public void again(Effect.Again effect) {
        write("again");
    }

    @Override
    public void attempt(Effect.Try effect) {
        write("try");
    }
}
