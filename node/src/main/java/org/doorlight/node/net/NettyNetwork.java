package org.doorlight.node.net;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.doorlight.protocol.core.Address;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.core.SessionId;

/**
 * The real network: TCP with mutual TLS 1.3, one thread for all of it.
 *
 * <p>The node's loop thread calls the methods; they hand over to the network thread and return, apart from {@link #listen} and
 * {@link #stop}. What happens comes back as {@link Input}s: one {@link Input.Connected} or {@link Input.DialFailed} for each dial, one
 * {@link Input.Disconnected} for each {@link Input.Connected}, frames of a session in order.
 */
public final class NettyNetwork implements AutoCloseable {
    /** Together below the two seconds a stop may take. */
    private static final int DRAIN_MILLIS = 1_500;

    private static final int END_MILLIS = 400;

    private final Consumer<Input> inbox;
    private final NetLimits limits;
    private final Tally tally = new Tally();
    private final CertificatePool certificates;
    private final Names names = new Names();
    private final EventLoopGroup group;
    private final EventLoop loop;
    private final Sessions sessions = new Sessions();
    private final Listener listener;
    private final Dialer dialer;
    private boolean stopped;

    /** @param inbox takes what happens, on the network thread; must not block */
    public NettyNetwork(Consumer<Input> inbox, NetLimits limits) {
        this.inbox = inbox;
        this.limits = limits;
        certificates = new CertificatePool(limits.counts().certificatesAhead());
        group = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("doorlight-net", true), NioIoHandler.newFactory());
        loop = group.next();
        TlsEnds ends = new TlsEnds(certificates, limits.times());
        Wiring wiring = new Wiring(inbox, limits, tally, ends, sessions);
        Channels channels = new Channels(wiring, Buffers.small());
        listener = new Listener(wiring, channels, loop);
        dialer = new Dialer(wiring, channels, names, loop);
        certificates.start(() -> Rehearsal.play(ends));
    }

    /**
     * Binds a port and lets neighbours call. Only this address is bound; {@code 0.0.0.0} or {@code ::} means every one of this machine.
     *
     * @param at port 0 means any free one
     * @return the bound address, with an IP address as its host
     * @throws NetFailure if the port is in use or the address is not of this machine
     */
    public Address listen(Address at) throws NetFailure {
        return listener.listen(at);
    }

    /** Sends one frame of 1 to {@code frameBytesMax} bytes; dropped silently if the session is gone. */
    public void send(Effect.Send effect) {
        int bytes = effect.frame().length;
        if (bytes < 1 || bytes > limits.sizes().frameBytesMax()) {
            throw new IllegalArgumentException("not a frame: " + bytes + " bytes");
        }
        run(() -> sessions.find(effect.session()).ifPresent(session -> session.send(effect.frame())));
    }

    /** Ends a session once what was sent before has left. Frames that come in after this are dropped. */
    public void close(Effect.Close effect) {
        run(() -> sessions.find(effect.session()).ifPresent(Session::close));
    }

    /** Tries to reach a node; after {@link #stop} every dial fails at once. */
    public void dial(Effect.Dial effect) {
        if (stopped) {
            inbox.accept(new Input.DialFailed(effect.number()));
        } else {
            run(() -> dialer.dial(effect));
        }
    }

    /**
     * Says that the core is through with a frame, so that more of this session may be read. Call it once for each
     * {@link Input.Received}.
     *
     * @param frameBytes length of that frame
     */
    public void consumed(SessionId session, int frameBytes) {
        run(() -> sessions.find(session).ifPresent(open -> open.consumed(frameBytes)));
    }

    /** What has been counted so far; from any thread. */
    public NetCounters counters() {
        return tally.snapshot();
    }

    /** Takes no more callers, sends what is queued, ends every session; blocks, for less than two seconds. */
    public void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        names.close();
        Promise<Void> drained = loop.newPromise();
        loop.execute(() -> {
            listener.stop();
            dialer.stop();
            sessions.drain(drained);
        });
        drained.awaitUninterruptibly(DRAIN_MILLIS);
        group.shutdownGracefully(0, END_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly(END_MILLIS);
        certificates.close();
    }

    /** The same as {@link #stop}. */
    @Override
    public void close() {
        stop();
    }

    private void run(Runnable task) {
        if (!stopped) {
            loop.execute(task);
        }
    }
}
