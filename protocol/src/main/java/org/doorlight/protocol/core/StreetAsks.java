package org.doorlight.protocol.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import org.doorlight.protocol.care.ProfileFacts;
import org.doorlight.protocol.core.view.View;
import org.doorlight.protocol.core.view.Views;
import org.doorlight.protocol.hello.Answer;
import org.doorlight.protocol.hello.HeatMode;
import org.doorlight.protocol.hello.RollCalls;
import org.doorlight.protocol.id.DocumentId;
import org.jspecify.annotations.Nullable;

/** What is asked about the street together: first whether it may be, with a kind sentence if not; then it is done. */
final class StreetAsks implements StreetAsk.Visitor<StreetAsks.Doing> {
    private static final String ALL_RIGHT = "all-right";
    private static final String NEED_A_HAND = "need-a-hand";

    private final HelloPlaces places;
    private final HelloDrill drill;

    /** An ask about to be carried out. */
    interface Doing {
        View answer() throws Refusal;
    }

    StreetAsks(Circles circles, Hellos hellos) {
        this.places = new HelloPlaces(circles, hellos);
        this.drill = hellos.drill();
    }

    private StreetViewer viewer(HelloCircle hello) {
        return new StreetViewer(hello, places.tools());
    }

    // ---- roll-calls

    @Override
    public Doing showRollCall(StreetAsk.ShowRollCall ask) {
        return () -> {
            List<View> views = new ArrayList<>();
            for (HelloCircle hello : places.where(ask.circle())) {
                views.add(viewer(hello).rollCall());
            }
            return new Views<>(views);
        };
    }

    @Override
    public Doing startRollCall(StreetAsk.StartRollCall ask) {
        return () -> {
            HelloCircle hello = speaking(ask.circle());
            if (open(hello).isEmpty()) {
                places.requireSure();
                hello.rollCalls().start();
                HelloPlaces.requireWritten(open(hello).isPresent());
            }
            return viewer(hello).rollCall();
        };
    }

    /** Where this home has a voice. */
    private HelloCircle speaking(@Nullable String circle) throws Refusal {
        HelloCircle hello = places.one(circle);
        Asks.requireVoice(hello.circle());
        return hello;
    }

    private static Optional<RollCalls.Current> open(HelloCircle hello) {
        return hello.rollCalls().current().filter(RollCalls.Current::open);
    }

    /** Taken also while the time is not known: whoever needs a hand need not look at a clock first. */
    @Override
    public Doing answerRollCall(StreetAsk.AnswerRollCall ask) {
        return () -> {
            boolean needsHand = needsHand(ask.word());
            HelloCircle hello = speaking(ask.circle());
            RollCalls.Current current = requireOpen(hello);
            hello.rollCalls().answer(current, needsHand);
            var now = hello.rollCalls().standing(current);
            var said = needsHand ? now.needHand() : now.allRight();
            HelloPlaces.requireWritten(said.contains(hello.pages().self()));
            return viewer(hello).rollCall();
        };
    }

