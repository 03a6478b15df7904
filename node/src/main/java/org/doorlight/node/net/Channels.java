package org.doorlight.node.net;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelOutboundInvoker;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.SocketChannelConfig;

/** Sets a new TCP channel up, whichever side began it. */
final class Channels {
    private final Wiring wiring;
    private final ByteBufAllocator buffers;

    Channels(Wiring wiring, ByteBufAllocator buffers) {
        this.wiring = wiring;
        this.buffers = buffers;
    }

    void prepare(SocketChannel channel, Opening opening, TlsEnd end) {
        configure(channel.config());
        channel.pipeline().addLast(end.handler(), new Handshake(wiring, opening, end));
    }

    /** Begins to close; what follows is told by the channel's own events, so nobody waits for the result here. */
    @SuppressWarnings("FutureReturnValueIgnored")
    static void shut(ChannelOutboundInvoker channel) {
        channel.close();
    }

    private void configure(SocketChannelConfig config) {
        int unsent = wiring.limits().sizes().unsentBytesMax();
        config.setWriteBufferWaterMark(new WriteBufferWaterMark(unsent / 2, unsent));
        config.setAllocator(buffers);
        // A message should not wait for the answer to the one before it.
        config.setTcpNoDelay(true);
        config.setKeepAlive(true);
    }
}
