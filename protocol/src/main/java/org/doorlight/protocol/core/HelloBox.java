package org.doorlight.protocol.core;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.doorlight.protocol.hello.Attestation;
import org.doorlight.protocol.hello.DailyWindow;
import org.doorlight.protocol.hello.Episode;
import org.doorlight.protocol.hello.Episodes;
import org.doorlight.protocol.hello.Heat;
import org.doorlight.protocol.hello.Hello;
import org.doorlight.protocol.hello.HelloPlan;
import org.doorlight.protocol.hello.Jitter;
import org.doorlight.protocol.hello.Pause;
import org.doorlight.protocol.hello.Picture;
import org.doorlight.protocol.hello.PlanFacts;
import org.doorlight.protocol.hello.Pretend;
import org.doorlight.protocol.hello.Senses;
import org.doorlight.protocol.hello.Tidings;
import org.doorlight.protocol.hello.Touch;
import org.doorlight.protocol.hello.Window;
import org.doorlight.protocol.hello.WindowId;
import org.doorlight.protocol.hello.WindowState;
import org.doorlight.protocol.id.DeviceId;
import org.jspecify.annotations.Nullable;

/**
 * This home's own windows (HELLO §2, §3): it listens for a touch, rings three times, and signs one note for each window at a moment that
 * does not depend on anybody. A home without a plan signs one note a day too, so that nobody can tell who has one.
 */
final class HelloBox {
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Circle circle;
    private final HelloTools tools;
    private final HelloPages pages;
    private final HelloMemory memory;
    // A touch while the time is not known, by the stopwatch.
    private @Nullable Touch early;
    private @Nullable WindowId nudged;
    private int nudges;

    HelloBox(Circle circle, HelloTools tools, HelloPages pages, HelloMemory memory) {
        this.circle = circle;
        this.tools = tools;
        this.pages = pages;
        this.memory = memory;
    }

    // ---- what is due

    /** Does what is due. A box that does not know the time signs nothing and rings nobody. */
    void run() {
        if (!tools.clock().isSure()) {
            return;
        }
        tellEarlyTouch();
        tellLate();
        own().plan().filter(plan -> isOfEarlierKeys(plan.box())).ifPresent(this::takeOver);
        Optional<HelloPlan> plan = plan();
        if (plan.isEmpty()) {
            pretend();
        } else if (plan.get().box().equals(circle.author())) {
            plan.get().schedule().dueBetween(now() - DAY, now() + 1, heat(plan.get())).stream()
                    .filter(window -> counts(plan.get(), window))
                    .forEach(window -> attest(plan.get(), window));
            window(plan.get()).ifPresent(this::nudge);
        }
    }

    /** This home has taken new keys (PROTOCOL §1): its box is the same, under another name. */
    private boolean isOfEarlierKeys(DeviceId box) {
        return circle.replica().self().identity().earlier().stream()
                .anyMatch(earlier -> earlier.device().equals(box));
    }

    private void takeOver(HelloPlan plan) {
        memory.planFrom(now());
        pages.plan(new HelloPlan(
                plan.schedule(), circle.author(), plan.buddies(), plan.knocking(), plan.consents(), plan.renewBy()));
    }

    private long now() {
        return tools.clock().millis();
    }

    /** The plan that holds today. */
    Optional<HelloPlan> plan() {
        return pages.tidings(pages.self())
                .plan()
                .filter(plan -> plan.covers(today(plan.schedule().zone())));
    }

    private LocalDate today(ZoneId zone) {
        return Instant.ofEpochMilli(now()).atZone(zone).toLocalDate();
    }

    private Heat heat(HelloPlan plan) {
        return plan.consents().heat() ? HelloHeat.span(circle) : Heat.NONE;
    }

    private boolean counts(HelloPlan plan, Window window) {
        return window.due() >= memory.planSince() && plan.covers(window.id().date());
    }

    /** The latest window that has opened since the plan holds. */
    Optional<Window> window(HelloPlan plan) {
        return plan.schedule().latestOpened(now(), heat(plan)).filter(window -> counts(plan, window));
    }

    // ---- signing

    private void attest(HelloPlan plan, Window window) {
        boolean signed =
                PlanFacts.hasPlansNote(circle.board().hello().facts(pages.self()), window.id(), circle.author());
        if (!signed && now() >= window.due() + jitter(window.id())) {
            Attestation note = WindowState.attest(noticed(window), until(plan), now());
            sign(note);
        }
    }

    /** Whether a home without a plan has said its word of the day. */
    private boolean isSigned(WindowId window) {
        return PlanFacts.hasNote(circle.board().hello().facts(pages.self()), window, circle.author());
    }

    private void sign(Attestation note) {
        pages.note(PlanFacts.note(note, circle.author()));
        memory.signed(note.at());
    }

    private long jitter(WindowId window) {
        return Jitter.millis(secret(), window, tools.pace().jitterMax());
    }

