package org.doorlight.node.loop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.core.Moment;
import org.doorlight.protocol.core.SessionId;
import org.doorlight.protocol.core.Shelf;
import org.doorlight.protocol.core.Store;
import org.doorlight.protocol.core.StoreFault;
import org.doorlight.protocol.core.view.StoreState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventLoopTest {
    private static final SessionId SESSION = new SessionId(1);

    private final Tape tape = new Tape();
    private final ManualClock clock = new ManualClock();
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private EventLoop loop = loop(this::saveAndEcho, tape, clock);

    @AfterEach
    void stopLoop() {
        gate.countDown();
        loop.stop();
    }

    @Test
    void what_is_saved_is_durable_before_anything_leaves() {
        post("soup");
        loop.start();
        loop.stop();

        assertThat(tape.lines()).containsExactly("save soup", "commit", "send soup", "noted soup");
    }

    @Test
    void inputs_that_wait_together_share_one_commit_and_keep_their_order() {
        loop = loop(this::gated, tape, clock);
        loop.start();
        IntStream.range(0, 3).forEach(number -> post("m" + number));
        gate.countDown();
        loop.stop();

        assertThat(tape.lines())
                .containsExactly(
                        "save m0",
                        "save m1",
                        "save m2",
                        "commit",
                        "send m0",
                        "noted m0",
                        "send m1",
                        "noted m1",
                        "send m2",
                        "noted m2");
    }

    @Test
    void a_turn_takes_so_many_inputs_and_no_more() {
        loop = loop(this::gated, tape, clock);
        loop.start();
        IntStream.range(0, 2 * EventLoop.TURN_INPUTS_MAX + 1).forEach(number -> post("m" + number));
        assertThat(loop.backlog()).isGreaterThanOrEqualTo(2 * EventLoop.TURN_INPUTS_MAX + 1);
        gate.countDown();
        await().until(() -> loop.backlog() == 0);
        loop.stop();

        assertThat(tape.lines().stream().filter("commit"::equals)).hasSize(3);
        assertThat(tape.lines().indexOf("commit")).isEqualTo(EventLoop.TURN_INPUTS_MAX);
    }

    @Test
    void a_turn_without_saves_makes_no_commit() {
        loop = loop((moment, input) -> List.of(new Effect.Note("heard")), tape, clock);
        loop.start();
        loop.stop();

        assertThat(tape.lines()).isNotEmpty().containsOnly("heard");
    }

    @Test
    void nothing_leaves_when_the_commit_fails() {
        IllegalStateException full = new IllegalStateException("disk full");
        loop = loop(this::saveAndEcho, tape.failingToCommit(full), clock);
        post("soup");
        loop.start();

        assertThat(failure.join()).isSameAs(full);
        assertThat(tape.lines()).containsExactly("save soup", "rollback");
    }

    @Test
    void a_turn_the_store_cannot_keep_is_rolled_back_and_the_loop_goes_on() {
        loop = loop(new Forgiving(), new FullOnce(), clock);
        List.of("one", "full", "three").forEach(this::post);
        loop.start();
        loop.stop();

        // What waited behind the one that was too much is taken in as if it came later.
        assertThat(tape.lines())
                .containsExactly(
                        "save one", "rollback", "dropped 4", "save three", "commit", "send three", "noted three");
        assertThat(failure).isNotDone();
    }

    @Test
    void a_bug_in_the_core_rolls_the_turn_back_and_stops_the_loop() {
        AssertionError bug = new AssertionError("bug");
        loop = loop((moment, input) -> failOn("bad", bug, moment, input), tape, clock);
        List.of("good", "bad", "after").forEach(this::post);
        loop.start();

        assertThat(failure.join()).isSameAs(bug);
        assertThat(loop.stop()).isTrue();
        assertThat(tape.lines()).doesNotContain("send good", "save after").endsWith("rollback");
        post("later");
        assertThat(loop.backlog()).isZero();
    }

    @Test
    void a_first_tick_comes_at_the_start() {
        loop = loop(EventLoopTest::tickNotes, tape, clock);
        loop.start();

        await().until(() -> tape.lines().size() == 1);
        assertThat(tape.lines()).containsExactly("tick");
    }

    @Test
    void a_tick_comes_about_once_a_second() {
        List<Long> ticks = new CopyOnWriteArrayList<>();
        loop = loop((moment, input) -> noteTime(ticks, moment, input), tape, new SystemClock());
        loop.start();

        await().atMost(Duration.ofSeconds(20)).until(() -> ticks.size() >= 3);
        // The moment is taken a little after the loop decides that a tick is due.
        assertThat(ticks.get(2) - ticks.get(0)).isGreaterThanOrEqualTo(1_900_000_000L);
    }

    @Test
    void a_tick_comes_in_time_even_when_inputs_never_cease() {
        loop = loop(EventLoopTest::tickNotes, tape, clock);
        loop.start();
        await().until(() -> tape.lines().size() == 1);

        clock.advance(Duration.ofMillis(1_001));
        post("busy");

        await().until(() -> tape.lines().size() == 2);
    }

    @Test
    void each_input_has_its_own_moment() {
        List<Moment> moments = new ArrayList<>();
        loop = loop((moment, input) -> advance(moments, moment), tape, clock);
        post("one");
        post("two");
        loop.start();
        loop.stop();

        assertThat(moments.stream().map(Moment::monotonicNanos)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void stopping_works_off_what_is_queued() {
        loop = loop(this::gated, tape, clock);
        loop.start();
        IntStream.range(0, 1_000).forEach(number -> post("m" + number));
        gate.countDown();

        assertThat(loop.stop()).isTrue();
        assertThat(tape.lines()).contains("send m999");
    }

    @Test
    void stopping_does_not_wait_for_a_loop_that_hangs() {
        loop = loop(this::gated, tape, clock);
        loop.start();
        post("one");

        long before = System.nanoTime();
        assertThat(loop.stop()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void a_loop_may_be_stopped_twice_and_from_its_own_thread() {
        loop = loop((moment, input) -> stopItself(), tape, clock);
        loop.start();

        await().until(() -> !tape.lines().isEmpty());
        assertThat(loop.stop()).isTrue();
        assertThat(loop.stop()).isTrue();
        assertThat(failure).isNotDone();
    }

    private EventLoop loop(Core core, Store store, MomentClock time) {
        return new EventLoop(core, store, tape, time, failure::complete);
    }

    private void post(String text) {
        loop.post(new Input.Received(SESSION, text.getBytes(UTF_8)));
    }

    /** A core that keeps every frame, sends it back and leaves a note. */
    private List<Effect> saveAndEcho(Moment moment, Input input) {
        if (!(input instanceof Input.Received received)) {
            return List.of();
        }
        byte[] frame = received.frame();
        return List.of(
                new Effect.Send(SESSION, frame),
                new Effect.SaveRecord(Shelf.DOCUMENT, frame, frame),
                new Effect.Note("noted " + new String(frame, UTF_8)));
    }

    /** As {@link #saveAndEcho}, but the first input holds the loop until the gate opens. */
    private List<Effect> gated(Moment moment, Input input) {
        try {
            assertThat(gate.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException unexpected) {
            throw new AssertionError(unexpected);
        }
        return saveAndEcho(moment, input);
    }

    private List<Effect> failOn(String text, AssertionError bug, Moment moment, Input input) {
        if (input instanceof Input.Received received && new String(received.frame(), UTF_8).equals(text)) {
            throw bug;
        }
        return saveAndEcho(moment, input);
    }

    private static List<Effect> tickNotes(Moment moment, Input input) {
        return input instanceof Input.Tick ? List.of(new Effect.Note("tick")) : List.of();
    }

    private static List<Effect> noteTime(List<Long> ticks, Moment moment, Input input) {
        if (input instanceof Input.Tick) {
            ticks.add(moment.monotonicNanos());
        }
        return List.of();
    }

    private List<Effect> advance(List<Moment> moments, Moment moment) {
        moments.add(moment);
        clock.advance(Duration.ofNanos(5));
        return List.of();
    }

    private List<Effect> stopItself() {
        return List.of(new Effect.Note("stopped at once: " + loop.stop()));
    }

    /** A core that hears of trouble and goes on. */
    private final class Forgiving implements Core {
        @Override
        public List<Effect> handle(Moment now, Input input) {
            return saveAndEcho(now, input);
        }

        @Override
        public List<Effect.Deed> storeFailed(Moment now, StoreFault fault, List<Effect.Deed> dropped) {
            return List.of(new Effect.Note("dropped " + dropped.size()));
        }
    }

    /** A store that has no room for one thing. */
    private final class FullOnce extends Tape {
        @Override
        public void saveRecord(Effect.SaveRecord effect) {
            if (new String(effect.value(), UTF_8).equals("full")) {
                throw new Full();
            }
            tape.saveRecord(effect);
        }

        @Override
        public void commit() {
            tape.commit();
        }

        @Override
        public void rollback() {
            tape.rollback();
        }
    }

    /** The disk is full. */
    private static final class Full extends StoreFault {
        private static final long serialVersionUID = 1;

        Full() {
            super("full");
        }

        @Override
        public Optional<StoreState> passing() {
            return Optional.of(StoreState.FULL);
        }
    }
}
