package org.doorlight.protocol.core.view;

import org.doorlight.protocol.id.CircleId;
import org.jspecify.annotations.Nullable;

/**
 * Whether a street has hot, cold or stormy days.
 *
 * @param mode NONE, HEAT, COLD or STORM
 * @param until ISO date-time with offset; absent if there is none
 * @param words the same for people
 */
public record HeatView(
        CircleId circle, String mode, @Nullable String until, String words) implements View {}
