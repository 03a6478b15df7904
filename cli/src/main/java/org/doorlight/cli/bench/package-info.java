/**
 * The benchmark workloads: they drive real node processes on loopback through their local API, and print figures. Nothing here is a
 * timed test; {@code docs/CLI.md} says what each figure contains.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.cli.bench;
