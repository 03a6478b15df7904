package org.doorlight.protocol.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorlight.protocol.core.view.EpisodeView;
import org.doorlight.protocol.core.view.HeardView;
import org.doorlight.protocol.core.view.HelloPlanView;
import org.doorlight.protocol.core.view.HelloView;
import org.doorlight.protocol.core.view.View;
import org.doorlight.protocol.core.view.Views;
import org.doorlight.protocol.core.view.WatchView;
import org.doorlight.protocol.hello.Answer;
import org.doorlight.protocol.hello.HelloPlan;
import org.doorlight.protocol.hello.Pause;
import org.doorlight.protocol.hello.Picture;
import org.doorlight.protocol.hello.WatchFacts;
import org.doorlight.protocol.hello.Words;
import org.doorlight.protocol.id.MemberId;
import org.jspecify.annotations.Nullable;

/** What is asked about hellos: first whether it may be, with a kind sentence if not; then it is done. */
final class HelloAsks implements HelloAsk.Visitor<HelloAsks.Doing> {
    private static final String UNSURE =
            "This box isn't sure of the time. Look at a clock, then say so with: doorlight clock confirm";
    private static final long AHEAD_MILLIS_MAX = ClockConfidence.AGREES_WITHIN.toMillis();
    private static final long BACK_MILLIS_MAX = Duration.ofDays(7).toMillis();

    private final References references;
    private final Hellos hellos;
    private final HelloTools tools;

    /** An ask about to be carried out. */
    interface Doing {
        View answer() throws Refusal;
    }

    HelloAsks(Circles circles, Hellos hellos) {
        this.references = new References(circles);
        this.hellos = hellos;
        this.tools = hellos.tools();
    }

    private Collection<HelloCircle> where(@Nullable String circle) throws Refusal {
        return circle == null ? speaking() : List.of(inside(references.circle(circle)));
    }

    private Collection<HelloCircle> speaking() {
        return hellos.all().stream()
                .filter(hello -> hello.circle().replica().ownPlace().isPresent())
                .toList();
    }

    private HelloCircle one(@Nullable String circle) throws Refusal {
        return inside(references.circle(circle));
    }

    private HelloCircle inside(Circle circle) throws Refusal {
        Asks.standing(circle);
        return hellos.of(circle);
    }

    private HelloViewer viewer(HelloCircle hello) {
        return new HelloViewer(hello, tools);
    }

    private long now() {
        return tools.clock().millis();
    }

    private void requireSure() throws Refusal {
        if (!tools.clock().isSure()) {
            throw new Refusal(Problem.Kind.UNAVAILABLE, UNSURE);
        }
    }

    // ---- the own hello

    @Override
    public Doing sayHello(HelloAsk.SayHello ask) {
        return () -> {
            Picture picture = HelloWishes.picture(ask.picture());
            hellos.all().stream()
                    .filter(HelloCircle::maySpeak)
                    .forEach(hello -> hello.box().touch(picture));
            return new HeardView("Hello heard. Thank you.");
        };
    }

    @Override
    public Doing show(HelloAsk.Show ask) {
        return () -> own(where(ask.circle()));
    }

    private View own(Collection<HelloCircle> where) {
        List<HelloView> views = where.stream().map(hello -> viewer(hello).own()).toList();
        return new Views<>(views);
    }

    @Override
    public Doing rest(HelloAsk.Rest ask) {
        return () -> {
            requireSure();
            for (HelloCircle hello : speaking()) {
                rest(hello, ask);
            }
            return own(speaking());
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
            hello.box().pause(Pause.snooze(now(), hours));
        } else if (until != null) {
            long end = HelloWishes.day(until, Viewer.zone(hello.circle()));
            refuseIf(Pause.awayObjection(now(), end, isCode(hello, ask.code())));
            hello.box().pause(new Pause(now(), end));
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
            for (HelloCircle hello : speaking()) {
                if (hello.memory().code().isPresent() && !isCode(hello, ask.before())) {
                    throw new Refusal(
                            Problem.Kind.NOT_ALLOWED, "There is a picture code already. Show it to choose another.");
                }
            }
            speaking().forEach(hello -> hello.memory().code(code));
            return new HeardView("That is your picture code from now on.");
        };
    }

