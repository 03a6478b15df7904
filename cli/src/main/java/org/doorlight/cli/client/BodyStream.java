package org.doorlight.cli.client;

import java.io.IOException;
import java.io.InputStream;

/** The body of one HTTP answer: ends where the body ends, and leaves the connection open for the next answer. */
final class BodyStream extends InputStream {
    private final InputStream in;
    private final boolean chunked;
    private long left;
    private boolean first = true;
    private boolean ended;

    private BodyStream(InputStream in, boolean chunked, long left) {
        this.in = in;
        this.chunked = chunked;
        this.left = left;
    }

    /** A body of a length known beforehand. */
    static InputStream sized(InputStream in, long bytes) {
        return new BodyStream(in, false, bytes);
    }

    /** A body in chunks, as events come. */
    static InputStream chunked(InputStream in) {
        return new BodyStream(in, true, 0);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0 && !more()) {
            return -1;
        }
        int count = in.read(target, offset, (int) Math.min(left, length));
        if (count < 0) {
            throw new IOException("the node hung up");
        }
        left -= count;
        return count;
    }

    /** Steps to the next chunk; false at the end of the body. */
    private boolean more() throws IOException {
        if (!chunked || ended) {
            return false;
        }
        if (!first) {
            HttpConnection.line(in);
        }
        first = false;
        left = chunkBytes(HttpConnection.line(in));
        if (left == 0) {
            ended = true;
            skipTrailers();
        }
        return left > 0;
    }

    private void skipTrailers() throws IOException {
        while (!HttpConnection.line(in).isEmpty()) {
            // Trailers carry nothing we use.
        }
    }

    private static long chunkBytes(String line) throws IOException {
        String size = line.split(";", 2)[0].strip();
        if (!size.matches("[0-9a-fA-F]{1,15}")) {
            throw new IOException("no HTTP chunk");
        }
        return Long.parseLong(size, 16);
    }
}
