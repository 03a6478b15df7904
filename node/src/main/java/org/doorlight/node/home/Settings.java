package org.doorlight.node.home;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorlight.protocol.core.Address;

/** A settings file as people wrote it: values by key, and complaints that name the line. */
final class Settings {
    private static final int BYTES_MAX = 64 * 1024;
    private static final String ADDRESS = "HOST:PORT in quotes, such as \"192.168.1.5:7845\"";

    private final String text;
    private final JsonNode values;

    private Settings(String text, JsonNode values) {
        this.text = text;
        this.values = values;
    }

    static Settings read(Path file) {
        try {
            byte[] bytes = PrivateFiles.read(file, BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw new HomeFailure("config.toml is longer than " + BYTES_MAX + " bytes. Shorten it.");
            }
            String text = new String(bytes, UTF_8);
            return new Settings(text, new TomlMapper().readTree(text));
        } catch (JsonProcessingException failure) {
            throw complaint(
                    failure.getLocation().getLineNr(),
                    "here or just above it is not written as TOML asks for: KEY = \"VALUE\", each key once.");
        } catch (IOException failure) {
            throw HomeFailure.unreadable(file, failure);
        }
    }

    void refuseOthersThan(List<String> known) {
        for (Iterator<String> keys = values.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!known.contains(key)) {
                throw complaint(line(key), "there is no such setting. Settings are: " + String.join(", ", known) + ".");
            }
        }
    }

    Optional<String> text(String key, String wanted) {
        JsonNode value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isTextual() || !isPlain(value.textValue())) {
            throw takes(key, wanted);
        }
        return Optional.of(value.textValue());
    }

    Optional<Address> address(String key) {
        return text(key, ADDRESS).map(value -> parsed(key, value, ADDRESS));
    }

    List<Address> addresses(String key) {
        JsonNode list = values.get(key);
        if (list == null) {
            return List.of();
        }
        String wanted = "a list of addresses, such as [\"192.168.1.5:7845\"]";
        if (!list.isArray()) {
            throw takes(key, wanted);
        }
        List<Address> addresses = new ArrayList<>();
        for (JsonNode each : list) {
            addresses.add(parsed(key, each.asText(), wanted));
        }
        return addresses;
    }

    private static boolean isPlain(String value) {
        return !value.isBlank() && value.chars().noneMatch(Character::isISOControl);
    }

    private Address parsed(String key, String value, String wanted) {
        return Address.parse(value).orElseThrow(() -> takes(key, wanted));
    }

    private HomeFailure takes(String key, String wanted) {
        return complaint(line(key), key + " takes " + wanted + ".");
    }

    private static HomeFailure complaint(int line, String what) {
        return new HomeFailure("config.toml, line " + line + ": " + what);
    }

    /** The parser forgets where a key stood; keys of this file are few and stand at the beginning of a line. */
    private int line(String key) {
        Matcher start = Pattern.compile("(?m)^[ \\t]*\\[*[ \\t]*[\"']?" + Pattern.quote(key) + "\\b")
                .matcher(text);
        int at = start.find() ? start.start() : 0;
        return 1
                + (int) text.substring(0, at)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count();
    }
}
