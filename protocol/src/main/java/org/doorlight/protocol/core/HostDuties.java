package org.doorlight.protocol.core;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.care.Accepting;
import org.doorlight.protocol.care.Commitment;
import org.doorlight.protocol.care.RequestFacts;
import org.doorlight.protocol.care.Whisper;
import org.doorlight.protocol.care.turns.SelfFacts;
import org.doorlight.protocol.charter.Standing;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;

/**
 * What a requester's box does by itself when something has changed about one of its requests (CARE §3): it says "yes, please" to who is
 * next at the doorstep, and gives the door details to who is confirmed, and to nobody else. Done twice it does nothing more.
 */
final class HostDuties {
    private HostDuties() {}

    /** Does what is due in a circle at this time. */
    static void run(Circle circle, Moment now) {
        if (circle.isDoubted()) {
            // PROTOCOL §1: not under keys somebody else may speak under too. It is still due once they are new.
            return;
        }
        Optional<MemberId> self = circle.replica().ownPlace().map(Standing::member);
        SortedSet<DocumentId> due = circle.board().care().takeDue();
        if (self.isEmpty()) {
            return;
        }
        SortedSet<MemberId> passedOver = due.isEmpty() ? new TreeSet<>() : passedOver(circle, self.get());
        for (DocumentId request : due) {
            own(circle, self.get(), request).ifPresent(posted -> accept(circle, posted, passedOver, now));
            own(circle, self.get(), request).ifPresent(posted -> openDoor(circle, posted, now));
        }
        // What was written just now is seen to already.
        circle.board().care().takeDue();
    }

    private static Optional<CareBoard.Posted> own(Circle circle, MemberId self, DocumentId request) {
        return circle.board()
                .care()
                .request(request)
                .filter(posted -> posted.owner().equals(self));
    }

    /** The private list of this home in a circle. */
    static SortedSet<MemberId> passedOver(Circle circle, MemberId self) {
        return SelfFacts.read(circle.board().turns().selfFacts(self)).passedOver();
    }

    private static void accept(Circle circle, CareBoard.Posted posted, SortedSet<MemberId> passedOver, Moment now) {
        List<Commitment> next = Accepting.due(posted.care(), passedOver, now.wallMillis());
        for (Commitment yes : next) {
            circle.writeIfWhole(
                    posted.id(), RequestFacts.accepted(yes.id(), circle.author(), circle.stamp(now.wallMillis())));
        }
    }

    /** One copy for each helper, under an audience of the two: who was confirmed before learns nothing new. */
    private static void openDoor(Circle circle, CareBoard.Posted posted, Moment now) {
        List<Whisper> doors = circle.board().care().whispers(Whisper.DOOR, posted);
        Optional<Whisper> own =
                doors.stream().filter(door -> door.member().isEmpty()).findFirst();
        if (own.isEmpty()) {
            return;
        }
        SortedSet<MemberId> without = posted.care().confirmed(now.wallMillis());
        doors.forEach(door -> door.member().ifPresent(without::remove));
        without.forEach(helper -> circle.tell(own.get().copyFor(helper)));
    }
}
