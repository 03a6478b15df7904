package org.doorlight.protocol.core.view;

import java.util.List;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.EpisodeId;
import org.doorlight.protocol.id.MemberId;

/**
 * One time that a hello did not come, or that a box could not be heard, as this home sees it.
 *
 * @param reason QUIET, or SILENT_BOX which says something about the box and nothing about the person
 * @param state OPEN, OVER, or RELEASED for a home that is no buddy any more
 * @param level nudge, ask, seen, knock or decide; of one that is over: none
 * @param asked true if this home's people are asked now
 * @param going who said that they see to it
 * @param words the same for people
 */
public record EpisodeView(
        EpisodeId id,
        CircleId circle,
        MemberId member,
        String name,
        String reason,
        String state,
        String level,
        boolean asked,
        List<MemberId> going,
        String words)
        implements View {
    public EpisodeView {
        going = List.copyOf(going);
    }
}
