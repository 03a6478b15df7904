package org.doorlight.node.home;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file with a token: 32 random bytes as lower-case hexadecimal. Who can read {@code api-token} may ask the running node for anything; who
 * can read {@code touch-token} may say hello and nothing else.
 *
 * @param home the home's folder
 * @param file the name of the file in it
 */
public record ApiToken(Path home, String file) {
    /** The name of the file in the home. */
    static final String FILE = "api-token";

    private static final String TOUCH_FILE = "touch-token";

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{" + 2 * BYTES + "}");

    /** The token for everything. */
    public ApiToken(Path home) {
        this(home, FILE);
    }

    /** The token for buttons and scripts. */
    public static ApiToken touch(Path home) {
        return new ApiToken(home, TOUCH_FILE);
    }

    /** The token; a new one is made if there is none or it is damaged. */
    public String readOrCreate() {
        return read().orElseGet(this::create);
    }

    /** The token as it stands in the file, for clients; empty if there is none. */
    public Optional<String> read() {
        Path path = home.resolve(file);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            String text = new String(PrivateFiles.read(path, 2 * BYTES + 2), US_ASCII).strip();
            return FORM.matcher(text).matches() ? Optional.of(text) : Optional.empty();
        } catch (IOException failure) {
            throw HomeFailure.unreadable(path, failure);
        }
    }

    private String create() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        try {
            PrivateFiles.write(home.resolve(file), token.getBytes(US_ASCII));
        } catch (IOException failure) {
            throw HomeFailure.unwritable(home, failure);
        }
        return token;
    }
}
