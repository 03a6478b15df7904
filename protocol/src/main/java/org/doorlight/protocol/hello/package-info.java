/**
 * Noticing that somebody has been quiet, gently and without false alarms (HELLO). Pure functions of facts and now: plans, what a
 * person's own box signs, what a neighbour's box may conclude from it, and who is asked to look in. No network, no Automerge, no clock.
 *
 * <p>Where to look: {@link org.doorlight.protocol.hello.WindowState} is the own box, {@link org.doorlight.protocol.hello.Observer} the
 * neighbour's box, {@link org.doorlight.protocol.hello.Ladder} who is asked. Facts are read by
 * {@link org.doorlight.protocol.hello.PlanFacts} and {@link org.doorlight.protocol.hello.WatchFacts} into
 * {@link org.doorlight.protocol.hello.Tidings}.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.protocol.hello;
