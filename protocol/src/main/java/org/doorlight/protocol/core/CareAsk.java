package org.doorlight.protocol.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a household may ask of its node about care requests and yeses, beyond asking and looking. A null circle means any. Requests,
 * slots and commitments are named by their hexadecimal id or an unambiguous beginning of it.
 */
public sealed interface CareAsk extends Ask {
    /** One method for each case. */
    interface Visitor<R> {
        R change(Change ask);

        R move(Move ask);

        R giveTime(GiveTime ask);

        R doMyself(DoMyself ask);

        R choose(Choose ask);

        R tellStory(TellStory ask);

        R offer(Offer ask);

        R listCommitments(ListCommitments ask);

        R showCommitment(ShowCommitment ask);

        R say(Say ask);

        R requesterTalks(RequesterTalks ask);

        R helperTalks(HelperTalks ask);
    }

    <R> R accept(CareAsk.Visitor<R> visitor);

    @Override
    default <R> R accept(Ask.Visitor<R> visitor) {
        return visitor.care(this);
    }

    /** What a requester may want of a whole request. */
    enum Wish {
        /** It rests; everybody is let go with thanks. */
        PAUSE,
        /** It asks again, and everybody anew. */
        RESUME,
        /** Help came from elsewhere. */
        FULFIL
    }

    /** Answered with {@code RequestView}. */
    record Change(@Nullable String circle, String request, Wish wish) implements CareAsk {
        @Override
        public <R> R accept(CareAsk.Visitor<R> visitor) {
            return visitor.change(this);
        }
    }

    /**
     * Moves a slot. Answered with {@code RequestView}.
     *
     * @param start as in {@link Ask.SlotDraft}
     */
    record Move(@Nullable String circle, String request, String slot, String start) implements CareAsk {
        @Override
        public <R> R accept(CareAsk.Visitor<R> visitor) {
            return visitor.move(this);
        }
    }

    /**
     * Gives a slot more time at its end. Answered with {@code RequestView}.
     *
     * @param more as the duration in {@link Ask.SlotDraft}
     */
    record GiveTime(@Nullable String circle, String request, String slot, String more) implements CareAsk {
        @Override
        public <R> R accept(CareAsk.Visitor<R> visitor) {
            return visitor.giveTime(this);
        }
    }

    /** "I'm doing this myself." Answered with {@code RequestView}. */
    record DoMyself(@Nullable String circle, String request, String slot) implements CareAsk {
        @Override
        public <R> R accept(CareAsk.Visitor<R> visitor) {
            return visitor.doMyself(this);
        }
    }

    /**
     * Says "yes, please" to a helper, or lets one go with thanks. Answered with {@code RequestView}.
     *
     * @param accept false to let go
     */
    record Choose(@Nullable String circle, String request, String commitment, boolean accept) implements CareAsk {
        @Override
        public <R> R accept(CareAsk.Visitor<R> visitor) {
            return visitor.choose(this);
        }
    }

    /** Gives the story to these members. Answered with {@code RequestView}. */
    record TellStory(@Nullable String circle, String request, List<String> to) implements CareAsk {
        public TellStory {
            to = List.copyOf(to);
        }

        @Override
        public <R> R accept(CareAsk.Visitor<R> visitor) {
            return visitor.tellStory(this);
        }
    }

    /** Says yes to a slot, or "yes, still" when asked again. Answered with {@code CommitmentView}. */
    record Offer(
            @Nullable String circle,
            String request,
            String slot,
            @Nullable String note) implements CareAsk {
        @Override
        public <R> R accept(CareAsk.Visitor<R> visitor) {
            return visitor.offer(this);
        }
    }

    /** This home's own yeses. Answered with {@code Views<CommitmentView>}, oldest first. */
    record ListCommitments(@Nullable String circle) implements CareAsk, Ask.Look {
        @Override
        public <R> R accept(CareAsk.Visitor<R> visitor) {
            return visitor.listCommitments(this);
        }
    }

    /** One of this home's own yeses. Answered with {@code CommitmentView}. */
    record ShowCommitment(@Nullable String circle, String commitment) implements CareAsk, Ask.Look {
        @Override
        public <R> R accept(CareAsk.Visitor<R> visitor) {
            return visitor.showCommitment(this);
        }
    }

    /** What a helper may say about a yes. */
    enum Word {
        HAND_BACK,
        ON_MY_WAY,
        DONE
    }

    /** Says something about one of this home's own yeses. Answered with {@code CommitmentView}. */
    record Say(@Nullable String circle, String commitment, Word word) implements CareAsk {
        @Override
        public <R> R accept(CareAsk.Visitor<R> visitor) {
            return visitor.say(this);
        }
    }

    /**
     * What a requester answers on the day to "Do you have the capacity to talk, or would you rather rest tonight?" Answered with
     * {@code RequestView}.
     *
     * @param answer {@code yes}, or {@code rest}: then the slot needs nobody any more
     */
    record RequesterTalks(@Nullable String circle, String request, String commitment, String answer)
            implements CareAsk {
        @Override
        public <R> R accept(CareAsk.Visitor<R> visitor) {
            return visitor.requesterTalks(this);
        }
    }

    /**
     * What a helper answers to the same. Answered with {@code CommitmentView}.
     *
     * @param answer {@code yes}, or {@code rest}: then the yes is handed back like any other
     */
    record HelperTalks(@Nullable String circle, String commitment, String answer) implements CareAsk {
        @Override
        public <R> R accept(CareAsk.Visitor<R> visitor) {
            return visitor.helperTalks(this);
        }
    }
}
