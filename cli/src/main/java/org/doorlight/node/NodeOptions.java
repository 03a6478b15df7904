package org.doorlight.node;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.core.Address;

/** Holds the place of the node until it is there. */
public record NodeOptions(
        Path home, Optional<Path> passphraseFile, Address listen, Address api, List<Address> peers, String discovery) {}
