package org.doorlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is asked of the node when somebody types something about hellos, and what they read then. */
class HelloCommandsTest extends AtHome {
    private static final String PLAN = """
            {"member":"aabbccddee","name":"Rosa","zone":"Europe/Berlin","windows":["07:00-10:00"],"heatWindows":[],"grace":"PT1H30M",
             "buddies":[{"member":"b0","name":"Ben","agreed":true},{"member":"c0","name":"Chidi","agreed":false}],"upTo":"decide",
             "knock":"08:00-21:00","allow":["silent-box"],"renewBy":"2027-05-24","words":"Neighbours look in."}""";

    @Test
    void hello_is_one_word() {
        node.answers("POST /hello", "{\"words\":\"Hello heard. Thank you.\"}");

        assertThat(doorlight("hello").out()).isEqualTo("Hello heard. Thank you.\n");
        assertThat(doorlight("hello", "--picture", "cup").code()).isZero();
        assertThat(node.asked()).containsExactly("POST /hello {}", "POST /hello {\"picture\":\"cup\"}");
    }

    @Test
    void a_plan_is_sent_as_it_is_typed_and_read_back_in_words() {
        node.answers("POST /hello/plan", PLAN);

        CommandLineRun run = doorlight(
                "hello",
                "plan",
                "set",
                "--window",
                "07:00-10:00",
                "--buddy",
                "b0,c0",
                "--allow",
                "none",
                "--understood");

        assertThat(run.code()).isZero();
        assertThat(node.asked())
                .containsExactly("POST /hello/plan {\"windows\":[\"07:00-10:00\"],\"heatWindows\":[],"
                        + "\"buddies\":[\"b0\",\"c0\"],\"allow\":[],\"understood\":true}");
        assertThat(run.out())
                .contains("Rosa (aabbccdd): hello 07:00-10:00, time of Europe/Berlin; the box rings for 1 h 30 min")
                .contains("Buddies: Ben, Chidi (no yes yet).")
                .contains("Neighbours look in.");
    }

    @Test
    void what_the_node_says_about_a_plan_reaches_the_person() {
        node.refuses("POST /hello/plan", 409, "Neighbours look in. If that is fine for you, say so: --understood");

        CommandLineRun run = doorlight("hello", "plan", "set");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("doorlight: Neighbours look in. If that is fine for you, say so: --understood\n");
    }

    @Test
    void a_buddy_agrees_and_leaves() {
        node.answers("POST /circles/Elm/hello/buddies/aa/agree", "[]");
        node.answers("POST /hello/buddies/aa/leave", "[]");

        assertThat(doorlight("hello", "plan", "agree", "aa", "--understood", "--circle", "Elm")
                        .code())
                .isZero();
        assertThat(doorlight("hello", "plan", "leave", "aa").code()).isZero();
        assertThat(node.asked())
                .containsExactly(
                        "POST /circles/Elm/hello/buddies/aa/agree {\"understood\":true}",
                        "POST /hello/buddies/aa/leave {}");
    }

    @Test
    void status_is_a_table_for_people_and_an_array_for_programs() {
        String rows =
                "[{\"member\":\"aabbccddee\",\"name\":\"Rosa\",\"state\":\"QUIET\",\"cause\":\"NONE\",\"episode\":\"ee112233445566\"}]";
        node.answers("GET /hello/status", rows);

        assertThat(doorlight("hello", "status").out())
                .contains("aabbccdd", "Rosa", "quiet", "ee112233", "doorlight episode list");
        assertThat(doorlight("hello", "status", "--json").out().strip()).isEqualTo(rows);
    }

    @Test
    void a_picture_code_comes_from_a_file() throws IOException {
        node.answers("POST /hello/away", "[{\"words\":\"Rest well.\",\"until\":\"2027-05-04T00:00:00+02:00\"}]");
        Path code = Files.writeString(folder.resolve("code"), "sun,cup,cup,bird\n");

        CommandLineRun run = doorlight("hello", "away", "--until", "2027-05-04", "--code-file", code.toString());

        assertThat(run.out()).isEqualTo("Rest well. Hellos are expected again from Tue 4 May 00:00.\n");
        assertThat(node.asked())
                .containsExactly("POST /hello/away {\"until\":\"2027-05-04\",\"code\":\"sun,cup,cup,bird\"}");
    }

    @Test
    void an_answer_is_a_word() {
        node.answers("POST /episodes/ee/answers", "{\"words\":\"Ben spoke with Rosa at 10:00.\"}");

        assertThat(doorlight("episode", "answer", "ee", "spoke", "--at", "2027-05-04T10:00")
                        .out())
                .isEqualTo("Ben spoke with Rosa at 10:00.\n");
        assertThat(node.asked())
                .containsExactly("POST /episodes/ee/answers {\"word\":\"spoke\",\"at\":\"2027-05-04T10:00\"}");
    }

    @Test
    void nobody_asked_is_good_news() {
        node.answers("GET /episodes", "[]");
        node.answers("GET /hello", "[]");

        assertThat(doorlight("episode", "list").out()).isEqualTo("Nobody is asking you to look in.\n");
        assertThat(doorlight("hello", "show").out()).isEqualTo("This home is in no circle yet.\n");
    }

    @Test
    void a_clock_that_is_not_sure_says_what_to_do() {
        node.answers("GET /clock", "{\"clock\":\"UNSURE\",\"source\":\"NONE\",\"time\":\"2027-05-04T21:10:00+02:00\"}");
        node.answers("POST /clock/confirm", "{\"clock\":\"SURE\",\"time\":\"2027-05-04T21:10:00+02:00\"}");

        assertThat(doorlight("clock", "show").out()).contains("isn't sure", "doorlight clock confirm");
        assertThat(doorlight("clock", "confirm").out())
                .isEqualTo("It is Tue 4 May 21:10, and the box is sure of it.\n");
    }
}
