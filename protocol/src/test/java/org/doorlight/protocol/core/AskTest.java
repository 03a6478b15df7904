package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.doorlight.protocol.core.view.CircleView;
import org.doorlight.protocol.core.view.RequestView;
import org.doorlight.protocol.core.view.Views;
import org.doorlight.protocol.wire.Limits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type, and what they read when it cannot be. The street lies in Berlin and it is noon, 23 November 2026. */
class AskTest {
    private final TestStreet street = new TestStreet(21);
    private final TestHome ana = street.home("Ana");

    @BeforeEach
    void inACircle() {
        ana.done(new Ask.CreateCircle("Elm Street", null), CircleView.class);
    }

    // ---- requests

    @Test
    void a_request_shows_what_was_asked() {
        var slot = new Ask.SlotDraft("2027-05-04T18:00", "1h30m", 2);
        var ask = new Ask.AddRequest(
                null,
                "child-minding",
                "  Two hours with Lea \n",
                List.of(slot),
                List.of(" shoes off "),
                null,
                List.of());

        RequestView view = ana.done(ask, RequestView.class);

        assertThat(view.title()).isEqualTo("Two hours with Lea");
        assertThat(view.kind()).isEqualTo("child-minding");
        assertThat(view.rules()).containsExactly("shoes off");
        assertThat(view.state()).isEqualTo("OPEN");
        assertThat(view.door()).isNull();
        assertThat(view.requester()).isEqualTo(ana.circle().member());
        RequestView.SlotView shown = view.slots().get(0);
        assertThat(shown.start()).isEqualTo("2027-05-04T18:00:00+02:00");
        assertThat(shown.duration()).isEqualTo("PT1H30M");
        assertThat(shown.need()).isEqualTo(2);
        assertThat(shown.state()).isEqualTo("OPEN");
    }

    @ParameterizedTest
    @CsvSource({
        "meal",
        "shopping",
        "lift",
        "child-minding",
        "pet",
        "house",
        "company",
        "listen",
        "small-thing",
        "look-in",
        "other",
        "MEAL",
        "Small-Thing"
    })
    void every_kind_can_be_asked_for(String kind) {
        assertThat(ana.ask(request(kind, "x", "2027-05-04T18:00", "1h", 1))).isInstanceOf(Reply.Done.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soup", "meals", "small_thing"})
    void other_kinds_are_not_there(String kind) {
        assertInvalid(request(kind, "x", "2027-05-04T18:00", "1h", 1), "There is no such kind of request.");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-05-04T18:00, 2027-05-04T18:00:00+02:00",
        "2027-05-04T18:00:30, 2027-05-04T18:00:30+02:00",
        "2027-05-04T18:00+02:00, 2027-05-04T18:00:00+02:00",
        "2027-05-04T16:00Z, 2027-05-04T18:00:00+02:00",
        // The night the clock goes forward: 02:30 is not there, the next valid minute is 03:00.
        "2027-03-28T02:00, 2027-03-28T03:00:00+02:00",
        "2027-03-28T02:30, 2027-03-28T03:00:00+02:00",
        "2027-03-28T02:59, 2027-03-28T03:00:00+02:00",
        "2027-03-28T03:00, 2027-03-28T03:00:00+02:00",
        "2027-03-28T01:59, 2027-03-28T01:59:00+01:00",
        // The night it goes back: 02:30 is there twice, the first is meant.
        "2027-10-31T02:30, 2027-10-31T02:30:00+02:00",
        "2027-10-31T02:30+01:00, 2027-10-31T02:30:00+01:00",
        "2027-10-31T03:00, 2027-10-31T03:00:00+01:00",
        // Under way already.
        "2026-11-23T11:30, 2026-11-23T11:30:00+01:00",
    })
    void a_start_is_meant_in_the_circles_zone(String typed, String start) {
        RequestView view = ana.done(request("meal", "x", typed, "1h", 1), RequestView.class);

        assertThat(view.slots().get(0).start()).isEqualTo(start);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2027-05-04",
                "18:00",
                "2027-13-01T18:00",
                "2027-02-29T18:00",
                "2027-05-04T25:00",
                "2027-05-04 18:00",
                "+999999999-01-01T00:00",
                "-0001-01-01T00:00",
                "1969-12-31T23:59",
                "+10000-01-01T00:00",
                "+10000-01-01T00:00Z",
                "2027-05-04T18:00+99:00"
            })
    void what_is_no_time_is_said_to_be_none(String typed) {
        assertInvalid(request("meal", "x", typed, "1h", 1), "That start is no date and time.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00", "2026-11-22T12:00", "2026-11-23T11:00", "2026-11-23T10:59:59"})
    void what_is_over_cannot_be_asked_for(String typed) {
        assertInvalid(request("meal", "x", typed, "1h", 1), "That time is already past.");
    }

