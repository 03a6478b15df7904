package org.doorlight.node.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.doorlight.protocol.core.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
    @TempDir
    Path home;

    @Test
    void a_home_without_settings_has_none() {
        Configuration none = Configuration.read(home);

        assertThat(none.listen()).isEmpty();
        assertThat(none.peers()).isEmpty();
        assertThat(none.passphraseFile()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# nothing yet\n"})
    void settings_that_say_nothing_are_none(String text) throws IOException {
        assertThat(read(text)).isEqualTo(Configuration.read(home.resolve("without")));
    }

    @Test
    void every_setting_is_read() throws IOException {
        Configuration all = read("""
                # our kiosk
                listen = "0.0.0.0:7845"
                api = '127.0.0.1:7844'
                peer = [
                  "192.168.1.5:7845", # Ana
                  "[fd00::5]:7845",
                ]
                discovery = "eth0,wlan0"
                passphrase-file = "words"
                nudge-program = "rings"
                """);

        assertThat(all.listen()).contains(new Address("0.0.0.0", 7845));
        assertThat(all.api()).contains(new Address("127.0.0.1", 7844));
        assertThat(all.peers()).containsExactly(new Address("192.168.1.5", 7845), new Address("fd00::5", 7845));
        assertThat(all.discovery()).contains("eth0,wlan0");
        assertThat(all.passphraseFile()).contains(home.resolve("words"));
        assertThat(all.nudgeProgram()).contains(home.resolve("rings"));
    }

    @Test
    void a_passphrase_file_may_lie_elsewhere() throws IOException {
        assertThat(read("passphrase-file = \"/run/words\"").passphraseFile()).contains(Path.of("/run/words"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "listen = 7845                   | 2 | listen takes HOST:PORT",
                "listen = \"around the corner\"  | 2 | listen takes HOST:PORT",
                "api = []                        | 2 | api takes HOST:PORT",
                "peer = \"192.168.1.5:7845\"     | 2 | peer takes a list",
                "peer = [\"a:1\", 5]             | 2 | peer takes a list",
                "discovery = true                | 2 | discovery takes \"on\"",
                "discovery = \"\"                | 2 | discovery takes \"on\"",
                "passphrase-file = \"\\u0000\"   | 2 | passphrase-file takes the name of a file",
                "peers = [\"a:1\"]               | 2 | there is no such setting",
                "[peer]                          | 2 | peer takes a list",
                "listen = nowhere                | 2 | not written as TOML",
                "listen                          | 2 | not written as TOML",
            })
    void a_setting_that_cannot_be_understood_is_refused_with_its_line(String line, int number, String sentence)
            throws IOException {
        assertThatThrownBy(() -> read("# settings\n" + line + "\n"))
                .isInstanceOf(HomeFailure.class)
                .hasMessageContaining("line " + number + ": ")
                .hasMessageContaining(sentence);
    }

    @Test
    void a_setting_given_twice_is_refused() {
        assertThatThrownBy(() -> read("listen = \"a:1\"\nlisten = \"b:1\"\n"))
                .isInstanceOf(HomeFailure.class)
                .hasMessageContaining("line 3: here or just above")
                .hasMessageContaining("each key once");
    }

    @Test
    void endless_settings_are_refused() {
        assertThatThrownBy(() -> read("#".repeat(70_000)))
                .isInstanceOf(HomeFailure.class)
                .hasMessageContaining("Shorten");
    }

    private Configuration read(String text) throws IOException {
        Files.writeString(home.resolve("config.toml"), text);
        return Configuration.read(home);
    }
}
