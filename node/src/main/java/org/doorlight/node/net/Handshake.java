package org.doorlight.node.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.TimeUnit;

/** Waits for TLS on a new channel, then makes way for the {@link Session}; the core hears nothing of a channel before that. */
final class Handshake extends ChannelInboundHandlerAdapter {
    private final Wiring wiring;
    private final Opening opening;
    private final TlsEnd end;

    Handshake(Wiring wiring, Opening opening, TlsEnd end) {
        this.wiring = wiring;
        this.opening = opening;
        this.end = end;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent done) {
            if (done.isSuccess()) {
                begin(ctx);
            } else {
                wiring.tally().tlsFailed.incrementAndGet();
                Channels.shut(ctx);
            }
        }
    }

    /** Whatever went wrong here went wrong with TLS or TCP, and the event above has counted it. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        Channels.shut(ctx);
    }

    private void begin(ChannelHandlerContext ctx) {
        Session session = new Session(ctx.channel(), wiring, end);
        int idleMillis = wiring.limits().times().idleMillis();
        ctx.pipeline()
                .addLast(new IdleStateHandler(idleMillis, 0, 0, TimeUnit.MILLISECONDS))
                .addLast(new FrameDecoder(session::frameBytesMax))
                .addLast(session)
                .remove(this);
        session.begin(opening.dialled());
        opening.stands();
    }
}
