package org.doorlight.protocol.care;

import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.id.CommitmentId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.SlotId;

/**
 * One yes of one helper to one slot, as the helper's own facts tell it (CARE §3).
 *
 * @param vacancies how many others' yeses to this slot had fallen away when the helper last said yes
 */
public record Commitment(CommitmentId id, MemberId helper, Offer offer, int vacancies, Said said) {
    /** Bytes of the salt in a commitment's id. */
    public static final int SALT_BYTES = 16;

    /** The highest turn bucket. */
    public static final int BUCKET_MAX = 3;

    /**
     * The yes itself.
     *
     * @param revision what it was said to
     * @param start the start on the helper's screen, milliseconds since 1970
     * @param bucket the helper's turn bucket then, 0 to {@value #BUCKET_MAX}
     * @param at when it was first said
     * @param recurring true if it is one of the yeses to a rota's every Tuesday, or whatever day it is
     */
    public record Offer(
            DocumentId request,
            SlotId slot,
            Revision revision,
            long start,
            int bucket,
            String note,
            Stamp at,
            boolean recurring) {
        /** A yes to one time alone. */
        public Offer(
                DocumentId request, SlotId slot, Revision revision, long start, int bucket, String note, Stamp at) {
            this(request, slot, revision, start, bucket, note, at, false);
        }
    }

    /**
     * What the helper has said since.
     *
     * @param handedBackAt when it was first handed back, in milliseconds since 1970; {@link #NEVER} if it was not
     * @param tonight true once there is the capacity to talk, on the day itself ({@link Talk})
     */
    public record Said(boolean onMyWay, boolean done, long handedBackAt, boolean tonight) {
        /** It was not. */
        public static final long NEVER = Long.MAX_VALUE;

        /** Nothing. */
        public static final Said NOTHING = new Said(false, false, NEVER, false);

        /** Without a word about tonight. */
        public Said(boolean onMyWay, boolean done, long handedBackAt) {
            this(onMyWay, done, handedBackAt, false);
        }

        public boolean handedBack() {
            return handedBackAt != NEVER;
        }
    }

    /** The id of a yes: bound to who says it, so that nobody can own another's. */
    public static CommitmentId id(MemberId helper, byte[] salt) {
        return CommitmentId.of(Digest.hash16(Label.COMMITMENT_ID, helper.toBytes(), salt));
    }

    public SlotId slot() {
        return offer.slot();
    }

    /** True unless it was handed back; what was done stays done. */
    boolean stands() {
        return said.done || !said.handedBack();
    }

    /** True if it was said to what the slot is now: the same revision, and still about the same time. */
    boolean isFor(CareRequest request, Slot slot) {
        return offer.revision().equals(request.revision(slot)) && Slot.isSameTime(offer.start(), slot.start());
    }
}
