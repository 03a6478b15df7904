package org.doorlight.protocol.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.doorlight.protocol.core.view.EpisodeView;
import org.doorlight.protocol.core.view.View;
import org.doorlight.protocol.core.view.Views;
import org.doorlight.protocol.hello.Answer;
import org.doorlight.protocol.hello.WatchFacts;
import org.doorlight.protocol.id.MemberId;

/** What is asked about episodes, and what buddies say about them. */
final class EpisodeAsks {
    private static final long AHEAD_MILLIS_MAX = ClockConfidence.AGREES_WITHIN.toMillis();
    private static final long BACK_MILLIS_MAX = Duration.ofDays(7).toMillis();

    private final HelloPlaces places;

    EpisodeAsks(HelloPlaces places) {
        this.places = places;
    }

    View listEpisodes(HelloAsk.ListEpisodes ask) throws Refusal {
        List<EpisodeView> views = new ArrayList<>();
        for (HelloCircle hello : places.where(ask.circle())) {
            hello.buddy().sights().values().forEach(sight -> {
                hello.buddy().read(sight);
                views.add(places.viewer(hello).episode(sight));
            });
        }
        return new Views<>(views);
    }

    /** An episode and where it is. */
    private record Found(HelloCircle hello, HelloBuddy.Sight sight) {}

    View tell(HelloAsk.Tell ask) throws Refusal {
        Answer.Kind kind = kind(ask.word());
        Found found = find(ask);
        HelloCircle hello = found.hello();
        requireOpen(found.sight(), hello);
        Asks.requireVoice(hello.circle());
        places.requireSure();
        long at = ask.at() == null ? places.now() : met(ask.at(), hello);
        MemberId member = found.sight().episode().member();
        var window = found.sight().episode().window();
        var said = hello.circle().board().hello().watchFacts(hello.pages().self(), member);
        int number = 1 + WatchFacts.answers(said, window, hello.circle().author());
        hello.pages()
                .watch(
                        member,
                        WatchFacts.answer(
                                new Answer(window, kind, places.now(), at),
                                number,
                                hello.circle().author()));
        var now = hello.circle().board().hello().watchFacts(hello.pages().self(), member);
        HelloPlaces.requireWritten(
                WatchFacts.answers(now, window, hello.circle().author()) == number);
        return places.viewer(hello).episode(afterwards(hello, found.sight()));
    }

    /** What a buddy says, as it is typed. */
    static Answer.Kind kind(String word) throws Refusal {
        return Answer.Kind.of(word.toLowerCase(Locale.ROOT))
                .orElseThrow(
                        () -> HelloWishes.invalid(
                                "Say one of: said-hello, seen, spoke, no-answer, will-go, cannot, knocking, in-peace, go-now."));
    }

    private Found find(HelloAsk.Tell ask) throws Refusal {
        List<Found> all = new ArrayList<>();
        for (HelloCircle hello : places.where(ask.circle())) {
            var sights = hello.buddy().sights();
            hello.buddy()
                    .watched()
                    .forEach(member -> hello.buddy()
                            .open(member)
                            .ifPresent(episode ->
                                    sights.putIfAbsent(episode, hello.buddy().sight(episode))));
            sights.values().forEach(sight -> all.add(new Found(hello, sight)));
        }
        return References.byId(
                all,
                found -> found.sight().episode().id(),
                ask.episode(),
                "episode",
                "doorlight episode list shows those there are.");
    }

    private static void requireOpen(HelloBuddy.Sight sight, HelloCircle hello) throws Refusal {
        boolean released = !hello.buddy().watched().contains(sight.episode().member());
        if (!sight.episode().isOpen() || released) {
            throw new Refusal(Problem.Kind.CONFLICT, "That one is over. Thank you for looking in.");
        }
    }

    private long met(String typed, HelloCircle hello) throws Refusal {
        long at = Wishes.start(typed, Viewer.zone(hello.circle()));
        if (at > places.now() + AHEAD_MILLIS_MAX) {
            throw HelloWishes.invalid("That time is still to come. Say when you met.");
        }
        if (at < places.now() - BACK_MILLIS_MAX) {
            throw HelloWishes.invalid("That is more than a week ago. Say when you met last.");
        }
        return at;
    }

    private static HelloBuddy.Sight afterwards(HelloCircle hello, HelloBuddy.Sight before) {
        return hello.buddy().sights().values().stream()
                .filter(sight -> sight.episode().id().equals(before.episode().id()))
                .findFirst()
                .orElse(before);
    }
}