    private static boolean needsHand(String word) throws Refusal {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case ALL_RIGHT -> false;
            case NEED_A_HAND -> true;
            default -> throw HelloWishes.invalid("Say one of: " + ALL_RIGHT + ", " + NEED_A_HAND + ".");
        };
    }

    private static RollCalls.Current requireOpen(HelloCircle hello) throws Refusal {
        return open(hello)
                .orElseThrow(() -> new Refusal(
                        Problem.Kind.NOT_FOUND,
                        "Nobody asks just now. Ask the street yourself with: doorlight roll-call start"));
    }

    @Override
    public Doing endRollCall(StreetAsk.EndRollCall ask) {
        return () -> {
            HelloCircle hello = speaking(ask.circle());
            requireOpen(hello);
            if (hello.rollCalls().own().isEmpty()) {
                throw new Refusal(
                        Problem.Kind.NOT_ALLOWED,
                        "Whoever started it ends it. It ends by itself a day after it began.");
            }
            hello.rollCalls().end();
            HelloPlaces.requireWritten(hello.rollCalls().own().isEmpty());
            return viewer(hello).rollCall();
        };
    }

    // ---- hot, cold and stormy days

    @Override
    public Doing showHeat(StreetAsk.ShowHeat ask) {
        return () -> {
            List<View> views = new ArrayList<>();
            for (HelloCircle hello : places.where(ask.circle())) {
                views.add(viewer(hello).heat());
            }
            return new Views<>(views);
        };
    }

    @Override
    public Doing setHeat(StreetAsk.SetHeat ask) {
        return () -> {
            HeatMode.Kind kind = HeatMode.Kind.of(ask.word().toLowerCase(Locale.ROOT))
                    .orElseThrow(() -> HelloWishes.invalid("Say one of: heat, cold, storm."));
            Duration length = length(ask.hours());
            HelloCircle hello = steward(ask.circle());
            places.requireSure();
            say(hello, new HeatMode(kind, places.now(), places.now() + length.toMillis()));
            return viewer(hello).heat();
        };
    }

    private static Duration length(@Nullable Integer hours) throws Refusal {
        long most = HeatMode.LASTS_MAX.toHours();
        if (hours != null && (hours < 1 || hours > most)) {
            throw HelloWishes.invalid("It lasts 1 to " + most + " hours. You can say it again before it ends.");
        }
        return hours == null ? HeatMode.LASTS_MAX : Duration.ofHours(hours);
    }

    private HelloCircle steward(@Nullable String circle) throws Refusal {
        HelloCircle hello = speaking(circle);
        if (!Viewer.isSteward(hello.circle())) {
            throw new Refusal(
                    Problem.Kind.NOT_ALLOWED,
                    "A steward of the circle says this. doorlight member list shows who they are.");
        }
        return hello;
    }

    @Override
    public Doing endHeat(StreetAsk.EndHeat ask) {
        return () -> {
            HelloCircle hello = steward(ask.circle());
            places.requireSure();
            Optional<HeatMode> mode = HelloHeat.now(hello.circle(), places.now());
            if (mode.isPresent()) {
                say(hello, new HeatMode(mode.get().kind(), mode.get().from(), places.now()));
            }
            return viewer(hello).heat();
        };
    }

    private static void say(HelloCircle hello, HeatMode mode) throws Refusal {
        Circle circle = hello.circle();
        long version = HeatMode.version(HelloHeat.said(circle)) + 1;
        SortedMap<String, byte[]> fact = HeatMode.fact(mode, version, circle.author());
        Optional<DocumentId> street = circle.board().streetOf(hello.pages().self());
        if (street.isPresent()) {
            circle.writeIfWhole(street.get(), fact);
        } else {
            circle.writeNew(circle.forEveryone(ProfileFacts.STREET), fact);
        }
        HelloPlaces.requireWritten(HeatMode.version(HelloHeat.said(circle)) == version);
    }

    // ---- rehearsals

    @Override
    public Doing startDrill(StreetAsk.StartDrill ask) {
        return () -> {
            drill.start();
            return drill.view();
        };
    }

    @Override
    public Doing showDrill(StreetAsk.ShowDrill ask) {
        return drill::view;
    }

    @Override
    public Doing answerDrill(StreetAsk.AnswerDrill ask) {
        return () -> {
            Answer.Kind kind = EpisodeAsks.kind(ask.word());
            if (!drill.isOn() || drill.isOver()) {
                throw new Refusal(
                        Problem.Kind.NOT_FOUND,
                        "There is no rehearsal to answer. Begin one with: doorlight hello drill start");
            }
            drill.answer(kind);
            return drill.view();
        };
    }

    @Override
    public Doing endDrill(StreetAsk.EndDrill ask) {
        return () -> {
            drill.end();
            return drill.view();
        };
    }
}
