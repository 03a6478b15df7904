package org.doorlight.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.doorlight.protocol.core.Address;
import org.doorlight.protocol.core.Ask;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.core.Problem;
import org.doorlight.protocol.core.Reply;
import org.doorlight.protocol.core.view.Event;
import org.doorlight.protocol.core.view.View;
import org.doorlight.protocol.core.view.Views;

/** A node's API on loopback, with a loop thread of its own and a core that says what the test tells it to. */
final class Household implements AutoCloseable {
    static final String TOKEN = "a-token-for-tests";
    static final String TOUCH_TOKEN = "a-button-for-tests";

    final Address address;
    final BlockingQueue<Input> heard = new LinkedBlockingQueue<>();

    private final ExecutorService loop = Executors.newSingleThreadExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ApiServer server;
    private volatile Function<Ask, Reply> core = ask -> new Reply.Done(new Views<>(List.of()));
    private volatile boolean silent;

    Household() throws ApiFailure {
        this(ApiLimits.STANDARD);
    }

    Household(ApiLimits limits) throws ApiFailure {
        server = new ApiServer(this::hear, new ApiTokens(TOKEN, Optional.of(TOUCH_TOKEN)), limits);
        address = server.listen(new Address("127.0.0.1", 0));
    }

    private void hear(Input input) {
        heard.add(input);
        if (input instanceof Input.Asked asked && !silent) {
            loop.execute(() -> answer(asked.ticket(), core.apply(asked.ask())));
        }
    }

    void answers(View view) {
        core = ask -> new Reply.Done(view);
    }

    void refuses(Problem.Kind kind, String sentence) {
        core = ask -> Reply.refused(kind, sentence);
    }

    /** From now on the core thinks and thinks. */
    void keepsSilent() {
        silent = true;
    }

    void answer(long ticket, Reply reply) {
        server.answer(new Effect.Answer(ticket, reply));
    }

    void announce(Event event) {
        server.announce(new Effect.Announce(event));
    }

    void stop() {
        server.stop();
    }

    /** What the core heard next; waits for it. */
    Input heardNext() throws InterruptedException {
        Input input = heard.poll(30, TimeUnit.SECONDS);
        assertThat(input).as("an input for the core").isNotNull();
        return input;
    }

    Ask askedNext() throws InterruptedException {
        return ((Input.Asked) heardNext()).ask();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + address + path))
                .header("Authorization", "Bearer " + TOKEN);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    Wire wire() throws IOException {
        return new Wire(address);
    }

    @Override
    public void close() {
        server.close();
        loop.shutdownNow();
    }
}
