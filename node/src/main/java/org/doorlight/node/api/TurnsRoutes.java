package org.doorlight.node.api;

import static org.doorlight.node.api.Returns.many;
import static org.doorlight.node.api.Returns.one;
import static org.doorlight.node.api.Route.get;
import static org.doorlight.node.api.Route.post;

import java.util.List;
import java.util.Objects;
import org.doorlight.protocol.core.TurnsAsk;
import org.doorlight.protocol.core.view.CapacityView;
import org.doorlight.protocol.core.view.InvitationView;
import org.doorlight.protocol.core.view.MemberView;
import org.jspecify.annotations.Nullable;

/** Own room, and what one is being asked. What is said here stays on this home's own devices. */
final class TurnsRoutes {
    private static final Returns CAPACITY = one(CapacityView.class);
    private static final Returns MEMBERS = many(MemberView.class);
    private static final Returns INVITATIONS = many(InvitationView.class);

    static final List<Route> TABLE = List.of(
            get("/capacity", "This home's own room.", CAPACITY, call -> new TurnsAsk.ShowCapacity()),
            post("/capacity", "Says how much room there is.", NewRoom.class, CAPACITY, TurnsRoutes::setRoom),
            post(
                    "/capacity/ceiling",
                    "Sets the effort in any 28 days.",
                    NewCeiling.class,
                    CAPACITY,
                    TurnsRoutes::ceiling),
            post(
                    "/capacity/ask-me",
                    "Declines the rest guard for a week.",
                    CAPACITY,
                    call -> new TurnsAsk.DeclineRest()),
            get("/invitations", "What this home is being asked.", INVITATIONS, TurnsRoutes::invitations),
            get("/circles/{c}/invitations", "The same in one circle.", INVITATIONS, TurnsRoutes::invitations),
            post("/requests/{id}/decline", "Not this time.", Declined.class, INVITATIONS, TurnsRoutes::decline),
            get("/passed-over", "The private list.", MEMBERS, TurnsRoutes::passedOver),
            get("/circles/{c}/passed-over", "The same in one circle.", MEMBERS, TurnsRoutes::passedOver),
            post("/members/{id}/pass-over", "Not this person.", NewPassOver.class, MEMBERS, TurnsRoutes::passOver),
            post(
                    "/circles/{c}/members/{id}/pass-over",
                    "The same in one circle.",
                    NewPassOver.class,
                    MEMBERS,
                    TurnsRoutes::passOver),
            post(
                    "/circles/{c}/requests/{id}/decline",
                    "The same in one circle.",
                    Declined.class,
                    INVITATIONS,
                    TurnsRoutes::decline));

    private TurnsRoutes() {}

    /** Whether somebody is on the private list; absent means yes. */
    record NewPassOver(@Nullable Boolean passOver) {}

    private static TurnsAsk passedOver(Call call) {
        return new TurnsAsk.ListPassedOver(call.circle());
    }

    private static TurnsAsk passOver(Call call, NewPassOver body) {
        return new TurnsAsk.PassOver(
                call.circle(), call.id(), Objects.requireNonNullElse(body.passOver(), Boolean.TRUE));
    }

    /** How much room there is, and from which date on there is room again. */
    record NewRoom(String room, @Nullable String until) {}

    /** The effort in any 28 days; a supper is 2. */
    record NewCeiling(int effort) {}

    /** A slot that is not for this home this time. */
    record Declined(String slot) {}

    private static TurnsAsk setRoom(Call call, NewRoom body) {
        return new TurnsAsk.SetRoom(body.room(), body.until());
    }

    private static TurnsAsk ceiling(Call call, NewCeiling body) {
        return new TurnsAsk.SetCeiling(body.effort());
    }

    private static TurnsAsk invitations(Call call) {
        return new TurnsAsk.ListInvitations(call.circle());
    }

    private static TurnsAsk decline(Call call, Declined body) {
        return new TurnsAsk.SayNo(call.circle(), call.id(), body.slot());
    }
}
