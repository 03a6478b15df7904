package org.doorlight.protocol.core;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What people and programs of this household may ask of their node. Circles, requests and members are named by their hexadecimal id or
 * an unambiguous beginning of it; circles by their name too.
 */
public sealed interface Ask
        permits Ask.Look,
                Ask.CreateCircle,
                Ask.Invite,
                Ask.Join,
                Ask.AddRequest,
                Ask.WithdrawRequest,
                CareAsk,
                TurnsAsk,
                RotaAsk,
                HelloAsk,
                StreetAsk {
    /** One method for each case. */
    interface Visitor<R> {
        R status(Status ask);

        R listCircles(ListCircles ask);

        R createCircle(CreateCircle ask);

        R showCircle(ShowCircle ask);

        R listMembers(ListMembers ask);

        R invite(Invite ask);

        R join(Join ask);

        R addRequest(AddRequest ask);

        R listRequests(ListRequests ask);

        R showRequest(ShowRequest ask);

        R withdrawRequest(WithdrawRequest ask);

        R listPeers(ListPeers ask);

        R care(CareAsk ask);

        R turns(TurnsAsk ask);

        R rota(RotaAsk ask);

        R hello(HelloAsk ask);

        R street(StreetAsk ask);
    }

    <R> R accept(Visitor<R> visitor);

    /** What only looks, and is answered while the store takes nothing in as well. */
    sealed interface Look extends Ask
            permits Status,
                    ListCircles,
                    ShowCircle,
                    ListMembers,
                    ListRequests,
                    ShowRequest,
                    ListPeers,
                    CareAsk.ListCommitments,
                    CareAsk.ShowCommitment,
                    TurnsAsk.ShowCapacity,
                    TurnsAsk.ListInvitations,
                    TurnsAsk.ListPassedOver,
                    RotaAsk.ListRotas,
                    RotaAsk.ShowRota,
                    HelloAsk.Look,
                    StreetAsk.Look {}

    /** How is the node? Answered with {@code StatusView}. */
    record Status() implements Look {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.status(this);
        }
    }

    /** Answered with {@code Views<CircleView>}. */
    record ListCircles() implements Look {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listCircles(this);
        }
    }

    /**
     * Founds a circle. Answered with {@code CircleView}.
     *
     * @param zone IANA time zone name; null for the node's own
     */
    record CreateCircle(String name, @Nullable String zone) implements Ask {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createCircle(this);
        }
    }

    /** Answered with {@code CircleView}; a null circle means the only one. */
    record ShowCircle(@Nullable String circle) implements Look {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.showCircle(this);
        }
    }

    /** Answered with {@code Views<MemberView>}; a null circle means the only one. */
    record ListMembers(@Nullable String circle) implements Look {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listMembers(this);
        }
    }

    /**
     * Writes an invitation. Answered with {@code InviteView}.
     *
     * @param circle null means the only one
     * @param role {@code member}, {@code reader}, {@code relay} or {@code steward}
     */
    record Invite(@Nullable String circle, String role) implements Ask {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.invite(this);
        }
    }

    /**
     * Joins a circle with a typed code. Answered with {@code CircleView} once admitted and holding a key, or with a problem, at the
     * latest after 30 seconds.
     *
     * @param peers where to try first; the node's static peers are tried as well
     */
    record Join(String code, List<Address> peers) implements Ask {
        public Join {
            peers = List.copyOf(peers);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.join(this);
        }
    }

    /**
     * Asks the circle for a hand. Answered with {@code RequestView}.
     *
     * @param circle null means the only one
     * @param kind one of the closed list of kinds, as on the command line
     * @param door what only confirmed helpers will read; null for none
     * @param to members who may read the request, by id; empty for the whole circle
     * @param few what else there is for few
     */
    record AddRequest(
            @Nullable String circle,
            String kind,
            String title,
            List<SlotDraft> slots,
            List<String> rules,
            @Nullable String door,
            List<String> to,
            ForFew few)
            implements Ask {
        /** A request with nothing for few but perhaps its door. */
        public AddRequest(
                @Nullable String circle,
                String kind,
                String title,
                List<SlotDraft> slots,
                List<String> rules,
                @Nullable String door,
                List<String> to) {
            this(circle, kind, title, slots, rules, door, to, ForFew.NOTHING);
        }

        public AddRequest {
            slots = List.copyOf(slots);
            rules = List.copyOf(rules);
            to = List.copyOf(to);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addRequest(this);
        }
    }

    /**
     * What may come with a request beside what everybody asked reads.
     *
     * @param doorTo up to three members, by id, who read the door details from the start
     * @param story what lies behind the request, given by hand only; null for none
     * @param follows an earlier request of this home that this one takes up again; null for none
     */
    record ForFew(
            List<String> doorTo,
            @Nullable String story,
            @Nullable String follows) {
        /** Nothing of it. */
        public static final ForFew NOTHING = new ForFew(List.of(), null, null);

        public ForFew {
            doorTo = List.copyOf(doorTo);
        }
    }

    /**
     * One wished-for time.
     *
     * @param start ISO local date-time in the circle's zone, or one with an offset
     * @param duration ISO 8601 duration, as {@code PT1H}, or short form as {@code 90m}, {@code 2h}
     * @param need how many helpers, from 1
     */
    record SlotDraft(String start, String duration, int need) {}

    /**
     * Answered with {@code Views<RequestView>}, oldest first.
     *
     * @param circle null means all of them
     * @param state only requests in this state; null for all
     * @param limit at most so many
     * @param after only requests behind this id in the list's order; null from the start
     */
    record ListRequests(
            @Nullable String circle,
            @Nullable String state,
            OptionalInt limit,
            @Nullable String after) implements Look {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listRequests(this);
        }
    }

    /** Answered with {@code RequestView}; a null circle means any. */
    record ShowRequest(@Nullable String circle, String request) implements Look {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.showRequest(this);
        }
    }

    /** Takes a request back for ever. Answered with {@code RequestView}; a null circle means any. */
    record WithdrawRequest(@Nullable String circle, String request) implements Ask {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.withdrawRequest(this);
        }
    }

    /** Answered with {@code Views<PeerView>}. */
    record ListPeers() implements Look {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listPeers(this);
        }
    }
}
