package org.doorlight.cli.client;

import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.doorlight.protocol.core.Address;
import org.jspecify.annotations.Nullable;

/**
 * A client of one node's local API. Every method throws {@link Refusal} with a sentence for people when the node does not answer or says
 * no. For one thread at a time.
 */
public final class LocalApi implements Closeable {
    private static final String BASE = "/api/v1";
    private static final int BODY_BYTES_MAX = 64 << 20;
    /** Joining may take 30 seconds; an answer that takes longer than this will not come. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** The node may close a connection that rests; one that rested so long is not used again. */
    private static final long REST_NANOSECONDS_MAX = 1_000_000_000L;

    private final Address address;
    private final String token;
    private @Nullable HttpConnection connection;
    private long lastUsed;

    public LocalApi(Address address, String token) {
        this.address = address;
        this.token = token;
    }

    /** Asks for one object. */
    public JsonObject get(String path) {
        return object(call("GET", path, null));
    }

    /** Asks for a list. */
    public List<JsonObject> list(String path) {
        return JsonObject.objectsIn(call("GET", path, null));
    }

    /** Asks for something to be done. */
    public JsonObject post(String path, JsonObject body) {
        return object(call("POST", path, body));
    }

    /** Asks for something to be done that is answered with a list. */
    public List<JsonObject> postForList(String path, JsonObject body) {
        return JsonObject.objectsIn(call("POST", path, body));
    }

    /** Listens. What happens after this method has returned is in the stream. */
    public EventStream events() {
        return attempt(() -> {
            HttpConnection own = new HttpConnection(address, PATIENCE);
            HttpConnection.Answer answer = own.exchange("GET", BASE + "/events", token, null);
            if (answer.status() != 200) {
                try (own) {
                    throw problem(answer.status(), document(answer));
                }
            }
            own.waitForEver();
            return new EventStream(own, answer.body());
        });
    }

    private Object call(String method, String path, @Nullable JsonObject body) {
        byte[] bytes = body == null ? null : Json.write(body).getBytes(StandardCharsets.UTF_8);
        return attempt(() -> {
            HttpConnection.Answer answer = connection().exchange(method, BASE + path, token, bytes);
            Object document = document(answer);
            lastUsed = System.nanoTime();
            if (answer.closes()) {
                hangUp();
            }
            if (answer.status() / 100 != 2) {
                throw problem(answer.status(), document);
            }
            return document;
        });
    }

    private HttpConnection connection() throws IOException {
        if (connection != null && System.nanoTime() - lastUsed > REST_NANOSECONDS_MAX) {
            hangUp();
        }
        if (connection == null) {
            connection = new HttpConnection(address, PATIENCE);
        }
        return connection;
    }

    private interface Conversation<T> {
        T hold() throws IOException;
    }

    private <T> T attempt(Conversation<T> conversation) {
        try {
            return conversation.hold();
        } catch (ConnectException | NoRouteToHostException | UnknownHostException nobody) {
            throw new Refusal(ApiAccess.NO_NODE, nobody);
        } catch (SocketTimeoutException slow) {
            hangUp();
            throw new Refusal("The node did not answer in time. See how it is with: doorlight status", slow);
        } catch (IOException broken) {
            hangUp();
            throw new Refusal("The node stopped answering. See whether it still runs with: doorlight status", broken);
        }
    }

    /** The JSON of an answer; an empty object if it has none. */
    private static Object document(HttpConnection.Answer answer) throws IOException {
        byte[] bytes = answer.body().readNBytes(BODY_BYTES_MAX + 1);
        if (bytes.length > BODY_BYTES_MAX) {
            throw new IOException("the answer is too long");
        }
        Object document = bytes.length == 0 ? null : Json.read(new String(bytes, StandardCharsets.UTF_8));
        return document == null ? JsonObject.empty() : document;
    }

    private static Refusal problem(int status, Object document) {
        String detail = object(document).text("detail");
        if (!detail.isEmpty()) {
            return new Refusal(detail);
        }
        return new Refusal(
                status == 401 || status == 403
                        ? "The node does not know this home's token. Start it again with: doorlight run"
                        : "The node did not do that (HTTP " + status + "). See how it is with: doorlight status");
    }

    private static JsonObject object(Object document) {
        return document instanceof JsonObject object ? object : JsonObject.empty();
    }

    /** Lets go of the connection; the next ask makes a new one. */
    public void hangUp() {
        HttpConnection old = connection;
        connection = null;
        if (old != null) {
            old.close();
        }
    }

    @Override
    public void close() {
        hangUp();
    }
}
