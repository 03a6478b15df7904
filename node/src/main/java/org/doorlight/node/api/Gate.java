package org.doorlight.node.api;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.doorlight.protocol.core.Address;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask at all, in one place and in this order: called by a name of this machine, not from another site's page, with the token,
 * and not with more than we read. Only then does a caller learn which addresses exist.
 */
final class Gate {
    private static final String SCHEME = "bearer ";

    // What a button may do, and nothing else.
    private static final String TOUCH = "/api/v1/hello/touch";

    private final byte[] token;
    private final byte[] touch;
    private final Set<String> hosts;

    Gate(Address bound, ApiTokens tokens) {
        this.token = tokens.whole().getBytes(StandardCharsets.UTF_8);
        this.touch = tokens.touch().orElse(tokens.whole()).getBytes(StandardCharsets.UTF_8);
        this.hosts = hosts(bound);
    }

    private static Set<String> hosts(Address bound) {
        var hosts = new TreeSet<String>();
        for (String host : List.of("127.0.0.1", "localhost", "::1", bound.host().toLowerCase(Locale.ROOT))) {
            String withPort = new Address(host, bound.port()).toString();
            hosts.add(withPort);
            hosts.add(withPort.substring(0, withPort.lastIndexOf(':')));
        }
        return hosts;
    }

    void check(HttpRequest request) throws Refused {
        HttpHeaders headers = request.headers();
        String host = host(headers);
        origin(headers, host);
        token(request);
        size(request);
    }

    /** A page of another site can make its own name resolve to this machine, but cannot change the name it calls. */
    private String host(HttpHeaders headers) throws Refused {
        String host = single(headers, HttpHeaderNames.HOST);
        if (host == null) {
            throw Refused.invalid("There must be exactly one Host header.");
        }
        if (!hosts.contains(host.toLowerCase(Locale.ROOT))) {
            throw new Refused(
                    ProblemType.WRONG_HOST, "This node is not called that. Use the address in its api-address file.");
        }
        return host;
    }

    private static void origin(HttpHeaders headers, String host) throws Refused {
        List<String> origins = headers.getAll(HttpHeaderNames.ORIGIN);
        if (!origins.isEmpty() && !origins.equals(List.of("http://" + host))) {
            throw new Refused(ProblemType.FOREIGN_ORIGIN, "Pages of other sites may not call this node.");
        }
    }

    private void token(HttpRequest request) throws Refused {
        String given = single(request.headers(), HttpHeaderNames.AUTHORIZATION);
        boolean bearer = given != null && given.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        // Takes as long for a wrong token as for a nearly right one.
        if (given == null || !bearer || !opens(shown(given), request)) {
            throw new Refused(
                    ProblemType.UNAUTHORIZED,
                    "Send the token of this home's api-token file as Authorization: Bearer …");
        }
    }

    private boolean opens(byte[] shown, HttpRequest request) {
        boolean isTouch =
                request.method().equals(HttpMethod.POST) && request.uri().equals(TOUCH);
        boolean whole = MessageDigest.isEqual(shown, token);
        boolean button = MessageDigest.isEqual(shown, touch);
        return whole || (isTouch && button);
    }

    private static byte[] shown(String authorization) {
        return authorization.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8);
    }

    private static void size(HttpRequest request) throws Refused {
        if (HttpUtil.getContentLength(request, 0L) > ApiLimits.BODY_BYTES_MAX) {
            throw tooLarge();
        }
    }

    static Refused tooLarge() {
        return new Refused(ProblemType.TOO_LARGE, "A body may have " + ApiLimits.BODY_BYTES_MAX / 1024 + " KiB.");
    }

    private static @Nullable String single(HttpHeaders headers, CharSequence name) {
        List<String> values = headers.getAll(name);
        return values.size() == 1 ? values.get(0) : null;
    }
}
