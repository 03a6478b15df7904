package org.doorlight.protocol.core.view;

import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.EpisodeId;
import org.doorlight.protocol.id.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * What this home's box knows of somebody's hello: its own people's, and those this home looks in on.
 *
 * @param state HEARD, QUIET, CANNOT_HEAR or UNKNOWN
 * @param cause why it knows no more; NONE where the state says all
 * @param episode the open one; absent if there is none
 * @param oftenPaused more than 14 paused days in the last 28
 */
public record WatchView(
        CircleId circle,
        MemberId member,
        String name,
        String state,
        String cause,
        @Nullable EpisodeId episode,
        boolean oftenPaused)
        implements View {}