    // ---- the plan

    @Override
    public Doing setPlan(HelloAsk.SetPlan ask) {
        return () -> {
            HelloCircle hello = one(ask.circle());
            HelloAsk.PlanDraft draft = ask.draft();
            requireOwn(hello, draft.member());
            Asks.requireVoice(hello.circle());
            requireSure();
            HelloPlan plan = HelloWishes.plan(draft, ground(hello, draft));
            if (!draft.understood()) {
                throw new Refusal(
                        Problem.Kind.CONFLICT,
                        Words.BEFORE.english() + " If that is fine for you, say so: --understood");
            }
            begin(hello, plan);
            return viewer(hello).plan(hello.pages().self(), plan);
        };
    }

    private void requireOwn(HelloCircle hello, @Nullable String member) throws Refusal {
        if (member != null
                && !references
                        .member(hello.circle(), member)
                        .equals(hello.pages().self())) {
            throw new Refusal(
                    Problem.Kind.NOT_ALLOWED, "A plan is written by the person it is for, on their own box. Ask them.");
        }
    }

    private HelloWishes.Ground ground(HelloCircle hello, HelloAsk.PlanDraft draft) throws Refusal {
        List<MemberId> buddies = new ArrayList<>();
        for (String buddy : draft.buddies()) {
            buddies.add(references.member(hello.circle(), buddy));
        }
        MemberId self = hello.pages().self();
        return new HelloWishes.Ground(
                hello.pages().tidings(self).plan(),
                Viewer.zone(hello.circle()),
                hello.circle().author(),
                buddies,
                self,
                hello.pages().present().size() - 1,
                now());
    }

    /** Whoever makes a plan has touched the box. New times count from now on. */
    private void begin(HelloCircle hello, HelloPlan plan) {
        boolean sameTimes = hello.box()
                .plan()
                .filter(before -> before.schedule().equals(plan.schedule())
                        && before.box().equals(plan.box()))
                .isPresent();
        if (!sameTimes) {
            hello.memory().planFrom(now());
        }
        hello.pages().plan(plan);
        hello.box().touch(Picture.SUN);
    }

    @Override
    public Doing showPlan(HelloAsk.ShowPlan ask) {
        return () -> {
            HelloCircle hello = one(ask.circle());
            MemberId self = hello.pages().self();
            return viewer(hello).plan(self, requirePlan(hello));
        };
    }

    private static HelloPlan requirePlan(HelloCircle hello) throws Refusal {
        return hello.pages()
                .tidings(hello.pages().self())
                .plan()
                .orElseThrow(() -> new Refusal(
                        Problem.Kind.NOT_FOUND,
                        "There is no hello plan here. Make one with: doorlight hello plan set"));
    }

    @Override
    public Doing endPlan(HelloAsk.EndPlan ask) {
        return () -> {
            HelloCircle hello = one(ask.circle());
            requirePlan(hello);
            Asks.requireVoice(hello.circle());
            hello.pages().end();
            return own(List.of(hello));
        };
    }

    // ---- as a buddy

    @Override
    public Doing listNaming(HelloAsk.ListNaming ask) {
        return () -> naming(where(ask.circle()));
    }

    private View naming(Collection<HelloCircle> where) {
        List<HelloPlanView> views = new ArrayList<>();
        for (HelloCircle hello : where) {
            hello.buddy()
                    .naming()
                    .forEach(member -> hello.pages()
                            .tidings(member)
                            .plan()
                            .ifPresent(plan -> views.add(viewer(hello).plan(member, plan))));
        }
        return new Views<>(views);
    }

