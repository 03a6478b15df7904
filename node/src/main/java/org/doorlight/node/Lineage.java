package org.doorlight.node;

import java.util.Optional;
import org.doorlight.node.home.GenerationFile;
import org.doorlight.node.home.Home;
import org.doorlight.node.home.HomeFailure;
import org.doorlight.node.store.SqliteStore;
import org.doorlight.node.store.StoreFailure;
import org.doorlight.protocol.core.Generation;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.id.Bytes16;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices at the start that a home's store was put back from an older copy, or that the home was copied: the store and a file beside it
 * count starts and ends together, and the file knows where it lay (decision 0013). The store is written first, so a cut in between
 * leaves the file behind, which is nothing.
 */
final class Lineage {
    private static final Logger LOG = LoggerFactory.getLogger("doorlight");

    private final SqliteStore store;
    private final GenerationFile file;

    Lineage(Home home, SqliteStore store) {
        this.store = store;
        this.file = new GenerationFile(home.folder(), home.key());
    }

    /** To be called before the core reads the store. */
    void begin(Entropy entropy) {
        Optional<Generation> inside = Generation.load(store);
        if (isSound(inside)) {
            unlessDiskIsFull(() -> write(inside.orElseGet(() -> first(entropy)).next()));
            return;
        }
        LOG.info(
                "This home was put back from an older copy, moved, or copied. It takes new keys before it says anything.");
        store.saveRecord(Generation.doubt());
        write(first(entropy));
    }

    private boolean isSound(Optional<Generation> inside) {
        if (inside.isEmpty()) {
            return !file.exists();
        }
        Optional<Generation> beside =
                file.read().filter(GenerationFile.Beside::inPlace).map(GenerationFile.Beside::generation);
        return Generation.isSound(inside, beside);
    }

    private static Generation first(Entropy entropy) {
        return new Generation(Bytes16.of(entropy.bytes(Bytes16.LENGTH)), 0);
    }

    /** To be called when the loop has ended in good order. */
    void end() {
        unlessDiskIsFull(() -> Generation.load(store).ifPresent(inside -> write(inside.next())));
    }

    /** A disk that cannot take this down may still be read; what is not counted is noticed later, by a neighbour. */
    private void unlessDiskIsFull(Runnable counting) {
        try {
            counting.run();
        } catch (StoreFailure | HomeFailure full) {
            store.rollback();
            LOG.info(String.valueOf(full.getMessage()));
        }
    }

    private void write(Generation generation) {
        store.saveRecord(generation.save());
        store.commit();
        file.write(generation);
    }
}
