package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says yes to one day of every week. */
@Command(
        name = "every",
        description = "Say yes to one day of every week of a rota; it ends by itself after four weeks.",
        footer = {"", "Example:", "  doorlight rota every 3fa85f64 tuesday"})
public final class RotaEvery extends RotaChange {
    @Parameters(index = "1", paramLabel = "DAY", description = "The day of the week, as tuesday.")
    private String day = "";

    @Option(
            names = "--note",
            paramLabel = "NOTE",
            description = "A few words with it. Everybody who may read the rota can read them.")
    private @Nullable String note;

    @Override
    String step() {
        return "every";
    }

    @Override
    JsonObject body() {
        return JsonObject.empty().with("day", day).withIfPresent("note", note);
    }

    @Override
    String done(JsonObject rota) {
        String last = rota.objects("every").stream()
                .filter(one -> one.text("day").equalsIgnoreCase(day))
                .map(one -> one.text("last"))
                .findFirst()
                .orElse("");
        return "Thank you. Yours until " + Words.safe(last)
                + ", as far as your ceiling has room; each can be handed back alone: doorlight commitments";
    }
}
