package org.doorlight.node.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.doorlight.protocol.core.Effect;

/** Tries to reach other nodes, each try with a deadline over name, TCP and TLS together. Network thread only. */
final class Dialer {
    private final Wiring wiring;
    private final Channels channels;
    private final Names names;
    private final EventLoop loop;
    /** Under way, or with a session that stands. */
    private final Set<Dial> dials = new HashSet<>();

    private boolean stopped;

    Dialer(Wiring wiring, Channels channels, Names names, EventLoop loop) {
        this.wiring = wiring;
        this.channels = channels;
        this.names = names;
        this.loop = loop;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a deadline that comes late finds nothing to give up
    void dial(Effect.Dial effect) {
        Dial dial = new Dial(effect.number(), wiring.inbox());
        if (stopped || dials.size() >= wiring.limits().counts().dialledMax()) {
            dial.fail();
            return;
        }
        dials.add(dial);
        int dialMillis = wiring.limits().times().dialMillis();
        loop.schedule(() -> giveUp(dial), dialMillis, TimeUnit.MILLISECONDS);
        names.resolve(effect.address(), loop, found -> connect(dial, found));
    }

    /** Every dial under way fails, and so do all later ones. */
    void stop() {
        stopped = true;
        List.copyOf(dials).forEach(this::giveUp);
    }

    private void connect(Dial dial, Optional<InetSocketAddress> found) {
        if (found.isEmpty()) {
            giveUp(dial);
        } else if (dial.isTrying()) {
            Channel channel = bootstrap(dial).connect(found.get()).channel();
            dial.through(channel);
            channel.closeFuture().addListener(closed -> over(dial));
        }
    }

    private Bootstrap bootstrap(Dial dial) {
        return new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        wiring.limits().times().connectMillis())
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channels.prepare(channel, dial, wiring.tls().dialling());
                    }
                });
    }

    private void giveUp(Dial dial) {
        if (dial.isTrying()) {
            over(dial);
        }
    }

    private void over(Dial dial) {
        dials.remove(dial);
        dial.fail();
    }
}
