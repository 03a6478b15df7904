package org.doorlight.cli.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorlight.cli.street.HelloHomes.get;
import static org.doorlight.cli.street.HelloHomes.list;
import static org.doorlight.cli.street.HelloHomes.status;
import static org.doorlight.cli.street.HelloHomes.until;
import static org.doorlight.cli.street.HelloHomes.untilTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doorlight.cli.client.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Hellos that do not come, with four real processes that wait a twelve-hundredth of the time: an hour is three seconds, and a window opens and
 * closes within a few. When something happened is read from what the nodes tell, so a slow machine makes nothing look otherwise.
 */
class HelloIT {
    private static final Duration STEP = Duration.ofHours(1).dividedBy(HelloHomes.TIMES);
    private static final Duration GRACE = Duration.ofSeconds(4);
    private static final Duration SHORT_GRACE = Duration.ofSeconds(2);
    private static final Duration SILENT_IN_HEAT = Duration.ofHours(6).dividedBy(HelloHomes.TIMES);
    private static final Duration SOON = Duration.ofSeconds(5);
    /** Events carry milliseconds, and nodes keep their own. */
    private static final Duration ABOUT = Duration.ofMillis(50);

    private static final List<String> USUAL = List.of("silent-box");

    private HelloHomes on;
    private final List<Ear> ears = new ArrayList<>();

    @BeforeEach
    void rosa_has_three_buddies_who_said_yes() throws Exception {
        on = new HelloHomes();
        on.planAndAgree();
    }

    @AfterEach
    void everybody_leaves() throws IOException {
        ears.forEach(Ear::close);
        on.close();
    }

    private Ear listenTo(Household home) {
        Ear ear = new Ear(home.node());
        ears.add(ear);
        return ear;
    }

    @Test
    void from_no_hello_to_the_all_clear_and_no_alarm_from_a_power_cut_or_a_cable() throws Exception {
        aHelloThatDoesNotCome();
        aPowerCut();
        aPulledCable();
    }

    // ---- no hello

    private void aHelloThatDoesNotCome() throws Exception {
        Ear rosas = listenTo(on.rosa());
        Map<Household, Ear> ears = new HashMap<>();
        on.buddies().forEach(buddy -> ears.put(buddy, listenTo(buddy)));
        Instant from = Instant.now();
        Instant due = on.dueAfter(on.window(Duration.ofSeconds(4)), GRACE);
        on.plans(GRACE, USUAL);

        untilTrue(() -> assertThat(on.ownState()).isEqualTo("MISSED"));
        until(() -> rosas.first("hello.changed", due).isPresent());
        assertThat(rosas.count("hello.nudge", from)).isEqualTo(3);
        assertThat(Files.readAllLines(on.bell())).hasSize(3);
        Instant missed = rosas.first("hello.changed", due).orElseThrow();

        // Exactly one is asked at first, soon, and the next after a step.
        untilTrue(() -> assertThat(on.asked()).hasSizeGreaterThanOrEqualTo(2));
        until(() -> told(ears, from).size() >= 2);
        List<Household> inTurn = told(ears, from);
        assertThat(asked(ears.get(inTurn.get(0)), from)).isBetween(missed.minus(ABOUT), missed.plus(SOON));
        assertThat(asked(ears.get(inTurn.get(1)), from))
                .isAfterOrEqualTo(missed.plus(STEP).minus(ABOUT));
        assertThat(on.asked()).contains(inTurn.get(0), inTurn.get(1));
        untilTrue(() -> assertThat(on.states()).containsOnly("QUIET"));

        JsonObject episode = list(inTurn.get(0), "/episodes").get(0);
        assertThat(episode.text("words")).contains("Rosa");
        Instant answered = Instant.now();
        inTurn.get(0).does("episode", "answer", episode.text("id").substring(0, 16), "seen");
        allClear(answered, ears);
        assertThat(inTurn.get(0)
                        .tries("episode", "answer", episode.text("id"), "spoke")
                        .code())
                .isEqualTo(1);
    }

    /** Those who were told that something is asked of them, the first one first. */
    private List<Household> told(Map<Household, Ear> ears, Instant from) {
        return on.buddies().stream()
                .filter(buddy -> ears.get(buddy).first("episode.changed", from).isPresent())
                .sorted(Comparator.comparing(buddy -> asked(ears.get(buddy), from)))
                .toList();
    }

    private static Instant asked(Ear ear, Instant from) {
        return ear.first("episode.changed", from).orElseThrow();
    }

