package org.doorlight.cli.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.doorlight.cli.process.Distribution;
import org.doorlight.protocol.core.Address;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A hello that does not come, with four real processes that wait a twelve-hundredth of the time: an hour is three seconds, and a window opens and
 * closes within a few. Rosa's cable to the street is a wire that can be pulled.
 */
class HelloIT {
    private static final long TIMES = 1_200;
    private static final Duration STEP = Duration.ofHours(1).dividedBy(TIMES);
    private static final Duration GRACE = Duration.ofSeconds(4);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(30);
    private static final Duration EVERY = Duration.ofMillis(100);

    private Street street;
    private Wire cable;
    private Household rosa;
    private final List<Household> buddies = new ArrayList<>();
    private ZoneOffset zone;
    private String rosasId;

    @BeforeEach
    void rosa_has_three_buddies_who_said_yes() throws Exception {
        street = Street.open();
        // Somewhere it is about noon, so that no window of this test meets midnight.
        zone = ZoneOffset.ofHours(12 - OffsetDateTime.now(ZoneOffset.UTC).getHour());
        Distribution quick =
                QuickProgram.in(Files.createDirectory(street.folder().resolve("quick")), street.distribution(), TIMES);
        Household ben = street.build("Ben", quick);
        ben.opens(List.of());
        ben.does("circle", "create", "Lantern Street", "--zone", zone.getId());
        buddies.add(ben);
        for (String name : List.of("Chidi", "Dora")) {
            buddies.add(joined(name, quick, ben.node().listening()));
        }
        cable = street.wireTo(ben);
        rosa = joined("Rosa", quick, cable.door());
        rosasId = memberOf(rosa);
        rosa.does("clock", "confirm");
        await().atMost(ARRIVES_WITHIN)
                .pollInterval(EVERY)
                .until(() -> everybody().allMatch(this::isSure));
        plansFor(Duration.ofHours(2));
        for (Household buddy : buddies) {
            await().atMost(ARRIVES_WITHIN)
                    .pollInterval(EVERY)
                    .until(() -> !list(buddy, "/hello/buddies").isEmpty());
            buddy.does("hello", "plan", "agree", rosasId.substring(0, 16), "--understood");
        }
        await().atMost(ARRIVES_WITHIN)
                .pollInterval(EVERY)
                .until(() -> buddies.stream()
                        .allMatch(buddy -> list(buddy, "/hello/status").size() == 1));
    }

    private Household joined(String name, Distribution program, Address at) throws Exception {
        Household home = street.build(name, program);
        home.opens(List.of(at));
        home.does("join", buddies.get(0).invites(), "--peer", at.toString());
        return home;
    }

    private Stream<Household> everybody() {
        return Stream.concat(buddies.stream(), Stream.of(rosa));
    }

    private boolean isSure(Household home) {
        return get(home, "/status").object("node").text("clock").equals("SURE");
    }

    /** Windows of a second each, so long from now. */
    private LocalTime plansFor(Duration... ahead) throws Exception {
        LocalTime now = OffsetDateTime.now(zone).toLocalTime().withNano(0);
        List<String> words =
                new ArrayList<>(List.of("hello", "plan", "set", "--understood", "--grace", GRACE.toString()));
        for (Duration opens : ahead) {
            words.addAll(
                    List.of("--window", now.plus(opens) + "-" + now.plus(opens).plusSeconds(1)));
        }
        for (Household buddy : buddies) {
            words.addAll(List.of("--buddy", memberOf(buddy)));
        }
        rosa.does(words.toArray(new String[0]));
        return now;
    }

    @AfterEach
    void everybody_leaves() throws IOException {
        street.close();
    }

    @Test
    void from_no_hello_to_the_all_clear_and_no_alarm_from_a_cable_or_a_power_cut() throws Exception {
        LocalTime began = plansFor(Duration.ofSeconds(4), Duration.ofSeconds(20), Duration.ofSeconds(34));
        aHelloThatDoesNotCome();
        aPowerCut(began.plusSeconds(21));
        aPulledCable(began.plusSeconds(35));
    }

