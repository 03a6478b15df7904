/**
 * What one node holds of one circle: charter, epochs, documents, and their facts as read models.
 * {@link org.doorlight.protocol.replica.Replica} is the face; it decides what comes in and writes this home's own words.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.protocol.replica;
