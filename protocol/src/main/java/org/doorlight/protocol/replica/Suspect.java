package org.doorlight.protocol.replica;

import java.util.List;
import org.doorlight.protocol.id.DocumentId;

/**
 * What a process of its own should try before this one does (PROTOCOL §6).
 *
 * @param changes uncompressed change chunks that both doors let through, in the order native code would see them
 */
public record Suspect(DocumentId document, List<byte[]> changes) {
    public Suspect {
        changes = List.copyOf(changes);
    }
}
