package org.doorlight.node.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.core.Address;

/**
 * What {@code config.toml} says. Every setting is also a flag of the command line, which wins; one that is missing is empty here.
 *
 * @param listen where neighbours reach this node; port 0 for any
 * @param api where programs of this machine reach it
 * @param peers neighbours' nodes that are always tried
 * @param discovery {@code on}, {@code off}, or names of network interfaces with commas between them
 * @param passphraseFile the file with the passphrase; if not absolute, seen from the home's folder
 * @param nudgeProgram a program that is started at each nudge; if not absolute, seen from the home's folder
 */
public record Configuration(
        Optional<Address> listen,
        Optional<Address> api,
        List<Address> peers,
        Optional<String> discovery,
        Optional<Path> passphraseFile,
        Optional<Path> nudgeProgram) {
    /** The name of the file in the home. */
    static final String FILE = "config.toml";

    public Configuration {
        peers = List.copyOf(peers);
    }

    /**
     * Reads a home's settings; none if it has no such file.
     *
     * @throws HomeFailure with the number of the line, if something in it cannot be understood
     */
    public static Configuration read(Path home) {
        Path file = home.resolve(FILE);
        if (!Files.exists(file)) {
            return new Configuration(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
        Settings settings = Settings.read(file);
        settings.refuseOthersThan(List.of("listen", "api", "peer", "discovery", "passphrase-file", "nudge-program"));
        return new Configuration(
                settings.address("listen"),
                settings.address("api"),
                settings.addresses("peer"),
                settings.text("discovery", "\"on\", \"off\" or names of network interfaces, such as \"eth0,wlan0\""),
                settings.text("passphrase-file", "the name of a file in quotes").map(home::resolve),
                settings.text("nudge-program", "the name of a program in quotes")
                        .map(home::resolve));
    }
}
