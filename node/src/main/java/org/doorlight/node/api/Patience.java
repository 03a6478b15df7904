package org.doorlight.node.api;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of one connection. A request has to be whole in time after its first byte, however steadily it drips; between requests
 * a connection may rest a while. What waits for the core is not our client's fault: no deadline here.
 */
// Netty tells of what came of a write or a close through the channel, not through the futures left alone here.
@SuppressWarnings("FutureReturnValueIgnored")
final class Patience extends ChannelInboundHandlerAdapter {
    private final ApiLimits limits;
    private @Nullable ChannelHandlerContext context;
    private @Nullable Future<?> deadline;
    private boolean resting;

    Patience(ApiLimits limits) {
        this.limits = limits;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        within(limits.headMsMax());
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) {
        if (resting) {
            resting = false;
            within(limits.headMsMax());
        }
        ctx.fireChannelRead(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        disarm();
        ctx.fireChannelInactive();
    }

    /** The request is whole; it may take as long as it takes. */
    void busy() {
        resting = false;
        disarm();
    }

    /** The answer is going out; after it the next request may come. */
    void rest() {
        resting = true;
        within(limits.idleMsMax());
    }

    /** The last answer is on its way; the client may read it in peace, but not for ever. */
    void farewell() {
        resting = false;
        within(ApiLimits.FAREWELL_MS_MAX);
    }

    private void within(long milliseconds) {
        disarm();
        ChannelHandlerContext here = context;
        if (here != null && here.channel().isOpen()) {
            deadline = here.executor().schedule(() -> here.channel().close(), milliseconds, TimeUnit.MILLISECONDS);
        }
    }

    private void disarm() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
