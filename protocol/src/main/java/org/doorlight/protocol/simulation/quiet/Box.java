package org.doorlight.protocol.simulation.quiet;

import java.time.Duration;
import java.util.Optional;
import org.doorlight.protocol.core.ClockConfidence;
import org.doorlight.protocol.core.Moment;
import org.doorlight.protocol.hello.Attestation;
import org.doorlight.protocol.hello.Heat;
import org.doorlight.protocol.hello.Hello;
import org.doorlight.protocol.hello.HelloPlan;
import org.doorlight.protocol.hello.Jitter;
import org.doorlight.protocol.hello.Pace;
import org.doorlight.protocol.hello.Pause;
import org.doorlight.protocol.hello.Picture;
import org.doorlight.protocol.hello.Senses;
import org.doorlight.protocol.hello.Touch;
import org.doorlight.protocol.hello.Window;
import org.doorlight.protocol.hello.WindowId;
import org.doorlight.protocol.hello.WindowState;
import org.doorlight.protocol.id.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * One box: power, wall clock and button as the world makes them, and the real rules of the own box on top. What a real one keeps on its
 * disk (the last touch, what was signed, a pause) outlives a restart here too.
 */
final class Box {
    private static final long NANOS_A_MILLI = 1_000_000;
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final HelloPlan plan;
    private final byte[] secret;

    private boolean on;
    private long bootedAt;
    private long wrongBy;
    private ClockConfidence clock = new ClockConfidence();
    private @Nullable Long untoldTouch;
    private @Nullable WindowId doubted;
    private int rung;

    private long floor = Long.MIN_VALUE;
    private @Nullable WindowId signed;
    private Attestation.@Nullable Word word;
    private @Nullable WindowId touchedFor;
    private @Nullable Touch touch;
    private Optional<Pause> pause = Optional.empty();
    private long provenAt;
    private Window expected;

    Box(HelloPlan plan, byte[] secret, long now) {
        this.plan = plan;
        this.secret = secret.clone();
        this.provenAt = now;
        this.expected = plan.schedule().nextOpening(now, Heat.NONE).orElseThrow();
        boot(0, now);
    }

    // ---- power and clock

    boolean isOn() {
        return on;
    }

    void goOff() {
        on = false;
    }

    /** Wakes up with a wall clock that is wrong by so many milliseconds. */
    void boot(long wrong, long now) {
        on = true;
        bootedAt = now;
        wrongBy = wrong;
        clock = new ClockConfidence();
        clock.notBefore(floor);
        clock.tick(moment(now));
        untoldTouch = null;
        rung = 0;
    }

    void jump(long wrong, long now) {
        wrongBy = wrong;
        clock.tick(moment(now));
    }

    /** The time service sets the wall clock right. */
    void timeService(long now) {
        wrongBy = 0;
        clock.timeService(true, moment(now));
    }

    void personSays(long time, long now) {
        // A refusal is shown, and whoever is asked looks again another time.
        var refusal = clock.person(time, moment(now));
        untoldTouch = refusal.isPresent()
                ? untoldTouch
                : Optional.ofNullable(untoldTouch).orElse(now);
        provenAt = now;
    }

    void hears(MemberId neighbour, ClockConfidence.Word said, long now) {
        clock.peer(neighbour, said, moment(now));
    }

    ClockConfidence.Word says(long now) {
        return clock.word(moment(now));
    }

    boolean sure() {
        return clock.isSure();
    }

    boolean hasTimeService() {
        return clock.source() == ClockConfidence.Source.NTP;
    }

    Moment moment(long now) {
        return new Moment(now + wrongBy, (now - bootedAt) * NANOS_A_MILLI);
    }

    long time(long now) {
        return clock.wallMillis(moment(now));
    }

    // ---- the person at it

    /** Away from now; whoever says so is there. */
    void pause(long until, long now) {
        pause = Optional.of(new Pause(time(now), until));
        provenAt = now;
    }

    boolean paused(long now) {
        long time = time(now);
        return pause.filter(one -> one.from() <= time && time < one.until()).isPresent();
    }

