package org.doorlight.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A local API that answers what a test tells it to, and remembers what it was asked. */
public final class ScriptedApi implements AutoCloseable {
    private static final String TOKEN = "a-token-for-tests";

    private record Answer(int status, String type, String body) {}

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final HttpServer server;

    /** Answers for this home, on a free port of loopback. */
    public ScriptedApi(Path home) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        Files.createDirectories(home);
        Files.writeString(home.resolve("api-token"), TOKEN + "\n");
        Files.writeString(
                home.resolve("api-address"), "127.0.0.1:" + server.getAddress().getPort() + "\n");
    }

    /** Answers this ask, as {@code GET /circles}, with this document. */
    public ScriptedApi answers(String ask, String json) {
        answers.put(ask, new Answer(200, "application/json", json));
        return this;
    }

    /** Refuses this ask with this sentence. */
    public ScriptedApi refuses(String ask, int status, String sentence) {
        String problem = "{\"type\":\"about:blank\",\"status\":" + status + ",\"detail\":\"" + sentence + "\"}";
        answers.put(ask, new Answer(status, "application/problem+json", problem));
        return this;
    }

    /** Streams these events and hangs up. */
    public ScriptedApi tells(String stream) {
        answers.put("GET /events", new Answer(200, "text/event-stream", stream));
        return this;
    }

    /** All it was asked, each as {@code METHOD path body}. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String ask = exchange.getRequestMethod() + " "
                + exchange.getRequestURI().toString().replaceFirst("^/api/v1", "");
        remember((ask + " " + body).strip());
        boolean known = ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        Answer answer = known
                ? answers.getOrDefault(
                        ask, new Answer(404, "application/problem+json", "{\"detail\":\"Nothing is there.\"}"))
                : new Answer(401, "application/problem+json", "");
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        // Length 0 means chunks here, -1 an empty body; events come in chunks, all else with its length.
        exchange.sendResponseHeaders(answer.status(), answer.type().equals("text/event-stream") ? 0 : lengthOf(bytes));
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static long lengthOf(byte[] bytes) {
        return bytes.length == 0 ? -1 : bytes.length;
    }

    private synchronized void remember(String ask) {
        asked.add(ask);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
