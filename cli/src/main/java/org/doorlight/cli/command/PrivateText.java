package org.doorlight.cli.command;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The texts of a request that need not stand on the command line, each from one of two places. */
final class PrivateText {
    private PrivateText() {}

    /** What is asked for. */
    static final class Title {
        @Option(names = "--title", paramLabel = "TITLE", description = "What you could use, in a few words.")
        private @Nullable String text;

        @Option(
                names = "--title-file",
                paramLabel = "FILE",
                description = "The same from a file; - reads standard input.")
        private @Nullable String file;

        boolean readsStandardInput() {
            return TextSource.STANDARD_INPUT.equals(file);
        }

        String read(InputStream standardInput) {
            return TextSource.choose(text, file, standardInput);
        }
    }

    /** What helpers need at the door. */
    static final class Door {
        @Option(
                names = "--door",
                paramLabel = "TEXT",
                description = "What helpers need at the door. For those who have said yes alone.")
        private @Nullable String text;

        @Option(
                names = "--door-file",
                paramLabel = "FILE",
                description = "The same from a file; - reads standard input.")
        private @Nullable String file;

        boolean readsStandardInput() {
            return TextSource.STANDARD_INPUT.equals(file);
        }

        String read(InputStream standardInput) {
            return TextSource.choose(text, file, standardInput);
        }
    }

    /** What lies behind a request. */
    static final class Story {
        @Option(
                names = "--story",
                paramLabel = "TEXT",
                description = "What lies behind it. For you alone, until you give it to somebody.")
        private @Nullable String text;

        @Option(
                names = "--story-file",
                paramLabel = "FILE",
                description = "The same from a file; - reads standard input.")
        private @Nullable String file;

        boolean readsStandardInput() {
            return TextSource.STANDARD_INPUT.equals(file);
        }

        String read(InputStream standardInput) {
            return TextSource.choose(text, file, standardInput);
        }
    }
}
