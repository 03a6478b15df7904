package org.doorlight.node.api;

import static org.doorlight.node.api.Returns.created;
import static org.doorlight.node.api.Returns.many;
import static org.doorlight.node.api.Returns.one;
import static org.doorlight.node.api.Route.get;
import static org.doorlight.node.api.Route.post;

import java.util.List;
import java.util.stream.Stream;
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
 * The table of everything that may be asked, below {@code /api/v1}. A new slot is one line here and one section in {@code docs/API.md};
 * routes without {@code {c}} are for homes with one circle, or cover all of them where that makes sense.
 */
final class Routes {
    private static final Returns STATUS = one(StatusView.class);
    private static final Returns PEERS = many(PeerView.class);
    private static final Returns CIRCLE = one(CircleView.class);
    private static final Returns CIRCLES = many(CircleView.class);
    private static final Returns FOUNDED = created(CircleView.class);
    private static final Returns MEMBERS = many(MemberView.class);
    private static final Returns INVITE = one(InviteView.class);
    private static final Returns REQUEST = one(RequestView.class);
    private static final Returns REQUESTS = many(RequestView.class);
    private static final Returns ADDED = created(RequestView.class);
    private static final Returns EVENTS = Returns.stream(EventRing.EventLine.class);
    private static final Returns DESCRIPTION = one(Returns.AnyObject.class);
    private static final List<String> PAGING = List.of("state", "limit", "after");

    private static final List<Route> FIRST = List.of(
            get("/status", "How the node is.", STATUS, call -> new Ask.Status()),
            get("/peers", "Neighbours on the wire.", PEERS, call -> new Ask.ListPeers()),
            get("/circles", "The circles of this home.", CIRCLES, call -> new Ask.ListCircles()),
            post("/circles", "Founds a circle.", NewCircle.class, FOUNDED, (call, body) -> body.ask()),
            get("/circle", "The one circle of this home.", CIRCLE, Routes::circle),
            get("/circles/{c}", "One circle.", CIRCLE, Routes::circle),
            get("/members", "Who belongs to the one circle.", MEMBERS, Routes::members),
            get("/circles/{c}/members", "Who belongs to a circle.", MEMBERS, Routes::members),
            post("/invites", "Invites into the one circle.", NewInvite.class, INVITE, Routes::invite),
            post("/circles/{c}/invites", "Invites into a circle.", NewInvite.class, INVITE, Routes::invite),
            post("/join", "Joins a circle, within 30 seconds.", Joining.class, CIRCLE, (call, body) -> body.ask()),
            get("/requests", "All circles' care requests, oldest first.", PAGING, REQUESTS, Routes::requests),
            get("/circles/{c}/requests", "A circle's, oldest first.", PAGING, REQUESTS, Routes::requests),
            post("/requests", "Asks the one circle for a hand.", NewRequest.class, ADDED, Routes::add),
            post("/circles/{c}/requests", "Asks a circle for a hand.", NewRequest.class, ADDED, Routes::add),
            get("/requests/{id}", "A care request of any circle.", REQUEST, Routes::request),
            get("/circles/{c}/requests/{id}", "A care request.", REQUEST, Routes::request),
            post("/requests/{id}/withdraw", "Takes one of any circle back for ever.", REQUEST, Routes::withdraw),
            post("/circles/{c}/requests/{id}/withdraw", "Takes one back for ever.", REQUEST, Routes::withdraw),
            Route.own("/events", "What happens, as it happens (SSE).", List.of("after"), EVENTS, Routes::follow),
            Route.own("/openapi.json", "This description.", List.of(), DESCRIPTION, Routes::describe));

    /** All of them. */
    static final List<Route> TABLE = Stream.of(
                    FIRST, CareRoutes.TABLE, TurnsRoutes.TABLE, RotaRoutes.TABLE, HelloRoutes.TABLE, StreetRoutes.TABLE)
            .flatMap(List::stream)
            .toList();

    private Routes() {}

    private static Ask circle(Call call) {
        return new Ask.ShowCircle(call.circle());
    }

    private static Ask members(Call call) {
        return new Ask.ListMembers(call.circle());
    }

    private static Ask invite(Call call, NewInvite body) {
        return body.ask(call.circle());
    }

    private static Ask requests(Call call) throws Refused {
        var query = call.query();
        return new Ask.ListRequests(call.circle(), query.get("state"), call.limit(), query.get("after"));
    }

    private static Ask add(Call call, NewRequest body) {
        return body.ask(call.circle());
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
