package org.doorlight.protocol.core;

import java.util.List;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.envelope.Contradiction;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.epoch.Grant;

/** What came into a circle freshly, or was said here, and is to be passed on. */
record Fresh(
        List<Statement> statements, List<Grant> grants, List<Envelope> envelopes, List<Contradiction> contradictions) {
    Fresh {
        statements = List.copyOf(statements);
        grants = List.copyOf(grants);
        envelopes = List.copyOf(envelopes);
        contradictions = List.copyOf(contradictions);
    }

    boolean isEmpty() {
        return statements.isEmpty() && grants.isEmpty() && envelopes.isEmpty() && contradictions.isEmpty();
    }
}
