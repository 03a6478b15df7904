package org.doorlight.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.doorlight.protocol.core.Address;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Joins a circle. */
@Command(
        name = "join",
        description = "Join a circle with a code. Takes up to 30 seconds.",
        footer = {"", "Example:", "  doorlight join CODE --peer 192.168.1.20:7845"})
public final class Join extends NodeCommand {
    @Parameters(paramLabel = "CODE", description = "The code your neighbour gave you.")
    private String code = "";

    @Option(
            names = "--peer",
            paramLabel = "HOST:PORT",
            description = "Where a node of that circle listens. May stand several times.")
    private List<String> peers = new ArrayList<>();

    @Override
    void checkUse() {
        for (String peer : peers) {
            if (Address.parse(peer).filter(address -> address.port() > 0).isEmpty()) {
                throw wrongUse("--peer takes HOST:PORT, as 192.168.1.20:7845");
            }
        }
    }

    @Override
    void ask(LocalApi node) {
        JsonObject circle =
                node.post("/join", JsonObject.empty().with("code", code).with("peers", peers));
        shared().tellJson(circle);
        shared().tell("Welcome. You are in the circle " + Words.safe(circle.text("name")) + ".");
    }
}
