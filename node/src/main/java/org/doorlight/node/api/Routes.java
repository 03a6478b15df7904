package org.doorlight.node.api;

import static org.doorlight.node.api.Returns.created;
import static org.doorlight.node.api.Returns.many;
import static org.doorlight.node.api.Returns.one;
import static org.doorlight.node.api.Returns.stream;
import static org.doorlight.node.api.Route.get;
import static org.doorlight.node.api.Route.post;

import io.netty.handler.codec.http.HttpMethod;
import java.util.List;
import org.doorlight.node.api.Bodies.Joining;
import org.doorlight.node.api.Bodies.NewCircle;
import org.doorlight.node.api.Bodies.NewInvite;
import org.doorlight.node.api.Bodies.NewRequest;
import org.doorlight.protocol.core.Ask;
import org.doorlight.protocol.core.view.CircleView;
import org.doorlight.protocol.core.view.InviteView;
import org.doorlight.protocol.core.view.MemberView;
import org.doorlight.protocol.core.view.PeerView;
import org.doorlight.protocol.core.view.RequestView;
import org.doorlight.protocol.core.view.StatusView;

/**
 * The table of everything that may be asked. A new slot is one line here and one section in {@code docs/API.md}; routes without
 * {@code {c}} are for homes with one circle, or cover all of them where that makes sense.
 */
final class Routes {
    static final List<Route> TABLE = List.of(
            get("/api/v1/status", "How the node is.", one(StatusView.class), call -> new Ask.Status()),
            get("/api/v1/peers", "Neighbours on the wire.", many(PeerView.class), call -> new Ask.ListPeers()),
            get("/api/v1/circles", "The circles of this home.", many(CircleView.class), call -> new Ask.ListCircles()),
            post(
                    "/api/v1/circles",
                    "Founds a circle.",
                    NewCircle.class,
                    created(CircleView.class),
                    (call, body) -> body.ask()),
            post(
                    "/api/v1/join",
                    "Joins a circle with a typed code; takes up to 30 seconds.",
                    Joining.class,
                    one(CircleView.class),
                    (call, body) -> body.ask()),
            get("/api/v1/circle", "The one circle of this home.", one(CircleView.class), Routes::circle),
            get("/api/v1/circles/{c}", "One circle.", one(CircleView.class), Routes::circle),
            get("/api/v1/members", "Who belongs to the one circle.", many(MemberView.class), Routes::members),
            get("/api/v1/circles/{c}/members", "Who belongs to a circle.", many(MemberView.class), Routes::members),
            post(
                    "/api/v1/invites",
                    "Writes an invitation into the one circle.",
                    NewInvite.class,
                    one(InviteView.class),
                    (call, body) -> body.ask(call.circle())),
            post(
                    "/api/v1/circles/{c}/invites",
                    "Writes an invitation into a circle.",
                    NewInvite.class,
                    one(InviteView.class),
                    (call, body) -> body.ask(call.circle())),
            get(
                            "/api/v1/requests",
                            "The care requests of all circles, oldest first.",
                            many(RequestView.class),
                            Routes::requests)
                    .withQuery("state", "limit", "after"),
            get(
                            "/api/v1/circles/{c}/requests",
                            "A circle's care requests, oldest first.",
                            many(RequestView.class),
                            Routes::requests)
                    .withQuery("state", "limit", "after"),
            post(
                    "/api/v1/requests",
                    "Asks the one circle for a hand.",
                    NewRequest.class,
                    created(RequestView.class),
                    (call, body) -> body.ask(call.circle())),
            post(
                    "/api/v1/circles/{c}/requests",
                    "Asks a circle for a hand.",
                    NewRequest.class,
                    created(RequestView.class),
                    (call, body) -> body.ask(call.circle())),
            get("/api/v1/requests/{id}", "One care request of any circle.", one(RequestView.class), Routes::request),
            get("/api/v1/circles/{c}/requests/{id}", "One care request.", one(RequestView.class), Routes::request),
            post(
                    "/api/v1/requests/{id}/withdraw",
                    "Takes a care request of any circle back for ever.",
                    one(RequestView.class),
                    Routes::withdraw),
            post(
                    "/api/v1/circles/{c}/requests/{id}/withdraw",
                    "Takes a care request back for ever.",
                    one(RequestView.class),
                    Routes::withdraw),
            new Route(
                    HttpMethod.GET,
                    "/api/v1/events",
                    "What happens, as it happens (Server-Sent Events).",
                    Bodies.Nothing.class,
                    List.of("after"),
                    stream(EventRing.EventLine.class),
                    Routes::follow),
            new Route(
                    HttpMethod.GET,
                    "/api/v1/openapi.json",
                    "This description.",
                    Bodies.Nothing.class,
                    List.of(),
                    one(Returns.AnyObject.class),
                    Routes::describe));

    private Routes() {}

    private static Ask circle(Call call) {
        return new Ask.ShowCircle(call.circle());
    }

    private static Ask members(Call call) {
        return new Ask.ListMembers(call.circle());
    }

    private static Ask requests(Call call) throws Refused {
        var query = call.query();
        return new Ask.ListRequests(call.circle(), query.get("state"), call.limit(), query.get("after"));
    }

    private static Ask request(Call call) {
        return new Ask.ShowRequest(call.circle(), call.id());
    }

    private static Ask withdraw(Call call) {
        return new Ask.WithdrawRequest(call.circle(), call.id());
    }

    /** The header wins over the address: a browser that comes back repeats the address it first used. */
    private static void follow(Call call, Exchange exchange) {
        exchange.follow(call.lastEventId() == null ? call.query().get("after") : call.lastEventId());
    }

    private static void describe(Call call, Exchange exchange) {
        exchange.respond(Response.ok(OpenApi.describe(TABLE)));
    }
}
