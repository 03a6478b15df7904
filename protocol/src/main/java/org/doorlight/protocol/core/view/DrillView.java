package org.doorlight.protocol.core.view;

/**
 * How a rehearsal with a pretend neighbour stands, on this box alone.
 *
 * @param state NONE, OPEN or OVER
 * @param level nudge, ask, seen, knock or decide; none if it is not open
 * @param asked true if this home's people are asked now
 * @param words the same for people; each time they say that it is a rehearsal
 */
public record DrillView(String state, String level, boolean asked, String words) implements View {}
