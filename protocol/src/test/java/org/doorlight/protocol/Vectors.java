package org.doorlight.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Outside test vectors. They are read from the folder the system property {@value #PROPERTY} names, else from {@code
 * shared/vectors} beside the checkout; without that folder the asking test is skipped and says so.
 */
public final class Vectors {
    static final String PROPERTY = "doorlight.vectors";

    private Vectors() {}

    /** A file of the folder, as {@code wycheproof/x25519_test.json}. */
    public static Path file(String name) {
        Path folder = folder();
        assumeTrue(
                Files.isDirectory(folder),
                () -> "skipped: no test vectors at " + folder + "; name their folder with -D" + PROPERTY + "=…");
        return folder.resolve(name);
    }

    public static JsonNode json(String name) {
        try {
            return new ObjectMapper().readTree(file(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All cases of a Wycheproof file, as many as it claims to have. */
    public static List<WycheproofCase> wycheproof(String name) {
        JsonNode root = json("wycheproof/" + name);
        List<WycheproofCase> cases = new ArrayList<>();
        for (JsonNode group : root.get("testGroups")) {
            group.get("tests").forEach(test -> cases.add(new WycheproofCase(group, test)));
        }
        assertThat(cases).hasSize(root.get("numberOfTests").asInt()).isNotEmpty();
        return cases;
    }

    public static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }

    /** The checkout is the folder above this module, where Maven runs the tests. */
    private static Path folder() {
        String named = System.getProperty(PROPERTY);
        return named != null
                ? Path.of(named)
                : Path.of("").toAbsolutePath().resolve("../../shared/vectors").normalize();
    }

    /** One case and the group it stands in. */
    public record WycheproofCase(JsonNode group, JsonNode test) {

        public byte[] bytes(String field) {
            return hex(test.get(field).asText());
        }

        public boolean isValid() {
            return test.get("result").asText().equals("valid");
        }

        /** Number and comment of the case, for a failing assertion. */
        @Override
        public String toString() {
            return "tcId " + test.get("tcId") + " " + test.get("comment");
        }
    }
}
