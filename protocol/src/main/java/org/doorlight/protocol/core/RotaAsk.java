package org.doorlight.protocol.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a household may ask of its node about rotas, beyond what it may ask about requests: every rota is one, with the same id. A null circle
 * means any.
 */
public sealed interface RotaAsk extends Ask {
    /** One method for each case. */
    interface Visitor<R> {
        R add(Add ask);

        R list(ListRotas ask);

        R show(ShowRota ask);

        R skip(Skip ask);

        R limit(Limit ask);

        R carryOn(CarryOn ask);

        R every(Every ask);
    }

    <R> R accept(RotaAsk.Visitor<R> visitor);

    @Override
    default <R> R accept(Ask.Visitor<R> visitor) {
        return visitor.rota(this);
    }

    /**
     * A rota to be.
     *
     * @param shape {@code new-baby}, {@code grief}, {@code surgery} or {@code long-haul}
     * @param kind as of a request
     * @param firstDay ISO date
     * @param time local time of day, as 18:00
     * @param duration as in {@link Ask.SlotDraft}
     * @param need helpers for each time
     * @param weeklyMax at most so many times a week; null for as many as the shape has
     */
    record Draft(
            String shape,
            String kind,
            String title,
            String firstDay,
            String time,
            String duration,
            int need,
            @Nullable Integer weeklyMax,
            List<String> rules) {
        public Draft {
            rules = List.copyOf(rules);
        }
    }

    /**
     * Asks the circle for a hand, week after week. Answered with {@code RotaView}.
     *
     * @param circle null means the only one
     * @param door what only confirmed helpers will read; null for none
     * @param to members who may read it, by id; empty for the whole circle
     */
    record Add(
            @Nullable String circle, Draft draft, @Nullable String door, List<String> to) implements RotaAsk {
        public Add {
            to = List.copyOf(to);
        }

        @Override
        public <R> R accept(RotaAsk.Visitor<R> visitor) {
            return visitor.add(this);
        }
    }

    /** Answered with {@code Views<RotaView>}; a null circle means all of them. */
    record ListRotas(@Nullable String circle) implements RotaAsk, Ask.Look {
        @Override
        public <R> R accept(RotaAsk.Visitor<R> visitor) {
            return visitor.list(this);
        }
    }

    /** Answered with {@code RotaView}. */
    record ShowRota(@Nullable String circle, String rota) implements RotaAsk, Ask.Look {
        @Override
        public <R> R accept(RotaAsk.Visitor<R> visitor) {
            return visitor.show(this);
        }
    }

    /**
     * Nothing is wanted on a day, or something after all. Answered with {@code RotaView}.
     *
     * @param date ISO date
     */
    record Skip(@Nullable String circle, String rota, String date, boolean skipped) implements RotaAsk {
        @Override
        public <R> R accept(RotaAsk.Visitor<R> visitor) {
            return visitor.skip(this);
        }
    }

    /** "Our table is full": from this week on at most so many times a week. Answered with {@code RotaView}. */
    record Limit(@Nullable String circle, String rota, int weeklyMax) implements RotaAsk {
        @Override
        public <R> R accept(RotaAsk.Visitor<R> visitor) {
            return visitor.limit(this);
        }
    }

    /** A rota that is looked at again goes on for as long once more. Answered with {@code RotaView}. */
    record CarryOn(@Nullable String circle, String rota) implements RotaAsk {
        @Override
        public <R> R accept(RotaAsk.Visitor<R> visitor) {
            return visitor.carryOn(this);
        }
    }

    /**
     * "I'll bring something every Tuesday": yes to each of these times in the coming four weeks. Answered with {@code RotaView}.
     *
     * @param day of the week, in English, as {@code tuesday}
     */
    record Every(
            @Nullable String circle,
            String rota,
            String day,
            @Nullable String note) implements RotaAsk {
        @Override
        public <R> R accept(RotaAsk.Visitor<R> visitor) {
            return visitor.every(this);
        }
    }
}
