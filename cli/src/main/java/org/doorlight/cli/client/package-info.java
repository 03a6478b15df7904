/**
 * The way to a running node: a small HTTP/1.1 client of the local API, its events, and JSON. What a command prints does not
 * live here. {@link org.doorlight.cli.client.LocalApi} is the face.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.cli.client;
