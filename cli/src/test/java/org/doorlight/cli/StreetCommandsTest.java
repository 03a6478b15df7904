package org.doorlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is asked of the node about the street together, and what people read then. */
class StreetCommandsTest extends AtHome {
    private static final String CALL = """
            {"circle":"c0","id":"aa","state":"OPEN","by":"b0","startedAt":"2027-05-04T21:10:00+02:00","own":"NOTHING",
             "allRight":[{"member":"b0","name":"Ben"}],"needHand":[{"member":"d0","name":"Dora"}],
             "notHeard":[{"member":"c1","name":"Chidi"}],"offered":false,"words":"The street asks: are you all right?"}""";

    @Test
    void a_roll_call_reads_first_who_needs_a_hand() {
        node.answers("GET /roll-call", "[" + CALL + "]");

        assertThat(doorlight("roll-call", "show").out()).isEqualTo("""
                The street asks: are you all right?
                Needs a hand: Dora.
                All right: Ben.
                Not heard yet: Chidi.
                Answer with: doorlight roll-call answer all-right, or need-a-hand
                """);
    }

    @Test
    void one_word_is_an_answer() {
        node.answers("POST /roll-call", CALL);
        node.answers("POST /circles/Elm/roll-call/answer", CALL);
        node.answers("POST /roll-call/end", CALL);

        assertThat(doorlight("roll-call", "start").code()).isZero();
        assertThat(doorlight("roll-call", "answer", "need-a-hand", "--circle", "Elm")
                        .code())
                .isZero();
        assertThat(doorlight("roll-call", "end").code()).isZero();
        assertThat(doorlight("roll-call", "answer", "so-so").code()).isEqualTo(2);
        assertThat(node.asked())
                .containsExactly(
                        "POST /roll-call {}",
                        "POST /circles/Elm/roll-call/answer {\"word\":\"need-a-hand\"}",
                        "POST /roll-call/end {}");
    }

    @Test
    void an_offer_says_how_to_ask() {
        node.answers(
                "GET /roll-call",
                "[{\"state\":\"NONE\",\"own\":\"NOTHING\",\"offered\":true,\"words\":\"Part of the street is off.\"}]");

        assertThat(doorlight("roll-call", "show").out())
                .isEqualTo("Part of the street is off.\nAsk them with: doorlight roll-call start\n");
    }

    @Test
    void stewards_say_what_sort_of_days_these_are() {
        String storm =
                "{\"mode\":\"STORM\",\"until\":\"2027-05-07T09:00:00+02:00\",\"words\":\"These are stormy days.\"}";
        node.answers("POST /heat", storm);
        node.answers("POST /heat/end", "{\"mode\":\"NONE\",\"words\":\"These are ordinary days.\"}");
        node.answers("GET /heat", "[" + storm + "]");

        assertThat(doorlight("circle", "heat", "set", "storm", "--hours", "24").out())
                .isEqualTo("These are stormy days. Until Fri 7 May 09:00.\n");
        assertThat(doorlight("circle", "heat", "show").out()).contains("stormy days");
        assertThat(doorlight("circle", "heat", "end").out()).isEqualTo("These are ordinary days.\n");
        assertThat(doorlight("circle", "heat", "set", "mild").code()).isEqualTo(2);
        assertThat(node.asked())
                .containsExactly("POST /heat {\"mode\":\"storm\",\"hours\":24}", "GET /heat", "POST /heat/end {}");
    }

    @Test
    void a_rehearsal_is_answered_like_an_episode() {
        String drill =
                "{\"state\":\"OPEN\",\"level\":\"ask\",\"asked\":true,\"words\":\"This is a rehearsal. Nobody is quiet.\"}";
        node.answers("POST /hello/drill", drill);
        node.answers("GET /hello/drill", drill);
        node.answers("POST /hello/drill/answers", drill);
        node.answers("POST /hello/drill/end", drill);

        assertThat(doorlight("hello", "drill", "start").out()).startsWith("This is a rehearsal.");
        assertThat(doorlight("hello", "drill", "show", "--json").out().strip()).isEqualTo(drill);
        assertThat(doorlight("hello", "drill", "answer", "seen").code()).isZero();
        assertThat(doorlight("hello", "drill", "answer", "maybe").code()).isEqualTo(2);
        assertThat(doorlight("hello", "drill", "end").code()).isZero();
        assertThat(node.asked())
                .containsExactly(
                        "POST /hello/drill {}",
                        "GET /hello/drill",
                        "POST /hello/drill/answers {\"word\":\"seen\"}",
                        "POST /hello/drill/end {}");
    }
}
