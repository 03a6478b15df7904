package org.doorlight.cli.bench;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much a node holds. A request is one document and one change, until requests can be changed. */
final class DocumentsOption {
    @Option(
            names = "--documents",
            paramLabel = "N",
            defaultValue = "10000",
            description = "How many requests the full node holds. Default: 10000.")
    private int documents;

    @Option(
            names = "--changes",
            paramLabel = "N",
            description = "How many changes; for now one for each document, so the same number.")
    private @Nullable Integer changes;

    int documents() {
        return documents;
    }

    /** Whether both numbers make sense together. */
    boolean isRight() {
        return documents > 0 && (changes == null || changes == documents);
    }

    static final String SENTENCE =
            "--documents is 1 or more, and --changes the same: each request is one change for now.";
}
