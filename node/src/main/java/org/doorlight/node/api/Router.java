package org.doorlight.node.api;

import io.netty.handler.codec.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the route for a request. */
final class Router {
    private final List<Route> table;

    Router(List<Route> table) {
        this.table = List.copyOf(table);
    }

    /** A request line that leads somewhere; the body is still to come. */
    record Found(
            Route route,
            Map<String, String> path,
            Map<String, String> query,
            @Nullable String lastEventId) {
        Call withBody(byte[] body) throws Refused {
            return new Call(path, query, Json.read(body, route.body()), lastEventId);
        }
    }

    /** 404 for no such path, 405 for a path that takes other methods, 400 for parts or a query that cannot be read. */
    Found find(HttpRequest request) throws Refused {
        String[] target = request.uri().split("\\?", 2);
        List<String> path = path(target[0]);
        List<Route> here = new ArrayList<>();
        for (Route route : table) {
            Optional<Map<String, String>> parts = route.match(path);
            if (parts.isPresent() && route.method().equals(request.method())) {
                Map<String, String> query = query(target.length > 1 ? target[1] : "", route.query());
                return new Found(route, parts.get(), query, request.headers().get("Last-Event-ID"));
            }
            parts.ifPresent(any -> here.add(route));
        }
        throw here.isEmpty()
                ? new Refused(ProblemType.NOT_FOUND, "There is nothing at this address. See /api/v1/openapi.json.")
                : Refused.method(methods(here));
    }

    private static String methods(List<Route> routes) {
        return routes.stream()
                .map(route -> route.method().name())
                .sorted()
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static List<String> path(String raw) throws Refused {
        if (!raw.startsWith("/")) {
            throw Refused.invalid("The address must be a path.");
        }
        List<String> path = new ArrayList<>();
        for (String segment : Route.segments(raw)) {
            path.add(Text.decoded(segment, false, "The path"));
        }
        return path;
    }

    private static Map<String, String> query(String raw, List<String> known) throws Refused {
        Map<String, String> query = new TreeMap<>();
        for (String pair : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String name = Text.decoded(parts[0], true, "The query");
            String value = parts.length > 1 ? Text.decoded(parts[1], true, "The query") : "";
            if (name.isEmpty() && value.isEmpty()) {
                continue;
            }
            if (!known.contains(name)) {
                throw Refused.invalid("The query names something this address does not know.");
            }
            if (query.put(name, value) != null) {
                throw Refused.invalid("\"" + name + "\" is given twice.");
            }
        }
        // An empty field of a form means "not given".
        query.values().removeIf(String::isEmpty);
        return query;
    }
}
