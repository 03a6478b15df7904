package org.doorlight.cli.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Paths of the local API. Ids and names go in as people type them and come out encoded. */
public final class ApiPath {
    private ApiPath() {}

    /** One step of a path, encoded. */
    public static String step(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Something of one circle, as {@code /circles/CIRCLE/requests}.
     *
     * @param circle null for the only one; then the node finds it
     */
    public static String inCircle(@Nullable String circle, String what) {
        return circle == null ? "/" + what : "/circles/" + step(circle) + "/" + what;
    }

    /** One request, wherever it is. */
    public static String request(String id) {
        return "/requests/" + step(id);
    }

    /** One rota, wherever it is. */
    public static String rota(String id) {
        return "/rotas/" + step(id);
    }

    /** One of this home's own yeses. */
    public static String commitment(String id) {
        return "/commitments/" + step(id);
    }
}
