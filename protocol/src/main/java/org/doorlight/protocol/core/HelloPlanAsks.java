package org.doorlight.protocol.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.doorlight.protocol.core.view.HelloPlanView;
import org.doorlight.protocol.core.view.View;
import org.doorlight.protocol.core.view.Views;
import org.doorlight.protocol.hello.HelloPlan;
import org.doorlight.protocol.hello.Picture;
import org.doorlight.protocol.hello.WatchFacts;
import org.doorlight.protocol.hello.Words;
import org.doorlight.protocol.id.MemberId;
import org.jspecify.annotations.Nullable;

/** What is asked about plans, by the person and by buddies: first whether it may be, with a kind sentence if not. */
final class HelloPlanAsks {
    private static final String READ_FIRST = Words.BEFORE.english() + " If that is fine for you, say so: --understood";

    private final HelloPlaces places;

    HelloPlanAsks(HelloPlaces places) {
        this.places = places;
    }

    View setPlan(HelloAsk.SetPlan ask) throws Refusal {
        HelloCircle hello = places.one(ask.circle());
        HelloAsk.PlanDraft draft = ask.draft();
        requireOwn(hello, draft.member());
        Asks.requireVoice(hello.circle());
        places.requireSure();
        HelloPlan plan = HelloWishes.plan(draft, ground(hello, draft));
        if (!draft.understood()) {
            throw new Refusal(Problem.Kind.CONFLICT, READ_FIRST);
        }
        begin(hello, plan);
        HelloPlaces.requireWritten(requirePlan(hello).equals(plan));
        return places.viewer(hello).plan(hello.pages().self(), plan);
    }

    private void requireOwn(HelloCircle hello, @Nullable String member) throws Refusal {
        if (member != null && !places.member(hello, member).equals(hello.pages().self())) {
            throw new Refusal(
                    Problem.Kind.NOT_ALLOWED, "A plan is written by the person it is for, on their own box. Ask them.");
        }
    }

    private HelloWishes.Ground ground(HelloCircle hello, HelloAsk.PlanDraft draft) throws Refusal {
        List<MemberId> buddies = new ArrayList<>();
        for (String buddy : draft.buddies()) {
            buddies.add(places.member(hello, buddy));
        }
        MemberId self = hello.pages().self();
        return new HelloWishes.Ground(
                hello.pages().tidings(self).plan(),
                Viewer.zone(hello.circle()),
                hello.circle().author(),
                buddies,
                self,
                hello.box().proposed(),
                hello.pages().present().size() - 1,
                places.now());
    }

    /** Whoever makes a plan has touched the box. New times count from now on. */
    private void begin(HelloCircle hello, HelloPlan plan) {
        boolean sameTimes = hello.box()
                .plan()
                .filter(before -> before.schedule().equals(plan.schedule())
                        && before.box().equals(plan.box()))
                .isPresent();
        if (!sameTimes) {
            hello.memory().planFrom(places.now());
        }
        hello.pages().plan(plan);
        hello.box().touch(Picture.SUN);
    }

    View showPlan(HelloAsk.ShowPlan ask) throws Refusal {
        HelloCircle hello = places.one(ask.circle());
        MemberId self = hello.pages().self();
        return places.viewer(hello).plan(self, requirePlan(hello));
    }

    private static HelloPlan requirePlan(HelloCircle hello) throws Refusal {
        return hello.pages()
                .tidings(hello.pages().self())
                .plan()
                .orElseThrow(() -> new Refusal(
                        Problem.Kind.NOT_FOUND,
                        "There is no hello plan here. Make one with: doorlight hello plan set"));
    }

    View endPlan(HelloAsk.EndPlan ask) throws Refusal {
        HelloCircle hello = places.one(ask.circle());
        requirePlan(hello);
        Asks.requireVoice(hello.circle());
        hello.pages().end();
        HelloPlaces.requireWritten(
                hello.pages().tidings(hello.pages().self()).plan().isEmpty());
        return new Views<>(List.of(places.viewer(hello).own()));
    }

    // ---- as a buddy

    View listNaming(HelloAsk.ListNaming ask) throws Refusal {
        return naming(places.where(ask.circle()));
    }

    private View naming(Collection<HelloCircle> where) {
        List<HelloPlanView> views = new ArrayList<>();
        for (HelloCircle hello : where) {
            hello.buddy()
                    .naming()
                    .forEach(member -> hello.pages()
                            .tidings(member)
                            .plan()
                            .ifPresent(plan -> views.add(places.viewer(hello).plan(member, plan))));
        }
        return new Views<>(views);
    }

    View agree(HelloAsk.Agree ask) throws Refusal {
        HelloCircle hello = places.one(ask.circle());
        MemberId member = places.member(hello, ask.member());
        Asks.requireVoice(hello.circle());
        boolean named = hello.buddy().naming().contains(member);
        var said = hello.circle().board().hello().watchFacts(hello.pages().self(), member);
        if (ask.yes() ? !named : !named && said.isEmpty()) {
            throw new Refusal(Problem.Kind.NOT_FOUND, "They have not asked this home to look in on them.");
        }
        if (ask.yes() && !ask.understood()) {
            throw new Refusal(Problem.Kind.CONFLICT, READ_FIRST);
        }
        hello.pages()
                .watch(
                        member,
                        WatchFacts.agreed(
                                member,
                                ask.yes(),
                                WatchFacts.version(said) + 1,
                                hello.circle().author()));
        HelloPlaces.requireWritten(
                hello.pages().tidings(member).watch(hello.pages().self()).agreed() == ask.yes());
        return naming(List.of(hello));
    }
}
