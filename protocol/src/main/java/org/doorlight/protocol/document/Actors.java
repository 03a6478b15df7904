package org.doorlight.protocol.document;

import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.DocumentId;

/** Under which name a device writes in a document (PROTOCOL §6). */
public final class Actors {
    private Actors() {}

    /** Sixteen bytes: hash of the device's signing key and the document, so that no two documents share an actor. */
    public static ActorId of(Bytes32 signingKey, DocumentId document) {
        return new ActorId(Digest.hash16(Label.ACTOR_ID, signingKey.toBytes(), document.toBytes()));
    }
}
