package org.doorlight.protocol.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.core.view.HeardView;
import org.doorlight.protocol.core.view.HelloView;
import org.doorlight.protocol.core.view.View;
import org.doorlight.protocol.core.view.Views;
import org.doorlight.protocol.core.view.WatchView;
import org.doorlight.protocol.hello.Pause;
import org.doorlight.protocol.hello.Picture;
import org.doorlight.protocol.id.MemberId;
import org.jspecify.annotations.Nullable;

/** What is asked about hellos: first whether it may be, with a kind sentence if not; then it is done. */
final class HelloAsks implements HelloAsk.Visitor<HelloAsks.Doing> {

    private final HelloPlaces places;
    private final HelloPlanAsks plans;
    private final EpisodeAsks episodes;
    private final HelloTools tools;

    /** An ask about to be carried out. */
    interface Doing {
        View answer() throws Refusal;
    }

    HelloAsks(Circles circles, Hellos hellos) {
        this.places = new HelloPlaces(circles, hellos);
        this.plans = new HelloPlanAsks(places);
        this.episodes = new EpisodeAsks(places);
        this.tools = hellos.tools();
    }

    // ---- the own hello

    @Override
    public Doing sayHello(HelloAsk.SayHello ask) {
        return () -> {
            Picture picture = HelloWishes.picture(ask.picture());
            for (HelloCircle hello : places.all()) {
                hello.circle().renewIfDoubted();
                hello.box().touch(picture);
            }
            return new HeardView("Hello heard. Thank you.");
        };
    }

    @Override
    public Doing show(HelloAsk.Show ask) {
        return () -> own(places.where(ask.circle()));
    }

    private View own(Collection<HelloCircle> where) {
        List<HelloView> views =
                where.stream().map(hello -> places.viewer(hello).own()).toList();
        return new Views<>(views);
    }

    @Override
    public Doing rest(HelloAsk.Rest ask) {
        return () -> {
            places.requireSure();
            for (HelloCircle hello : places.all()) {
                rest(hello, ask);
            }
            return own(places.all());
        };
    }

    private void rest(HelloCircle hello, HelloAsk.Rest ask) throws Refusal {
        Integer hours = ask.hours();
        String until = ask.until();
        if (hours != null && until != null) {
            throw HelloWishes.invalid("Say how many hours, or until which day; not both.");
        }
        if (hours != null) {
            refuseIf(Pause.snoozeObjection(hours));
            hello.box().pause(Pause.snooze(places.now(), hours));
        } else if (until != null) {
            long end = HelloWishes.day(until, Viewer.zone(hello.circle()));
            refuseIf(Pause.awayObjection(places.now(), end, isCode(hello, ask.code())));
            hello.box().pause(new Pause(places.now(), end));
        } else {
            hello.box().back();
        }
    }

    private static boolean isCode(HelloCircle hello, @Nullable String typed) throws Refusal {
        Optional<String> code = hello.memory().code();
        if (typed == null) {
            return false;
        }
        if (code.isEmpty()) {
            throw new Refusal(
                    Problem.Kind.CONFLICT, "There is no picture code yet. Choose one with: doorlight hello code");
        }
        if (!HelloWishes.code(typed).equals(code.get())) {
            throw new Refusal(Problem.Kind.NOT_ALLOWED, "That is not the picture code of this home.");
        }
        return true;
    }

    private static void refuseIf(Optional<String> objection) throws Refusal {
        if (objection.isPresent()) {
            throw HelloWishes.invalid(objection.get());
        }
    }

    @Override
    public Doing setCode(HelloAsk.SetCode ask) {
        return () -> {
            String code = HelloWishes.code(ask.code());
            for (HelloCircle hello : places.all()) {
                if (hello.memory().code().isPresent() && !isCode(hello, ask.before())) {
                    throw new Refusal(
                            Problem.Kind.NOT_ALLOWED, "There is a picture code already. Show it to choose another.");
                }
            }
            places.all().forEach(hello -> hello.memory().code(code));
            return new HeardView("That is your picture code from now on.");
        };
    }

    @Override
    public Doing listWatched(HelloAsk.ListWatched ask) {
        return () -> {
            List<WatchView> views = new ArrayList<>();
            for (HelloCircle hello : places.where(ask.circle())) {
                MemberId self = hello.pages().self();
                hello.box()
                        .plan()
                        .ifPresent(plan -> views.add(places.viewer(hello).watch(self)));
                hello.buddy()
                        .watched()
                        .forEach(member -> views.add(places.viewer(hello).watch(member)));
            }
            return new Views<>(views);
        };
    }

    // ---- plans and episodes

    @Override
    public Doing setPlan(HelloAsk.SetPlan ask) {
        return () -> plans.setPlan(ask);
    }

    @Override
    public Doing showPlan(HelloAsk.ShowPlan ask) {
        return () -> plans.showPlan(ask);
    }

    @Override
    public Doing endPlan(HelloAsk.EndPlan ask) {
        return () -> plans.endPlan(ask);
    }

    @Override
    public Doing listNaming(HelloAsk.ListNaming ask) {
        return () -> plans.listNaming(ask);
    }

    @Override
    public Doing agree(HelloAsk.Agree ask) {
        return () -> plans.agree(ask);
    }

    @Override
    public Doing listEpisodes(HelloAsk.ListEpisodes ask) {
        return () -> episodes.listEpisodes(ask);
    }

    @Override
    public Doing tell(HelloAsk.Tell ask) {
        return () -> episodes.tell(ask);
    }

    // ---- the clock

    @Override
    public Doing confirmClock(HelloAsk.ConfirmClock ask) {
        return () -> {
            long said = ask.time() == null ? places.now() : Wishes.start(ask.time(), tools.zone());
            Optional<String> objection = tools.clock().person(said);
            if (objection.isPresent()) {
                throw new Refusal(Problem.Kind.CONFLICT, objection.get());
            }
            return HelloViewer.clock(tools);
        };
    }

    @Override
    public Doing showClock(HelloAsk.ShowClock ask) {
        return () -> HelloViewer.clock(tools);
    }
}
