package org.doorlight.node.api;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.doorlight.protocol.core.Address;

/** A client that says exactly what the test says, byte for byte. Reading gives up after thirty seconds. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MS = 30_000;

    private final Socket socket = new Socket();
    private final InputStream in;

    Wire(Address address) throws IOException {
        this(address, 0);
    }

    /** @param receiveBytes size of the receive buffer; 0 for the usual one */
    Wire(Address address, int receiveBytes) throws IOException {
        if (receiveBytes > 0) {
            socket.setReceiveBufferSize(receiveBytes);
        }
        socket.connect(new InetSocketAddress(address.host(), address.port()));
        socket.setSoTimeout(PATIENCE_MS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** A response with its body by length, or all there was until the end of the line. */
    record Answer(int status, Map<String, String> headers, String body) {}

    Wire send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** A whole GET by somebody who may ask, with these header lines more. */
    Wire get(String path, String... headers) throws IOException {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return send("GET " + path + " HTTP/1.1\r\n" + allowed() + more + "\r\n");
    }

    /** The header lines that get past the gate. */
    String allowed() {
        return "Host: 127.0.0.1:" + socket.getPort() + "\r\nAuthorization: Bearer " + Household.TOKEN + "\r\n";
    }

    Answer answer() throws IOException {
        String first = line();
        int status = Integer.parseInt(first.split(" ", -1)[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] parts = line.split(": ?", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        String length = headers.get("content-length");
        return new Answer(status, headers, length == null ? "" : bytes(Integer.parseInt(length)));
    }

    /** One line without its end; empty at the end of the stream too. */
    String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    /** The lines of one event-stream block, up to the empty one. */
    String block() throws IOException {
        var block = new StringBuilder();
        for (String line = line(); !line.isEmpty(); line = line()) {
            block.append(line).append('\n');
        }
        return block.toString();
    }

    private String bytes(int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /** How many bytes still come before the other side hangs up, politely or not; fails if it never does. */
    long untilTheEnd() throws IOException {
        byte[] chunk = new byte[64 * 1024];
        long total = 0;
        try {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                total += n;
            }
        } catch (java.net.SocketTimeoutException e) {
            throw e;
        } catch (IOException reset) {
            return total;
        }
        return total;
    }

    boolean atEnd() throws IOException {
        return untilTheEnd() == 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
