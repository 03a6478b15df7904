/**
 * Automerge documents: what may reach native code, and what it says about itself.
 *
 * <p>Wire bytes never reach Automerge unchecked, because malformed bytes abort the whole process (PROTOCOL §6).
 * {@link org.doorlight.protocol.document.ChangeValidator} is the door: pure Java, no exception for any input, no
 * allocation in proportion to a claimed length. It yields a
 * {@link org.doorlight.protocol.document.ChangeVerdict}. {@link org.doorlight.protocol.document.DocumentOutline} is the
 * second door: it knows what earlier changes made, and refuses a change that takes it for something else. Only the plain
 * bytes of a change that passed both are handed on.
 * {@link org.doorlight.protocol.document.ChunkInspection} explains whole files, saved documents included, without
 * trusting them. The face of the package are these types, their verdicts, summaries and
 * {@link org.doorlight.protocol.document.ChangeLimits}; the column decoders stay inside.
 *
 * <p>The format is the one described at https://automerge.org/automerge-binary-format-spec/ .
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.protocol.document;
