package org.doorlight.cli.street;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.doorlight.cli.process.Distribution;
import org.doorlight.protocol.core.Address;

/**
 * Rosa and three buddies who said yes, as four real processes that wait a twelve-hundredth of the time. Rosa's box has one cable to the street,
 * which ends at Ben's; Chidi and Dora reach Ben, and each other over a lane of their own.
 */
final class HelloHomes implements AutoCloseable {
    static final long TIMES = 1_200;
    static final Duration ARRIVES_WITHIN = Duration.ofSeconds(60);

    private static final Duration EVERY = Duration.ofMillis(100);

    private final Street street = Street.open();
    // Somewhere it is about noon, so that no window of this test meets midnight.
    private final ZoneOffset zone =
            ZoneOffset.ofHours(12 - OffsetDateTime.now(ZoneOffset.UTC).getHour());
    private final List<String> windows = new ArrayList<>();
    private final List<String> heatWindows = new ArrayList<>();
    private final Household ben;
    private final Household chidi;
    private final Household dora;
    private final Household rosa;
    private final Path bell;
    private final Wire cable;
    private final Wire lane;
    private final String touchToken;

    HelloHomes() throws IOException, InterruptedException {
        Distribution quick =
                QuickProgram.in(Files.createDirectory(street.folder().resolve("quick")), street.distribution(), TIMES);
        ben = street.build("Ben", quick);
        ben.opens(List.of());
        ben.does("circle", "create", "Lantern Street", "--zone", zone.getId());
        chidi = joined("Chidi", quick, ben.node().listening());
        lane = street.wireTo(chidi);
        dora = joined("Dora", quick, ben.node().listening(), lane.door());
        cable = street.wireTo(ben);
        rosa = street.build("Rosa", quick);
        bell = rosa.home().resolve("bell");
        Path rings =
                Files.writeString(rosa.home().resolve("rings"), "#!/bin/sh\necho \"$# arguments\" >> '" + bell + "'\n");
        Files.setPosixFilePermissions(rings, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(rosa.home().resolve("config.toml"), "nudge-program = \"rings\"\n");
        joins(rosa, cable.door());
        touchToken = Files.readString(rosa.home().resolve("touch-token")).strip();
        rosa.does("clock", "confirm");
        until(() -> Stream.of(ben, chidi, dora, rosa).allMatch(HelloHomes::isSure));
    }

    private Household joined(String name, Distribution program, Address... at)
            throws IOException, InterruptedException {
        Household home = street.build(name, program);
        joins(home, at);
        return home;
    }

    private void joins(Household home, Address... at) {
        home.opens(List.of(at));
        try (Screen host = ben.screen();
                Screen own = home.screen()) {
            own.joins(host.invites());
        }
    }

    /** A file into which Rosa's program for nudges writes a line each time it is started. */
    Path bell() {
        return bell;
    }

    static void until(Callable<Boolean> holds) {
        await().atMost(ARRIVES_WITHIN).pollInterval(EVERY).until(holds);
    }

    static void untilTrue(ThrowingRunnable claim) {
        await().atMost(ARRIVES_WITHIN).pollInterval(EVERY).untilAsserted(claim);
    }

    private static boolean isSure(Household home) {
        return get(home, "/status").object("node").text("clock").equals("SURE");
    }

    // ---- who and what

    Household ben() {
        return ben;
    }

    Household rosa() {
        return rosa;
    }

    List<Household> buddies() {
        return List.of(ben, chidi, dora);
    }

    List<Household> cutOffFromEachOther() {
        return List.of(chidi, dora);
    }

    /** Rosa's, to the street. */
    Wire cable() {
        return cable;
    }

    /** Between Chidi and Dora. */
    Wire lane() {
        return lane;
    }

    // ---- the plan

    /** A window of one second so long from now, in the zone of the street; what was said before stays in the plan. */
    LocalTime window(Duration ahead) {
        return window(ahead, windows);
    }

    /** The same, for hot days alone. */
    LocalTime heatWindow(Duration ahead) {
        return window(ahead, heatWindows);
    }

    private LocalTime window(Duration ahead, List<String> among) {
        LocalTime opens = OffsetDateTime.now(zone).toLocalTime().withNano(0).plus(ahead);
        among.add(opens + "-" + opens.plusSeconds(1));
        return opens;
    }

    /** Rosa's plan has the windows so far from now on. Not typed, because a window may open in a second. */
    void plans(Duration grace, List<String> allow) {
        JsonObject plan = JsonObject.empty()
                .with("windows", windows)
                .with("heatWindows", heatWindows)
                .with("grace", grace.toString())
                .with("allow", allow)
                .with("understood", true);
        try (LocalApi api = rosa.node().api()) {
            api.post("/hello/plan", plan);
        }
    }

    /** Rosa types her first plan, for a hello in two hours; each buddy says their own yes. */
    void planAndAgree() throws IOException, InterruptedException {
        LocalTime opens = OffsetDateTime.now(zone).toLocalTime().withNano(0).plusHours(2);
        List<String> words = new ArrayList<>(
                List.of("hello", "plan", "set", "--understood", "--window", opens + "-" + opens.plusSeconds(1)));
        words.addAll(List.of("--grace", "10m"));
        for (Household buddy : buddies()) {
            words.addAll(List.of("--buddy", memberOf(buddy)));
        }
        rosa.does(words.toArray(new String[0]));
        agree();
    }

    private void agree() throws IOException, InterruptedException {
        String member = memberOf(rosa).substring(0, 16);
        for (Household buddy : buddies()) {
            until(() -> !list(buddy, "/hello/buddies").isEmpty());
        }
        ben.does("hello", "plan", "agree", member, "--understood");
        for (Household buddy : cutOffFromEachOther()) {
            try (LocalApi api = buddy.node().api()) {
                api.postForList(
                        "/hello/buddies/" + member + "/agree",
                        JsonObject.empty().with("understood", true));
            }
        }
        until(() -> buddies().stream()
                .allMatch(buddy -> list(buddy, "/hello/status").size() == 1));
    }

    /** When a window that opens then is due. */
    Instant dueAfter(LocalTime opens, Duration grace) {
        return OffsetDateTime.now(zone).with(opens).plusSeconds(1).plus(grace).toInstant();
    }

    // ---- what they see

    static JsonObject get(Household home, String path) {
        try (LocalApi api = home.node().api()) {
            return api.get(path);
        }
    }

    static List<JsonObject> list(Household home, String path) {
        try (LocalApi api = home.node().api()) {
            return api.list(path);
        }
    }

    private static String memberOf(Household home) {
        return get(home, "/circle").text("member");
    }

    /** How Rosa's own hello stands. */
    String ownState() {
        return list(rosa, "/hello").get(0).text("state");
    }

    /** What each buddy's box knows of Rosa. */
    List<String> states() {
        return buddies().stream().map(buddy -> status(buddy, "state")).toList();
    }

    List<String> causes() {
        return buddies().stream().map(buddy -> status(buddy, "cause")).toList();
    }

    static String status(Household buddy, String field) {
        return list(buddy, "/hello/status").get(0).text(field);
    }

    /** Those whose people are asked now. */
    List<Household> asked() {
        return buddies().stream()
                .filter(buddy -> list(buddy, "/episodes").stream().anyMatch(episode -> episode.flag("asked")))
                .toList();
    }

    // ---- a button

    /** Presses Rosa's button. */
    int touches() throws IOException {
        return touches("/hello/touch");
    }

    /** The button's token at some other door. */
    int touches(String path) throws IOException {
        var address = URI.create("http://" + rosa.node().apiAddress() + "/api/v1" + path)
                .toURL();
        var call = (HttpURLConnection) address.openConnection();
        call.setRequestMethod("POST");
        call.setRequestProperty("Authorization", "Bearer " + touchToken);
        // Each press is a connection of its own, as a button makes one.
        call.setRequestProperty("Connection", "close");
        call.setDoOutput(true);
        call.getOutputStream().write("{}".getBytes(StandardCharsets.UTF_8));
        return call.getResponseCode();
    }

    @Override
    public void close() throws IOException {
        street.close();
    }
}
