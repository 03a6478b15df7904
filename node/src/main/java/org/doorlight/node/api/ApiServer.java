package org.doorlight.node.api;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.doorlight.protocol.core.Address;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Input;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The local HTTP API of one node. Made and stopped by the composition root; {@link #answer} and {@link #announce} are called from the
 * loop's thread and never wait. After {@link #stop} both do nothing.
 */
// The one task without an end stops with its thread.
@SuppressWarnings("FutureReturnValueIgnored")
public final class ApiServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
    private static final long STOP_MS_MAX = 2_000;

    private final EventLoopGroup group;
    private final EventLoop thread;
    private final Tickets tickets;
    private final EventStreams streams;
    private final Listener listener;

    /**
     * @param inbox takes what is asked, on this server's thread; must neither wait nor fail
     * @param tokens what callers have to show
     */
    public ApiServer(Consumer<Input> inbox, ApiTokens tokens, ApiLimits limits) {
        group = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("doorlight-api", true), NioIoHandler.newFactory());
        thread = group.next();
        tickets = new Tickets(inbox, thread, limits.answerMsMax());
        streams = new EventStreams(limits.streamsMax());
        listener = new Listener(thread, tokens, limits, new Exchange.Desk(new Router(Routes.TABLE), tickets, streams));
        thread.scheduleAtFixedRate(streams::keepAlive, limits.aliveMs(), limits.aliveMs(), TimeUnit.MILLISECONDS);
    }

    /** With the bounds of a node. */
    public ApiServer(Consumer<Input> inbox, ApiTokens tokens) {
        this(inbox, tokens, ApiLimits.STANDARD);
    }

    /**
     * Starts to listen; called once, from any thread but this server's own.
     *
     * @param at port 0 takes any free one
     * @return the same host with the port that is really used
     * @throws ApiFailure with a sentence for people if the address cannot be had
     */
    public Address listen(Address at) throws ApiFailure {
        return listener.listen(at);
    }

    /** Completes the request this is the answer to; does nothing if its client has gone. */
    public void answer(Effect.Answer answer) {
        post(() -> tickets.answer(answer));
    }

    /** Tells everybody who follows events, and keeps the event for those who come back. */
    public void announce(Effect.Announce announce) {
        post(() -> streams.announce(announce.event()));
    }

    /** Tells those who wait that the node stops, hangs up, and frees the port. Takes milliseconds, at most a few seconds. */
    public void stop() {
        if (thread.isShuttingDown()) {
            return;
        }
        thread.submit(tickets::stop).awaitUninterruptibly(STOP_MS_MAX);
        listener.hangUp(STOP_MS_MAX);
        group.shutdownGracefully(0, STOP_MS_MAX, TimeUnit.MILLISECONDS).awaitUninterruptibly(STOP_MS_MAX);
    }

    @Override
    public void close() {
        stop();
    }

    private void post(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException stopped) {
            // The loop may still have answers to give when this server has stopped: there is nobody left to give them
            // to.
            LOG.debug("the local API has stopped; nobody is there for an answer");
        }
    }
}
