package org.doorlight.protocol.vectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.doorlight.protocol.id.Identifier;
import org.doorlight.protocol.replica.Identity;

/** Writing and reading of this project's own test vectors: JSON, all bytes as hexadecimal text. */
public final class Sheet {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HexFormat HEX = HexFormat.of();

    private Sheet() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode list() {
        return MAPPER.createArrayNode();
    }

    static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }

    static String hex(Identifier id) {
        return id.hex();
    }

    static ArrayNode texts(Iterable<String> texts) {
        ArrayNode list = list();
        texts.forEach(list::add);
        return list;
    }

    /** A device: the two seeds it starts from, and what they make. */
    static ObjectNode device(Identity identity) {
        return object().put("signingSeed", hex(identity.signingSeed()))
                .put("agreementSeed", hex(identity.agreementSeed()))
                .put("signingKey", hex(identity.keys().signing().toBytes()))
                .put("agreementKey", hex(identity.keys().agreement().toBytes()))
                .put("device", hex(identity.device()));
    }

    /** The device of these seeds, recomputed. */
    public static Identity identity(JsonNode device) {
        return new Identity(bytes(device, "signingSeed"), bytes(device, "agreementSeed"));
    }

    public static byte[] bytes(JsonNode node, String field) {
        return HEX.parseHex(text(node, field));
    }

    public static String text(JsonNode node, String field) {
        return node.required(field).textValue();
    }

    /** Bytes that must not pass, and why. */
    static ObjectNode negative(String name, String field, byte[] bytes, String refusedBy, String reason) {
        return object().put("name", name)
                .put(field, hex(bytes))
                .put("refusedBy", refusedBy)
                .put("reason", reason);
    }

    public static List<JsonNode> all(JsonNode list) {
        List<JsonNode> all = new ArrayList<>();
        list.forEach(all::add);
        return all;
    }

    public static JsonNode read(String name) {
        try (InputStream in = Sheet.class.getResourceAsStream("/vectors/" + name + ".json")) {
            return MAPPER.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The file as it is committed. */
    static String committed(String name) {
        try (InputStream in = Sheet.class.getResourceAsStream("/vectors/" + name + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String print(JsonNode sheet) {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            return MAPPER.writer(printer).writeValueAsString(sheet) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
