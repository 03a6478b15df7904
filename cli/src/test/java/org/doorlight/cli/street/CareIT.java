package org.doorlight.cli.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Saying yes, the whole way, with three real processes: two helpers, cut off from each other, and the door. */
class CareIT {
    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(60);
    private static final String DOOR = "the blue door behind the lilac";

    private Street street;
    private Household ana;
    private Household ben;
    private Household chidi;
    private String request;
    private String slot;

    @BeforeEach
    void three_homes_of_which_one_asks() throws Exception {
        street = Street.open();
        ana = street.moveIn("Ana");
        ana.does("circle", "create", "Lantern Street", "--zone", "Europe/Berlin");
        ben = joined("Ben");
        chidi = joined("Chidi");
        request = ana.asks("soup on Tuesday?", DOOR);
        ben.eventuallySees("soup on Tuesday?");
        chidi.eventuallySees("soup on Tuesday?");
        slot = slotAt(ben).text("id");
    }

    private Household joined(String name) throws Exception {
        Household home = street.moveIn(name, ana);
        home.does("join", ana.invites(), "--peer", ana.node().listening().toString());
        return home;
    }

    @AfterEach
    void everybody_leaves() throws IOException {
        street.close();
    }

    @Test
    void of_two_helpers_who_were_cut_off_one_comes_and_one_stands_by() throws Exception {
        // Ana's node is what they meet through: without it each is alone.
        ana.stops();
        ben.does("offer", request.substring(0, 12), slot.substring(0, 12), "--note", "with bread");
        chidi.does("offer", request.substring(0, 12), slot.substring(0, 12));
        assertThat(stateOf(ben)).isIn("OFFERED", "HOLDING");
        assertThat(stateOf(chidi)).isIn("OFFERED", "HOLDING");

        ana.starts();
        await().atMost(ARRIVES_WITHIN)
                .untilAsserted(() -> assertThat(List.of(stateOf(ben), stateOf(chidi)))
                        .containsExactlyInAnyOrder("CONFIRMED", "STANDBY"));
        await().atMost(ARRIVES_WITHIN)
                .untilAsserted(
                        () -> assertThat(List.of(slotAt(ben), slotAt(chidi))).containsOnly(slotAt(ana)));
        boolean bensTurn = stateOf(ben).equals("CONFIRMED");
        Household helper = bensTurn ? ben : chidi;
        Household spare = bensTurn ? chidi : ben;
        assertThat(slotAt(ana).texts("holders")).hasSize(1);
        assertThat(slotAt(ana).texts("standby")).hasSize(1);
        await().atMost(ARRIVES_WITHIN)
                .untilAsserted(() -> assertThat(doorAt(helper)).isEqualTo(DOOR));
        assertThat(doorAt(spare)).isEmpty();

        handBackAndPromote(helper, spare);
        withdraw(spare);
    }

    private void handBackAndPromote(Household helper, Household spare) throws Exception {
        helper.does("handback", yesOf(helper).text("id").substring(0, 12));
        await().atMost(ARRIVES_WITHIN)
                .untilAsserted(() -> assertThat(yesOf(spare).flag("asked")).isTrue());
        assertThat(stateOf(spare)).isEqualTo("HOLDING");
        assertThat(slotAt(spare).text("state")).isEqualTo("OPEN");

        spare.does("offer", request, slot);
        await().atMost(ARRIVES_WITHIN)
                .untilAsserted(() -> assertThat(doorAt(spare)).isEqualTo(DOOR));
        assertThat(stateOf(spare)).isEqualTo("CONFIRMED");
        assertThat(stateOf(helper)).isEqualTo("HANDED_BACK");
    }

    private void withdraw(Household helper) throws Exception {
        ana.does("request", "withdraw", request);
        await().atMost(ARRIVES_WITHIN)
                .untilAsserted(() -> assertThat(stateOf(helper)).isEqualTo("RELEASED"));
        assertThat(ana.tries("request", "resume", request).code()).isEqualTo(1);
    }

    @Test
    void the_door_is_in_the_confirmed_helpers_store_under_its_own_keys_and_in_nobody_elses() throws Exception {
        // So that each of the two has a document for own devices alone, and the key to it.
        chidi.does("capacity", "set", "room");
        ben.does("offer", request, slot);
        await().atMost(ARRIVES_WITHIN)
                .untilAsserted(() -> assertThat(doorAt(ben)).isEqualTo(DOOR));
        await().atMost(ARRIVES_WITHIN)
                .untilAsserted(() -> assertThat(slotAt(chidi).text("state")).isEqualTo("COVERED"));

        List.of(ana, ben, chidi).forEach(Household::stops);

        try (Insider atAnas = Insider.of(ana);
                Insider atBens = Insider.of(ben);
                Insider atChidis = Insider.of(chidi)) {
            assertThat(atAnas.allThatIsReadable()).contains(DOOR);
            assertThat(atBens.allThatIsReadable()).contains(DOOR);
            assertThat(atChidis.allThatIsReadable())
                    .contains("soup on Tuesday?")
                    .doesNotContain(DOOR);
            // Only the helper holds the key the door is sealed under.
            assertThat(atBens.secrets()).isEqualTo(atChidis.secrets() + 1);
        }
    }

    private JsonObject slotAt(Household home) {
        return shown(home).objects("slots").get(0);
    }

    private String doorAt(Household home) {
        return shown(home).text("door");
    }

    private JsonObject shown(Household home) {
        try (LocalApi api = home.node().api()) {
            return api.get(ApiPath.request(request));
        }
    }

    private static JsonObject yesOf(Household home) {
        try (LocalApi api = home.node().api()) {
            return api.list("/commitments").get(0);
        }
    }

    private static String stateOf(Household home) {
        return yesOf(home).text("state");
    }
}
