package org.doorlight.node.home;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads a passphrase from a file, so that it never stands on a command line. */
public final class Passphrase {
    private static final int BYTES_MAX = 1_024;

    private Passphrase() {}

    /**
     * The file's text without the line end behind it.
     *
     * @return a fresh array, to be wiped by the caller
     */
    public static char[] read(Path file) {
        try {
            return decoded(file, PrivateFiles.read(file, BYTES_MAX + 1));
        } catch (CharacterCodingException failure) {
            throw new HomeFailure("The passphrase in " + file + " is not UTF-8 text. Write it again.", failure);
        } catch (IOException failure) {
            throw HomeFailure.unreadable(file, failure);
        }
    }

    private static char[] decoded(Path file, byte[] bytes) throws CharacterCodingException {
        if (bytes.length > BYTES_MAX) {
            throw wrongLength(file);
        }
        CharBuffer text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        if (end == 0) {
            throw wrongLength(file);
        }
        char[] passphrase = new char[end];
        text.get(passphrase, 0, end);
        Arrays.fill(text.array(), ' ');
        Arrays.fill(bytes, (byte) 0);
        return passphrase;
    }

    private static HomeFailure wrongLength(Path file) {
        return new HomeFailure("The passphrase in " + file + " has to be 1 to " + BYTES_MAX + " bytes long.");
    }
}
