package org.doorlight.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.doorlight.protocol.core.view.HeardView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only this household's own programs get through, and a stranger does not even learn which addresses exist. */
class GateTest {
    private static final String TOKEN_LINE = "Authorization: Bearer " + Household.TOKEN + "\r\n";

    private Household home;

    @BeforeEach
    void opens() throws ApiFailure {
        home = new Household();
    }

    @AfterEach
    void closes() {
        home.close();
    }

    private Wire.Answer ask(String headers) throws IOException {
        try (Wire wire = home.wire()) {
            String port = Integer.toString(home.address.port());
            return wire.send("GET /api/v1/status HTTP/1.1\r\n" + headers.replace("PORT", port) + "\r\n")
                    .answer();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:PORT",
                "localhost:PORT",
                "[::1]:PORT",
                "127.0.0.1",
                "localhost",
                "[::1]",
                "LocalHost:PORT"
            })
    void the_names_of_this_machine_are_let_in(String host) throws IOException {
        assertThat(ask("Host: " + host + "\r\n" + TOKEN_LINE).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:PORT",
                "127.0.0.1:1",
                "localhost:80",
                "127.0.0.1.evil.example:PORT",
                "::1",
                "0.0.0.0:PORT",
                "localhost:PORT:PORT",
                "user@localhost:PORT",
                "localhost.",
                "\"\""
            })
    void other_names_are_misdirected(String host) throws IOException {
        var answer = ask("Host: " + host + "\r\n" + TOKEN_LINE);

        assertThat(answer.status()).isEqualTo(421);
        assertThat(answer.body()).contains("urn:doorlight:problem:wrong-host");
    }

    @Test
    void exactly_one_host_is_named() throws IOException {
        assertThat(ask(TOKEN_LINE).status()).isEqualTo(400);
        assertThat(ask("Host: localhost:PORT\r\nHost: evil.example\r\n" + TOKEN_LINE)
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:PORT, http://localhost:PORT, 200",
        "127.0.0.1:PORT, http://127.0.0.1:PORT, 200",
        "127.0.0.1:PORT, http://localhost:PORT, 403",
        "localhost:PORT, https://localhost:PORT, 403",
        "localhost:PORT, http://localhost:1, 403",
        "localhost:PORT, http://localhost, 403",
        "localhost:PORT, http://evil.example, 403",
        "localhost:PORT, null, 403",
    })
    void a_page_may_call_only_its_own_origin(String host, String origin, int status) throws IOException {
        var answer = ask("Host: " + host + "\r\nOrigin: " + origin + "\r\n" + TOKEN_LINE);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X: y",
                "Authorization: Bearer",
                "Authorization: Bearer ",
                "Authorization: Bearer wrong",
                "Authorization: Bearer a-token-for-test",
                "Authorization: Bearer a-token-for-tests2",
                "Authorization: Basic a-token-for-tests",
                "Authorization: a-token-for-tests",
                "Authorization: Bearer a-token-for-tests\r\nAuthorization: Bearer a-token-for-tests"
            })
    void without_the_token_there_is_nothing(String authorization) throws IOException {
        var answer = ask("Host: localhost:PORT\r\n" + authorization + "\r\n");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers()).containsEntry("www-authenticate", "Bearer");
        assertThat(answer.body()).contains("urn:doorlight:problem:unauthorized");
        assertThat(home.heard).isEmpty();
    }

    @Test
    void the_word_bearer_has_no_case() throws IOException {
        assertThat(ask("Host: localhost:PORT\r\nAuthorization: bearer " + Household.TOKEN + "\r\n")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_stranger_cannot_tell_addresses_apart() throws IOException {
        for (String line : new String[] {"GET /api/v1/status", "GET /nothing", "DELETE /api/v1/status", "OPTIONS *"}) {
            try (Wire wire = home.wire()) {
                assertThat(wire.send(line + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .answer()
                                .status())
                        .as(line)
                        .isEqualTo(401);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/status", "/nothing", "/api/v1/requests?x=y", "/api/v1/events", "/api/v1/openapi.json"})
    void every_answer_is_safe_to_show_a_browser(String path) throws IOException {
        try (Wire wire = home.wire()) {
            assertThat(wire.get(path).answer().headers())
                    .containsEntry("content-security-policy", "default-src 'none'")
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("cache-control", "no-store")
                    .containsEntry("referrer-policy", "no-referrer");
        }
    }

    @Test
    void a_refusal_is_as_safe() throws IOException {
        assertThat(ask("X: y\r\n").headers()).containsEntry("cache-control", "no-store");
        assertThat(ask("Host: evil\r\n").headers()).containsEntry("x-content-type-options", "nosniff");
    }

    // ---- a button

    private int shows(String token, String method, String address) throws IOException {
        try (Wire wire = home.wire()) {
            return wire.send(method + " /api/v1" + address + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + token + "\r\nContent-Length: 0\r\n\r\n")
                    .answer()
                    .status();
        }
    }

    @Test
    void a_button_says_hello_and_opens_nothing_else() throws IOException {
        home.answers(new HeardView("Hello heard."));

        assertThat(shows(Household.TOUCH_TOKEN, "POST", "/hello/touch")).isEqualTo(200);
        assertThat(shows(Household.TOKEN, "POST", "/hello/touch")).isEqualTo(200);
        assertThat(shows("a-guess", "POST", "/hello/touch")).isEqualTo(401);
        for (String elsewhere :
                List.of("/hello", "/hello/back", "/hello/touch/", "/hello/touch?x=1", "/clock/confirm")) {
            assertThat(shows(Household.TOUCH_TOKEN, "POST", elsewhere))
                    .as(elsewhere)
                    .isEqualTo(401);
        }
        for (String looking : List.of("/hello", "/hello/touch", "/status", "/events", "/openapi.json")) {
            assertThat(shows(Household.TOUCH_TOKEN, "GET", looking)).as(looking).isEqualTo(401);
        }
    }
}
