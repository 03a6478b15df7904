package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says yes to looking in on somebody. */
@Command(
        name = "agree",
        description = "Say yes to looking in on somebody who named you.",
        footer = {"", "Example:", "  doorlight hello plan agree 3fa85f64 --understood"})
public final class HelloPlanAgree extends BuddyWord {
    @Option(
            names = "--understood",
            description = {
                "Say that you have read this. Neighbours look in. It can take a day.",
                "This is not an emergency service."
            })
    private boolean understood;

    @Override
    String step() {
        return "agree";
    }

    @Override
    JsonObject body() {
        return JsonObject.empty().with("understood", understood);
    }

    @Override
    String done() {
        return "Thank you. You can stop at any time: doorlight hello plan leave MEMBER";
    }
}
