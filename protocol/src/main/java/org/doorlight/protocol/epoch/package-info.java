/**
 * Who can read: audiences, generations of their secrets, and how a secret reaches its devices (PROTOCOL §4).
 * {@link org.doorlight.protocol.epoch.EpochBook} is what one node holds of a circle's epochs.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.protocol.epoch;
