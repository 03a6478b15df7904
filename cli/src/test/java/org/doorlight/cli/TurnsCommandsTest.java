package org.doorlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Own room, and what one is being asked. */
class TurnsCommandsTest extends AtHome {
    private static final String CAPACITY_JSON = """
            {"room":"away","until":"2027-05-04T00:00:00+02:00","ceiling":2,"ceilingWished":6,\
            "ceilingFrom":"2027-05-02T09:00:00+02:00","carried":2,"asked":false,"words":"Rest well.",\
            "handedBack":[{"commitment":"e7","circle":"c1","title":"Soup","start":"2027-05-03T18:00:00+02:00"}]}\
            """;
    private static final String INVITATION_JSON = """
            {"circle":"c1","request":"%s","slot":"51c0a2b4ffff","title":"Soup for two","kind":"meal","requester":"aa",\
            "start":"2026-12-01T18:00+01:00","duration":"PT1H","byName":true}\
            """.formatted(Sample.ID);

    @Test
    void room_is_said_with_an_end_and_what_went_back_is_told() {
        node.answers("POST /capacity", CAPACITY_JSON);

        CommandLineRun run = doorlight("capacity", "set", "away", "--until", "2027-05-04");

        assertThat(node.asked()).containsExactly("POST /capacity {\"room\":\"away\",\"until\":\"2027-05-04\"}");
        assertThat(run.out().lines())
                .containsExactly(
                        "Rest well.",
                        "Room: away, until Tue 4 May 00:00",
                        "Ceiling: 2 in any four weeks, 2 of it taken (a supper is 2, a night 4)",
                        "It is 6 from Sun 2 May 09:00 on",
                        "Handed back for you: Soup, Mon 3 May 18:00");
    }

    @Test
    void ceiling_and_ask_me_are_said_and_room_is_shown() {
        node.answers("POST /capacity/ceiling", CAPACITY_JSON)
                .answers("POST /capacity/ask-me", CAPACITY_JSON)
                .answers("GET /capacity", CAPACITY_JSON);

        assertThat(doorlight("capacity", "ceiling", "6").code()).isZero();
        assertThat(doorlight("capacity", "ask-me").code()).isZero();
        assertThat(doorlight("--json", "capacity", "show").object().text("room"))
                .isEqualTo("away");
        assertThat(node.asked())
                .containsExactly("POST /capacity/ceiling {\"effort\":6}", "POST /capacity/ask-me {}", "GET /capacity");
    }

    @Test
    void what_asks_for_this_home_is_listed_with_ids_to_answer_with() {
        node.answers("GET /invitations", "[" + INVITATION_JSON + "]").answers("GET /circles/c1/invitations", "[]");

        assertThat(doorlight("invitations").out().lines())
                .containsExactly(
                        "request   slot      what          when             for",
                        "3fa85f64  51c0a2b4  Soup for two  Tue 1 Dec 18:00  1 h  asked by name");
        assertThat(doorlight("invitations", "--circle", "c1").out().strip())
                .isEqualTo("Nothing asks for you right now.");
    }

    @Test
    void not_this_time_is_said_to_the_own_node_only() {
        node.answers("POST /requests/3fa8/decline", "[]").answers("GET /invitations", "[]");

        CommandLineRun run = doorlight("decline", "3fa8", "51c0");

        assertThat(run.out().strip()).isEqualTo("That is fine. Nobody else hears of it.");
        assertThat(node.asked().get(1)).isEqualTo("POST /requests/3fa8/decline {\"slot\":\"51c0\"}");
    }

    @Test
    void who_declines_a_talk_is_wished_a_good_rest() {
        node.answers("POST /requests/3fa8/decline", "[]")
                .answers("GET /invitations", "[{\"request\":\"3fa8aa\",\"slot\":\"51c0bb\",\"words\":\"Do you?\"}]");

        assertThat(doorlight("decline", "3fa8", "51c0").out().strip()).isEqualTo("Rest well. Nobody else hears of it.");
    }
}
