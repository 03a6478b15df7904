package org.doorlight.cli.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.doorlight.cli.client.LocalApi;
import org.doorlight.cli.process.Patience;
import org.doorlight.protocol.core.Address;

/**
 * What the work of one propagation costs without any system around it: one HTTP request and answer on loopback, in between one record
 * appended to a file and forced to disk ("A"), sent over TCP, appended to a second file and forced to disk ("B"), and sent back. No TLS,
 * no cryptography, no document, no database; the same client, the same disk and the same pace as the nodes had.
 */
final class BareWork {
    /** About what a sealed request takes: header, padded body, signature. */
    private static final int RECORD_BYTES = 768;

    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final byte[] ANSWER =
            "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
                    .getBytes(StandardCharsets.US_ASCII);

    private BareWork() {}

    /** Readings in nanoseconds, after a warm-up, at the pace of the workload. */
    static long[] measure(Path folder, int warmUp, int count) throws IOException {
        try (ServerSocket ben = loopback();
                ServerSocket ana = loopback();
                LocalApi client = new LocalApi(new Address("127.0.0.1", ana.getLocalPort()), "none")) {
            inBackground(() -> keep(ben, folder.resolve("bare-b")));
            inBackground(() -> answer(ana, ben.getLocalPort(), folder.resolve("bare-a")));
            readings(client, warmUp);
            return readings(client, count);
        }
    }

    private static long[] readings(LocalApi client, int count) {
        long[] readings = new long[count];
        long next = System.nanoTime();
        for (int number = 0; number < count; number++) {
            Patience.untilNanoTime(next);
            long start = System.nanoTime();
            client.post("/requests", Drafts.number(number));
            readings[number] = System.nanoTime() - start;
            next = start + BenchPropagation.PACE_NANOSECONDS;
        }
        return readings;
    }

    /** A: takes HTTP requests, keeps a record, has B keep it, answers. */
    private static void answer(ServerSocket door, int ben, Path file) throws IOException {
        try (Socket client = accept(door);
                Socket neighbour = new Socket(InetAddress.getLoopbackAddress(), ben);
                FileChannel disk = open(file)) {
            neighbour.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            while (readRequest(in)) {
                append(disk);
                neighbour.getOutputStream().write(new byte[RECORD_BYTES]);
                neighbour.getInputStream().readNBytes(RECORD_BYTES);
                client.getOutputStream().write(ANSWER);
            }
        }
    }

    /** B: takes records, keeps them, sends them back. */
    private static void keep(ServerSocket door, Path file) throws IOException {
        try (Socket neighbour = accept(door);
                FileChannel disk = open(file)) {
            OutputStream out = neighbour.getOutputStream();
            while (neighbour.getInputStream().readNBytes(RECORD_BYTES).length == RECORD_BYTES) {
                append(disk);
                out.write(new byte[RECORD_BYTES]);
            }
        }
    }

    /** Reads a head and its body; false at the end. */
    private static boolean readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf(END_OF_HEAD, Math.max(0, head.length() - END_OF_HEAD.length())) < 0) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            head.append((char) next);
        }
        String length = head.toString().replaceFirst("(?s).*Content-Length: (\\d+).*", "$1");
        in.skipNBytes(Long.parseLong(length));
        return true;
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    private static void append(FileChannel disk) throws IOException {
        disk.write(ByteBuffer.allocate(RECORD_BYTES));
        disk.force(false);
    }

    private static ServerSocket loopback() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static Socket accept(ServerSocket door) throws IOException {
        Socket socket = door.accept();
        socket.setTcpNoDelay(true);
        return socket;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                },
                "bare-work");
        thread.setDaemon(true);
        thread.start();
    }
}