    @Override
    public Doing agree(HelloAsk.Agree ask) {
        return () -> {
            HelloCircle hello = one(ask.circle());
            MemberId member = references.member(hello.circle(), ask.member());
            Asks.requireVoice(hello.circle());
            boolean named = hello.buddy().naming().contains(member);
            var said = hello.circle().board().hello().watchFacts(hello.pages().self(), member);
            if (ask.yes() ? !named : !named && said.isEmpty()) {
                throw new Refusal(Problem.Kind.NOT_FOUND, "They have not asked this home to look in on them.");
            }
            if (ask.yes() && !ask.understood()) {
                throw new Refusal(
                        Problem.Kind.CONFLICT,
                        Words.BEFORE.english() + " If that is fine for you, say so: --understood");
            }
            hello.pages()
                    .watch(
                            member,
                            WatchFacts.agreed(
                                    member,
                                    ask.yes(),
                                    WatchFacts.version(said) + 1,
                                    hello.circle().author()));
            return naming(List.of(hello));
        };
    }

    @Override
    public Doing listWatched(HelloAsk.ListWatched ask) {
        return () -> {
            List<WatchView> views = new ArrayList<>();
            for (HelloCircle hello : where(ask.circle())) {
                MemberId self = hello.pages().self();
                hello.box().plan().ifPresent(plan -> views.add(viewer(hello).watch(self)));
                hello.buddy()
                        .watched()
                        .forEach(member -> views.add(viewer(hello).watch(member)));
            }
            return new Views<>(views);
        };
    }

    // ---- episodes

    @Override
    public Doing listEpisodes(HelloAsk.ListEpisodes ask) {
        return () -> {
            List<EpisodeView> views = new ArrayList<>();
            for (HelloCircle hello : where(ask.circle())) {
                hello.buddy()
                        .sights()
                        .values()
                        .forEach(sight -> views.add(viewer(hello).episode(sight)));
            }
            return new Views<>(views);
        };
    }

    /** An episode and where it is. */
    private record Found(HelloCircle hello, HelloBuddy.Sight sight) {}

    @Override
    public Doing tell(HelloAsk.Tell ask) {
        return () -> {
            Answer.Kind kind = Answer.Kind.of(ask.word().toLowerCase(Locale.ROOT))
                    .orElseThrow(
                            () -> HelloWishes.invalid(
                                    "Say one of: said-hello, seen, spoke, no-answer, will-go, cannot, knocking, in-peace, go-now."));
            Found found = find(ask);
            HelloCircle hello = found.hello();
            requireOpen(found.sight(), hello);
            Asks.requireVoice(hello.circle());
            requireSure();
            long at = ask.at() == null ? now() : met(ask.at(), hello);
            MemberId member = found.sight().episode().member();
            var window = found.sight().episode().window();
            var said = hello.circle().board().hello().watchFacts(hello.pages().self(), member);
            int number = 1 + WatchFacts.answers(said, window, hello.circle().author());
            hello.pages()
                    .watch(
                            member,
                            WatchFacts.answer(
                                    new Answer(window, kind, now(), at),
                                    number,
                                    hello.circle().author()));
            return viewer(hello).episode(afterwards(hello, found.sight()));
        };
    }

    private Found find(HelloAsk.Tell ask) throws Refusal {
        List<Found> all = new ArrayList<>();
        for (HelloCircle hello : where(ask.circle())) {
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
        if (at > now() + AHEAD_MILLIS_MAX) {
            throw HelloWishes.invalid("That time is still to come. Say when you met.");
        }
        if (at < now() - BACK_MILLIS_MAX) {
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

    // ---- the clock

    @Override
    public Doing confirmClock(HelloAsk.ConfirmClock ask) {
        return () -> {
            long said = ask.time() == null ? now() : Wishes.start(ask.time(), tools.zone());
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