    /** A touch: a hello to be told at once, if its window was signed without one. While the time is unknown it is kept for later. */
    Optional<Hello> touch(long now) {
        provenAt = now;
        untoldTouch = now;
        return tell(now);
    }

    /** Says what a touch means as soon as the time is known; the stopwatch knows how long ago it was. */
    Optional<Hello> tell(long now) {
        Long touched = untoldTouch;
        if (touched == null || !sure()) {
            return Optional.empty();
        }
        untoldTouch = null;
        long time = time(now) - (now - touched);
        Window window = plan.schedule().latestOpened(time, Heat.NONE).orElseThrow();
        WindowId last = signed;
        if (last == null || last.compareTo(window.id()) < 0) {
            touchedFor = window.id();
            touch = new Touch(Picture.SUN, time);
            return Optional.empty();
        }
        if (!isLit()) {
            return Optional.empty();
        }
        word = Attestation.Word.OK;
        return Optional.of(new Hello(last, Picture.SUN, time));
    }

    /** Whether the picture is lit: the last window was signed without a hello. */
    boolean isLit() {
        return word == Attestation.Word.MISSED || word == Attestation.Word.CANNOT_TELL;
    }

    /** Which nudge has begun to ring, from 1; 0 if none has since the last look. */
    int rings(long now) {
        long time = time(now);
        if (!sure() || time < expected.closes() || time >= expected.due()) {
            rung = 0;
            return 0;
        }
        WindowState state = WindowState.of(noticed(expected, now), time);
        boolean fresh = state.state() == WindowState.State.NUDGING && state.nudges() > rung;
        rung = state.nudges();
        return fresh ? rung : 0;
    }

    // ---- the rules of the own box

    /** What is to be signed now, if anything. */
    Optional<Attestation> sign(long now) {
        endPause(now);
        long time = time(now);
        if (sure() && time < expected.due()) {
            return Optional.empty();
        }
        Optional<Window> due = plan.schedule().latestDue(time, 0, Heat.NONE);
        return due.filter(window -> time >= window.due() + jitter(window.id()))
                .filter(window -> isNew(window.id()))
                .map(window -> sign(window, now));
    }

    private long jitter(WindowId window) {
        return Jitter.millis(secret, window, Pace.USUAL.jitterMax());
    }

    private boolean isNew(WindowId window) {
        WindowId last = signed;
        boolean later = last == null || window.compareTo(last) > 0;
        return later && (sure() || !window.equals(doubted));
    }

    private Attestation sign(Window window, long now) {
        Attestation note = WindowState.attest(noticed(window, now), firstAfterPause(window), time(now));
        if (sure()) {
            signed = window.id();
            word = note.word();
            floor = Math.max(floor, note.at());
            clock.notBefore(floor);
            expected = plan.schedule().after(window.id(), Heat.NONE).orElseThrow();
        } else {
            // What is signed in doubt names whatever window the wall clock names, and counts for nothing.
            doubted = window.id();
        }
        return note;
    }

    private Optional<WindowId> firstAfterPause(Window window) {
        return pause.filter(one -> one.until() > window.due())
                .flatMap(one -> plan.schedule().dueBetween(one.until(), one.until() + 2 * DAY, Heat.NONE).stream()
                        .findFirst())
                .map(Window::id);
    }

    private WindowState.Noticed noticed(Window window, long now) {
        Optional<Touch> touched = window.id().equals(touchedFor) ? Optional.ofNullable(touch) : Optional.empty();
        long unproven = pause.isPresent() ? 0 : now - provenAt;
        return new WindowState.Noticed(window, touched, pause, new Senses(now - bootedAt, sureFor(now), unproven));
    }

    private long sureFor(long now) {
        return clock.sureForMillis(moment(now));
    }

    /** A pause is forgotten when it is over and its last window is signed; the time in it does not count against the button. */
    private void endPause(long now) {
        long earliest = Math.min(time(now), expected.due());
        if (sure() && pause.filter(one -> one.until() <= earliest).isPresent()) {
            pause = Optional.empty();
            provenAt = now;
        }
    }
}