    @Test
    void nobody_plans_more_than_two_years_ahead() {
        assertThat(ana.ask(request("meal", "x", "2028-11-22T11:00", "1h", 1))).isInstanceOf(Reply.Done.class);
        assertInvalid(request("meal", "x", "2028-11-24T12:00", "1h", 1), "That time is more than 2 years ahead.");
        assertInvalid(request("meal", "x", "9999-12-31T23:59", "1h", 1), "That time is more than 2 years ahead.");
    }

    @ParameterizedTest
    @CsvSource({
        "1h, PT1H",
        "90m, PT1H30M",
        "1h30m, PT1H30M",
        "2H, PT2H",
        "PT45M, PT45M",
        "P14D, PT336H",
        "336h, PT336H",
        "PT0.001S, PT0.001S"
    })
    void a_length_can_be_typed_in_several_ways(String typed, String shown) {
        RequestView view = ana.done(request("meal", "x", "2027-05-04T18:00", typed, 1), RequestView.class);

        assertThat(view.slots()).hasSize(1);
        assertThat(view.slots().get(0).duration()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "h", "1", "1d", "-1h", "1h-5m", "1.5h", "100000h", "PT", "P1Y", "PTH", "soon", "1h 30m"})
    void what_is_no_length_is_said_to_be_none(String typed) {
        assertInvalid(request("meal", "x", "2027-05-04T18:00", typed, 1), "That is no length of time.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0h", "0m", "0h0m", "PT0S", "-PT1H", "PT-1H", "PT0.0001S", "PT-9223372036854775808S"})
    void a_time_lasts_a_while(String typed) {
        String sentence = typed.startsWith("-") ? "That is no length of time." : "A time has to last a while.";
        assertInvalid(request("meal", "x", "2027-05-04T18:00", typed, 1), sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"337h", "P15D", "99999h99999m", "PT9223372036854775807S"})
    void a_time_lasts_two_weeks_at_most(String typed) {
        assertInvalid(request("meal", "x", "2027-05-04T18:00", typed, 1), "One time can last at most 14 days.");
    }

    @Test
    void a_time_needs_one_to_fifty_helpers() {
        for (int need : new int[] {0, -1, 51, Integer.MAX_VALUE}) {
            assertInvalid(request("meal", "x", "2027-05-04T18:00", "1h", need), "A time can need 1 to 50 helpers.");
        }
        assertThat(ana.ask(request("meal", "x", "2027-05-04T18:00", "1h", 50))).isInstanceOf(Reply.Done.class);
    }

    @Test
    void a_request_has_one_to_sixty_times_and_up_to_twelve_rules() {
        var slot = new Ask.SlotDraft("2027-05-04T18:00", "1h", 1);
        assertInvalid(add("x", List.of(), List.of(), null), "Say when: a request needs at least one time");
        assertInvalid(add("x", Collections.nCopies(61, slot), List.of(), null), "A request can have at most 60 times.");
        assertInvalid(
                add("x", List.of(slot), Collections.nCopies(13, "rule"), null),
                "A request can have at most 12 house rules.");
        String rule = "r".repeat(Limits.RULE_CHARACTERS_MAX);
        String most = "ä".repeat(Limits.TITLE_CHARACTERS_MAX);

        RequestView view = ana.done(
                add(most, Collections.nCopies(60, slot), Collections.nCopies(12, rule), "d".repeat(4_000)),
                RequestView.class);

        assertThat(view.slots()).hasSize(60);
        assertThat(view.rules()).hasSize(12);
    }

