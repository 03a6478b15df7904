package org.doorlight.node.api;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import org.doorlight.protocol.core.Ask;
import org.doorlight.protocol.core.Reply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection's conversation: a request, its answer, the next request. A request that comes while another waits for its answer is not
 * served, and that answer is the connection's last (RFC 9112 §9.3.2 lets the client send the others again).
 */
// Netty tells of what came of a write or a close through the channel, not through the futures left alone here.
@SuppressWarnings("FutureReturnValueIgnored")
final class Exchange extends SimpleChannelInboundHandler<HttpObject> {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final Desk desk;
    private final Gate gate;
    private final Patience patience;
    private final Channel channel;
    private State state;
    private boolean keepAlive = true;

    Exchange(Desk desk, Gate gate, Patience patience, Channel channel) {
        this.desk = desk;
        this.gate = gate;
        this.patience = patience;
        this.channel = channel;
        this.state = new Listening();
    }

    /** What all connections share. */
    record Desk(Router router, Tickets tickets, EventStreams streams) {}

    /** Where the conversation stands, with what the next piece from the client means there. */
    private interface State {
        void read(HttpObject piece);

        /** The client has gone. */
        default void gone() {}
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, HttpObject piece) {
        state.read(piece);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        State left = state;
        state = new Over();
        left.gone();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!(cause instanceof IOException)) {
            // A bug here costs one connection, not the household its node. The message may hold content: it stays out
            // of the log.
            LOG.error(
                    "the local API met a bug and closed a connection: {}",
                    cause.getClass().getName());
        }
        ctx.close();
    }

    // What a route may do with a call: exactly one of these.

    /** Hands it to the core and waits for the reply. */
    void ask(Ask ask, Returns returns) {
        long ticket = desk.tickets().open(ask, reply -> answer(reply, returns));
        state = new Waiting(ticket);
    }

    private void answer(Reply reply, Returns returns) {
        // First of all the deadline: should the core answer with something that cannot be shown, nobody waits for ever.
        patience.rest();
        respond(Response.of(reply, returns));
    }

    /** Turns the connection into a stream of events. */
    void follow(@Nullable String after) {
        if (desk.streams().isFull()) {
            respond(Response.problem(ProblemType.UNAVAILABLE, "Too many programs follow events. Close one of them."));
            return;
        }
        state = new Streaming();
        desk.streams().follow(channel, after);
    }

    /** Answers at once. */
    void respond(Response response) {
        state = new Answering();
        patience.rest();
        channel.writeAndFlush(response.toHttp(keepAlive)).addListener(written -> answered(written.isSuccess()));
    }

    private void answered(boolean written) {
        if (!written) {
            channel.close();
        } else if (keepAlive) {
            state = new Listening();
        } else {
            farewell();
        }
    }

    /** Half-closes and reads on: closing with unread bytes would reset the line and take the answer away from the client. */
    private void farewell() {
        state = new Over();
        patience.farewell();
        ((DuplexChannel) channel).shutdownOutput();
    }

    /** The client's turn. */
    private final class Listening implements State {
        private final Intake intake = new Intake(gate, desk.router());

        @Override
        public void read(HttpObject piece) {
            Intake.Outcome outcome = intake.read(piece);
            keepAlive = intake.keepAlive();
            if (outcome instanceof Intake.Ready ready) {
                serve(ready);
            } else if (outcome instanceof Intake.TurnedAway turned) {
                keepAlive &= !turned.unread();
                respond(turned.response());
            } else if (((Intake.More) outcome).goAhead()) {
                channel.writeAndFlush(new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
            }
        }

        private void serve(Intake.Ready ready) {
            patience.busy();
            try {
                ready.route().handler().serve(ready.call(), Exchange.this);
            } catch (Refused refused) {
                respond(refused.response());
            }
        }
    }

    /** The core is thinking. */
    private final class Waiting implements State {
        private final long ticket;

        Waiting(long ticket) {
            this.ticket = ticket;
        }

        @Override
        public void read(HttpObject piece) {
            keepAlive = false;
        }

        @Override
        public void gone() {
            desk.tickets().drop(ticket);
        }
    }

    /** The answer is on its way out. */
    private final class Answering implements State {
        @Override
        public void read(HttpObject piece) {
            keepAlive = false;
        }
    }

    /** Events flow; the client has nothing more to say. */
    private final class Streaming implements State {
        @Override
        public void read(HttpObject piece) {}

        @Override
        public void gone() {
            desk.streams().forget(channel);
        }
    }

    /** Nothing counts any more. */
    private static final class Over implements State {
        @Override
        public void read(HttpObject piece) {}
    }
}
