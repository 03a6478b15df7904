/**
 * What pages, the local API and the command line may see: read-only records with text and numbers, made from read models.
 * The component names are the names in JSON; {@code docs/API.md} lists them.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.protocol.core.view;
