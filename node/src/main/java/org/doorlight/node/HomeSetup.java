package org.doorlight.node;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.doorlight.node.home.Home;
import org.doorlight.node.home.HomeFailure;
import org.doorlight.node.home.Passphrase;
import org.doorlight.node.store.SqliteStore;
import org.doorlight.node.store.StoreFailure;
import org.doorlight.protocol.core.HomeProfile;
import org.doorlight.protocol.core.Vault;

/** Making a home, and opening one. */
public final class HomeSetup {
    private HomeSetup() {}

    /**
     * Makes a home with fresh keys and this name in it.
     *
     * @param kind {@code household}, {@code person} or {@code kiosk}
     */
    public static void init(Path folder, String name, String kind, Optional<Path> passphraseFile) throws NodeFailure {
        requirePlain(name);
        Optional<char[]> passphrase = read(passphraseFile);
        try (Home home = Home.create(folder, passphrase, new PassphraseCipher());
                SqliteStore store = SqliteStore.open(home.database())) {
            store.saveRecord(new HomeProfile(name.strip(), kind).save(new Vault(home.key(), new SystemEntropy())));
            store.commit();
        } catch (HomeFailure | StoreFailure failure) {
            throw new NodeFailure(String.valueOf(failure.getMessage()), failure);
        } finally {
            passphrase.ifPresent(characters -> Arrays.fill(characters, ' '));
        }
    }

    private static void requirePlain(String name) throws NodeFailure {
        boolean plain = !name.isBlank()
                && name.strip().length() <= HomeProfile.NAME_CHARACTERS_MAX
                && name.chars().noneMatch(Character::isISOControl);
        if (!plain) {
            throw new NodeFailure("A name has 1 to " + HomeProfile.NAME_CHARACTERS_MAX
                    + " plain characters. Choose another with --name.");
        }
    }

    /** Opens a home for this process alone. */
    static Home open(Path folder, Optional<Path> passphraseFile) {
        Optional<char[]> passphrase = read(passphraseFile);
        try {
            return Home.open(folder, passphrase, new PassphraseCipher());
        } finally {
            passphrase.ifPresent(characters -> Arrays.fill(characters, ' '));
        }
    }

    private static Optional<char[]> read(Optional<Path> passphraseFile) {
        return passphraseFile.map(Passphrase::read);
    }
}
