package org.doorlight.protocol.core;

import java.util.ArrayList;
import java.util.List;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.envelope.Contradiction;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.epoch.Grant;

/** Gathers what is to be passed on, until somebody takes it. */
final class Gathering {
    private final List<Statement> statements = new ArrayList<>();
    private final List<Grant> grants = new ArrayList<>();
    private final List<Envelope> envelopes = new ArrayList<>();

    void add(Statement statement) {
        statements.add(statement);
    }

    void add(Grant grant) {
        grants.add(grant);
    }

    void add(Envelope envelope) {
        envelopes.add(envelope);
    }

    /** All since the last call, and these proofs. */
    Fresh take(List<Contradiction> proofs) {
        Fresh fresh = new Fresh(statements, grants, envelopes, proofs);
        statements.clear();
        grants.clear();
        envelopes.clear();
        return fresh;
    }
}
