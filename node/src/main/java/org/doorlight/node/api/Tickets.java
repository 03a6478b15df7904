package org.doorlight.node.api;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.doorlight.protocol.core.Ask;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.core.Problem;
import org.doorlight.protocol.core.Reply;

/** Asks that wait for the core. Every one gets exactly one reply, whatever the core does, or nobody is there to read it. */
final class Tickets {
    private final Consumer<Input> inbox;
    private final EventLoop thread;
    private final long answerMsMax;
    private final Map<Long, Waiting> waiting = new TreeMap<>();
    private long last;

    Tickets(Consumer<Input> inbox, EventLoop thread, long answerMsMax) {
        this.inbox = inbox;
        this.thread = thread;
        this.answerMsMax = answerMsMax;
    }

    private record Waiting(Consumer<Reply> reader, Future<?> deadline) {}

    /** Hands an ask to the core; the reader gets the reply later, on this thread. Returns the ticket. */
    long open(Ask ask, Consumer<Reply> reader) {
        long ticket = ++last;
        Future<?> deadline = thread.schedule(() -> expire(ticket), answerMsMax, TimeUnit.MILLISECONDS);
        waiting.put(ticket, new Waiting(reader, deadline));
        inbox.accept(new Input.Asked(ticket, ask));
        return ticket;
    }

    void answer(Effect.Answer answer) {
        settle(answer.ticket(), answer.reply());
    }

    /** The reader has gone. */
    void drop(long ticket) {
        Waiting gone = waiting.remove(ticket);
        if (gone != null) {
            gone.deadline().cancel(false);
            inbox.accept(new Input.Unasked(ticket));
        }
    }

    private void expire(long ticket) {
        settle(ticket, unavailable("The node has not answered in time. Look whether it was done before trying again."));
        inbox.accept(new Input.Unasked(ticket));
    }

    /** Whoever still waits is told so; the core may be gone already. */
    void stop() {
        var tickets = new ArrayList<>(waiting.keySet());
        tickets.forEach(ticket -> settle(ticket, unavailable("The node is stopping. Try again when it runs.")));
    }

    private void settle(long ticket, Reply reply) {
        Waiting settled = waiting.remove(ticket);
        // Nobody waits any more: the client has gone, or the time was up.
        if (settled != null) {
            settled.deadline().cancel(false);
            settled.reader().accept(reply);
        }
    }

    private static Reply unavailable(String sentence) {
        return Reply.refused(Problem.Kind.UNAVAILABLE, sentence);
    }
}
