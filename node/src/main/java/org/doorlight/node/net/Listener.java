package org.doorlight.node.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.core.Address;

/** Binds ports and lets callers in, as many as there are places for. */
final class Listener {
    /** Callers the kernel keeps waiting; the handshake of each costs a few milliseconds. */
    private static final int BACKLOG = 128;

    /** Below it a port belongs to the system. */
    private static final int FREE_PORT_MIN = 1024;

    private static final String CHOOSE = "Choose another with --listen HOST:PORT.";

    private final Wiring wiring;
    private final Channels channels;
    private final Guests guests;
    private final ServerBootstrap bootstrap;
    private final List<Channel> ports = new ArrayList<>();

    Listener(Wiring wiring, Channels channels, EventLoop loop) {
        this.wiring = wiring;
        this.channels = channels;
        this.guests = new Guests(wiring.limits().counts());
        this.bootstrap = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        welcome(channel);
                    }
                });
    }

    /** Blocks until the port is bound; port 0 binds any free one. */
    Address listen(Address at) throws NetFailure {
        Optional<InetSocketAddress> local = Names.lookUp(at);
        if (local.isEmpty()) {
            throw new NetFailure("Nobody knows the name " + at.host() + ". " + CHOOSE);
        }
        ChannelFuture bound = bootstrap.bind(local.get()).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new NetFailure(reason(at, local.get().getAddress()));
        }
        ports.add(bound.channel());
        return Names.address((InetSocketAddress) bound.channel().localAddress());
    }

    /** No more callers; those who are in stay. */
    void stop() {
        ports.forEach(Channels::shut);
        ports.clear();
    }

    private void welcome(SocketChannel channel) {
        Optional<Guest> guest = guests.admit(channel.remoteAddress().getAddress());
        if (guest.isEmpty()) {
            wiring.tally().refusedHalfOpen.incrementAndGet();
            Channels.shut(channel);
            return;
        }
        wiring.tally().accepted.incrementAndGet();
        channel.closeFuture().addListener(closed -> guest.get().leave());
        channels.prepare(channel, guest.get(), wiring.tls().accepting());
    }

    // Asked of the machine: the kernel's own words differ between systems and languages.
    private static String reason(Address at, InetAddress local) {
        if (!isOfThisMachine(local)) {
            return at.host() + " is not an address of this machine. " + CHOOSE;
        }
        boolean reserved = at.port() > 0 && at.port() < FREE_PORT_MIN;
        String state = reserved ? " is in use or kept for the system. " : " is in use. ";
        return "Port " + at.port() + " on " + at.host() + state + CHOOSE;
    }

    private static boolean isOfThisMachine(InetAddress address) {
        try {
            return address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }
}
