package org.doorlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestCommandsTest extends AtHome {
    @Test
    void a_request_is_sent_as_the_contract_says() {
        node.answers("POST /circles/Lantern%20Street/requests", Sample.REQUEST_JSON);

        CommandLineRun run = doorlight(
                "request",
                "add",
                "--kind",
                "meal",
                "--title",
                "Soup for two",
                "--slot",
                "2026-12-01T18:00/PT1H30Mx2",
                "--slot",
                "2026-12-02T18:00/90m",
                "--rule",
                "Leave it on the step",
                "--door",
                "Ring twice",
                "--to",
                "aa,bb",
                "--circle",
                "Lantern Street",
                "--json");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.object().text("id")).isEqualTo(Sample.ID);
        assertThat(node.asked())
                .containsExactly("POST /circles/Lantern%20Street/requests "
                        + "{\"kind\":\"meal\",\"title\":\"Soup for two\",\"slots\":["
                        + "{\"start\":\"2026-12-01T18:00\",\"duration\":\"PT1H30M\",\"need\":2},"
                        + "{\"start\":\"2026-12-02T18:00\",\"duration\":\"90m\",\"need\":1}],"
                        + "\"rules\":[\"Leave it on the step\"],\"door\":\"Ring twice\",\"to\":[\"aa\",\"bb\"]}");
    }

    @Test
    void private_text_comes_from_a_file_or_standard_input() throws IOException {
        node.answers("POST /requests", Sample.REQUEST_JSON);
        Path door = Files.writeString(folder.resolve("door.txt"), "Schlüssel unter dem Topf\n");

        CommandLineRun run = CommandLineRun.with(
                "Soup für zwei\n",
                Map.of(),
                "--home",
                home.toString(),
                "request",
                "add",
                "--kind",
                "meal",
                "--title-file",
                "-",
                "--door-file",
                door.toString(),
                "--slot",
                "2026-12-01T18:00+01:00/2h");

        assertThat(run.code()).isZero();
        assertThat(node.asked().get(0))
                .contains("\"title\":\"Soup für zwei\"", "\"door\":\"Schlüssel unter dem Topf\"", "\"to\":[]");
        assertThat(run.out()).contains("3fa85f64").doesNotContain(Sample.ID);
    }

    @Test
    void requests_are_listed_for_people_with_names_and_short_ids() {
        node.answers("GET /requests", "[" + Sample.REQUEST_JSON + "]")
                .answers("GET /circles/" + Sample.CIRCLE + "/members", Sample.MEMBERS_JSON);

        CommandLineRun run = doorlight("request", "list");

        assertThat(run.out().lines())
                .containsExactly(
                        "request   title         from  kind  when             state",
                        "3fa85f64  Soup for two  Rosa  meal  Tue 1 Dec 18:00  open");
    }

    @Test
    void requests_are_listed_for_programs_as_an_array_with_whole_ids() {
        node.answers("GET /circles/c1/requests?state=OPEN", "[" + Sample.REQUEST_JSON + "]");

        CommandLineRun run = doorlight("--json", "request", "list", "--circle", "c1", "--state", "OPEN");

        assertThat(run.json()).isInstanceOf(List.class);
        assertThat(run.out().strip()).isEqualTo("[" + Sample.REQUEST_JSON + "]");
    }

    @Test
    void one_request_is_shown_whole() {
        node.answers("GET /requests/3fa8", Sample.REQUEST_JSON)
                .answers("GET /circles/" + Sample.CIRCLE + "/members", Sample.MEMBERS_JSON);

        CommandLineRun run = doorlight("request", "show", "3fa8");

        assertThat(run.out())
                .contains(
                        "Soup for two",
                        "from   Rosa",
                        "Tue 1 Dec 18:00, 1 h 30 min, 2 helpers, open",
                        "rule   Leave it on the step",
                        "door   Ring twice",
                        Sample.ID);
    }

    @Test
    void a_request_is_taken_back() {
        node.answers("POST /requests/3fa8/withdraw", Sample.REQUEST_JSON);

        assertThat(doorlight("request", "withdraw", "3fa8").out()).startsWith("Taken back.");
    }

    @Test
    void what_is_for_few_is_sent_with_the_request() {
        node.answers("POST /requests", Sample.REQUEST_JSON);

        CommandLineRun run = doorlight(
                "request",
                "add",
                "--kind",
                "lift",
                "--title",
                "To the clinic",
                "--slot",
                "2026-12-01T18:00/1h",
                "--door",
                "Ring twice",
                "--door-to",
                "aa,bb",
                "--story",
                "The stairs are long",
                "--follows",
                "3fa8");

        assertThat(run.code()).isZero();
        assertThat(node.asked().get(0))
                .endsWith(
                        "\"to\":[],\"doorTo\":[\"aa\",\"bb\"],\"story\":\"The stairs are long\",\"follows\":\"3fa8\"}");
    }

    @Test
    void a_request_is_changed_by_one_word() {
        assertChanges("pause", "{}", "It rests.", "request", "pause", "3fa8");
        assertChanges("resume", "{}", "It is asked again", "request", "resume", "3fa8");
        assertChanges("fulfil", "{}", "Good.", "request", "fulfil", "3fa8");
        assertChanges("mine", "{\"slot\":\"51\"}", "It is yours now.", "request", "mine", "3fa8", "51");
        assertChanges(
                "move",
                "{\"slot\":\"51\",\"start\":\"2026-12-02T18:00\"}",
                "Moved.",
                "request",
                "move",
                "3fa8",
                "51",
                "2026-12-02T18:00");
        assertChanges(
                "more-time",
                "{\"slot\":\"51\",\"duration\":\"30m\"}",
                "There is more time now.",
                "request",
                "more-time",
                "3fa8",
                "51",
                "30m");
        assertChanges("accept", "{\"commitment\":\"e7\"}", "They have your", "request", "accept", "3fa8", "e7");
        assertChanges("release", "{\"commitment\":\"e7\"}", "They are free", "request", "release", "3fa8", "e7");
        assertChanges("story", "{\"to\":[\"aa\",\"bb\"]}", "They can read it", "request", "story", "3fa8", "aa,bb");
    }

    private void assertChanges(String step, String body, String told, String... command) {
        String ask = "POST /requests/3fa8/" + step;
        node.answers(ask, Sample.REQUEST_JSON);

        CommandLineRun run = doorlight(command);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith(told);
        assertThat(node.asked()).contains((ask + " " + body).strip());
    }

    @Test
    void a_request_shows_who_has_said_yes() {
        node.answers("GET /requests/3fa8", Sample.HELPED_REQUEST_JSON)
                .answers("GET /circles/" + Sample.CIRCLE + "/members", Sample.MEMBERS_JSON);

        assertThat(doorlight("request", "show", "3fa8").out())
                .contains(
                        "(slot 51c0a2b4)", "yes    Rosa, confirmed, on the way: With bread (e7b04d11)", "It is near.");
    }

    // ---- yeses

    @Test
    void a_yes_is_said_with_a_few_words() {
        node.answers("POST /requests/3fa8/offers", Sample.YES_JSON);

        CommandLineRun run = doorlight("offer", "3fa8", "51c0", "--note", "With bread");

        assertThat(run.out().lines())
                .containsExactly(
                        "Your yes is on its way.", "You can hand it back at any time: doorlight handback e7b04d11");
        assertThat(node.asked())
                .containsExactly("POST /requests/3fa8/offers {\"slot\":\"51c0\",\"note\":\"With bread\"}");
    }

    @Test
    void own_yeses_are_listed() {
        node.answers("GET /commitments", "[" + Sample.YES_JSON + "]");

        assertThat(doorlight("commitments").out())
                .contains("e7b04d11", "Soup for two", "Tue 1 Dec 18:00", "offered", "Your yes is on its way.");
        assertThat(doorlight("commitments", "--json").out().strip()).isEqualTo("[" + Sample.YES_JSON + "]");
    }

    @Test
    void a_yes_is_handed_back_and_said_to_be_done() {
        node.answers("POST /commitments/e7/handback", Sample.YES_JSON)
                .answers("POST /commitments/e7/done", Sample.YES_JSON);

        assertThat(doorlight("handback", "e7").code()).isZero();
        assertThat(doorlight("done", "e7").code()).isZero();
        assertThat(node.asked()).containsExactly("POST /commitments/e7/handback {}", "POST /commitments/e7/done {}");
    }

    @Test
    void on_my_way_means_the_next_one_that_is_confirmed() {
        String later = Sample.YES_JSON.replace("OFFERED", "CONFIRMED").replace("2026-12-01", "2026-12-03");
        String next = Sample.YES_JSON
                .replace("OFFERED", "CONFIRMED")
                .replace("e7b0", "aaaa")
                .replace("2026-12-01", "2026-12-02");
        node.answers("GET /commitments", "[" + Sample.YES_JSON + "," + later + "," + next + "]")
                .answers("POST /commitments/aaaa4d11/onmyway", next)
                .answers("POST /commitments/e7/onmyway", next);

        assertThat(doorlight("onmyway").out().strip()).isEqualTo("They can see that you are on your way.");
        assertThat(doorlight("onmyway", "e7").code()).isZero();
        assertThat(node.asked().get(1)).startsWith("POST /commitments/aaaa4d11/onmyway");
    }

    @Test
    void on_my_way_to_nothing_says_so() {
        node.answers("GET /commitments", "[" + Sample.YES_JSON + "]");

        CommandLineRun run = doorlight("onmyway");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("Nothing you said yes to is confirmed right now.");
    }

    // ---- the capacity to talk

    @Test
    void whoever_is_asked_for_a_talk_answers_yes_or_rest() {
        String asked = Sample.YES_JSON.replace("\"guidance\"", "\"talk\":\"ASKED\",\"guidance\"");
        node.answers("GET /commitments", "[" + asked + "]")
                .answers("POST /commitments/e7b04d11/talk", asked.replace("Your yes is on its way.", "Rest well."))
                .answers("POST /requests/3fa8/talk", Sample.REQUEST_JSON);

        assertThat(doorlight("talk", "rest").out().strip()).isEqualTo("Rest well.");
        assertThat(doorlight("request", "talk", "3fa8", "e7", "rest").out().strip())
                .isEqualTo("Rest well.");
        assertThat(doorlight("talk", "perhaps").code()).isEqualTo(2);
        assertThat(doorlight("request", "talk", "3fa8", "e7", "no").code()).isEqualTo(2);
        assertThat(node.asked())
                .containsExactly(
                        "GET /commitments",
                        "POST /commitments/e7b04d11/talk {\"answer\":\"rest\"}",
                        "POST /requests/3fa8/talk {\"commitment\":\"e7\",\"answer\":\"rest\"}");
    }

    @Test
    void who_is_asked_for_no_talk_is_told_so() {
        node.answers("GET /commitments", "[" + Sample.YES_JSON + "]");

        assertThat(doorlight("talk", "yes").err()).contains("Nobody asks you about a talk right now.");
    }
}
