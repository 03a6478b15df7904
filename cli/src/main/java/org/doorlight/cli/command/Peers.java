package org.doorlight.cli.command;

import java.util.List;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import picocli.CommandLine.Command;

/** The neighbours' nodes on the wire. */
@Command(
        name = "peers",
        description = "List the neighbours' nodes this node talks to.",
        footer = {"", "Example:", "  doorlight peers"})
public final class Peers extends NodeCommand {
    @Override
    void ask(LocalApi node) {
        List<JsonObject> peers = node.list("/peers");
        shared().tellJson(peers);
        shared().tell(
                        peers.isEmpty()
                                ? "No neighbour is near right now. Name one when you start the node: doorlight run --peer HOST:PORT"
                                : table(peers));
    }

    private static String table(List<JsonObject> peers) {
        Table table = new Table("address", "state", "direction", "circle", "device");
        peers.forEach(peer -> table.row(
                peer.text("address"),
                peer.text("state"),
                peer.text("direction"),
                Words.shortId(peer.text("circle")),
                Words.shortId(peer.text("device"))));
        return table.toString();
    }
}
