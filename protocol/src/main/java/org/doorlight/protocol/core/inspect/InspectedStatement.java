package org.doorlight.protocol.core.inspect;

import static org.doorlight.protocol.core.inspect.Inspection.Kind.STATEMENT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Declaration;
import org.doorlight.protocol.charter.DeviceKeys;
import org.doorlight.protocol.charter.Role;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.wire.Flaw;

/** A charter statement by itself (PROTOCOL §2). A founding one carries the keys it is signed with; all others need the charter. */
final class InspectedStatement {
    private InspectedStatement() {}

    /** Empty for bytes that do not begin like a statement. */
    static Optional<Inspection> of(byte[] bytes) {
        Optional<Flaw> flaw = Statement.flaw(bytes);
        if (flaw.equals(Optional.of(Flaw.WRONG_MAGIC))) {
            return Optional.empty();
        }
        return flaw.map(found ->
                        Inspection.refused(STATEMENT, found.name(), "No statement: " + found.words() + ".", List.of()))
                .or(() -> Statement.parse(bytes).map(InspectedStatement::judged));
    }

    private static Inspection judged(Statement statement) {
        Facts facts = new Facts()
                .id("id", "statement", statement.id())
                .number("bytes", "bytes in all", statement.bytes().length)
                .id("circle", "of the circle", statement.circle())
                .id("device", "said by the device", statement.device())
                .number("sequence", "as its statement number", statement.sequence())
                .idUnlessNone("previous", "its statement before", statement.previous())
                .ids("heads", "follows the statements", statement.heads());
        return statement.declaration().accept(new Judge(statement, facts));
    }

    /** Says what a declaration says, and whether it can be so. */
    private record Judge(Statement statement, Facts facts) implements Declaration.Visitor<Inspection> {
        @Override
        public Inspection found(Declaration.Found found) {
            facts.text("says", "what it says", "found").text("role", "its author becomes", Role.STEWARD.word());
            tellKeys(found.keys());
            if (!found.keys().device().equals(statement.device())) {
                return refused("WRONG_DEVICE", "The device it names is not the one its keys make.");
            }
            if (!found.keys().areUsable()) {
                return unusableKeys();
            }
            return Charter.of(statement).isPresent()
                    ? acceptable(
                            "verified",
                            "The founder's signature is genuine. Whether this is your circle it cannot say.")
                    : refused("WRONG_SIGNATURE", "The founder has not signed it.");
        }

        @Override
        public Inspection invite(Declaration.Invite invite) {
            facts.text("says", "what it says", "invite")
                    .text(
                            "role",
                            "whoever holds the code becomes",
                            invite.role().word())
                    .hex(
                            "inviteKey",
                            "and proves it with the one-time key",
                            invite.key().toBytes())
                    .text(
                            "expiresAt",
                            "advisory end",
                            Instant.ofEpochMilli(invite.expiresAt()).toString());
            return unsigned();
        }

        @Override
        public Inspection admit(Declaration.Admit admit) {
            facts.text("says", "what it says", "admit").id("invite", "through the invitation", admit.invite());
            tellKeys(admit.keys());
            facts.id("newDevice", "which make the device", admit.keys().device());
            return admit.keys().areUsable() ? unsigned() : unusableKeys();
        }

        @Override
        public Inspection addDevice(Declaration.AddDevice add) {
            facts.text("says", "what it says", "add-device").id("member", "of the member", add.member());
            tellKeys(add.keys());
            facts.id("newDevice", "which make the device", add.keys().device());
            return add.keys().areUsable() ? unsigned() : unusableKeys();
        }

        private void tellKeys(DeviceKeys keys) {
            facts.hex("signingKey", "signing key", keys.signing().toBytes())
                    .hex("agreementKey", "agreement key", keys.agreement().toBytes());
        }

        private Inspection unsigned() {
            return acceptable(
                    "unchecked",
                    "It is well formed. Its signature cannot be checked without the charter, nor whether its author may say this.");
        }

        private Inspection unusableKeys() {
            return refused("UNUSABLE_KEYS", "With the keys it brings, a signature or a wrap would be worth nothing.");
        }

        private Inspection acceptable(String signature, String detail) {
            return Inspection.acceptable(
                    STATEMENT,
                    detail,
                    facts.text("signature", "signature", signature).list());
        }

        private Inspection refused(String reason, String detail) {
            return Inspection.refused(STATEMENT, reason, detail, facts.list());
        }
    }
}
