/**
 * Explains bytes that somebody found, without trusting them: {@link org.doorlight.protocol.core.inspect.Inspection} is the face. It reads
 * shapes and checks what needs no circle; keys, charters and documents are not here.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.protocol.core.inspect;