    @Test
    void too_long_is_said_in_plain_words() {
        var slot = List.of(new Ask.SlotDraft("2027-05-04T18:00", "1h", 1));

        assertInvalid(add("x".repeat(201), slot, List.of(), null), "There is more in the title than fits.");
        assertInvalid(add("x", slot, List.of("x".repeat(201)), null), "There is more in a house rule than fits.");
        assertInvalid(add("x", slot, List.of(), "x".repeat(4_001)), "There is more in the door part than fits.");
        assertThat(ana.requests()).as("nothing was written").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u0007bell", "a\u001b[31mred", "a\u007fb", "a\u0085b", "a\rb"})
    void signs_that_cannot_be_shown_are_refused(String text) {
        var slot = List.of(new Ask.SlotDraft("2027-05-04T18:00", "1h", 1));

        assertInvalid(add(text, slot, List.of(), null), "There are signs in the title that cannot be shown.");
        assertInvalid(add("x", slot, List.of(text), null), "There are signs in a house rule that cannot be shown.");
        assertInvalid(add("x", slot, List.of(), text), "There are signs in the door part that cannot be shown.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
    void nothing_is_not_enough(String text) {
        var slot = List.of(new Ask.SlotDraft("2027-05-04T18:00", "1h", 1));

        assertInvalid(add(text, slot, List.of(), null), "There is nothing in the title.");
        assertInvalid(add("x", slot, List.of(text), null), "There is nothing in a house rule.");
        assertInvalid(add("x", slot, List.of(), text), "There is nothing in the door part.");
    }

    @Test
    void the_door_part_may_have_several_lines_and_any_script() {
        var slot = List.of(new Ask.SlotDraft("2027-05-04T18:00", "1h", 1));
        String door = "blaue Tür\n\t二階 🔔";

        assertThat(ana.done(add("x", slot, List.of(), door), RequestView.class).door())
                .isEqualTo(door);
    }

    // ---- naming things

    @Test
    void a_home_in_no_circle_reads_how_to_begin() {
        TestHome ben = street.home("Ben");

        Problem problem = ben.problem(new Ask.ShowCircle(null));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(problem.sentence()).startsWith("This home is in no circle yet.");
        Views<?> circles = ben.done(new Ask.ListCircles(), Views.class);
        assertThat(circles.items()).isEmpty();
        assertThat(ben.requests()).isEmpty();
    }

    @Test
    void of_several_circles_one_has_to_be_named() {
        CircleView oak = ana.done(new Ask.CreateCircle("Oak Street", null), CircleView.class);

        assertThat(ana.problem(new Ask.ShowCircle(null)).sentence()).startsWith("This home is in several circles.");
        assertThat(ana.done(new Ask.ShowCircle("Oak Street"), CircleView.class)).isEqualTo(oak);
        assertThat(ana.done(new Ask.ShowCircle(oak.id().brief()), CircleView.class))
                .isEqualTo(oak);
        assertThat(ana.done(new Ask.ShowCircle(oak.id().hex().toUpperCase(java.util.Locale.ROOT)), CircleView.class))
                .isEqualTo(oak);
        assertThat(ana.problem(new Ask.ShowCircle("Pine Street")))
                .isEqualTo(new Problem(
                        Problem.Kind.NOT_FOUND,
                        "There is no circle with that id here; doorlight circle list shows those there are."));
        assertThat(ana.problem(new Ask.ShowCircle("")).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
    }

    @Test
    void a_beginning_that_fits_two_requests_is_too_short() {
        for (int request = 0; request < 20; request++) {
            street.post(ana, "Soup " + request);
        }
        List<String> ids =
                ana.requests().stream().map(view -> view.id().hex()).sorted().toList();
        String shared = ids.stream()
                .map(id -> id.substring(0, 1))
                .filter(digit -> ids.stream().filter(id -> id.startsWith(digit)).count() > 1)
                .findFirst()
                .orElseThrow();

        assertThat(ana.problem(new Ask.ShowRequest(null, shared)))
                .isEqualTo(new Problem(
                        Problem.Kind.INVALID,
                        "More than one request begins like that. Type a few more characters of the id."));
        assertThat(ana.problem(new Ask.ShowRequest(null, "zz")).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(ana.done(new Ask.ShowRequest(null, ids.get(3)), RequestView.class)
                        .id()
                        .hex())
                .isEqualTo(ids.get(3));
    }

    @Test
    void nobody_is_asked_whom_the_circle_does_not_know() {
        var slot = List.of(new Ask.SlotDraft("2027-05-04T18:00", "1h", 1));
        var ask = new Ask.AddRequest(null, "meal", "x", slot, List.of(), null, List.of("00ff"));

        assertThat(ana.problem(ask).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
    }

    @Test
    void a_list_of_requests_can_be_read_page_by_page() {
        for (int request = 0; request < 7; request++) {
            street.post(ana, "Soup " + request);
            street.pass(1);
        }
        List<String> all = ana.titles();
        assertThat(all).isSorted();

        String third = ana.requests().get(2).id().hex();
        assertThat(titles(new Ask.ListRequests(null, null, OptionalInt.of(3), null)))
                .isEqualTo(all.subList(0, 3));
        assertThat(titles(new Ask.ListRequests(null, null, OptionalInt.of(3), third)))
                .isEqualTo(all.subList(3, 6));
        assertThat(titles(new Ask.ListRequests(null, "open", OptionalInt.empty(), null)))
                .isEqualTo(all);
        assertThat(titles(new Ask.ListRequests(null, "WITHDRAWN", OptionalInt.empty(), null)))
                .isEmpty();
        assertThat(titles(new Ask.ListRequests("Elm Street", null, OptionalInt.of(0), null)))
                .isEmpty();
    }

    private List<?> titles(Ask.ListRequests ask) {
        Views<?> requests = ana.done(ask, Views.class);
        return requests.items().stream()
                .map(view -> ((RequestView) view).title())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mars/Olympus", "berlin", "+99:00"})
    void a_zone_has_to_be_one(String zone) {
        assertThat(ana.problem(new Ask.CreateCircle("Oak Street", zone)))
                .isEqualTo(new Problem(Problem.Kind.INVALID, "There is no such time zone. Type one as Europe/Berlin."));
    }

    @Test
    void a_state_passes_with_time() {
        street.post(ana, "Soup");
        assertThat(ana.request("Soup").state()).isEqualTo("OPEN");

        street.skip(30);
        assertThat(ana.request("Soup").state()).isEqualTo("UNDERWAY");
        street.skip(1);
        assertThat(ana.request("Soup").state()).isEqualTo("LAPSED");
        assertThat(ana.request("Soup").slots().get(0).state()).isEqualTo("LAPSED");
        street.skip(72);
        assertThat(ana.request("Soup").state()).isEqualTo("CLOSED");
    }

    // ---- by hand

    private static Ask.AddRequest request(String kind, String title, String start, String duration, int need) {
        var slot = new Ask.SlotDraft(start, duration, need);
        return new Ask.AddRequest(null, kind, title, List.of(slot), List.of(), null, List.of());
    }

    private static Ask.AddRequest add(String title, List<Ask.SlotDraft> slots, List<String> rules, String door) {
        return new Ask.AddRequest(null, "meal", title, slots, rules, door, List.of());
    }

    private void assertInvalid(Ask ask, String sentence) {
        Problem problem = ana.problem(ask);
        assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID);
        assertThat(problem.sentence()).startsWith(sentence);
    }
}
