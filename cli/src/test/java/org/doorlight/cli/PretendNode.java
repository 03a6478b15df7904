package org.doorlight.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.doorlight.cli.client.Json;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.doorlight.protocol.core.Address;

/**
 * A process that looks like a node from outside and keeps its word about nothing but the local API: it lets tests walk through the demo
 * and the benchmarks in milliseconds. Neighbours are told of requests through the same API, in the clear.
 */
public final class PretendNode {
    private static final String TOKEN = "pretend";
    private static final Address NOWHERE = new Address("127.0.0.1", 0);

    private final Path home;
    private final HttpServer server;
    private final List<JsonObject> requests = new CopyOnWriteArrayList<>();
    private final List<LocalApi> neighbours = new CopyOnWriteArrayList<>();
    private final List<OutputStream> listeners = new CopyOnWriteArrayList<>();

    private PretendNode(Path home, Address api) throws IOException {
        this.home = home;
        if (Files.exists(kept())) {
            for (String line : Files.readAllLines(kept())) {
                requests.add((JsonObject) Json.read(line));
            }
        }
        server = HttpServer.create(new InetSocketAddress(api.host(), api.port()), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/api/v1/", this::handle);
    }

    /** Takes {@code init} and {@code run} as the real program does; a home named Grump does not start. */
    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        Path home = Path.of(words.get(words.indexOf("--home") + 1));
        if (words.get(0).equals("init")) {
            Files.createDirectories(home);
            Files.writeString(home.resolve("api-token"), TOKEN);
            return;
        }
        if (home.endsWith("Grump")) {
            System.err.println("Not today.");
            System.exit(1);
        }
        Address api = Address.parse(words.get(words.indexOf("--api") + 1)).orElse(NOWHERE);
        PretendNode node = new PretendNode(home, api);
        node.server.start();
        int port = node.server.getAddress().getPort();
        Files.writeString(home.resolve("api-address"), "127.0.0.1:" + port);
        System.out.println("ready listen=127.0.0.1:" + port + " api=127.0.0.1:" + port);
    }

    private Path kept() {
        return home.resolve("requests");
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonObject asked = body.isEmpty() ? JsonObject.empty() : (JsonObject) Json.read(body);
        String path = exchange.getRequestURI().getPath().substring("/api/v1".length());
        if (path.equals("/events")) {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().flush();
            listeners.add(exchange.getResponseBody());
            return;
        }
        byte[] answer = Json.write(answer(exchange.getRequestMethod() + " " + path, asked))
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private Object answer(String ask, JsonObject asked) throws IOException {
        return switch (ask) {
            case "POST /circles" -> asked.with("id", "c1");
            case "POST /invites" -> JsonObject.empty().with("code", "CODE");
            case "POST /join" -> join(asked);
            case "POST /neighbours" -> welcome(asked);
            case "POST /requests" -> add(asked.with("id", String.format("%064x", requests.size() + 1)));
            case "GET /commitments/e7" -> JsonObject.empty().with("id", "e7").with("state", "CONFIRMED");
            case "POST /deliveries" -> take(asked);
            case "GET /requests" -> requests;
            case "GET /status" -> status();
            default -> ask.endsWith("/offers") ? JsonObject.empty().with("id", "e7") : request(ask);
        };
    }

    private JsonObject request(String ask) {
        return requests.stream()
                .filter(request -> ask.endsWith(request.text("id")))
                .findFirst()
                .orElseThrow();
    }

    private JsonObject join(JsonObject asked) throws IOException {
        Address host = Address.parse(asked.texts("peers").get(0)).orElseThrow();
        JsonObject me = JsonObject.empty().with("port", server.getAddress().getPort());
        for (JsonObject request :
                new LocalApi(host, TOKEN).post("/neighbours", me).objects("requests")) {
            take(request);
        }
        return JsonObject.empty().with("id", "c1");
    }

    private JsonObject welcome(JsonObject newcomer) {
        neighbours.add(new LocalApi(new Address("127.0.0.1", (int) newcomer.number("port")), TOKEN));
        return JsonObject.empty().with("requests", new ArrayList<>(requests));
    }

    private synchronized JsonObject add(JsonObject request) throws IOException {
        take(request);
        neighbours.forEach(neighbour -> neighbour.post("/deliveries", request));
        return request;
    }

    private synchronized JsonObject take(JsonObject request) throws IOException {
        Files.writeString(kept(), Json.write(request) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        requests.add(request);
        String event =
                Json.write(JsonObject.empty().with("type", "request.changed").with("document", request.text("id")));
        listeners.forEach(listener -> tell(listener, event));
        return request;
    }

    private static void tell(OutputStream listener, String event) {
        try {
            listener.write(("event: request.changed\ndata: " + event + "\n\n").getBytes(StandardCharsets.UTF_8));
            listener.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private JsonObject status() {
        JsonObject store = JsonObject.empty().with("documents", requests.size());
        JsonObject network =
                JsonObject.empty().with("bytesIn", 100 * requests.size()).with("bytesOut", 10);
        return JsonObject.empty().with("store", store).with("network", network);
    }
}
