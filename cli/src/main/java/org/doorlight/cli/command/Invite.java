package org.doorlight.cli.command;

import java.util.List;
import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes an invitation. */
@Command(
        name = "invite",
        description = "Make a code that lets one neighbour in.",
        footer = {"", "Example:", "  doorlight invite"})
public final class Invite extends NodeCommand {
    private static final List<String> ROLES = List.of("member", "reader", "relay", "steward");

    @Option(
            names = "--circle",
            paramLabel = "CIRCLE",
            description = "Which circle: its name, or the beginning of its id. Not needed with one circle.")
    private @Nullable String circle;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            defaultValue = "member",
            description = "member, reader, relay or steward. Default: member.")
    private String role = "";

    @Override
    void checkUse() {
        if (!ROLES.contains(role)) {
            throw wrongUse("--role is one of: " + String.join(", ", ROLES));
        }
    }

    @Override
    void ask(LocalApi node) {
        JsonObject invitation = node.post(
                ApiPath.inCircle(circle, "invites"), JsonObject.empty().with("role", role));
        shared().tellJson(invitation);
        shared().tell(Words.safe(invitation.text("code")));
        shared().tell("Say or send this code to one neighbour. It works once, until "
                + Words.time(invitation.text("expiresAt")) + ".");
        shared().tell("They type: doorlight join CODE --peer HOST:PORT, with the address your node listens at.");
    }
}
