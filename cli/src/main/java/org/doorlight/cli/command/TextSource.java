package org.doorlight.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.doorlight.cli.client.Refusal;
import org.jspecify.annotations.Nullable;

/** Private text that need not stand on the command line, where other users of the machine could see it: from a file, or {@code -}. */
final class TextSource {
    static final String STANDARD_INPUT = "-";

    /** More than any text of a request may hold; the node has the real limits. */
    private static final int TEXT_BYTES_MAX = 64 << 10;

    private TextSource() {}

    /** The text itself if it was given, else what the file holds; the command line holds one of them. */
    static String choose(@Nullable String text, @Nullable String file, InputStream standardInput) {
        if (text != null) {
            return text;
        }
        return file == null ? "" : read(file, standardInput);
    }

    private static String read(String file, InputStream standardInput) {
        try {
            if (file.equals(STANDARD_INPUT)) {
                return text(standardInput);
            }
            try (InputStream in = Files.newInputStream(Path.of(file))) {
                return text(in);
            }
        } catch (CharacterCodingException notText) {
            throw new Refusal("That text is not UTF-8. Save it as UTF-8 and try again.", notText);
        } catch (IOException unreadable) {
            throw new Refusal("The file " + file + " is not readable. Look at its name and rights.", unreadable);
        }
    }

    /** All of it, without the line end that editors put behind the last line. */
    private static String text(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(TEXT_BYTES_MAX + 1);
        if (bytes.length > TEXT_BYTES_MAX) {
            throw new Refusal("That text is too long. Keep it below 64 kB.");
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString()
                .stripTrailing();
    }
}
