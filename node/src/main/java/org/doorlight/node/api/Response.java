package org.doorlight.node.api;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.doorlight.protocol.core.Reply;
import org.doorlight.protocol.core.view.CircleView;
import org.doorlight.protocol.core.view.CommitmentView;
import org.doorlight.protocol.core.view.RequestView;
import org.doorlight.protocol.core.view.RotaView;
import org.doorlight.protocol.core.view.View;

/** A whole answer: status, one JSON document, and the headers that belong to it alone. */
record Response(HttpResponseStatus status, String mediaType, String body, Map<String, String> headers) {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    Response {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    /** RFC 9457; the component names are the member names. */
    record ProblemDocument(String type, String title, int status, String detail) {}

    static Response ok(String json) {
        return new Response(HttpResponseStatus.OK, JSON, json, Map.of());
    }

    static Response problem(ProblemType type, String sentence) {
        String body = Json.write(new ProblemDocument(type.urn(), type.title, type.status, sentence));
        Response response = new Response(HttpResponseStatus.valueOf(type.status), PROBLEM, body, Map.of());
        return type == ProblemType.UNAUTHORIZED ? response.with("WWW-Authenticate", "Bearer") : response;
    }

    /** What the core answered, for a route that promises this. */
    static Response of(Reply reply, Returns returns) {
        if (reply instanceof Reply.Refused refused) {
            return problem(
                    ProblemType.of(refused.problem().kind()), refused.problem().sentence());
        }
        View view = ((Reply.Done) reply).view();
        Response done = new Response(returns.status(), JSON, Json.write(view), Map.of());
        return returns.status().equals(HttpResponseStatus.CREATED) ? done.with("Location", location(view)) : done;
    }

    private static String location(View created) {
        if (created instanceof RequestView request) {
            return "/api/v1/circles/" + request.circle().hex() + "/requests/"
                    + request.id().hex();
        }
        if (created instanceof CommitmentView yes) {
            return "/api/v1/circles/" + yes.circle().hex() + "/commitments/"
                    + yes.id().hex();
        }
        if (created instanceof RotaView rota) {
            return "/api/v1/circles/" + rota.circle().hex() + "/rotas/"
                    + rota.id().hex();
        }
        if (created instanceof CircleView circle) {
            return "/api/v1/circles/" + circle.id().hex();
        }
        throw new IllegalArgumentException(
                "has no address: " + created.getClass().getSimpleName());
    }

    Response with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Response(status, mediaType, body, more);
    }

    FullHttpResponse toHttp(boolean keepAlive) {
        ByteBuf bytes = Unpooled.wrappedBuffer(body.getBytes(StandardCharsets.UTF_8));
        FullHttpResponse http = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, bytes);
        headers.forEach(http.headers()::set);
        http.headers().set(HttpHeaderNames.CONTENT_TYPE, mediaType);
        http.headers().set(HttpHeaderNames.CONTENT_LENGTH, bytes.readableBytes());
        HttpUtil.setKeepAlive(http, keepAlive);
        secure(http.headers());
        return http;
    }

    /** On every answer: nothing here may be run, framed, guessed at, kept, or mentioned to another site. */
    static void secure(HttpHeaders headers) {
        headers.set(HttpHeaderNames.CONTENT_SECURITY_POLICY, "default-src 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        headers.set("Referrer-Policy", "no-referrer");
    }
}
