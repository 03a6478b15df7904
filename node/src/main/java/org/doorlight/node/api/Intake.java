package org.doorlight.node.api;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Puts one request together from its pieces: head, then body. The head is judged before a byte of the body is kept. */
final class Intake {
    private static final Outcome MORE = new More(false);

    private final Gate gate;
    private final Router router;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);
    private Router.@Nullable Found found;
    private @Nullable Response refusal;
    private boolean keepAlive = true;

    Intake(Gate gate, Router router) {
        this.gate = gate;
        this.router = router;
    }

    /** What a piece led to. */
    sealed interface Outcome {}

    /**
     * The request is not whole yet.
     *
     * @param goAhead true if the client waits to be told to send the body
     */
    record More(boolean goAhead) implements Outcome {}

    /** A whole request that its route can serve. */
    record Ready(Route route, Call call) implements Outcome {}

    /** @param unread true if more of the request is on its way: the connection cannot go on */
    record TurnedAway(Response response, boolean unread) implements Outcome {}

    /** Whether the client wants the connection to go on; known once the head is read. */
    boolean keepAlive() {
        return keepAlive;
    }

    Outcome read(HttpObject piece) {
        if (piece.decoderResult().isFailure()) {
            ProblemType type = ProblemType.ofDecoding(piece.decoderResult().cause());
            return new TurnedAway(Response.problem(type, "This is not a request this node can read."), true);
        }
        if (piece instanceof HttpRequest request) {
            return head(request);
        }
        return piece instanceof HttpContent content ? content(content) : MORE;
    }

    private Outcome head(HttpRequest request) {
        keepAlive = HttpUtil.isKeepAlive(request);
        try {
            gate.check(request);
            found = router.find(request);
            return new More(HttpUtil.is100ContinueExpected(request));
        } catch (Refused refused) {
            refusal = refused.response();
            boolean hasBody = HttpUtil.isTransferEncodingChunked(request) || HttpUtil.getContentLength(request, 0L) > 0;
            return hasBody ? new TurnedAway(refused.response(), true) : MORE;
        }
    }

    private Outcome content(HttpContent content) {
        boolean last = content instanceof LastHttpContent;
        if (refusal != null) {
            return last ? new TurnedAway(refusal, false) : MORE;
        }
        byte[] bytes = ByteBufUtil.getBytes(content.content());
        if (body.size() + bytes.length > ApiLimits.BODY_BYTES_MAX) {
            return new TurnedAway(Gate.tooLarge().response(), true);
        }
        body.writeBytes(bytes);
        return last && found != null ? whole(found) : MORE;
    }

    private Outcome whole(Router.Found found) {
        try {
            return new Ready(found.route(), found.withBody(body.toByteArray()));
        } catch (Refused refused) {
            return new TurnedAway(refused.response(), false);
        }
    }
}
