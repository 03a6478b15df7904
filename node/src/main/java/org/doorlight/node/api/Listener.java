package org.doorlight.node.api;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.BindException;
import java.net.InetSocketAddress;
import org.doorlight.protocol.core.Address;

/** Takes connections in and counts them. */
// Netty tells of what came of a write or a close through the channel, not through the futures left alone here.
@SuppressWarnings("FutureReturnValueIgnored")
final class Listener {
    private static final String ELSEWHERE = "Choose another with --api HOST:PORT.";

    private final EventLoop thread;
    private final ApiTokens tokens;
    private final ApiLimits limits;
    private final Exchange.Desk desk;
    private final ChannelGroup open;

    Listener(EventLoop thread, ApiTokens tokens, ApiLimits limits, Exchange.Desk desk) {
        this.thread = thread;
        this.tokens = tokens;
        this.limits = limits;
        this.desk = desk;
        this.open = new DefaultChannelGroup(thread, true);
    }

    Address listen(Address at) throws ApiFailure {
        ChannelFuture binding = bootstrap(at.host()).bind(at.host(), at.port()).awaitUninterruptibly();
        Throwable cause = binding.cause();
        if (cause != null) {
            throw new ApiFailure(sentence(at, cause), cause);
        }
        open.add(binding.channel());
        return bound(at.host(), binding.channel());
    }

    /**
     * Closes everything; waits so many milliseconds at most. Netty would do it by itself at the end of its thread, but 4.2.20 forgets
     * to when the thread has nothing else to do, and leaves the sockets open.
     */
    void hangUp(long milliseconds) {
        open.close().awaitUninterruptibly(milliseconds);
    }

    private static String sentence(Address at, Throwable cause) {
        String text = String.valueOf(cause.getMessage());
        if (cause instanceof BindException && text.contains("in use")) {
            return "Port " + at.port() + " is in use. " + ELSEWHERE;
        }
        return "This node may not or cannot listen on " + at + ". " + ELSEWHERE;
    }

    private ServerBootstrap bootstrap(String host) {
        var waiting = new WriteBufferWaterMark(ApiLimits.OUTBOUND_BYTES_MAX / 2, ApiLimits.OUTBOUND_BYTES_MAX);
        return new ServerBootstrap()
                .group(thread)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, waiting)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel connection) {
                        welcome(connection, host);
                    }
                });
    }

    private void welcome(Channel connection, String host) {
        long others = open.stream().filter(channel -> channel.parent() != null).count();
        if (others >= limits.connectionsMax()) {
            connection.close();
            return;
        }
        open.add(connection);
        var gate = new Gate(bound(host, connection), tokens);
        var patience = new Patience(limits);
        connection.pipeline().addLast(patience, codec(), new Exchange(desk, gate, patience, connection));
    }

    private static HttpServerCodec codec() {
        return new HttpServerCodec(new HttpDecoderConfig()
                .setMaxInitialLineLength(ApiLimits.LINE_BYTES_MAX)
                .setMaxHeaderSize(ApiLimits.HEADERS_BYTES_MAX)
                .setMaxChunkSize(ApiLimits.HEADERS_BYTES_MAX));
    }

    /** The real port: where we listen, and the near end of every connection. */
    private static Address bound(String host, Channel channel) {
        return new Address(host, ((InetSocketAddress) channel.localAddress()).getPort());
    }
}
