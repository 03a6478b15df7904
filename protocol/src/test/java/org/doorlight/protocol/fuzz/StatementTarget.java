package org.doorlight.protocol.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.core.inspect.Inspection;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.replica.Identity;
import org.doorlight.protocol.vectors.Craft;
import org.doorlight.protocol.vectors.Sheet;

/** A statement as it comes, put to a charter; and the same signed by each device of that circle, as only they could do. */
public final class StatementTarget implements FuzzTarget {
    private final JsonNode sheet = Sheet.read("statement");
    private final List<Statement> held = Sheet.all(sheet.get("positive")).stream()
            .map(one -> Statement.parse(Sheet.bytes(one, "statement")).orElseThrow())
            .toList();
    private final List<Identity> devices =
            Sheet.all(sheet.get("devices")).stream().map(Sheet::identity).toList();
    private final Charter charter = charter();

    @Override
    public void run(byte[] input) {
        Inspection.of(input);
        if (Statement.parse(input).isPresent() == Statement.flaw(input).isPresent()) {
            throw new AssertionError("a statement and flawed, or neither");
        }
        Statement.parse(input).ifPresent(this::look);
    }

    private void look(Statement statement) {
        // Nobody but its devices can add to this charter, so it stays as it is from one input to the next.
        if (charter.add(statement) == Charter.Receipt.ADDED) {
            throw new AssertionError("a forged signature");
        }
        Charter.of(statement);
        for (Identity device : devices) {
            byte[] signed = Craft.signAgain(statement.bytes(), Label.STATEMENT_SIGNATURE, device.signing());
            look(device, Statement.parse(signed).orElseThrow());
        }
    }

    private void look(Identity device, Statement signed) {
        Charter.of(signed).ifPresent(StatementTarget::use);
        if (signed.device().equals(device.device())) {
            Charter fresh = charter();
            fresh.add(signed);
            use(fresh);
        }
    }

    private static void use(Charter charter) {
        charter.resolved().members();
        charter.resolved().devices().values().forEach(charter::openInvitesOf);
        charter.usedInvites();
        if (charter.resolvedAt(charter.heads()).isEmpty()) {
            throw new AssertionError("heads that are not held");
        }
    }

    private Charter charter() {
        Charter charter = Charter.of(held.get(0)).orElseThrow();
        held.stream().skip(1).forEach(charter::add);
        return charter;
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        held.forEach(statement -> seeds.add(statement.bytes()));
        sheet.get("negative").forEach(one -> seeds.add(Sheet.bytes(one, "statement")));
        return seeds;
    }
}
