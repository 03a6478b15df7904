package org.doorlight.protocol.care.turns;

import java.util.Comparator;
import org.doorlight.protocol.id.CommitmentId;
import org.doorlight.protocol.id.MemberId;

/**
 * One yes of one's own, as the load ledger of one's own devices holds it; being the spare counts like holding (CARE §5). What was handed
 * back or released is not in the ledger.
 *
 * @param commitment which yes
 * @param recipient for whom
 * @param start milliseconds since 1970
 * @param end milliseconds since 1970
 * @param effort from 0 on
 * @param saidAt when the yes was said, in milliseconds since 1970
 * @param pinned true once the requester has accepted it
 */
public record Carried(
        CommitmentId commitment, MemberId recipient, long start, long end, int effort, long saidAt, boolean pinned) {
    /** From this effort on, something is heavy: a night, a sitting with the grieving (CARE §2). */
    public static final int HEAVY_FROM = 4;

    /** The newest yes last; ties by the commitment. */
    static final Comparator<Carried> BY_AGE =
            Comparator.comparingLong(Carried::saidAt).thenComparing(Carried::commitment);

    /** True for what asks a lot at once. */
    public boolean isHeavy() {
        return effort >= HEAVY_FROM;
    }
}
