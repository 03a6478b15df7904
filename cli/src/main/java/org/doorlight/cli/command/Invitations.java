package org.doorlight.cli.command;

import java.util.List;
import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what this home is being asked. */
@Command(
        name = "invitations",
        description = "List what you are being asked because it is your turn. Leaving one is fine; nobody can tell.",
        footer = {"", "Example:", "  doorlight invitations"})
public final class Invitations extends NodeCommand {
    @Option(
            names = "--circle",
            paramLabel = "CIRCLE",
            description = "In this circle alone: its name, or the beginning of its id.")
    private @Nullable String circle;

    @Override
    void ask(LocalApi node) {
        List<JsonObject> invitations = node.list(ApiPath.inCircle(circle, "invitations"));
        shared().tellJson(invitations);
        shared().tell(invitations.isEmpty() ? "Nothing asks for you right now." : table(invitations));
    }

    private static String table(List<JsonObject> invitations) {
        int requestDigits = digits(invitations, "request");
        int slotDigits = digits(invitations, "slot");
        Table table = new Table("request", "slot", "what", "when", "for", "", "");
        for (JsonObject invitation : invitations) {
            table.row(
                    cut(invitation.text("request"), requestDigits),
                    cut(invitation.text("slot"), slotDigits),
                    invitation.text("title"),
                    Words.time(invitation.text("start")),
                    Words.duration(invitation.text("duration")),
                    invitation.flag("byName") ? "asked by name" : "",
                    invitation.text("words"));
        }
        return table.toString();
    }

    private static int digits(List<JsonObject> invitations, String field) {
        return Words.digitsToTellApart(
                invitations.stream().map(one -> one.text(field)).toList());
    }

    private static String cut(String id, int digits) {
        return id.substring(0, Math.min(digits, id.length()));
    }
}
