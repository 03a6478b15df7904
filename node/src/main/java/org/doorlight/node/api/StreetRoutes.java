package org.doorlight.node.api;

import static org.doorlight.node.api.Returns.many;
import static org.doorlight.node.api.Returns.one;

import java.util.List;
import java.util.stream.Stream;
import org.doorlight.protocol.core.StreetAsk;
import org.doorlight.protocol.core.view.DrillView;
import org.doorlight.protocol.core.view.HeatView;
import org.doorlight.protocol.core.view.RollCallView;
import org.jspecify.annotations.Nullable;

/** What may be asked about the street together: roll-calls, and hot, cold and stormy days. */
final class StreetRoutes {
    private static final Returns ROLL_CALL = one(RollCallView.class);
    private static final Returns ROLL_CALLS = many(RollCallView.class);
    private static final Returns HEAT = one(HeatView.class);
    private static final Returns ONE_DRILL = one(DrillView.class);
    private static final Returns HEATS = many(HeatView.class);

    private static final List<Route> DRILL = List.of(
            Route.get("/hello/drill", "How a rehearsal stands.", ONE_DRILL, call -> new StreetAsk.ShowDrill()),
            Route.post("/hello/drill", "Begins a rehearsal.", ONE_DRILL, call -> new StreetAsk.StartDrill()),
            Route.post(
                    "/hello/drill/answers",
                    "What a buddy would say.",
                    DrillAnswer.class,
                    ONE_DRILL,
                    (call, body) -> new StreetAsk.AnswerDrill(body.word())),
            Route.post("/hello/drill/end", "Ends the rehearsal.", ONE_DRILL, call -> new StreetAsk.EndDrill()));

    static final List<Route> TABLE = Stream.of(
                    DRILL,
                    both(
                            "/roll-call",
                            path -> Route.get(
                                    path,
                                    "How the roll-calls stand.",
                                    ROLL_CALLS,
                                    call -> new StreetAsk.ShowRollCall(call.circle()))),
                    both(
                            "/roll-call",
                            path -> Route.post(
                                    path,
                                    "Asks the street how it is.",
                                    ROLL_CALL,
                                    call -> new StreetAsk.StartRollCall(call.circle()))),
                    both(
                            "/roll-call/answer",
                            path -> Route.post(
                                    path,
                                    "Says how this home is.",
                                    RollCallAnswer.class,
                                    ROLL_CALL,
                                    (call, body) -> new StreetAsk.AnswerRollCall(call.circle(), body.word()))),
                    both(
                            "/roll-call/end",
                            path -> Route.post(
                                    path,
                                    "Ends what this home started.",
                                    ROLL_CALL,
                                    call -> new StreetAsk.EndRollCall(call.circle()))),
                    both(
                            "/heat",
                            path -> Route.get(
                                    path,
                                    "Whether these are hot, cold or stormy days.",
                                    HEATS,
                                    call -> new StreetAsk.ShowHeat(call.circle()))),
                    both(
                            "/heat",
                            path -> Route.post(
                                    path,
                                    "A steward says that they are.",
                                    NewHeat.class,
                                    HEAT,
                                    (call, body) -> new StreetAsk.SetHeat(call.circle(), body.mode(), body.hours()))),
                    both(
                            "/heat/end",
                            path -> Route.post(
                                    path,
                                    "A steward says that they are over.",
                                    HEAT,
                                    call -> new StreetAsk.EndHeat(call.circle()))))
            .flatMap(List::stream)
            .toList();

    private StreetRoutes() {}

    /** How a home is. */
    record RollCallAnswer(String word) {}

    /** What a buddy would say. */
    record DrillAnswer(String word) {}

    /** What sort of days, and how many hours of them; 72 if absent. */
    record NewHeat(String mode, @Nullable Integer hours) {}

    private interface At {
        Route route(String path);
    }

    private static List<Route> both(String path, At at) {
        return List.of(at.route(path), at.route("/circles/{c}" + path));
    }
}
