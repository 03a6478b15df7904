package org.doorlight.node.net;

import static org.doorlight.node.net.FrameDecoder.PREFIX_BYTES;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.core.SessionId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One channel that stands, from {@link Input.Connected} to {@link Input.Disconnected}. Network thread only.
 *
 * <p>It keeps two balances: bytes the core has been given and not yet consumed (too many: stop reading), and bytes the other end
 * has not yet taken (too many: cut).
 */
final class Session extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    /** What a waiting frame costs beside its bytes; without it a million empty-handed frames would count as a mebibyte. */
    private static final int FRAME_COST_BYTES = 128;

    /** Flush inside a burst from here on, so that a fast reader is not taken for a slow one. */
    private static final int UNFLUSHED_BYTES_MAX = 64 * 1024;

    private enum Stage {
        OPEN,
        CLOSING,
        GONE
    }

    private final SessionId id;
    private final Channel channel;
    private final Wiring wiring;
    private final TlsEnd end;
    private final NetLimits.Sizes sizes;
    private Stage stage = Stage.OPEN;
    private boolean stranger = true;
    private long waitingBytes;
    private int unflushedBytes;

    Session(Channel channel, Wiring wiring, TlsEnd end) {
        this.id = wiring.sessions().number();
        this.channel = channel;
        this.wiring = wiring;
        this.end = end;
        this.sizes = wiring.limits().sizes();
    }

    SessionId id() {
        return id;
    }

    /** Longest frame taken now: a stranger has not earned much room. */
    int frameBytesMax() {
        return stranger ? sizes.strangerFrameBytesMax() : sizes.frameBytesMax();
    }

    void begin(@Nullable Long dialled) {
        String remote = Names.text((InetSocketAddress) channel.remoteAddress());
        wiring.inbox()
                .accept(new Input.Connected(id, dialled, end.dialerCertificate(), end.listenerCertificate(), remote));
        wiring.sessions().add(this);
    }

    /** Writes a frame; everything the core says in one go leaves together. */
    @SuppressWarnings("FutureReturnValueIgnored") // a write that fails ends the channel, and that is heard of
    void send(byte[] frame) {
        if (stage != Stage.OPEN) {
            return;
        }
        stranger = false;
        wiring.tally().bytesOut.addAndGet(PREFIX_BYTES + frame.length);
        channel.write(prefixed(frame));
        boolean first = unflushedBytes == 0;
        unflushedBytes += PREFIX_BYTES + frame.length;
        if (unflushedBytes >= UNFLUSHED_BYTES_MAX) {
            flush();
        } else if (first) {
            channel.eventLoop().execute(this::flush);
        }
    }

    /** The core is through with a frame of so many bytes. */
    void consumed(int frameBytes) {
        waitingBytes -= frameBytes + FRAME_COST_BYTES;
        if (waitingBytes <= waitingBytesMax() / 2 && !channel.config().isAutoRead()) {
            channel.config().setAutoRead(true);
        }
    }

    /**
     * Ends the session once the other end has taken what was sent. TLS says goodbye but TCP stays open until the other end answers:
     * closing a socket with unread bytes resets it, and a reset may overtake the last frames.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the goodbye may fail; then the linger ends the channel
    void close() {
        if (stage != Stage.OPEN) {
            return;
        }
        stage = Stage.CLOSING;
        channel.config().setAutoRead(true);
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER)
                .addListener(sent -> end.handler().closeOutbound());
        int lingerMillis = wiring.limits().times().lingerMillis();
        var cut = channel.eventLoop().schedule(() -> cut("lingered"), lingerMillis, TimeUnit.MILLISECONDS);
        channel.closeFuture().addListener(closed -> cut.cancel(false));
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        byte[] frame = (byte[]) message;
        if (stage != Stage.OPEN) {
            return;
        }
        wiring.tally().bytesIn.addAndGet(PREFIX_BYTES + frame.length);
        waitingBytes += frame.length + FRAME_COST_BYTES;
        wiring.inbox().accept(new Input.Received(id, frame));
        if (waitingBytes > waitingBytesMax()) {
            channel.config().setAutoRead(false);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (!channel.isWritable()) {
            count(wiring.tally().tooSlow, "the other end does not take what is sent");
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == FrameDecoder.OutOfBounds.SEEN) {
            count(wiring.tally().tooLong, "frame out of bounds");
        } else if (event instanceof IdleStateEvent && channel.config().isAutoRead()) {
            count(wiring.tally().idle, "nothing came for too long");
        } else if (event instanceof SslCloseCompletionEvent) {
            cut("closed by the other end");
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        stage = Stage.GONE;
        wiring.sessions().remove(this);
        wiring.inbox().accept(new Input.Disconnected(id));
    }

    /** The other end may break TCP and TLS as it likes; anything else thrown in here is a fault of this program. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!(cause instanceof IOException || cause instanceof DecoderException)) {
            LOG.error("session {} ended by a fault in this program", id.number(), cause);
        }
        cut("broken off");
    }

    private void count(AtomicLong counter, String reason) {
        if (stage == Stage.OPEN) {
            counter.incrementAndGet();
        }
        cut(reason);
    }

    /** Ends the session now: past the TLS handler, which would first try to deliver what is queued. */
    private void cut(String reason) {
        LOG.debug("session {} cut: {}", id.number(), reason);
        stage = Stage.CLOSING;
        Channels.shut(channel.pipeline().firstContext());
    }

    private void flush() {
        unflushedBytes = 0;
        channel.flush();
    }

    private int waitingBytesMax() {
        return stranger ? sizes.strangerWaitingBytesMax() : sizes.waitingBytesMax();
    }

    private static ByteBuf prefixed(byte[] frame) {
        return Unpooled.buffer(PREFIX_BYTES + frame.length)
                .writeInt(frame.length)
                .writeBytes(frame);
    }
}
