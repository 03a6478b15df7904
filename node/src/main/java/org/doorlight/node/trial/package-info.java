/**
 * Trials in a process of their own: changes that were on trial when the node ended are applied there first, where an abort of native code
 * hurts nobody (PROTOCOL §6).
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.node.trial;
