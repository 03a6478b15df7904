package org.doorlight.node.home;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    private static final Optional<char[]> NONE = Optional.empty();
    private static final Optional<char[]> WORDS = Optional.of("soup on tuesday".toCharArray());
    private static final KeystoreCipher CIPHER = new ToyCipher();

    @TempDir
    Path street;

    private Path folder;

    @BeforeEach
    void chooseFolder() {
        folder = street.resolve("number").resolve("seven");
    }

    @Test
    void a_home_opened_again_has_the_same_key() {
        byte[] key = created(NONE);

        assertThat(opened(NONE)).hasSize(32).isEqualTo(key);
    }

    @Test
    void a_home_with_a_passphrase_opens_with_it_and_shows_no_key_on_the_disk() throws IOException {
        byte[] key = created(WORDS);

        assertThat(opened(WORDS)).isEqualTo(key);
        assertThat(contains(Files.readAllBytes(keystore()), key)).isFalse();
    }

    @Test
    void a_home_without_a_passphrase_comes_with_a_warning() {
        try (Home home = Home.create(folder, NONE, CIPHER)) {
            assertThat(home.warning())
                    .hasValueSatisfying(line -> assertThat(line).contains("no passphrase"));
        }
        try (Home home = Home.create(street.resolve("other"), WORDS, CIPHER)) {
            assertThat(home.warning()).isEmpty();
        }
    }

    @Test
    void every_home_has_a_key_of_its_own() {
        byte[] key = created(NONE);
        folder = street.resolve("other");

        assertThat(created(NONE)).isNotEqualTo(key);
    }

    @Test
    void folder_and_files_are_for_their_owner_only() throws IOException {
        created(NONE);

        assertThat(mode(folder)).isEqualTo("rwx------");
        assertThat(names()).containsExactly("api-token", "keystore", "lock");
        for (String name : names()) {
            assertThat(mode(folder.resolve(name))).isEqualTo("rw-------");
        }
    }

    @Test
    void a_home_is_never_made_over_another() throws IOException {
        created(NONE);
        byte[] before = Files.readAllBytes(keystore());

        assertThatThrownBy(() -> created(NONE))
                .isInstanceOf(HomeFailure.class)
                .hasMessageContaining("already")
                .hasMessageContaining(folder.toString());
        assertThat(Files.readAllBytes(keystore())).isEqualTo(before);
    }

    @Test
    void a_home_is_not_made_among_other_things() throws IOException {
        Files.createDirectories(folder);
        Files.createFile(folder.resolve("holiday.jpg"));

        assertThatThrownBy(() -> created(NONE)).isInstanceOf(HomeFailure.class).hasMessageContaining("not empty");
        assertThat(names()).containsExactly("holiday.jpg");
    }

    @Test
    void a_folder_with_settings_or_with_a_cut_attempt_becomes_a_home() throws IOException {
        Files.createDirectories(folder);
        for (String name : List.of("config.toml", "lock", "api-token", "keystore.new")) {
            Files.createFile(folder.resolve(name));
        }

        byte[] key = created(NONE);

        assertThat(opened(NONE)).isEqualTo(key);
        assertThat(mode(folder)).isEqualTo("rwx------");
    }

    @Test
    void a_folder_that_is_no_home_is_left_alone_and_the_way_to_make_one_is_told() throws IOException {
        assertThatThrownBy(() -> opened(NONE)).isInstanceOf(HomeFailure.class).hasMessageContaining("doorlight init");

        Files.createDirectories(folder);
        assertThatThrownBy(() -> opened(NONE)).isInstanceOf(HomeFailure.class).hasMessageContaining("doorlight init");
        assertThat(names()).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_written_is_named() throws IOException {
        Path file = Files.createFile(street.resolve("file"));
        folder = file.resolve("home");

        assertThatThrownBy(() -> created(NONE))
                .isInstanceOf(HomeFailure.class)
                .hasMessageContaining(folder + " cannot be written");
    }

    @Test
    void a_missing_passphrase_is_asked_for_and_a_wrong_one_refused() {
        created(WORDS);

        assertThatThrownBy(() -> opened(NONE))
                .isInstanceOf(HomeFailure.class)
                .hasMessageContaining("--passphrase-file");
        assertThatThrownBy(() -> opened(Optional.of("soup on monday".toCharArray())))
                .isInstanceOf(HomeFailure.class)
                .hasMessageContaining("passphrase does not open");
        // A refusal gives the lock back.
        assertThat(opened(WORDS)).hasSize(32);
    }

    @Test
    void a_keystore_cut_anywhere_is_refused() throws IOException {
        created(WORDS);
        byte[] whole = Files.readAllBytes(keystore());
        for (int length = 0; length < whole.length; length++) {
            Files.write(keystore(), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> opened(WORDS))
                    .isInstanceOf(HomeFailure.class)
                    .hasMessageContaining("backup");
        }
        Files.write(keystore(), Arrays.copyOf(whole, whole.length + 1));
        assertThatThrownBy(() -> opened(WORDS)).isInstanceOf(HomeFailure.class).hasMessageContaining("damaged");
    }

    @Test
    void a_flipped_bit_anywhere_in_a_keystore_is_noticed() throws IOException {
        created(NONE);
        byte[] whole = Files.readAllBytes(keystore());
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(keystore(), flipped);
            assertThatThrownBy(() -> opened(NONE)).isInstanceOf(HomeFailure.class);
        }
    }

    @Test
    void a_keystore_of_another_program_or_a_newer_version_is_refused() throws IOException {
        created(NONE);
        byte[] newer = Files.readAllBytes(keystore());
        newer[4] = 2;
        Files.write(keystore(), newer);
        assertThatThrownBy(() -> opened(NONE)).isInstanceOf(HomeFailure.class).hasMessageContaining("newer Doorlight");

        Files.write(keystore(), "-----BEGIN PRIVATE KEY-----".getBytes(US_ASCII));
        assertThatThrownBy(() -> opened(NONE))
                .isInstanceOf(HomeFailure.class)
                .hasMessageContaining("not one of Doorlight's");
    }

    @Test
    void a_keystore_that_asks_for_too_much_memory_is_refused() throws IOException {
        created(WORDS);
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(keystore()));
        file.putInt(24, Sealing.MEMORY_KIB_MAX + 1);
        Files.write(keystore(), withCheck(file.array()));

        assertThatThrownBy(() -> opened(WORDS)).isInstanceOf(HomeFailure.class).hasMessageContaining("damaged");
    }

    @Test
    void a_keystore_that_others_can_read_is_refused_with_the_remedy() throws IOException {
        created(NONE);
        Files.setPosixFilePermissions(keystore(), PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> opened(NONE))
                .isInstanceOf(HomeFailure.class)
                .hasMessageContaining("chmod 600 " + keystore());
    }

    private byte[] created(Optional<char[]> passphrase) {
        try (Home home = Home.create(folder, passphrase, CIPHER)) {
            assertThat(home.folder()).isEqualTo(folder);
            return home.key();
        }
    }

    private byte[] opened(Optional<char[]> passphrase) {
        try (Home home = Home.open(folder, passphrase, CIPHER)) {
            assertThat(home.database()).isEqualTo(folder.resolve("doorlight.db"));
            return home.key();
        }
    }

    private Path keystore() {
        return folder.resolve("keystore");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static boolean contains(byte[] whole, byte[] part) {
        for (int at = 0; at + part.length <= whole.length; at++) {
            if (Arrays.equals(Arrays.copyOfRange(whole, at, at + part.length), part)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] withCheck(byte[] file) {
        try {
            int end = file.length - 8;
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(file, end));
            System.arraycopy(hash, 0, file, end, 8);
            return file;
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
