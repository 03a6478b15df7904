package org.doorlight.protocol.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.core.inspect.Inspection;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.epoch.EpochBook;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.replica.Identity;
import org.doorlight.protocol.vectors.Craft;
import org.doorlight.protocol.vectors.Sheet;

/** A grant as it comes, put to a reader's book; and the same signed by a member who hands out mischief. */
public final class GrantTarget implements FuzzTarget {
    private static final int SIGNATURE_BYTES = 64;

    private final JsonNode sheet = Sheet.read("grant");
    private final Charter charter = charter();
    private final Identity founder = Sheet.identity(sheet.get("devices").get("founder"));
    private final Identity ana = Sheet.identity(sheet.get("devices").get("ana"));

    @Override
    public void run(byte[] input) {
        Inspection.of(input);
        if (Grant.parse(input).isPresent() == Grant.flaw(input).isPresent()) {
            throw new AssertionError("a grant and flawed, or neither");
        }
        Grant.parse(input).ifPresent(grant -> {
            use(grant);
            use(Grant.parse(signed(grant)).orElseThrow());
        });
    }

    private byte[] signed(Grant grant) {
        byte[] bytes = grant.bytes();
        int signatureAt = bytes.length - Grant.WRAP_BYTES * grant.wrapCount() - 2 - SIGNATURE_BYTES;
        return Craft.with(
                bytes, 0, Craft.sign(Arrays.copyOf(bytes, signatureAt), Label.GRANT_SIGNATURE, founder.signing()));
    }

    private void use(Grant grant) {
        EpochBook book = new EpochBook(charter, ana.device(), ana.agreement());
        if (book.add(grant) == EpochBook.Receipt.ADDED) {
            for (JsonNode one : sheet.get("positive")) {
                book.learn(grant.id(), Sheet.bytes(one, "secret"));
            }
            book.forWriting(grant.core().audience());
            book.wrapFor(grant.id(), founder.keys());
            book.carries();
            book.keyless();
        }
    }

    private Charter charter() {
        List<Statement> statements = Sheet.all(sheet.get("statements")).stream()
                .map(one ->
                        Statement.parse(HexFormat.of().parseHex(one.asText())).orElseThrow())
                .toList();
        Charter built = Charter.of(statements.get(0)).orElseThrow();
        statements.stream().skip(1).forEach(built::add);
        return built;
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        sheet.get("positive").forEach(one -> seeds.add(Sheet.bytes(one, "grant")));
        sheet.get("negative").forEach(one -> seeds.add(Sheet.bytes(one, "grant")));
        return seeds;
    }
}
