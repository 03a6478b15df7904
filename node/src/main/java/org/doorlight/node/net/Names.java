package org.doorlight.node.net;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.doorlight.protocol.core.Address;

/**
 * Turns host names into IP addresses. Java's resolver may block for many seconds, so names are asked for on threads of their own; an IP
 * literal needs no question.
 */
final class Names implements AutoCloseable {
    private static final int THREADS_MAX = 2;
    private static final int QUESTIONS_MAX = 64;
    private static final int THREAD_IDLE_SECONDS = 10;

    private final ThreadPoolExecutor askers = new ThreadPoolExecutor(
            THREADS_MAX,
            THREADS_MAX,
            THREAD_IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(QUESTIONS_MAX),
            Names::thread,
            new ThreadPoolExecutor.DiscardPolicy());

    Names() {
        askers.allowCoreThreadTimeOut(true);
    }

    /**
     * Answers on {@code home}: at once for a literal, later for a name, with nothing for an unknown name, and never if there are too
     * many questions; whoever asks has a deadline anyway.
     */
    void resolve(Address address, Executor home, Consumer<Optional<InetSocketAddress>> answer) {
        if (isLiteral(address.host())) {
            answer.accept(lookUp(address));
        } else {
            askers.execute(() -> {
                Optional<InetSocketAddress> found = lookUp(address);
                if (!askers.isShutdown()) {
                    home.execute(() -> answer.accept(found));
                }
            });
        }
    }

    /** Asks on the calling thread; empty if nobody knows the name. */
    static Optional<InetSocketAddress> lookUp(Address address) {
        try {
            return Optional.of(new InetSocketAddress(InetAddress.getByName(address.host()), address.port()));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** {@code 192.0.2.1:7845} or {@code [2001:db8::1]:7845}. */
    static String text(InetSocketAddress socket) {
        return address(socket).toString();
    }

    static Address address(InetSocketAddress socket) {
        return new Address(NetUtil.toAddressString(socket.getAddress()), socket.getPort());
    }

    @Override
    public void close() {
        askers.shutdownNow();
    }

    private static boolean isLiteral(String host) {
        return NetUtil.isValidIpV4Address(host) || NetUtil.isValidIpV6Address(host);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "doorlight-names");
        thread.setDaemon(true);
        return thread;
    }
}
