package org.doorlight.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Writes this project's own test vectors into the folder named: {@code src/test/resources/vectors} of this module. PROTOCOL, "Test
 * vectors", describes them. They only ever change together with the protocol.
 */
final class OwnVectors {
    private OwnVectors() {}

    static SortedMap<String, Supplier<JsonNode>> sheets() {
        SortedMap<String, Supplier<JsonNode>> sheets = new TreeMap<>();
        sheets.put("envelope", EnvelopeVectors::make);
        sheets.put("statement", StatementVectors::make);
        sheets.put("grant", GrantVectors::make);
        sheets.put("invitation", InvitationVectors::make);
        sheets.put("frontier", FrontierVectors::make);
        return sheets;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (var sheet : sheets().entrySet()) {
            Path file = folder.resolve(sheet.getKey() + ".json");
            Files.writeString(file, Sheet.print(sheet.getValue().get()));
        }
    }
}