    /** Everybody who was asked reads how it ended, within five seconds of it. */
    private void allClear(Instant answered, Map<Household, Ear> ears) {
        until(() -> owedAllClear().stream().allMatch(HelloIT::hasAllClear));
        assertThat(owedAllClear()).hasSizeGreaterThanOrEqualTo(2);
        List<Household> owed = owedAllClear();
        until(() -> told(ears, answered).containsAll(owed));
        List<Instant> cleared = owed.stream()
                .map(buddy -> ears.get(buddy).last("episode.changed").orElseThrow())
                .sorted()
                .toList();
        assertThat(cleared.get(cleared.size() - 1)).isBefore(cleared.get(0).plus(SOON));
        assertThat(on.asked()).isEmpty();
    }

    private List<Household> owedAllClear() {
        return on.buddies().stream()
                .filter(buddy -> !list(buddy, "/episodes").isEmpty())
                .toList();
    }

    private static boolean hasAllClear(Household buddy) {
        return list(buddy, "/episodes").stream()
                .allMatch(episode -> episode.text("state").equals("OVER")
                        && episode.text("words").contains("saw Rosa"));
    }

    // ---- no power

    /** Rosa's box loses power in the grace of the next window: it has not seen all of it, and cannot tell. */
    private void aPowerCut() throws Exception {
        on.window(Duration.ofSeconds(3));
        on.plans(GRACE, USUAL);
        untilTrue(() -> assertThat(on.ownState()).isEqualTo("NUDGING"));
        on.rosa().losesPower();
        on.rosa().starts();
        assertThat(get(on.rosa(), "/hello/plan").texts("windows")).hasSize(2);
        untilTrue(() -> assertThat(on.causes()).containsOnly("CANNOT_TELL"));
        assertThat(on.states()).containsOnly("UNKNOWN");
        assertThat(on.asked()).isEmpty();

        assertThat(on.touches()).isEqualTo(200);
        assertThat(on.touches("/hello")).isEqualTo(401);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(on.rosa().home().resolve("touch-token"))))
                .isEqualTo("rw-------");
        untilTrue(() -> assertThat(on.states()).containsOnly("HEARD"));
    }

    // ---- no cable

    /**
     * Rosa's cable is out for three windows, on a hot day. She is well, and says hello in each of them. Chidi and Dora do not hear each other
     * either at first: each of them hears too little to say anything, and Ben alone is no quorum.
     */
    private void aPulledCable() throws Exception {
        on.ben().does("circle", "heat", "set", "heat");
        until(() -> on.buddies().stream()
                .allMatch(buddy -> list(buddy, "/heat").get(0).text("mode").equals("HEAT")));
        Instant due = on.dueAfter(on.window(Duration.ofSeconds(3)), SHORT_GRACE);
        on.window(Duration.ofSeconds(7));
        LocalTime last = on.heatWindow(Duration.ofSeconds(12));
        on.plans(SHORT_GRACE, List.of("heat", "silent-box"));
        until(() -> on.buddies().stream()
                .allMatch(buddy -> list(buddy, "/hello/buddies").get(0).texts("heatWindows").stream()
                        .anyMatch(window -> window.startsWith(last.toString()))));
        on.lane().hold();
        on.cable().pull();
        Instant pulled = Instant.now();

        Instant longEnough =
                (pulled.isAfter(due) ? pulled : due).plus(SILENT_IN_HEAT).plusSeconds(4);
        until(() -> {
            assertThat(on.touches()).isEqualTo(200);
            assertThat(on.states()).doesNotContain("QUIET", "CANNOT_HEAR");
            return Instant.now().isAfter(longEnough);
        });
        until(() -> status(on.ben(), "cause").equals("BOX_SILENT"));
        assertThat(on.cutOffFromEachOther())
                .allSatisfy(buddy -> assertThat(status(buddy, "cause")).isEqualTo("CUT_OFF"));
        assertThat(on.states()).containsOnly("UNKNOWN");
        assertThat(on.asked()).isEmpty();

        on.lane().letGo();
        untilTrue(() -> assertThat(on.states()).containsOnly("CANNOT_HEAR"));
        until(() -> !on.asked().isEmpty());
        assertThat(words(on.asked().get(0))).contains("We can't hear Rosa's box. It may be unplugged.");

        on.cable().plugIn();
        untilTrue(() -> assertThat(on.states()).containsOnly("HEARD"));
        until(() -> on.asked().isEmpty());
    }

    private static List<String> words(Household buddy) {
        return list(buddy, "/episodes").stream()
                .map(episode -> episode.text("words"))
                .toList();
    }
}
