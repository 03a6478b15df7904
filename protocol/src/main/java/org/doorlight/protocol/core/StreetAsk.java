package org.doorlight.protocol.core;

import org.jspecify.annotations.Nullable;

/**
 * What a household may ask of its node about the street together: roll-calls, hot, cold and stormy days, and
 * rehearsals (HELLO §6). A null circle means
 * the only one where something is said, and all of them where somebody looks.
 */
public sealed interface StreetAsk extends Ask {
    /** One method for each case. */
    interface Visitor<R> {
        R showRollCall(ShowRollCall ask);

        R startRollCall(StartRollCall ask);

        R answerRollCall(AnswerRollCall ask);

        R endRollCall(EndRollCall ask);

        R showHeat(ShowHeat ask);

        R setHeat(SetHeat ask);

        R endHeat(EndHeat ask);

        R startDrill(StartDrill ask);

        R showDrill(ShowDrill ask);

        R answerDrill(AnswerDrill ask);

        R endDrill(EndDrill ask);
    }

    <R> R accept(StreetAsk.Visitor<R> visitor);

    @Override
    default <R> R accept(Ask.Visitor<R> visitor) {
        return visitor.street(this);
    }

    /** What only looks. */
    sealed interface Look extends StreetAsk, Ask.Look permits ShowRollCall, ShowHeat, ShowDrill {
        @Override
        default <R> R accept(Ask.Visitor<R> visitor) {
            return visitor.street(this);
        }
    }

    /** How the roll-calls stand. Answered with {@code Views<RollCallView>}. */
    record ShowRollCall(@Nullable String circle) implements Look {
        @Override
        public <R> R accept(StreetAsk.Visitor<R> visitor) {
            return visitor.showRollCall(this);
        }
    }

    /** Asks the whole street how it is, or joins those who ask already. Answered with {@code RollCallView}. */
    record StartRollCall(@Nullable String circle) implements StreetAsk {
        @Override
        public <R> R accept(StreetAsk.Visitor<R> visitor) {
            return visitor.startRollCall(this);
        }
    }

    /** "We're all right", or "need a hand". Answered with {@code RollCallView}.
     *
     * @param word {@code all-right} or {@code need-a-hand}
     */
    record AnswerRollCall(@Nullable String circle, String word) implements StreetAsk {
        @Override
        public <R> R accept(StreetAsk.Visitor<R> visitor) {
            return visitor.answerRollCall(this);
        }
    }

    /** Ends what this home started. Answered with {@code RollCallView}. */
    record EndRollCall(@Nullable String circle) implements StreetAsk {
        @Override
        public <R> R accept(StreetAsk.Visitor<R> visitor) {
            return visitor.endRollCall(this);
        }
    }

    /** Whether these are hot, cold or stormy days. Answered with {@code Views<HeatView>}. */
    record ShowHeat(@Nullable String circle) implements Look {
        @Override
        public <R> R accept(StreetAsk.Visitor<R> visitor) {
            return visitor.showHeat(this);
        }
    }

    /** A steward says that they are. Answered with {@code HeatView}.
     *
     * @param word {@code heat}, {@code cold} or {@code storm}
     * @param hours 1 to 72; null for 72
     */
    record SetHeat(
            @Nullable String circle, String word, @Nullable Integer hours) implements StreetAsk {
        @Override
        public <R> R accept(StreetAsk.Visitor<R> visitor) {
            return visitor.setHeat(this);
        }
    }

    /** A steward says that they are over. Answered with {@code HeatView}. */
    record EndHeat(@Nullable String circle) implements StreetAsk {
        @Override
        public <R> R accept(StreetAsk.Visitor<R> visitor) {
            return visitor.endHeat(this);
        }
    }

    /** Begins a rehearsal with a pretend neighbour, or begins it anew. Answered with {@code DrillView}. */
    record StartDrill() implements StreetAsk {
        @Override
        public <R> R accept(StreetAsk.Visitor<R> visitor) {
            return visitor.startDrill(this);
        }
    }

    /** How a rehearsal stands. Answered with {@code DrillView}. */
    record ShowDrill() implements Look {
        @Override
        public <R> R accept(StreetAsk.Visitor<R> visitor) {
            return visitor.showDrill(this);
        }
    }

    /** What a buddy would say. Answered with {@code DrillView}.
     *
     * @param word as in {@link HelloAsk.Tell}
     */
    record AnswerDrill(String word) implements StreetAsk {
        @Override
        public <R> R accept(StreetAsk.Visitor<R> visitor) {
            return visitor.answerDrill(this);
        }
    }

    /** Ends it; nothing of it stays. Answered with {@code DrillView}. */
    record EndDrill() implements StreetAsk {
        @Override
        public <R> R accept(StreetAsk.Visitor<R> visitor) {
            return visitor.endDrill(this);
        }
    }
}
