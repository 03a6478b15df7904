package org.doorlight.protocol.core;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.doorlight.protocol.core.view.ClockView;
import org.doorlight.protocol.core.view.EpisodeView;
import org.doorlight.protocol.core.view.HeardView;
import org.doorlight.protocol.core.view.HelloPlanView;
import org.doorlight.protocol.core.view.HelloView;
import org.doorlight.protocol.core.view.Views;
import org.doorlight.protocol.core.view.WatchView;
import org.doorlight.protocol.id.MemberId;

/** Rosa and her neighbours as whole nodes, with plans, hellos and episodes. It is noon on Monday, 23 November 2026, in Berlin. */
final class HelloStreet {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    final TestStreet street;
    final TestHome rosa;
    final List<TestHome> buddies;

    HelloStreet(long seed, String... names) {
        street = new TestStreet(seed);
        rosa = street.founder("Rosa");
        buddies = Arrays.stream(names).map(name -> street.joined(name, rosa)).toList();
        List<TestHome> all = new ArrayList<>(buddies);
        all.add(rosa);
        for (TestHome home : all) {
            home.knows(all.stream().filter(other -> other != home).toArray(TestHome[]::new));
            home.restart();
        }
        street.pass(10);
    }

    /** One answer, and the street knows what time it is. */
    HelloStreet withClock() {
        rosa.done(new HelloAsk.ConfirmClock(null), ClockView.class);
        street.pass(2);
        return this;
    }

    /** Everybody is named, and says yes. */
    HelloStreet withPlan() {
        return withPlan("07:00-10:00");
    }

    HelloStreet withPlan(String window) {
        rosa.done(new HelloAsk.SetPlan(null, draft(window)), HelloPlanView.class);
        street.pass(3);
        buddies.forEach(buddy -> agrees(buddy, true));
        street.pass(3);
        return this;
    }

    HelloAsk.PlanDraft draft(String... windows) {
        return new HelloAsk.PlanDraft(
                null,
                List.of(windows),
                List.of(),
                null,
                buddies.stream().map(buddy -> member(buddy).hex()).toList(),
                new HelloAsk.PlanBounds(null, null, null),
                true);
    }

    Views<?> agrees(TestHome buddy, boolean yes) {
        return buddy.done(new HelloAsk.Agree(null, member(rosa).hex(), yes, true), Views.class);
    }

    MemberId member(TestHome home) {
        return home.circle().member();
    }

    // ---- time

    /** Lets it become this time in Berlin, as {@code 2026-11-24T10:00}. */
    HelloStreet until(String time) {
        long then = LocalDateTime.parse(time).atZone(BERLIN).toInstant().toEpochMilli();
        while (then - street.now().wallMillis() > 2 * HOUR) {
            street.skip(1);
        }
        street.passMinutes((then - street.now().wallMillis()) / MINUTE);
        return this;
    }

    Instant now() {
        return Instant.ofEpochMilli(street.now().wallMillis());
    }

    // ---- what they see and do

    void saysHello(TestHome home) {
        home.done(new HelloAsk.SayHello("cup"), HeardView.class);
        street.pass(2);
    }

    HelloView own(TestHome home) {
        return (HelloView)
                home.done(new HelloAsk.Show(null), Views.class).items().get(0);
    }

    List<WatchView> watched(TestHome home) {
        return list(home, new HelloAsk.ListWatched(null), WatchView.class);
    }

    /** What a buddy's box knows of Rosa. */
    WatchView rosaAt(TestHome home) {
        return watched(home).stream()
                .filter(view -> view.member().equals(member(rosa)))
                .findFirst()
                .orElseThrow();
    }

    List<EpisodeView> episodes(TestHome home) {
        return list(home, new HelloAsk.ListEpisodes(null), EpisodeView.class);
    }

    /** Those whose people are asked now. */
    List<TestHome> asked() {
        return buddies.stream()
                .filter(buddy -> episodes(buddy).stream().anyMatch(EpisodeView::asked))
                .toList();
    }

    EpisodeView tells(TestHome home, String word) {
        EpisodeView view =
                home.done(new HelloAsk.Tell(null, rosaAt(home).episode().hex(), word, null), EpisodeView.class);
        street.pass(2);
        return view;
    }

    long events(TestHome home, String type) {
        return home.events().stream().filter(event -> event.type().equals(type)).count();
    }

    private static <V> List<V> list(TestHome home, Ask ask, Class<V> view) {
        return ((Views<?>) home.done(ask, Views.class))
                .items().stream().map(view::cast).toList();
    }
}
