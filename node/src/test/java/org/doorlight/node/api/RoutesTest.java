package org.doorlight.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.doorlight.protocol.core.Address;
import org.doorlight.protocol.core.Ask;
import org.doorlight.protocol.core.CareAsk;
import org.doorlight.protocol.core.RotaAsk;
import org.doorlight.protocol.core.TurnsAsk;
import org.doorlight.protocol.core.view.CapacityView;
import org.doorlight.protocol.core.view.Views;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every address reaches the core as the right ask, and what the core shows comes back as JSON. */
class RoutesTest {
    private static final String SUPPER = """
            {"kind":"meal","title":"Supper for two",
             "slots":[{"start":"2026-11-24T18:00","duration":"PT1H","need":2},
                      {"start":"2026-11-25T18:00","duration":"90m"}],
             "rules":["step"],"door":"Ring twice","to":["a3a3"]}
            """;

    private Household home;

    @BeforeEach
    void opens() throws ApiFailure {
        home = new Household();
    }

    @AfterEach
    void closes() {
        home.close();
    }

    private Ask askedBy(String path) throws Exception {
        assertThat(home.get(path).statusCode()).isEqualTo(200);
        return home.askedNext();
    }

    private Ask askedBy(String path, String body) throws Exception {
        assertThat(home.post(path, body).statusCode()).isEqualTo(200);
        return home.askedNext();
    }

    @Test
    void reading_asks_for_what_the_address_says() throws Exception {
        assertThat(askedBy("/api/v1/status")).isEqualTo(new Ask.Status());
        assertThat(askedBy("/api/v1/peers")).isEqualTo(new Ask.ListPeers());
        assertThat(askedBy("/api/v1/circles")).isEqualTo(new Ask.ListCircles());
        assertThat(askedBy("/api/v1/circle")).isEqualTo(new Ask.ShowCircle(null));
        assertThat(askedBy("/api/v1/circles/c1")).isEqualTo(new Ask.ShowCircle("c1"));
        assertThat(askedBy("/api/v1/members")).isEqualTo(new Ask.ListMembers(null));
        assertThat(askedBy("/api/v1/circles/c1/members")).isEqualTo(new Ask.ListMembers("c1"));
        assertThat(askedBy("/api/v1/requests/d2")).isEqualTo(new Ask.ShowRequest(null, "d2"));
        assertThat(askedBy("/api/v1/circles/c1/requests/d2")).isEqualTo(new Ask.ShowRequest("c1", "d2"));
    }

    @Test
    void a_circle_may_be_called_by_a_name_with_any_letters() throws Exception {
        assertThat(askedBy("/api/v1/circles/Am%20K%C3%BChlen+1%2F2")).isEqualTo(new Ask.ShowCircle("Am Kühlen+1/2"));
    }

    @Test
    void a_list_of_requests_can_be_narrowed_and_paged() throws Exception {
        assertThat(askedBy("/api/v1/requests")).isEqualTo(new Ask.ListRequests(null, null, OptionalInt.empty(), null));
        assertThat(askedBy("/api/v1/circles/c1/requests?state=OPEN&limit=20&after=d2"))
                .isEqualTo(new Ask.ListRequests("c1", "OPEN", OptionalInt.of(20), "d2"));
        assertThat(askedBy("/api/v1/requests?state=&limit=1000"))
                .isEqualTo(new Ask.ListRequests(null, null, OptionalInt.of(1000), null));
    }

