package org.doorlight.node.net;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;

/**
 * One handshake of a node with itself, in memory, before anybody calls: the first one of a cold JVM takes most of a second, and nobody
 * should wait at the door for that. It is a rehearsal: on a machine so busy that the handshake runs out of time it ends halfway, and no
 * harm is done.
 */
final class Rehearsal {
    private Rehearsal() {}

    /** Plays it through on the calling thread. */
    static void play(TlsEnds ends) {
        play(ends.dialling().handler(), ends.accepting().handler());
    }

    static void play(ChannelHandler dialling, ChannelHandler accepting) {
        EmbeddedChannel dialer = new EmbeddedChannel(dialling, new Unmoved());
        EmbeddedChannel listener = new EmbeddedChannel(accepting, new Unmoved());
        boolean talking = true;
        while (talking) {
            talking = carry(dialer, listener);
            talking |= carry(listener, dialer);
        }
        dialer.finishAndReleaseAll();
        listener.finishAndReleaseAll();
    }

    private static boolean carry(EmbeddedChannel from, EmbeddedChannel to) {
        boolean any = false;
        for (Object said = from.readOutbound(); said != null; said = from.readOutbound()) {
            if (to.isOpen()) {
                to.writeInbound(said);
                any = true;
            } else {
                ReferenceCountUtil.release(said);
            }
        }
        return any;
    }

    /** Whatever goes wrong on the way is nobody's business. */
    private static final class Unmoved extends ChannelInboundHandlerAdapter {
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            Channels.shut(context.channel());
        }
    }
}
