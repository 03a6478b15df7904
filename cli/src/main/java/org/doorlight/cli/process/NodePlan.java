package org.doorlight.cli.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.core.Address;

/**
 * How a node process is to be started.
 *
 * @param listen where neighbours reach it; port 0 for any free one
 * @param api where clients reach it; port 0 for any free one
 */
public record NodePlan(Path home, Address listen, Address api, List<Address> peers, Optional<Path> passphraseFile) {
    private static final Address ANY = new Address("127.0.0.1", 0);

    public NodePlan {
        peers = List.copyOf(peers);
    }

    /** A node on free ports of loopback. */
    public static NodePlan onLoopback(Path home, Address... peers) {
        return new NodePlan(home, ANY, ANY, List.of(peers), Optional.empty());
    }

    /** The same node on these ports, so that its neighbours find it again. */
    public NodePlan at(Address listening, Address answering) {
        return new NodePlan(home, listening, answering, peers, passphraseFile);
    }

    /** Where the process writes what it has to say: beside the home, so that the home holds nothing but its own files. */
    public Path log() {
        return home.resolveSibling(home.getFileName() + ".log");
    }

    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("run", "--home", home.toString()));
        arguments.addAll(List.of("--listen", listen.toString(), "--api", api.toString(), "--discovery", "off"));
        peers.forEach(peer -> arguments.addAll(List.of("--peer", peer.toString())));
        passphraseFile.ifPresent(file -> arguments.addAll(List.of("--passphrase-file", file.toString())));
        return arguments;
    }
}
