/**
 * What a node keeps on disk: one SQLite file with envelopes and records. Its face is {@link org.doorlight.node.store.SqliteStore},
 * and {@link org.doorlight.node.store.StoreFailure} for what can go wrong.
 * What the bytes mean, and sealing them, belongs to the core; no thread lives here, everything runs on the loop's.
 */
@NullMarked
package org.doorlight.node.store;

import org.jspecify.annotations.NullMarked;
