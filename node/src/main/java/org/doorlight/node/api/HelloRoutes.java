package org.doorlight.node.api;

import static org.doorlight.node.api.Returns.many;
import static org.doorlight.node.api.Returns.one;

import java.util.List;
import java.util.stream.Stream;
import org.doorlight.node.api.HelloBodies.Away;
import org.doorlight.node.api.HelloBodies.BuddyYes;
import org.doorlight.node.api.HelloBodies.NewAnswer;
import org.doorlight.node.api.HelloBodies.NewCode;
import org.doorlight.node.api.HelloBodies.NewPlan;
import org.doorlight.node.api.HelloBodies.Snooze;
import org.doorlight.node.api.HelloBodies.TimeSaid;
import org.doorlight.node.api.HelloBodies.Touched;
import org.doorlight.protocol.core.HelloAsk;
import org.doorlight.protocol.core.view.ClockView;
import org.doorlight.protocol.core.view.EpisodeView;
import org.doorlight.protocol.core.view.HeardView;
import org.doorlight.protocol.core.view.HelloPlanView;
import org.doorlight.protocol.core.view.HelloView;
import org.doorlight.protocol.core.view.WatchView;

/** What may be asked about hellos and the clock. The touch token opens the touch alone. */
final class HelloRoutes {
    private static final Returns HEARD = one(HeardView.class);
    private static final Returns OWN = many(HelloView.class);
    private static final Returns PLAN = one(HelloPlanView.class);
    private static final Returns PLANS = many(HelloPlanView.class);
    private static final Returns WATCHED = many(WatchView.class);
    private static final Returns EPISODE = one(EpisodeView.class);
    private static final Returns EPISODES = many(EpisodeView.class);
    private static final Returns CLOCK = one(ClockView.class);

    private static final List<Route> SINGLE = List.of(
            Route.post("/hello", "Says hello.", Touched.class, HEARD, (call, body) -> body.ask()),
            Route.post(
                    "/hello/touch",
                    "Says hello, for buttons and scripts: the touch token opens this and nothing else.",
                    Touched.class,
                    HEARD,
                    (call, body) -> body.ask()),
            Route.post("/hello/snooze", "Hellos rest for 1 to 4 hours.", Snooze.class, OWN, HelloRoutes::snooze),
            Route.post("/hello/away", "Hellos rest until a day.", Away.class, OWN, HelloRoutes::away),
            Route.post("/hello/back", "Hellos are expected again.", OWN, call -> new HelloAsk.Rest(null, null, null)),
            Route.post("/hello/code", "Sets the picture code.", NewCode.class, HEARD, HelloRoutes::code),
            Route.get("/clock", "What time it is for this node.", CLOCK, call -> new HelloAsk.ShowClock()),
            Route.post("/clock/confirm", "A person says what time it is.", TimeSaid.class, CLOCK, HelloRoutes::clock));

    static final List<Route> TABLE = Stream.of(
                    SINGLE,
                    both(
                            "/hello",
                            path -> Route.get(
                                    path, "How the own hello stands.", OWN, call -> new HelloAsk.Show(call.circle()))),
                    both(
                            "/hello/plan",
                            path -> Route.get(
                                    path, "The own hello plan.", PLAN, call -> new HelloAsk.ShowPlan(call.circle()))),
                    both(
                            "/hello/plan",
                            path -> Route.post(
                                    path,
                                    "Makes or changes the own hello plan.",
                                    NewPlan.class,
                                    PLAN,
                                    (call, body) -> body.ask(call.circle()))),
                    both(
                            "/hello/plan/end",
                            path -> Route.post(
                                    path,
                                    "Ends the own plan at once.",
                                    OWN,
                                    call -> new HelloAsk.EndPlan(call.circle()))),
                    both(
                            "/hello/buddies",
                            path -> Route.get(
                                    path,
                                    "The plans in which this home is named.",
                                    PLANS,
                                    call -> new HelloAsk.ListNaming(call.circle()))),
                    both(
                            "/hello/buddies/{id}/agree",
                            path -> Route.post(
                                    path, "Says yes to looking in.", BuddyYes.class, PLANS, HelloRoutes::agree)),
                    both(
                            "/hello/buddies/{id}/leave",
                            path -> Route.post(
                                    path,
                                    "Stops looking in, at once and without a reason.",
                                    PLANS,
                                    call -> new HelloAsk.Agree(call.circle(), call.id(), false, true))),
                    both(
                            "/hello/status",
                            path -> Route.get(
                                    path,
                                    "What is known of the own hello and of those this home looks in on.",
                                    WATCHED,
                                    call -> new HelloAsk.ListWatched(call.circle()))),
                    both(
                            "/episodes",
                            path -> Route.get(
                                    path,
                                    "Episodes this home is or was asked about.",
                                    EPISODES,
                                    call -> new HelloAsk.ListEpisodes(call.circle()))),
                    both(
                            "/episodes/{id}/answers",
                            path -> Route.post(
                                    path, "Says what is known.", NewAnswer.class, EPISODE, HelloRoutes::answer)))
            .flatMap(List::stream)
            .toList();

    private HelloRoutes() {}

    private interface At {
        Route route(String path);
    }

    private static List<Route> both(String path, At at) {
        return List.of(at.route(path), at.route("/circles/{c}" + path));
    }

    private static HelloAsk snooze(Call call, Snooze body) {
        return new HelloAsk.Rest(body.hours(), null, null);
    }

    private static HelloAsk away(Call call, Away body) {
        return new HelloAsk.Rest(null, body.until(), body.code());
    }

    private static HelloAsk code(Call call, NewCode body) {
        return new HelloAsk.SetCode(body.code(), body.before());
    }

    private static HelloAsk clock(Call call, TimeSaid body) {
        return new HelloAsk.ConfirmClock(body.time());
    }

    private static HelloAsk agree(Call call, BuddyYes body) {
        return new HelloAsk.Agree(call.circle(), call.id(), true, Boolean.TRUE.equals(body.understood()));
    }

    private static HelloAsk answer(Call call, NewAnswer body) {
        return new HelloAsk.Tell(call.circle(), call.id(), body.word(), body.at());
    }
}
