package org.doorlight.protocol.core;

import org.jspecify.annotations.Nullable;

/** What a household may ask of its node about its own room and whose turn it is. What is said here stays on its own devices. */
public sealed interface TurnsAsk extends Ask {
    /** One method for each case. */
    interface Visitor<R> {
        R setRoom(SetRoom ask);

        R setCeiling(SetCeiling ask);

        R declineRest(DeclineRest ask);

        R showCapacity(ShowCapacity ask);

        R listInvitations(ListInvitations ask);

        R sayNo(SayNo ask);

        R passOver(PassOver ask);

        R listPassedOver(ListPassedOver ask);
    }

    <R> R accept(TurnsAsk.Visitor<R> visitor);

    @Override
    default <R> R accept(Ask.Visitor<R> visitor) {
        return visitor.turns(this);
    }

    /**
     * Says how much room there is. Who is not to be asked hands back what lies ahead. Answered with {@code CapacityView}.
     *
     * @param room {@code room}, {@code a-little}, {@code not-now}, {@code rest} or {@code away}
     * @param until ISO date from which on there is room again; null for no end
     */
    record SetRoom(String room, @Nullable String until) implements TurnsAsk {
        @Override
        public <R> R accept(TurnsAsk.Visitor<R> visitor) {
            return visitor.setRoom(this);
        }
    }

    /** Sets the effort in any 28 days. Answered with {@code CapacityView}. */
    record SetCeiling(int effort) implements TurnsAsk {
        @Override
        public <R> R accept(TurnsAsk.Visitor<R> visitor) {
            return visitor.setCeiling(this);
        }
    }

    /** "No, ask me": the rest guard is silent for a week. Answered with {@code CapacityView}. */
    record DeclineRest() implements TurnsAsk {
        @Override
        public <R> R accept(TurnsAsk.Visitor<R> visitor) {
            return visitor.declineRest(this);
        }
    }

    /** Answered with {@code CapacityView}. */
    record ShowCapacity() implements TurnsAsk, Ask.Look {
        @Override
        public <R> R accept(TurnsAsk.Visitor<R> visitor) {
            return visitor.showCapacity(this);
        }
    }

    /** What this home is being asked. Answered with {@code Views<InvitationView>}; a null circle means all of them. */
    record ListInvitations(@Nullable String circle) implements TurnsAsk, Ask.Look {
        @Override
        public <R> R accept(TurnsAsk.Visitor<R> visitor) {
            return visitor.listInvitations(this);
        }
    }

    /** "Not this time", to one's own box only. Answered with {@code Views<InvitationView>}: what is left. */
    record SayNo(@Nullable String circle, String request, String slot) implements TurnsAsk {
        @Override
        public <R> R accept(TurnsAsk.Visitor<R> visitor) {
            return visitor.sayNo(this);
        }
    }

    /** "Not this person", or not any more; nobody else hears of it. Answered with {@code Views<MemberView>}: the private list. */
    record PassOver(@Nullable String circle, String member, boolean set) implements TurnsAsk {
        @Override
        public <R> R accept(TurnsAsk.Visitor<R> visitor) {
            return visitor.passOver(this);
        }
    }

    /** The private list. Answered with {@code Views<MemberView>}; a null circle means the only one. */
    record ListPassedOver(@Nullable String circle) implements TurnsAsk, Ask.Look {
        @Override
        public <R> R accept(TurnsAsk.Visitor<R> visitor) {
            return visitor.listPassedOver(this);
        }
    }
}
