package org.doorlight.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.Refusal;
import org.doorlight.node.NodeFailure;
import org.doorlight.node.NodeMain;
import org.doorlight.node.NodeOptions;
import org.doorlight.protocol.core.Address;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the node of this home and stays with it until it is asked to stop. */
@Command(
        name = "run",
        description = "Start this home's node. It runs until you stop it.",
        footer = {"", "Example:", "  doorlight run --listen 192.168.1.20:7845 --peer 192.168.1.21:7845"})
public final class Run extends DoorlightCommand {
    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description = {
                "Where neighbours reach this node. Default: 127.0.0.1:7845, this machine alone.",
                "Name an address of your local network to let neighbours in. Port 0: any free one."
            })
    private @Nullable String listen;

    @Option(
            names = "--api",
            paramLabel = "HOST:PORT",
            description = "Where this command line and the pages reach it. Default: 127.0.0.1:7844.")
    private @Nullable String api;

    @Option(
            names = "--peer",
            paramLabel = "HOST:PORT",
            description = "A neighbour's node to keep in touch with. May stand several times.")
    private List<String> peers = new ArrayList<>();

    @Option(
            names = "--discovery",
            paramLabel = "off",
            description = "Finding neighbours by itself comes later; for now: off. Use --peer.")
    private @Nullable String discovery;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "The file with the passphrase that unlocks the keys.")
    private @Nullable Path passphraseFile;

    @Option(
            names = "--nudge-program",
            paramLabel = "FILE",
            description = {
                "A program of your own that is started each time your box rings for your hello, with no argument.",
                "It may take 30 seconds."
            })
    private @Nullable Path nudgeProgram;

    @Override
    public Integer call() {
        NodeOptions options = options();
        try {
            NodeMain node = NodeMain.start(options);
            AtomicBoolean ended = new AtomicBoolean();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node, ended), "doorlight-stops"));
            sayReady(node.listening().toString(), node.apiAddress().toString());
            node.awaitEnd();
            ended.set(true);
            return DONE;
        } catch (NodeFailure refused) {
            throw new Refusal(String.valueOf(refused.getMessage()), refused);
        }
    }

    private NodeOptions options() {
        return new NodeOptions(
                shared().home(),
                Optional.ofNullable(passphraseFile),
                address("--listen", listen),
                address("--api", api),
                peers.stream().map(peer -> peerAddress("--peer", peer)).toList(),
                Optional.ofNullable(discovery),
                Optional.ofNullable(nudgeProgram));
    }

    private Optional<Address> address(String option, @Nullable String text) {
        return Optional.ofNullable(text)
                .map(given -> Address.parse(given)
                        .orElseThrow(() -> wrongUse(option + " takes HOST:PORT, as 192.168.1.20:7845")));
    }

    private Address peerAddress(String option, String text) {
        return Address.parse(text)
                .filter(address -> address.port() > 0)
                .orElseThrow(() -> wrongUse(option + " takes HOST:PORT, as 192.168.1.21:7845"));
    }

    /** The first line on standard output; whoever starts a node waits for it. */
    private void sayReady(String listening, String answering) {
        shared().tell("ready listen=" + listening + " api=" + answering);
        shared().tellJson(JsonObject.empty().with("listen", listening).with("api", answering));
    }

    /**
     * On SIGTERM and Ctrl-C. Being asked to stop and stopping is success, so the process ends with 0 where Java would report the signal
     * (143); it is safe to halt because nothing but the node has anything to put away.
     */
    private static void stop(NodeMain node, AtomicBoolean ended) {
        boolean wasAsked = !ended.get();
        node.stop();
        if (wasAsked) {
            Runtime.getRuntime().halt(DONE);
        }
    }
}
