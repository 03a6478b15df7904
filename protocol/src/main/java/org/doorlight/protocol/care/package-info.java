/**
 * What neighbours ask of each other, as pure functions of facts and now (CARE). No network, no Automerge, no clock in here: a fact is a
 * key and bytes, and every state is worked out afresh.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.protocol.care;
