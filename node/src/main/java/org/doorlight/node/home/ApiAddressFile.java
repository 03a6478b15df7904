package org.doorlight.node.home;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.doorlight.protocol.core.Address;

/**
 * The file {@code api-address}: where the running node answers programs of this machine. It is there while the node runs; after a
 * crash an old one may lie there until the next start.
 *
 * @param home the home's folder
 */
public record ApiAddressFile(Path home) {
    private static final String FILE = "api-address";
    private static final int BYTES_MAX = 300;

    /** Says where; replaces what was said before. */
    public void write(Address address) {
        try {
            PrivateFiles.write(file(), address.toString().getBytes(UTF_8));
        } catch (IOException failure) {
            throw HomeFailure.unwritable(home, failure);
        }
    }

    /** What the running node said; empty if none runs. */
    public Optional<Address> read() {
        if (!Files.exists(file())) {
            return Optional.empty();
        }
        try {
            return Address.parse(new String(PrivateFiles.read(file(), BYTES_MAX), UTF_8).strip());
        } catch (IOException failure) {
            throw HomeFailure.unreadable(file(), failure);
        }
    }

    /** Takes it back; nothing happens if it is gone already. */
    public void delete() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException failure) {
            throw HomeFailure.unwritable(home, failure);
        }
    }

    private Path file() {
        return home.resolve(FILE);
    }
}
