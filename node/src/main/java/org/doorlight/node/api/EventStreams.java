package org.doorlight.node.api;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import org.doorlight.protocol.core.view.Event;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who read along (Server-Sent Events, WHATWG HTML §9.2). */
// Netty tells of what came of a write or a close through the channel, not through the futures left alone here.
@SuppressWarnings("FutureReturnValueIgnored")
final class EventStreams {
    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final byte[] ALIVE = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final EventRing ring = new EventRing();
    private final Set<Channel> readers = new LinkedHashSet<>();
    private final int streamsMax;

    EventStreams(int streamsMax) {
        this.streamsMax = streamsMax;
    }

    boolean isFull() {
        return readers.size() >= streamsMax;
    }

    /** Starts a stream; its first bytes leave at once, so that the reader knows it is connected. */
    void follow(Channel reader, @Nullable String after) {
        readers.add(reader);
        reader.write(head());
        ring.opening(after).forEach(block -> reader.write(content(block)));
        reader.flush();
        cutIfSlow(reader);
    }

    void forget(Channel reader) {
        readers.remove(reader);
    }

    void announce(Event event) {
        toAll(ring.add(event));
    }

    /** Both ends notice a dead line only when something is sent. */
    void keepAlive() {
        toAll(ALIVE);
    }

    private void toAll(byte[] block) {
        // A copy: a failing write closes its channel, which leaves the set.
        for (Channel reader : new ArrayList<>(readers)) {
            reader.writeAndFlush(content(block));
            cutIfSlow(reader);
        }
    }

    /** Unwritable means more than OUTBOUND_BYTES_MAX wait. The reader may come back and ask for what it missed. */
    private void cutIfSlow(Channel reader) {
        if (!reader.isWritable() && readers.remove(reader)) {
            LOG.info("a reader of events was too slow and was cut off");
            reader.close();
        }
    }

    private static DefaultHttpContent content(byte[] block) {
        return new DefaultHttpContent(Unpooled.wrappedBuffer(block));
    }

    /** Without length or chunks: the stream ends when the connection does. */
    private static HttpResponse head() {
        HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        head.headers().set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.TEXT_EVENT_STREAM);
        head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        Response.secure(head.headers());
        return head;
    }
}
