package org.doorlight.node.api;

import static org.doorlight.node.api.Returns.created;
import static org.doorlight.node.api.Returns.many;
import static org.doorlight.node.api.Returns.one;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.doorlight.protocol.core.RotaAsk;
import org.doorlight.protocol.core.view.RotaView;
import org.jspecify.annotations.Nullable;

/** What may be asked about rotas, beyond what may be asked about requests: each once for any circle, and once for a named one. */
final class RotaRoutes {
    private static final Returns ROTA = one(RotaView.class);
    private static final Returns ROTAS = many(RotaView.class);
    private static final Returns ADDED = created(RotaView.class);

    static final List<Route> TABLE = Stream.of(
                    both(
                            "/rotas",
                            path -> Route.get(
                                    path,
                                    "Rotas, by when they were asked.",
                                    ROTAS,
                                    call -> new RotaAsk.ListRotas(call.circle()))),
                    both(
                            "/rotas",
                            path -> Route.post(
                                    path,
                                    "Asks for a hand, week after week.",
                                    NewRota.class,
                                    ADDED,
                                    (call, body) -> body.ask(call.circle()))),
                    both(
                            "/rotas/{id}",
                            path -> Route.get(
                                    path, "One rota.", ROTA, call -> new RotaAsk.ShowRota(call.circle(), call.id()))),
                    rota("skip", "Leaves a day out, or not after all.", SkippedDay.class, RotaRoutes::skip),
                    rota("weekly-max", "Our table is full.", WeeklyMax.class, RotaRoutes::limit),
                    both(
                            "/rotas/{id}/carry-on",
                            path -> Route.post(
                                    path,
                                    "It goes on for as long once more.",
                                    ROTA,
                                    call -> new RotaAsk.CarryOn(call.circle(), call.id()))),
                    rota("every", "Says yes to one day of every week.", EveryDay.class, RotaRoutes::every))
            .flatMap(List::stream)
            .toList();

    private RotaRoutes() {}

    private interface At {
        Route route(String path);
    }

    private static List<Route> both(String path, At at) {
        return List.of(at.route(path), at.route("/circles/{c}" + path));
    }

    private static <B extends Record> List<Route> rota(
            String step, String summary, Class<B> body, Route.AskingWith<B> asking) {
        return both("/rotas/{id}/" + step, path -> Route.post(path, summary, body, ROTA, asking));
    }

    /**
     * A rota to be.
     *
     * @param kind meal if absent
     * @param time 18:00 if absent
     * @param duration an hour if absent
     * @param need one helper if absent
     */
    record NewRota(
            String shape,
            String title,
            String firstDay,
            @Nullable String kind,
            @Nullable String time,
            @Nullable String duration,
            @Nullable Integer need,
            @Nullable Integer weeklyMax,
            @Nullable List<String> rules,
            @Nullable String door,
            @Nullable List<String> to) {
        RotaAsk ask(@Nullable String circle) {
            var draft = new RotaAsk.Draft(
                    shape,
                    Objects.requireNonNullElse(kind, "meal"),
                    title,
                    firstDay,
                    Objects.requireNonNullElse(time, "18:00"),
                    Objects.requireNonNullElse(duration, "PT1H"),
                    Objects.requireNonNullElse(need, 1),
                    weeklyMax,
                    Objects.requireNonNullElse(rules, List.of()));
            return new RotaAsk.Add(circle, draft, door, Objects.requireNonNullElse(to, List.of()));
        }
    }

    /** A day that is left out, unless {@code skipped} is false. */
    record SkippedDay(String date, @Nullable Boolean skipped) {}

    /** At most so many times a week. */
    record WeeklyMax(int weeklyMax) {}

    /** A day of the week, in English. */
    record EveryDay(String day, @Nullable String note) {}

    private static RotaAsk skip(Call call, SkippedDay body) {
        return new RotaAsk.Skip(
                call.circle(), call.id(), body.date(), Objects.requireNonNullElse(body.skipped(), Boolean.TRUE));
    }

    private static RotaAsk limit(Call call, WeeklyMax body) {
        return new RotaAsk.Limit(call.circle(), call.id(), body.weeklyMax());
    }

    private static RotaAsk every(Call call, EveryDay body) {
        return new RotaAsk.Every(call.circle(), call.id(), body.day(), body.note());
    }
}
