package org.doorlight.protocol.core.inspect;

import static org.doorlight.protocol.core.inspect.Inspection.Kind.GRANT;

import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.core.inspect.Inspection.Fact;
import org.doorlight.protocol.epoch.Audiences;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.wire.Flaw;

/** A key grant by itself (PROTOCOL §4). */
final class InspectedGrant {
    private static final String NOT_CHECKED =
            "It is well formed. Its signature, its wraps and what is sealed in it cannot be"
                    + " checked without the circle's charter and keys.";

    private InspectedGrant() {}

    /** Empty for bytes that do not begin like a grant. */
    static Optional<Inspection> of(byte[] bytes) {
        Optional<Flaw> flaw = Grant.flaw(bytes);
        if (flaw.equals(Optional.of(Flaw.WRONG_MAGIC))) {
            return Optional.empty();
        }
        return flaw.map(found -> Inspection.refused(GRANT, found.name(), "No grant: " + found.words() + ".", List.of()))
                .or(() -> Grant.parse(bytes).map(grant -> Inspection.acceptable(GRANT, NOT_CHECKED, facts(grant))));
    }

    private static List<Fact> facts(Grant grant) {
        Grant.Core core = grant.core();
        boolean everyone = core.audience().equals(Audiences.everyone(core.circle()));
        return new Facts()
                .id("id", "epoch", grant.id())
                .number("bytes", "bytes in all", grant.bytes().length)
                .id("circle", "of the circle", core.circle())
                .id("device", "handed out by the device", core.device())
                .id("audience", "for the audience", core.audience())
                .text("readers", "which is", everyone ? "everyone" : "a few")
                .number("carryGeneration", "carry generation", core.carryGeneration())
                .hex("secretHash", "hash of its secret", core.secretHash().toBytes())
                .ids("parents", "follows the epochs", core.parents())
                .ids("heads", "as the charter stood at", core.heads())
                .number("sealedBytes", "bytes sealed beside the wraps", core.sealed().length)
                .number(
                        "wraps",
                        everyone ? "wraps, one for each device" : "wraps, decoys among them",
                        grant.wrapCount())
                .list();
    }
}
