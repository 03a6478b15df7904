package org.doorlight.node.api;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The description of a table of routes in OpenAPI 3.1: made from the same records that carry the data. */
final class OpenApi {
    private static final Map<String, Object> TEXT = object("type", "string");

    private final Schemas schemas = new Schemas();

    private OpenApi() {}

    static String describe(List<Route> table) {
        return Json.write(new OpenApi().document(table));
    }

    private Map<String, Object> document(List<Route> table) {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (Route route : table) {
            Map<String, Object> operation = object(methodOf(route), operation(route));
            paths.merge(route.pattern(), operation, OpenApi::joined);
        }
        // Comes after the paths: it holds every schema they point at.
        Map<String, Object> components = object(
                "schemas", schemas.all(),
                "securitySchemes", object("token", object("type", "http", "scheme", "bearer")));
        return object(
                "openapi",
                "3.1.0",
                "info",
                object("title", "Doorlight local API", "version", "1"),
                "security",
                List.of(object("token", List.of())),
                "paths",
                paths,
                "components",
                components);
    }

    private static String methodOf(Route route) {
        return route.method().name().toLowerCase(Locale.ROOT);
    }

    private static Object joined(Object some, Object more) {
        Map<Object, Object> both = new LinkedHashMap<>((Map<?, ?>) some);
        both.putAll((Map<?, ?>) more);
        return both;
    }

    private Map<String, Object> operation(Route route) {
        List<Object> parameters = new ArrayList<>();
        route.parts().forEach(name -> parameters.add(parameter(name, "path")));
        route.query().forEach(name -> parameters.add(parameter(name, "query")));
        Map<String, Object> operation = object("summary", route.summary(), "parameters", parameters);
        if (route.body() != Bodies.Nothing.class) {
            operation.put("requestBody", object("content", content("application/json", schemas.of(route.body()))));
        }
        operation.put("responses", responses(route.returns()));
        return operation;
    }

    private static Map<String, Object> parameter(String name, String in) {
        Map<String, Object> schema = name.equals("limit")
                ? object("type", "integer", "minimum", 1, "maximum", ApiLimits.PAGE_ITEMS_MAX)
                : TEXT;
        return object("name", name, "in", in, "required", in.equals("path"), "schema", schema);
    }

    private Map<String, Object> responses(Returns returns) {
        Map<String, Object> schema = returns.many() ? schemas.listOf(returns.shape()) : schemas.of(returns.shape());
        Map<String, Object> good =
                object("description", returns.status().reasonPhrase(), "content", content(returns.mediaType(), schema));
        if (returns.status().equals(HttpResponseStatus.CREATED)) {
            good.put("headers", object("Location", object("schema", TEXT)));
        }
        Map<String, Object> problem = object(
                "description",
                "A problem document (RFC 9457).",
                "content",
                content("application/problem+json", schemas.of(Response.ProblemDocument.class)));
        return object(Integer.toString(returns.status().code()), good, "default", problem);
    }

    private static Map<String, Object> content(String mediaType, Map<String, Object> schema) {
        return object(mediaType, object("schema", schema));
    }

    /** A JSON object: name, value, name, value … in this order. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