    private void aHelloThatDoesNotCome() throws Exception {
        await().atMost(ARRIVES_WITHIN)
                .pollInterval(EVERY)
                .until(() -> ownState().equals("NUDGING"));
        await().atMost(ARRIVES_WITHIN)
                .pollInterval(EVERY)
                .until(() -> ownState().equals("MISSED"));
        // Exactly one is asked at first, then the next.
        await().atMost(SOON).pollInterval(EVERY).until(() -> asked().size() == 1);
        Household first = asked().get(0);
        await().atMost(STEP.plus(SOON)).pollInterval(EVERY).until(() -> asked().size() == 2);
        assertThat(asked()).contains(first);

        JsonObject episode = list(first, "/episodes").get(0);
        assertThat(episode.text("words")).contains("Rosa");
        assertThat(states()).containsOnly("QUIET");
        first.does("episode", "answer", episode.text("id").substring(0, 16), "seen");

        await().atMost(SOON)
                .pollInterval(EVERY)
                .until(() -> owedAllClear().stream().allMatch(this::hasAllClear));
        assertThat(owedAllClear()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(asked()).isEmpty();
        assertThat(first.tries("episode", "answer", episode.text("id"), "spoke").code())
                .isEqualTo(1);
    }

    /** Rosa's box loses power in the grace of the second window: it has not seen all of it, and cannot tell. */
    private void aPowerCut(LocalTime closes) throws Exception {
        sleepUntil(closes.plusSeconds(1));
        rosa.losesPower();
        rosa.starts();
        assertThat(get(rosa, "/hello/plan").texts("windows")).hasSize(3);
        await().atMost(ARRIVES_WITHIN)
                .pollInterval(EVERY)
                .until(() -> causes().stream().allMatch("CANNOT_TELL"::equals));
        assertThat(states()).containsOnly("UNKNOWN");
        assertThat(asked()).isEmpty();
    }

    /** Rosa's cable is out all through the third window. She is well. */
    private void aPulledCable(LocalTime closes) throws Exception {
        cable.pull();
        sleepUntil(closes.minusSeconds(1));
        await().atMost(ARRIVES_WITHIN)
                .pollInterval(EVERY)
                .until(() -> !ownState().equals("CANNOT_TELL"));
        assertThat(touches("/hello/touch", touchToken())).isEqualTo(200);
        assertThat(touches("/hello", touchToken())).isEqualTo(401);
        await().during(GRACE.plusSeconds(2))
                .atMost(ARRIVES_WITHIN)
                .pollInterval(EVERY)
                .until(() -> !states().contains("QUIET") && !states().contains("CANNOT_HEAR"));
        assertThat(asked()).isEmpty();

        cable.plugIn();
        await().atMost(ARRIVES_WITHIN)
                .pollInterval(EVERY)
                .until(() -> states().stream().allMatch("HEARD"::equals));
    }

    private void sleepUntil(LocalTime time) {
        await().atMost(ARRIVES_WITHIN.plus(ARRIVES_WITHIN))
                .pollInterval(EVERY)
                .until(() -> OffsetDateTime.now(zone).toLocalTime().isAfter(time));
    }

    // ---- what they see

    private String ownState() {
        return list(rosa, "/hello").get(0).text("state");
    }

    private List<String> states() {
        return buddies.stream().map(buddy -> status(buddy).text("state")).toList();
    }

    private List<String> causes() {
        return buddies.stream().map(buddy -> status(buddy).text("cause")).toList();
    }

    private JsonObject status(Household buddy) {
        return list(buddy, "/hello/status").get(0);
    }

    private List<Household> asked() {
        return buddies.stream()
                .filter(buddy -> list(buddy, "/episodes").stream().anyMatch(episode -> episode.flag("asked")))
                .toList();
    }

    private List<Household> owedAllClear() {
        return buddies.stream()
                .filter(buddy -> !list(buddy, "/episodes").isEmpty())
                .toList();
    }

    private boolean hasAllClear(Household buddy) {
        return list(buddy, "/episodes").stream()
                .allMatch(episode -> episode.text("state").equals("OVER")
                        && episode.text("words").contains("saw Rosa"));
    }

    private static String memberOf(Household home) {
        return get(home, "/circle").text("member");
    }

    private static JsonObject get(Household home, String path) {
        try (LocalApi api = home.node().api()) {
            return api.get(path);
        }
    }

    private static List<JsonObject> list(Household home, String path) {
        try (LocalApi api = home.node().api()) {
            return api.list(path);
        }
    }

    // ---- a button

    private String touchToken() throws IOException {
        var file = rosa.home().resolve("touch-token");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        return Files.readString(file).strip();
    }

    private int touches(String path, String token) throws IOException {
        var address = URI.create("http://" + rosa.node().apiAddress() + "/api/v1" + path)
                .toURL();
        var call = (HttpURLConnection) address.openConnection();
        call.setRequestMethod("POST");
        call.setRequestProperty("Authorization", "Bearer " + token);
        call.setDoOutput(true);
        call.getOutputStream().write("{}".getBytes(StandardCharsets.UTF_8));
        return call.getResponseCode();
    }
}
