package org.doorlight.cli.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose turn it is, and who rests, with three real processes. */
class TurnsIT {
    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(60);

    private Street street;
    private Household ana;
    private Household ben;
    private Household chidi;

    @BeforeEach
    void three_homes() throws Exception {
        street = Street.open();
        ana = street.moveIn("Ana");
        ana.does("circle", "create", "Lantern Street", "--zone", "Europe/Berlin");
        ben = joined("Ben");
        chidi = joined("Chidi");
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
    void who_has_room_is_asked_says_yes_up_to_the_ceiling_and_who_rests_is_left_alone() throws Exception {
        ben.does("capacity", "ceiling", "2");
        chidi.does("capacity", "set", "rest");
        ana.asks("soup on Tuesday?");
        await().atMost(ARRIVES_WITHIN)
                .untilAsserted(() -> assertThat(titles(ben)).containsExactly("soup on Tuesday?"));
        chidi.eventuallySees("soup on Tuesday?");
        assertThat(titles(chidi)).isEmpty();
        assertThat(titles(ana)).isEmpty();

        JsonObject soup = invitations(ben).get(0);
        ben.does("offer", soup.text("request"), soup.text("slot"));
        await().atMost(ARRIVES_WITHIN)
                .untilAsserted(() -> assertThat(yesOf(ben).text("state")).isEqualTo("CONFIRMED"));
        assertThat(titles(ben)).isEmpty();

        String stew = ana.asks("stew on Wednesday?");
        ben.eventuallySees("soup on Tuesday?", "stew on Wednesday?");
        String slot = slotOf(ben, "stew on Wednesday?");
        var refused = ben.tries("offer", stew, slot);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("more than you set out to carry in four weeks");
        assertThat(commitments(ben)).hasSize(1);
        assertThat(titles(ben)).isEmpty();

        ben.does("capacity", "set", "away");
        await().atMost(ARRIVES_WITHIN)
                .untilAsserted(() -> assertThat(yesOf(ben).text("state")).isEqualTo("HANDED_BACK"));
        chidi.does("capacity", "set", "a-little");
        assertThat(titles(chidi)).isEmpty();
        chidi.does("capacity", "set", "room");
        await().atMost(ARRIVES_WITHIN)
                .untilAsserted(() -> assertThat(titles(chidi)).contains("soup on Tuesday?", "stew on Wednesday?"));
    }

    private static List<JsonObject> invitations(Household home) {
        try (LocalApi api = home.node().api()) {
            return api.list("/invitations");
        }
    }

    private static List<String> titles(Household home) {
        return invitations(home).stream().map(one -> one.text("title")).toList();
    }

    private static String slotOf(Household home, String title) {
        try (LocalApi api = home.node().api()) {
            return api.list("/requests").stream()
                    .filter(request -> request.text("title").equals(title))
                    .flatMap(request -> request.objects("slots").stream())
                    .map(slot -> slot.text("id"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<JsonObject> commitments(Household home) {
        try (LocalApi api = home.node().api()) {
            return api.list("/commitments");
        }
    }

    private static JsonObject yesOf(Household home) {
        return commitments(home).get(0);
    }
}
