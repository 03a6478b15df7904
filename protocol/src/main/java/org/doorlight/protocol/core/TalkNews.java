package org.doorlight.protocol.core;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.care.Commitment;
import org.doorlight.protocol.care.SlotStanding;
import org.doorlight.protocol.care.Talk;
import org.doorlight.protocol.charter.Standing;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.CommitmentId;
import org.doorlight.protocol.id.MemberId;

/**
 * Says to those who follow events when a home is asked whether there is the capacity to talk (CARE §3). The day has come and nothing was
 * written, so no change of a document says it.
 */
final class TalkNews {
    private final News news;
    private final SortedMap<CircleId, SortedSet<CommitmentId>> said = new TreeMap<>();

    TalkNews(News news) {
        this.news = news;
    }

    /** Looks at a circle. */
    void tell(Circle circle, Moment now) {
        SortedSet<CommitmentId> asked = new TreeSet<>();
        SortedSet<CommitmentId> before = said.getOrDefault(circle.id(), new TreeSet<>());
        Optional<MemberId> self = circle.replica().ownPlace().map(Standing::member);
        for (CareBoard.Posted posted : circle.board().care().requestsAfter(now.wallMillis())) {
            if (self.isPresent() && Talk.isAskedAbout(posted.request().kind())) {
                SortedSet<CommitmentId> here = asked(posted, self.get(), now.wallMillis());
                if (!before.containsAll(here)) {
                    news.careChanged(circle, posted.id(), now);
                }
                asked.addAll(here);
            }
        }
        said.put(circle.id(), asked);
    }

    private static SortedSet<CommitmentId> asked(CareBoard.Posted posted, MemberId self, long now) {
        SortedSet<CommitmentId> asked = new TreeSet<>();
        for (SlotStanding slot : posted.care().slots()) {
            for (Commitment yes : slot.holders()) {
                boolean own = posted.owner().equals(self);
                Talk.Side side = own ? Talk.Side.REQUESTER : Talk.Side.HELPER;
                if ((own || yes.helper().equals(self)) && Talk.of(posted.care(), yes, side, now) == Talk.ASKED) {
                    asked.add(yes.id());
                }
            }
        }
        return asked;
    }
}
