package org.doorlight.node.api;

import io.netty.handler.codec.http.HttpMethod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorlight.protocol.core.Ask;

/**
 * One thing that may be asked for. The description for people and programs (openapi.json) is made from the same fields as the behaviour.
 *
 * @param pattern path with {@code {name}} for a part the caller fills in
 * @param body the shape of the request's body
 * @param query names that may stand behind the question mark
 */
record Route(
        HttpMethod method,
        String pattern,
        String summary,
        Class<? extends Record> body,
        List<String> query,
        Returns returns,
        Handler handler) {
    private static final String BASE = "/api/v1";

    /** Does what was asked, by calling one method of the exchange. */
    interface Handler {
        void serve(Call call, Exchange exchange) throws Refused;
    }

    /** Turns a call into an ask for the core. */
    interface Asking {
        Ask of(Call call) throws Refused;
    }

    /** Turns a call with a body into an ask for the core. */
    interface AskingWith<B> {
        Ask of(Call call, B body) throws Refused;
    }

    static Route get(String path, String summary, Returns returns, Asking asking) {
        return get(path, summary, List.of(), returns, asking);
    }

    static Route get(String path, String summary, List<String> query, Returns returns, Asking asking) {
        return own(path, summary, query, returns, (call, exchange) -> exchange.ask(asking.of(call), returns));
    }

    static Route post(String path, String summary, Returns returns, Asking asking) {
        return get(path, summary, returns, asking).posted(Bodies.Nothing.class);
    }

    static <B extends Record> Route post(
            String path, String summary, Class<B> body, Returns returns, AskingWith<B> asking) {
        return get(path, summary, returns, call -> asking.of(call, body.cast(call.body())))
                .posted(body);
    }

    /** A GET that this package answers by itself. */
    static Route own(String path, String summary, List<String> query, Returns returns, Handler handler) {
        return new Route(HttpMethod.GET, BASE + path, summary, Bodies.Nothing.class, query, returns, handler);
    }

    private Route posted(Class<? extends Record> shape) {
        return new Route(HttpMethod.POST, pattern, summary, shape, query, returns, handler);
    }

    /** The filled-in parts by name, if the path fits. */
    Optional<Map<String, String>> match(List<String> segments) {
        List<String> wanted = segments(pattern);
        if (wanted.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> parts = new TreeMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String want = wanted.get(i);
            if (want.startsWith("{")) {
                parts.put(want.substring(1, want.length() - 1), segments.get(i));
            } else if (!want.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(Collections.unmodifiableMap(parts));
    }

    /** Names of the parts the caller fills in, in order. */
    List<String> parts() {
        List<String> parts = new ArrayList<>();
        for (String segment : segments(pattern)) {
            if (segment.startsWith("{")) {
                parts.add(segment.substring(1, segment.length() - 1));
            }
        }
        return parts;
    }

    static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
