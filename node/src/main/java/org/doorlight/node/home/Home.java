package org.doorlight.node.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A home in use: its folder (mode 0700, files 0600), locked for this process until it is closed, and the home key, which seals
 * everything secret that lies in it. All trouble is a {@link HomeFailure}.
 */
public final class Home implements AutoCloseable {
    private static final String KEYSTORE = "keystore";
    private static final String DATABASE = "doorlight.db";

    /** What may lie in a folder that becomes a home: settings put there first, and what a cut attempt leaves behind. */
    private static final Set<String> WELCOME =
            Set.of(Configuration.FILE, HomeLock.FILE, KEYSTORE + ".new", ApiToken.FILE, ApiToken.FILE + ".new");

    private final Path folder;
    private final HomeLock lock;
    private final byte[] key;
    private final boolean sealed;

    private Home(Path folder, HomeLock lock, byte[] key, boolean sealed) {
        this.folder = folder;
        this.lock = lock;
        this.key = key;
        this.sealed = sealed;
    }

    /**
     * Makes a home with a new key, and opens it.
     *
     * @param folder is made if missing; an existing one must be empty but for {@code config.toml}
     * @param passphrase seals the key; without one the key lies bare in the folder. The caller wipes it.
     */
    public static Home create(Path folder, Optional<char[]> passphrase, KeystoreCipher cipher) {
        refuseWhatIsLivedIn(folder);
        try {
            PrivateFiles.makeFolder(folder);
        } catch (IOException failure) {
            throw HomeFailure.unwritable(folder, failure);
        }
        return locked(folder, lock -> {
            refuseWhatIsLivedIn(folder);
            return furnish(folder, lock, passphrase, cipher);
        });
    }

    /**
     * Opens a home.
     *
     * @param passphrase needed if the key is sealed. The caller wipes it.
     */
    public static Home open(Path folder, Optional<char[]> passphrase, KeystoreCipher cipher) {
        if (!Files.exists(folder.resolve(KEYSTORE))) {
            throw HomeFailure.noHome(folder);
        }
        return locked(folder, lock -> {
            Keystore keystore = keystore(folder);
            if (keystore.isSealed() && passphrase.isEmpty()) {
                throw new HomeFailure("This home is closed with a passphrase. Give it with --passphrase-file FILE.");
            }
            byte[] key = keystore.homeKey(passphrase.orElse(new char[0]), cipher)
                    .orElseThrow(() ->
                            new HomeFailure("The passphrase does not open this home. Try again with the right one."));
            return new Home(folder, lock, key, keystore.isSealed());
        });
    }

    public Path folder() {
        return folder;
    }

    /** Where the store keeps its database. */
    public Path database() {
        return folder.resolve(DATABASE);
    }

    /** A copy of the home key, 32 bytes. */
    public byte[] key() {
        return key.clone();
    }

    /** What the people of this home should know about its safety, in one plain line. */
    public Optional<String> warning() {
        return sealed
                ? Optional.empty()
                : Optional.of("This home has no passphrase: whoever can read its files can read everything in it.");
    }

    /** Gives the home free for the next process. */
    @Override
    public void close() {
        lock.close();
    }

    private interface Move {
        Home in(HomeLock lock);
    }

    private static Home locked(Path folder, Move move) {
        HomeLock lock = HomeLock.take(folder);
        boolean in = false;
        try {
            Home home = move.in(lock);
            in = true;
            return home;
        } finally {
            if (!in) {
                lock.close();
            }
        }
    }

    private static Home furnish(Path folder, HomeLock lock, Optional<char[]> passphrase, KeystoreCipher cipher) {
        SecureRandom random = new SecureRandom();
        byte[] key = new byte[Keystore.KEY_BYTES];
        random.nextBytes(key);
        Keystore keystore = passphrase
                .map(words -> Keystore.sealed(key, words, Sealing.fresh(random), cipher))
                .orElseGet(() -> Keystore.bare(key));
        new ApiToken(folder).readOrCreate();
        try {
            // Last, because this file is what makes the folder a home: a cut attempt can simply be repeated.
            PrivateFiles.write(folder.resolve(KEYSTORE), keystore.toBytes());
        } catch (IOException failure) {
            throw HomeFailure.unwritable(folder, failure);
        }
        return new Home(folder, lock, key, keystore.isSealed());
    }

    private static Keystore keystore(Path folder) {
        Path file = folder.resolve(KEYSTORE);
        try {
            if (PrivateFiles.isOpenToOthers(file)) {
                throw new HomeFailure("Others on this machine can read " + file + ". Close it with: chmod 600 " + file);
            }
            return Keystore.of(PrivateFiles.read(file, Keystore.BYTES_MAX + 1));
        } catch (IOException failure) {
            throw HomeFailure.unreadable(file, failure);
        }
    }

    private static void refuseWhatIsLivedIn(Path folder) {
        if (Files.exists(folder.resolve(KEYSTORE))) {
            throw new HomeFailure("There is a home in " + folder + " already. Name another folder with --home.");
        }
        if (Files.exists(folder) && !WELCOME.containsAll(names(folder))) {
            throw new HomeFailure(folder + " is not empty. Name a new or an empty folder with --home.");
        }
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toList());
        } catch (IOException failure) {
            throw HomeFailure.unwritable(folder, failure);
        }
    }
}
