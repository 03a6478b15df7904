package org.doorlight.node.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassphraseTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("words");
    }

    @Test
    void the_line_end_does_not_belong_to_the_passphrase_and_spaces_do() throws IOException {
        Files.writeString(file, " süße Suppe \r\n");

        assertThat(Passphrase.read(file)).containsExactly(" süße Suppe ".toCharArray());
    }

    @Test
    void an_empty_and_an_endless_passphrase_are_refused() throws IOException {
        Files.writeString(file, "\n");
        assertThatThrownBy(() -> Passphrase.read(file))
                .isInstanceOf(HomeFailure.class)
                .hasMessageContaining("1 to 1024");

        Files.writeString(file, "ü".repeat(1000));
        assertThatThrownBy(() -> Passphrase.read(file))
                .isInstanceOf(HomeFailure.class)
                .hasMessageContaining("1 to 1024");
    }

    @Test
    void bytes_that_are_no_text_are_refused() throws IOException {
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThatThrownBy(() -> Passphrase.read(file))
                .isInstanceOf(HomeFailure.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> Passphrase.read(file))
                .isInstanceOf(HomeFailure.class)
                .hasMessageContaining(file + " cannot be read");
    }
}
