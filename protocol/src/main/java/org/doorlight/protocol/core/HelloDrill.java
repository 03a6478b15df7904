package org.doorlight.protocol.core;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.core.view.DrillView;
import org.doorlight.protocol.hello.Answer;
import org.doorlight.protocol.hello.BuddySees;
import org.doorlight.protocol.hello.Drill;
import org.doorlight.protocol.hello.Episode;
import org.doorlight.protocol.hello.Episodes;
import org.doorlight.protocol.hello.Heat;
import org.doorlight.protocol.hello.Ladder;
import org.doorlight.protocol.hello.Pace;
import org.doorlight.protocol.hello.Tidings;
import org.doorlight.protocol.hello.When;
import org.doorlight.protocol.hello.Words;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * A rehearsal with a pretend neighbour (HELLO §6): the real ladder, an hour of it in a minute, on this box alone. Nothing of it is written
 * anywhere; it is gone when it is ended, after an hour, and when the box is switched off.
 */
final class HelloDrill {
    private static final long LASTS_MILLIS = Duration.ofHours(1).toMillis();
    private static final int FASTER = 60;
    private static final String NAME = "Robin";
    private static final MemberId ROBIN = pretend(1);
    private static final MemberId ME = pretend(2);
    private static final List<MemberId> OTHERS = List.of(pretend(3), pretend(4));
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final HelloTools tools;
    private final List<Answer> answers = new ArrayList<>();
    private Drill.@Nullable Start start;
    private long startedAt;
    private @Nullable String told;

    HelloDrill(HelloTools tools) {
        this.tools = tools;
    }

    /** An id that nobody has. */
    private static MemberId pretend(int number) {
        byte[] id = new byte[Bytes32.LENGTH];
        Arrays.fill(id, (byte) number);
        return MemberId.of(id);
    }

    // ---- what people do

    /** Begins one, or begins anew. */
    void start() {
        answers.clear();
        startedAt = tools.clock().stopwatch();
        start = new Drill.Start(tools.zone(), tools.clock().millis());
    }

    /** Whether one goes on. */
    boolean isOn() {
        return start != null && tools.clock().stopwatch() - startedAt < LASTS_MILLIS;
    }

    /** Whether it is answered already. */
    boolean isOver() {
        return episode().isEmpty();
    }

    void answer(Answer.Kind kind) {
        Drill.Start began = start;
        if (began != null) {
            answers.add(new Answer(began.window(), kind, now(began), now(began)));
        }
    }

    void end() {
        start = null;
        answers.clear();
    }

    // ---- what they see

    /** The stopwatch goes on whatever a wrong clock does meanwhile. */
    private long now(Drill.Start began) {
        return began.at() + tools.clock().stopwatch() - startedAt;
    }

    private Pace pace() {
        return tools.pace().times(FASTER);
    }

    private Tidings tidings(Drill.Start began) {
        SortedMap<MemberId, List<Answer>> said = new TreeMap<>();
        said.put(ME, answers);
        return Drill.tidings(ROBIN, Drill.buddies(ME, OTHERS, began), said, began);
    }

    private Optional<Episode> episode() {
        return Optional.ofNullable(start).flatMap(began -> Episodes.open(tidings(began), pace()));
    }

    DrillView view() {
        Drill.Start began = start;
        if (began == null || !isOn()) {
            return new DrillView("NONE", "none", false, Words.DRILL_NONE.english());
        }
        Tidings tidings = tidings(began);
        return episode().map(open -> open(open, tidings, now(began))).orElseGet(() -> over(tidings));
    }

    private DrillView open(Episode episode, Tidings tidings, long now) {
        Ladder.Rung rung = Ladder.at(episode, tidings, new TreeSet<>(), new When(now, pace(), Heat.NONE));
        return new DrillView(
                "OPEN",
                rung.level().word(),
                rung.asked().contains(ME),
                words(BuddySees.open(ME, episode, tidings, rung)));
    }

    private DrillView over(Tidings tidings) {
        String words = Episodes.ended(tidings, pace()).stream()
                .findFirst()
                .map(over -> words(BuddySees.over(ME, over, tidings)))
                .orElse(Words.DRILL.english());
        return new DrillView("OVER", "none", false, words);
    }

    /** Every word says that it is a rehearsal. */
    private String words(BuddySees sees) {
        String said = sees.words()
                .english()
                .replace("{name}", NAME)
                .replace("{by}", "You")
                .replace("{time}", CLOCK.format(Instant.ofEpochMilli(sees.at()).atZone(tools.zone())));
        return Words.DRILL.english() + " " + said;
    }

    /** True once after it has begun to look different. */
    boolean takeChanged() {
        if (start == null && told == null) {
            return false;
        }
        String now = view().toString();
        boolean changed = !now.equals(told);
        told = start == null ? null : now;
        return changed;
    }
}
