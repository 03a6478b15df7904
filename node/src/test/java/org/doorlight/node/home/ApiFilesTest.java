package org.doorlight.node.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.doorlight.protocol.core.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How programs of the same machine find the running node and show that they may ask it. */
class ApiFilesTest {
    @TempDir
    Path home;

    @Test
    void the_token_is_made_once_and_read_ever_after() throws IOException {
        assertThat(new ApiToken(home).read()).isEmpty();

        String token = new ApiToken(home).readOrCreate();

        assertThat(token).matches("[0-9a-f]{64}");
        assertThat(new ApiToken(home).readOrCreate()).isEqualTo(token);
        assertThat(new ApiToken(home).read()).contains(token);
        assertThat(mode("api-token")).isEqualTo("rw-------");
    }

    @Test
    void a_token_somebody_wrote_with_an_editor_is_read_without_its_line_end() throws IOException {
        String token = "0f".repeat(32);
        Files.writeString(home.resolve("api-token"), token + "\n");

        assertThat(new ApiToken(home).read()).contains(token);
    }

    @Test
    void a_damaged_token_is_replaced_by_a_new_one() throws IOException {
        Files.writeString(home.resolve("api-token"), "0f");

        assertThat(new ApiToken(home).read()).isEmpty();
        assertThat(new ApiToken(home).readOrCreate()).hasSize(64);
    }

    @Test
    void the_address_is_there_while_the_node_runs() throws IOException {
        ApiAddressFile file = new ApiAddressFile(home);
        assertThat(file.read()).isEmpty();

        file.write(new Address("127.0.0.1", 7844));
        file.write(new Address("::1", 7845));
        assertThat(file.read()).contains(new Address("::1", 7845));
        assertThat(mode("api-address")).isEqualTo("rw-------");

        file.delete();
        file.delete();
        assertThat(file.read()).isEmpty();
    }

    @Test
    void an_address_that_is_none_counts_as_missing() throws IOException {
        Files.writeString(home.resolve("api-address"), "around the corner");

        assertThat(new ApiAddressFile(home).read()).isEmpty();
    }

    @Test
    void a_folder_that_is_gone_is_named() {
        Path gone = home.resolve("gone");

        assertThatThrownBy(() -> new ApiToken(gone).readOrCreate())
                .isInstanceOf(HomeFailure.class)
                .hasMessageContaining(gone + " cannot be written");
        assertThatThrownBy(() -> new ApiAddressFile(gone).write(new Address("::1", 1)))
                .isInstanceOf(HomeFailure.class)
                .hasMessageContaining(gone + " cannot be written");
    }

    private String mode(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(name)));
    }
}
