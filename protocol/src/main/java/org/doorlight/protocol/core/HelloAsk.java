package org.doorlight.protocol.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a household may ask of its node about hellos and about the time. A null circle means the only one where something is written, and
 * all of them where somebody looks or says hello.
 */
public sealed interface HelloAsk extends Ask {
    /** One method for each case. */
    interface Visitor<R> {
        R sayHello(SayHello ask);

        R show(Show ask);

        R setPlan(SetPlan ask);

        R showPlan(ShowPlan ask);

        R endPlan(EndPlan ask);

        R listNaming(ListNaming ask);

        R agree(Agree ask);

        R listWatched(ListWatched ask);

        R rest(Rest ask);

        R setCode(SetCode ask);

        R listEpisodes(ListEpisodes ask);

        R tell(Tell ask);

        R confirmClock(ConfirmClock ask);

        R showClock(ShowClock ask);
    }

    <R> R accept(HelloAsk.Visitor<R> visitor);

    @Override
    default <R> R accept(Ask.Visitor<R> visitor) {
        return visitor.hello(this);
    }

    /** What only looks. */
    sealed interface Look extends HelloAsk, Ask.Look
            permits Show, ShowPlan, ListNaming, ListWatched, ListEpisodes, ShowClock {
        @Override
        default <R> R accept(Ask.Visitor<R> visitor) {
            return visitor.hello(this);
        }
    }

    /**
     * Says hello, in all circles. Answered with {@code HeardView}.
     *
     * @param picture sun, leaf, cup or bird; all mean hello; null for the sun
     */
    record SayHello(@Nullable String picture) implements HelloAsk {
        @Override
        public <R> R accept(HelloAsk.Visitor<R> visitor) {
            return visitor.sayHello(this);
        }
    }

    /** How this home's own hello stands. Answered with {@code Views<HelloView>}. */
    record Show(@Nullable String circle) implements Look {
        @Override
        public <R> R accept(HelloAsk.Visitor<R> visitor) {
            return visitor.show(this);
        }
    }

    /** Makes or changes this home's own plan. Answered with {@code HelloPlanView}. */
    record SetPlan(@Nullable String circle, PlanDraft draft) implements HelloAsk {
        @Override
        public <R> R accept(HelloAsk.Visitor<R> visitor) {
            return visitor.setPlan(this);
        }
    }

    /**
     * A plan as it is typed. What is null or empty has the usual value, or the one the plan has.
     *
     * @param member whose plan; null or this home itself
     * @param windows as {@code 07:00-10:00}
     * @param heatWindows the same, for hot, cold and stormy days
     * @param grace as {@code 90m} or {@code PT90M}
     * @param buddies member ids in the order in which they take turns
     * @param bounds how far it may go
     * @param understood true once the person has read what it is and is not
     */
    record PlanDraft(
            @Nullable String member,
            List<String> windows,
            List<String> heatWindows,
            @Nullable String grace,
            List<String> buddies,
            PlanBounds bounds,
            boolean understood) {
        public PlanDraft {
            windows = List.copyOf(windows);
            heatWindows = List.copyOf(heatWindows);
            buddies = List.copyOf(buddies);
        }
    }

    /**
     * How far a plan may go.
     *
     * @param upTo ask, seen, knock or decide
     * @param knock as {@code 08:00-21:00}
     * @param allow two-voices, heat, silent-box, silent-box-knock; null for silent-box alone
     */
    record PlanBounds(
            @Nullable String upTo,
            @Nullable String knock,
            @Nullable List<String> allow) {}

    /** Answered with {@code HelloPlanView}. */
    record ShowPlan(@Nullable String circle) implements Look {
        @Override
        public <R> R accept(HelloAsk.Visitor<R> visitor) {
            return visitor.showPlan(this);
        }
    }

    /** Ends the plan at once. Answered with {@code Views<HelloView>}. */
    record EndPlan(@Nullable String circle) implements HelloAsk {
        @Override
        public <R> R accept(HelloAsk.Visitor<R> visitor) {
            return visitor.endPlan(this);
        }
    }

    /** The plans in which this home is named as a buddy. Answered with {@code Views<HelloPlanView>}. */
    record ListNaming(@Nullable String circle) implements Look {
        @Override
        public <R> R accept(HelloAsk.Visitor<R> visitor) {
            return visitor.listNaming(this);
        }
    }

    /**
     * A buddy's own yes, or its end. Answered with {@code Views<HelloPlanView>}.
     *
     * @param understood true once the buddy has read what it is and is not; not needed to leave
     */
    record Agree(@Nullable String circle, String member, boolean yes, boolean understood) implements HelloAsk {
        @Override
        public <R> R accept(HelloAsk.Visitor<R> visitor) {
            return visitor.agree(this);
        }
    }

    /** What this box knows of the own hello, and of those this home looks in on. Answered with {@code Views<WatchView>}. */
    record ListWatched(@Nullable String circle) implements Look {
        @Override
        public <R> R accept(HelloAsk.Visitor<R> visitor) {
            return visitor.listWatched(this);
        }
    }

    /**
     * Hellos are not expected for a while, or are again. Answered with {@code Views<HelloView>}.
     *
     * @param hours a snooze of 1 to 4 hours; null for none
     * @param until the first day on which hellos are expected again, as {@code 2027-05-04}; null for none; both null: at once
     * @param code the person's own picture code; null if not shown
     */
    record Rest(
            @Nullable Integer hours,
            @Nullable String until,
            @Nullable String code) implements HelloAsk {
        @Override
        public <R> R accept(HelloAsk.Visitor<R> visitor) {
            return visitor.rest(this);
        }
    }

    /**
     * Sets the person's picture code. Answered with {@code HeardView}.
     *
     * @param code four to eight of the pictures, with commas
     * @param before the code so far; null if there is none
     */
    record SetCode(String code, @Nullable String before) implements HelloAsk {
        @Override
        public <R> R accept(HelloAsk.Visitor<R> visitor) {
            return visitor.setCode(this);
        }
    }

    /** Episodes this home is or was asked about. Answered with {@code Views<EpisodeView>}. */
    record ListEpisodes(@Nullable String circle) implements Look {
        @Override
        public <R> R accept(HelloAsk.Visitor<R> visitor) {
            return visitor.listEpisodes(this);
        }
    }

    /**
     * What a buddy says about an episode. Answered with {@code EpisodeView}.
     *
     * @param word as {@code said-hello}, {@code seen}, {@code spoke}, {@code no-answer}
     * @param at when they met, as a start in {@link Ask.SlotDraft}; null for now
     */
    record Tell(
            @Nullable String circle,
            String episode,
            String word,
            @Nullable String at) implements HelloAsk {
        @Override
        public <R> R accept(HelloAsk.Visitor<R> visitor) {
            return visitor.tell(this);
        }
    }

    /**
     * A person says what time it is. Answered with {@code ClockView}.
     *
     * @param time ISO local date-time in the node's zone, or one with an offset; null if the time the box shows is right
     */
    record ConfirmClock(@Nullable String time) implements HelloAsk {
        @Override
        public <R> R accept(HelloAsk.Visitor<R> visitor) {
            return visitor.confirmClock(this);
        }
    }

    /** What time it is here. Answered with {@code ClockView}. */
    record ShowClock() implements Look {
        @Override
        public <R> R accept(HelloAsk.Visitor<R> visitor) {
            return visitor.showClock(this);
        }
    }
}