    private byte[] secret() {
        return circle.replica().self().identity().signingSeed();
    }

    private Optional<WindowId> until(HelloPlan plan) {
        return memory.pause()
                .flatMap(pause -> plan.schedule().nextOpening(pause.until(), heat(plan)))
                .map(Window::id);
    }

    /** What this box noticed about a window. */
    WindowState.Noticed noticed(Window window) {
        return new WindowState.Noticed(
                window,
                memory.touch().filter(touch -> touch.at() >= window.opens() && touch.at() <= now()),
                memory.pause(),
                senses());
    }

    /** The window with which a plan here looks like none: it proposes this one. */
    DailyWindow proposed() {
        return Pretend.window(secret());
    }

    /** How far this box can trust what it noticed. */
    Senses senses() {
        return new Senses(tools.clock().upMillis(), tools.clock().sureForMillis(), memory.unprovenMillis(now()));
    }

    // ---- without a plan

    /** One note a day at a time of day drawn once, as if there were a plan with one window. */
    private void pretend() {
        Pretend.schedule(secret(), Viewer.zone(circle)).dueBetween(now() - DAY, now() + 1, Heat.NONE).stream()
                .reduce((one, other) -> other)
                .filter(window -> !isSigned(window.id()) && now() >= window.due() + jitter(window.id()))
                .ifPresent(window -> sign(Attestation.of(window.id(), Attestation.Word.NO_PLAN, now())));
    }

    // ---- ringing

    /** A nudge is told once; after a restart they begin anew. */
    private void nudge(Window window) {
        WindowState state = WindowState.of(noticed(window), now());
        if (state.state() != WindowState.State.NUDGING) {
            return;
        }
        if (!window.id().equals(nudged)) {
            nudged = window.id();
            nudges = 0;
        }
        while (nudges < state.nudges()) {
            nudges++;
            tools.news()
                    .announce("hello.nudge", circle.id(), null, tools.clock().moment());
        }
    }

    // ---- saying hello

    /** A picture was touched. */
    void touch(Picture picture) {
        if (tools.clock().isSure()) {
            early = null;
            take(new Touch(picture, now()));
        } else {
            early = new Touch(picture, tools.clock().stopwatch());
        }
    }

    private void tellEarlyTouch() {
        Touch before = early;
        if (before != null) {
            early = null;
            take(new Touch(before.picture(), now() - (tools.clock().stopwatch() - before.at())));
        }
    }

    /** Kept for the note of its window; told at once if a note said otherwise before, or if another device signs the notes. */
    private void take(Touch touch) {
        memory.touched(touch);
        if (hasSaidOtherwise() || isSignedElsewhere()) {
            tell(touch);
        }
    }

    /** What could not be told at once, because somebody else might have spoken under the keys of this home. */
    private void tellLate() {
        Tidings own = own();
        memory.touch()
                .filter(touch -> hasSaidOtherwise())
                .filter(touch ->
                        latestNote(own).filter(note -> note.at() <= touch.at()).isPresent())
                .ifPresent(this::tell);
    }

    private void tell(Touch touch) {
        if (!circle.isDoubted()) {
            plan().flatMap(this::window)
                    .ifPresent(window -> pages.note(PlanFacts.hello(
                            new Hello(latest(window.id()), touch.picture(), touch.at()), circle.author())));
        }
    }

    private Tidings own() {
        return pages.tidings(pages.self());
    }

    private WindowId latest(WindowId opened) {
        var notes = own().notes();
        return notes.isEmpty() || notes.lastKey().compareTo(opened) <= 0 ? opened : notes.lastKey();
    }

    private boolean isSignedElsewhere() {
        return own().plan().filter(plan -> !plan.box().equals(circle.author())).isPresent();
    }

    /** A note says MISSED, or the latest that the box could not tell, and there was no hello since. */
    private boolean hasSaidOtherwise() {
        Tidings own = own();
        boolean quiet = Episodes.open(own, tools.pace())
                .filter(episode -> episode.reason() == Episode.Reason.QUIET)
                .isPresent();
        return quiet || couldNotTell(own);
    }

    private static boolean couldNotTell(Tidings own) {
        return latestNote(own)
                .filter(note -> note.word() == Attestation.Word.CANNOT_TELL)
                .filter(note ->
                        own.hellos().stream().noneMatch(hello -> hello.window().compareTo(note.window()) >= 0))
                .isPresent();
    }

    private static Optional<Attestation> latestNote(Tidings own) {
        return own.notes().values().stream().reduce((one, other) -> other);
    }

    /** Hellos are not expected for a while. Whoever says so is there. */
    void pause(Pause pause) {
        memory.pause(pause);
        touch(Picture.SUN);
    }

    /** Hellos are expected again. */
    void back() {
        memory.pause()
                .filter(pause -> pause.until() > now())
                .ifPresent(pause -> memory.pause(new Pause(pause.from(), now())));
        touch(Picture.SUN);
    }
}
