package org.doorlight.cli.command;

import java.util.List;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import picocli.CommandLine.Command;

/** Hellos are expected again. */
@Command(
        name = "back",
        description = "Say that you are back: your hello is expected again.",
        footer = {"", "Example:", "  doorlight hello back"})
public final class HelloBack extends NodeCommand {
    @Override
    void ask(LocalApi node) {
        List<JsonObject> hellos = node.postForList("/hello/back", JsonObject.empty());
        shared().tellJson(hellos);
        HelloText.own(hellos).forEach(shared()::tell);
    }
}
