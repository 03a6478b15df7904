package org.doorlight.node;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.doorlight.node.gateway.NudgeProgram;
import org.doorlight.node.home.Configuration;
import org.doorlight.protocol.core.Address;

/**
 * How a node shall run. What is empty here may stand in the home's {@code config.toml}; what is empty there too has a default.
 *
 * @param listen where neighbours reach the node; port 0 for any
 * @param api where programs of this machine reach it; port 0 for any
 * @param peers neighbours' addresses to keep in touch with
 * @param nudgeProgram what is started at each nudge
 */
public record NodeOptions(
        Path home,
        Optional<Path> passphraseFile,
        Optional<Address> listen,
        Optional<Address> api,
        List<Address> peers,
        Optional<String> discovery,
        Optional<Path> nudgeProgram) {
    private static final Address LISTEN = new Address("127.0.0.1", 7845);
    private static final Address API = new Address("127.0.0.1", 7844);
    private static final String OFF = "off";

    public NodeOptions {
        peers = List.copyOf(peers);
    }

    /** These options, filled up from a home's settings. */
    NodeOptions over(Configuration settings) {
        return new NodeOptions(
                home,
                passphraseFile.or(settings::passphraseFile),
                listen.or(settings::listen),
                api.or(settings::api),
                peers.isEmpty() ? settings.peers() : peers,
                discovery.or(settings::discovery),
                nudgeProgram.or(settings::nudgeProgram));
    }

    Address listenAddress() {
        return listen.orElse(LISTEN);
    }

    Address apiAddress() {
        return api.orElse(API);
    }

    void requireNudgeProgram() throws NodeFailure {
        Optional<String> objection = nudgeProgram.flatMap(NudgeProgram::objection);
        if (objection.isPresent()) {
            throw new NodeFailure(objection.get());
        }
    }

    void requireNoDiscovery() throws NodeFailure {
        if (!discovery.orElse(OFF).equals(OFF)) {
            throw new NodeFailure(
                    "This version does not find neighbours by itself yet. Leave discovery off and name them with --peer HOST:PORT.");
        }
    }
}
