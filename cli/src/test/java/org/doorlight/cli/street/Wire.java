package org.doorlight.cli.street;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.doorlight.protocol.core.Address;

/**
 * A cable between two nodes: a TCP proxy that remembers every byte of both directions, and can spoil one, hold all back for a while, or be
 * pulled.
 */
final class Wire implements Closeable {
    private static final int PIECE_BYTES = 16_384;

    private final Address end;
    private final ServerSocket door;
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private final AtomicBoolean spoilNext = new AtomicBoolean();
    private final AtomicBoolean pulled = new AtomicBoolean();
    private final Gate gate = new Gate();
    private final Set<Socket> callers = ConcurrentHashMap.newKeySet();

    Wire(Address end) throws IOException {
        this.end = end;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        inBackground(this::acceptAll);
    }

    /** Where to dial to reach the other end through this wire. */
    Address door() {
        return new Address("127.0.0.1", door.getLocalPort());
    }

    /** Everything that went over it so far; {@code synchronized} inside. */
    byte[] seen() {
        return seen.toByteArray();
    }

    /** Flips one bit of what comes next. */
    void spoilNextByte() {
        spoilNext.set(true);
    }

    /** Whether the byte asked for by {@link #spoilNextByte} has gone over the wire. */
    boolean hasSpoiled() {
        return !spoilNext.get();
    }

    /** Pulls the cable: every connection ends, and new ones end at once. */
    void pull() throws IOException {
        pulled.set(true);
        for (Socket caller : callers) {
            caller.close();
        }
    }

    /** Plugs it in again. */
    void plugIn() {
        pulled.set(false);
    }

    /** Holds back what goes over it from now on; no connection ends. */
    void hold() {
        gate.close();
    }

    /** Lets go of it all. */
    void letGo() {
        gate.open();
    }

    /** Open, or closed for whoever wants to pass. */
    private static final class Gate {
        private boolean closed;

        synchronized void close() {
            closed = true;
        }

        synchronized void open() {
            closed = false;
            notifyAll();
        }

        synchronized void pass() throws InterruptedIOException {
            while (closed) {
                try {
                    wait();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException("stopped");
                }
            }
        }
    }

    private void acceptAll() throws IOException {
        while (!door.isClosed()) {
            Socket caller = door.accept();
            callers.add(caller);
            if (pulled.get()) {
                caller.close();
            } else {
                inBackground(() -> connect(caller));
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        try (caller;
                Socket called = new Socket(end.host(), end.port())) {
            caller.setTcpNoDelay(true);
            called.setTcpNoDelay(true);
            Thread back = inBackground(() -> carry(called, caller));
            carry(caller, called);
            back.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends when either side hangs up, and then hangs up on the other. */
    private void carry(Socket from, Socket to) throws IOException {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] piece = new byte[PIECE_BYTES];
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                if (spoilNext.compareAndSet(true, false)) {
                    piece[length - 1] ^= 1;
                }
                gate.pass();
                seen.write(piece, 0, length);
                out.write(piece, 0, length);
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static Thread inBackground(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException hungUp) {
                        return; // Nodes hang up whenever they like; what had come until then is remembered.
                    }
                },
                "wire");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() throws IOException {
        gate.open();
        door.close();
    }
}