    @Test
    void a_list_refuses_a_query_it_does_not_know() throws Exception {
        for (String query : List.of("limit=0", "limit=1001", "limit=x", "color=red", "state=A&state=B", "after=%FF")) {
            assertThat(home.get("/api/v1/requests?" + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(home.get("/api/v1/status?limit=1").statusCode()).isEqualTo(400);
    }

    @Test
    void a_member_asks_a_circle_for_a_hand() throws Exception {
        home.answers(Examples.request());

        var response = home.post("/api/v1/circles/c1/requests", SUPPER);

        assertThat(home.askedNext())
                .isEqualTo(new Ask.AddRequest(
                        "c1",
                        "meal",
                        "Supper for two",
                        List.of(
                                new Ask.SlotDraft("2026-11-24T18:00", "PT1H", 2),
                                new Ask.SlotDraft("2026-11-25T18:00", "90m", 1)),
                        List.of("step"),
                        "Ring twice",
                        List.of("a3a3")));
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location"))
                .contains("/api/v1/circles/" + Examples.CIRCLE_HEX + "/requests/" + Examples.REQUEST_HEX);
    }

    @Test
    void what_may_be_left_out_may_be_left_out() throws Exception {
        home.answers(Examples.request());

        home.post("/api/v1/requests", "{\"kind\":\"listen\",\"title\":\"Talk\",\"slots\":[],\"door\":null}");

        assertThat(home.askedNext())
                .isEqualTo(new Ask.AddRequest(null, "listen", "Talk", List.of(), List.of(), null, List.of()));
    }

    @Test
    void a_request_is_taken_back() throws Exception {
        assertThat(askedBy("/api/v1/requests/d2/withdraw", "")).isEqualTo(new Ask.WithdrawRequest(null, "d2"));
        assertThat(askedBy("/api/v1/circles/c1/requests/d2/withdraw", "{}"))
                .isEqualTo(new Ask.WithdrawRequest("c1", "d2"));
    }

    @Test
    void what_is_for_few_comes_with_the_request() throws Exception {
        home.answers(Examples.request());

        home.post(
                "/api/v1/requests",
                "{\"kind\":\"lift\",\"title\":\"x\",\"slots\":[],\"door\":\"d\",\"doorTo\":[\"a3\"],\"story\":\"s\",\"follows\":\"d1\"}");

        assertThat(home.askedNext())
                .isEqualTo(new Ask.AddRequest(
                        null,
                        "lift",
                        "x",
                        List.of(),
                        List.of(),
                        "d",
                        List.of(),
                        new Ask.ForFew(List.of("a3"), "s", "d1")));
    }

    @Test
    void a_requester_changes_what_was_asked() throws Exception {
        for (String circle : new String[] {null, "c1"}) {
            String request = (circle == null ? "/api/v1" : "/api/v1/circles/c1") + "/requests/d2/";
            assertThat(askedBy(request + "pause", "")).isEqualTo(new CareAsk.Change(circle, "d2", CareAsk.Wish.PAUSE));
            assertThat(askedBy(request + "resume", ""))
                    .isEqualTo(new CareAsk.Change(circle, "d2", CareAsk.Wish.RESUME));
            assertThat(askedBy(request + "fulfil", ""))
                    .isEqualTo(new CareAsk.Change(circle, "d2", CareAsk.Wish.FULFIL));
            assertThat(askedBy(request + "move", "{\"slot\":\"51\",\"start\":\"2026-11-24T18:00\"}"))
                    .isEqualTo(new CareAsk.Move(circle, "d2", "51", "2026-11-24T18:00"));
            assertThat(askedBy(request + "more-time", "{\"slot\":\"51\",\"duration\":\"30m\"}"))
                    .isEqualTo(new CareAsk.GiveTime(circle, "d2", "51", "30m"));
            assertThat(askedBy(request + "mine", "{\"slot\":\"51\"}"))
                    .isEqualTo(new CareAsk.DoMyself(circle, "d2", "51"));
            assertThat(askedBy(request + "accept", "{\"commitment\":\"e7\"}"))
                    .isEqualTo(new CareAsk.Choose(circle, "d2", "e7", true));
            assertThat(askedBy(request + "release", "{\"commitment\":\"e7\"}"))
                    .isEqualTo(new CareAsk.Choose(circle, "d2", "e7", false));
            assertThat(askedBy(request + "story", "{\"to\":[\"a3\"]}"))
                    .isEqualTo(new CareAsk.TellStory(circle, "d2", List.of("a3")));
        }
    }

    @Test
    void a_helper_says_yes_and_what_follows() throws Exception {
        for (String circle : new String[] {null, "c1"}) {
            String base = circle == null ? "/api/v1" : "/api/v1/circles/c1";
            assertThat(askedBy(base + "/commitments")).isEqualTo(new CareAsk.ListCommitments(circle));
            assertThat(askedBy(base + "/commitments/e7")).isEqualTo(new CareAsk.ShowCommitment(circle, "e7"));
            assertThat(askedBy(base + "/commitments/e7/handback", ""))
                    .isEqualTo(new CareAsk.Say(circle, "e7", CareAsk.Word.HAND_BACK));
            assertThat(askedBy(base + "/commitments/e7/onmyway", ""))
                    .isEqualTo(new CareAsk.Say(circle, "e7", CareAsk.Word.ON_MY_WAY));
            assertThat(askedBy(base + "/commitments/e7/done", ""))
                    .isEqualTo(new CareAsk.Say(circle, "e7", CareAsk.Word.DONE));
        }
    }

    @Test
    void a_yes_is_made_and_has_an_address() throws Exception {
        home.answers(Examples.commitment());

        var response = home.post("/api/v1/requests/d2/offers", "{\"slot\":\"51\",\"note\":\"with bread\"}");

        assertThat(home.askedNext()).isEqualTo(new CareAsk.Offer(null, "d2", "51", "with bread"));
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location"))
                .contains("/api/v1/circles/" + Examples.CIRCLE_HEX + "/commitments/" + Examples.COMMITMENT_HEX);
        assertThat(response.body()).isEqualTo("""
                        {"id":"%s","circle":"%s","request":"%s","slot":"%s","title":"Supper for two",\
                        "start":"2026-11-24T18:00:00+01:00","duration":"PT1H","state":"OFFERED",\
                        "words":"Your yes is on its way.","asked":false,"guidance":"NONE","talk":"NONE"}""".formatted(
                        Examples.COMMITMENT_HEX, Examples.CIRCLE_HEX, Examples.REQUEST_HEX, Examples.SLOT_HEX));
    }

    @Test
    void both_sides_answer_before_a_talk() throws Exception {
        home.answers(Examples.commitment());
        home.post("/api/v1/commitments/e7/talk", "{\"answer\":\"rest\"}");
        assertThat(home.askedNext()).isEqualTo(new CareAsk.HelperTalks(null, "e7", "rest"));

        home.answers(Examples.request());
        home.post("/api/v1/circles/c1/requests/d2/talk", "{\"commitment\":\"e7\",\"answer\":\"yes\"}");
        assertThat(home.askedNext()).isEqualTo(new CareAsk.RequesterTalks("c1", "d2", "e7", "yes"));
    }

    @Test
    void a_circle_is_founded_and_has_an_address() throws Exception {
        home.answers(Examples.circle());

        var response = home.post("/api/v1/circles", "{\"name\":\"Elm Street\",\"zone\":\"Europe/Berlin\"}");

        assertThat(home.askedNext()).isEqualTo(new Ask.CreateCircle("Elm Street", "Europe/Berlin"));
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location")).contains("/api/v1/circles/" + Examples.CIRCLE_HEX);
    }

    @Test
    void an_invitation_is_for_a_member_unless_it_says_otherwise() throws Exception {
        assertThat(askedBy("/api/v1/invites", "")).isEqualTo(new Ask.Invite(null, "member"));
        assertThat(askedBy("/api/v1/circles/c1/invites", "{\"role\":\"relay\"}"))
                .isEqualTo(new Ask.Invite("c1", "relay"));
    }

    @Test
    void joining_takes_a_code_and_where_to_try_first() throws Exception {
        assertThat(askedBy("/api/v1/join", "{\"code\":\"tea-otter-7\",\"peers\":[\"10.0.0.2:7845\",\"[::1]:1\"]}"))
                .isEqualTo(new Ask.Join("tea-otter-7", List.of(new Address("10.0.0.2", 7845), new Address("::1", 1))));
        assertThat(askedBy("/api/v1/join", "{\"code\":\"tea-otter-7\"}"))
                .isEqualTo(new Ask.Join("tea-otter-7", List.of()));
    }

    @Test
    void views_are_json_with_whole_ids_and_without_absent_fields() throws Exception {
        home.answers(Examples.request("Soup & „Ümlaut“ 🍲"));

        var response = home.get("/api/v1/requests/d2");

        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.body()).isEqualTo("""
                        {"id":"%s","circle":"%s","title":"Soup & „Ümlaut“ 🍲","kind":"meal","state":"OPEN","requester":"%s",\
                        "rules":["step"],"slots":[{"id":"%s","start":"2026-11-24T18:00:00+01:00","duration":"PT1H","need":1,\
                        "state":"OPEN","holders":["%s"],"standby":[],"offers":[]}]}""".formatted(
                        Examples.REQUEST_HEX,
                        Examples.CIRCLE_HEX,
                        Examples.MEMBER_HEX,
                        Examples.SLOT_HEX,
                        Examples.MEMBER_HEX));
    }

    @Test
    void lists_are_bare_arrays() throws Exception {
        home.answers(new Views<>(List.of(Examples.peerBeforeItsProof())));

        assertThat(home.get("/api/v1/peers").body())
                .isEqualTo("[{\"address\":\"192.168.1.20:7845\",\"direction\":\"dialled\",\"state\":\"proving\"}]");
    }

    @Test
    void status_has_the_shape_of_the_contract() throws Exception {
        home.answers(Examples.status());

        assertThat(home.get("/api/v1/status").body())
                .startsWith("{\"node\":{\"version\":\"0.1.0\",\"uptimeMs\":12345,\"clock\":\"SURE\"},"
                        + "\"network\":{\"bytesIn\":1,\"bytesOut\":2,\"sessions\":3},"
                        + "\"store\":{\"envelopes\":4,\"documents\":5,\"bytes\":6,\"damaged\":0,\"missing\":0,\"state\":\"WRITABLE\"},"
                        + "\"waitingForKeys\":7,\"quarantined\":8,\"refused\":9,\"renewed\":1,\"circles\":[{\"id\":");
    }

    @Test
    void half_a_character_in_one_title_does_not_take_the_list_away() throws Exception {
        home.answers(Examples.request("broken \ud83c title"));

        assertThat(home.get("/api/v1/requests/d2").body()).contains("broken ? title");
    }

    @Test
    void unknown_addresses_and_methods_say_so() throws Exception {
        assertThat(home.get("/api/v1/nothing").statusCode()).isEqualTo(404);
        assertThat(home.get("/").statusCode()).isEqualTo(404);
        assertThat(home.get("/api/v1/status/").statusCode()).isEqualTo(404);

        var wrong = home.send(home.request("/api/v1/circles").DELETE());
        assertThat(wrong.statusCode()).isEqualTo(405);
        assertThat(wrong.headers().firstValue("Allow")).contains("GET, POST");
        assertThat(home.post("/api/v1/status", "{}").headers().firstValue("Allow"))
                .contains("GET");
    }

    @Test
    void room_is_said_and_shown_by_its_own_addresses() throws Exception {
        assertThat(askedBy("/api/v1/capacity")).isEqualTo(new TurnsAsk.ShowCapacity());
        assertThat(askedBy("/api/v1/capacity", "{\"room\":\"rest\"}")).isEqualTo(new TurnsAsk.SetRoom("rest", null));
        assertThat(askedBy("/api/v1/capacity", "{\"room\":\"away\",\"until\":\"2027-05-04\"}"))
                .isEqualTo(new TurnsAsk.SetRoom("away", "2027-05-04"));
        assertThat(askedBy("/api/v1/capacity/ceiling", "{\"effort\":6}")).isEqualTo(new TurnsAsk.SetCeiling(6));
        assertThat(askedBy("/api/v1/capacity/ask-me", "{}")).isEqualTo(new TurnsAsk.DeclineRest());
    }

    @Test
    void invitations_are_listed_for_all_circles_or_for_one_and_declined() throws Exception {
        assertThat(askedBy("/api/v1/invitations")).isEqualTo(new TurnsAsk.ListInvitations(null));
        assertThat(askedBy("/api/v1/circles/c1/invitations")).isEqualTo(new TurnsAsk.ListInvitations("c1"));
        assertThat(askedBy("/api/v1/requests/d2/decline", "{\"slot\":\"51\"}"))
                .isEqualTo(new TurnsAsk.SayNo(null, "d2", "51"));
        assertThat(askedBy("/api/v1/circles/c1/requests/d2/decline", "{\"slot\":\"51\"}"))
                .isEqualTo(new TurnsAsk.SayNo("c1", "d2", "51"));
    }

    @Test
    void own_room_comes_back_without_what_is_not_so() throws Exception {
        home.answers(new CapacityView("room", null, 8, null, null, 2, true, "Ask away.", List.of()));

        assertThat(home.get("/api/v1/capacity").body())
                .isEqualTo("{\"room\":\"room\",\"ceiling\":8,\"carried\":2,\"asked\":true,\"words\":\"Ask away.\","
                        + "\"handedBack\":[]}");
    }

    @Test
    void the_private_list_is_kept_by_its_own_addresses() throws Exception {
        assertThat(askedBy("/api/v1/passed-over")).isEqualTo(new TurnsAsk.ListPassedOver(null));
        assertThat(askedBy("/api/v1/circles/c1/passed-over")).isEqualTo(new TurnsAsk.ListPassedOver("c1"));
        assertThat(askedBy("/api/v1/members/a3/pass-over", "{}")).isEqualTo(new TurnsAsk.PassOver(null, "a3", true));
        assertThat(askedBy("/api/v1/circles/c1/members/a3/pass-over", "{\"passOver\":false}"))
                .isEqualTo(new TurnsAsk.PassOver("c1", "a3", false));
    }

    @Test
    void a_rota_is_asked_for_with_what_may_be_left_out_left_out() throws Exception {
        home.answers(Examples.rota());

        var response = home.post(
                "/api/v1/circles/c1/rotas", "{\"shape\":\"grief\",\"title\":\"Soup\",\"firstDay\":\"2027-05-03\"}");

        assertThat(home.askedNext())
                .isEqualTo(new RotaAsk.Add(
                        "c1",
                        new RotaAsk.Draft("grief", "meal", "Soup", "2027-05-03", "18:00", "PT1H", 1, null, List.of()),
                        null,
                        List.of()));
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location"))
                .contains("/api/v1/circles/" + Examples.CIRCLE_HEX + "/rotas/" + Examples.REQUEST_HEX);
    }

    @Test
    void rotas_are_shown_and_changed_by_their_own_addresses() throws Exception {
        assertThat(askedBy("/api/v1/rotas")).isEqualTo(new RotaAsk.ListRotas(null));
        assertThat(askedBy("/api/v1/rotas/d2")).isEqualTo(new RotaAsk.ShowRota(null, "d2"));
        assertThat(askedBy("/api/v1/rotas/d2/skip", "{\"date\":\"2027-05-04\"}"))
                .isEqualTo(new RotaAsk.Skip(null, "d2", "2027-05-04", true));
        assertThat(askedBy("/api/v1/rotas/d2/skip", "{\"date\":\"2027-05-04\",\"skipped\":false}"))
                .isEqualTo(new RotaAsk.Skip(null, "d2", "2027-05-04", false));
        assertThat(askedBy("/api/v1/rotas/d2/weekly-max", "{\"weeklyMax\":3}"))
                .isEqualTo(new RotaAsk.Limit(null, "d2", 3));
        assertThat(askedBy("/api/v1/rotas/d2/carry-on", "{}")).isEqualTo(new RotaAsk.CarryOn(null, "d2"));
        assertThat(askedBy("/api/v1/circles/c1/rotas/d2/every", "{\"day\":\"tuesday\"}"))
                .isEqualTo(new RotaAsk.Every("c1", "d2", "tuesday", null));
    }
}
