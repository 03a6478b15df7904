package org.doorlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file explained without a node; what is explained how is tested where the explainer lives. */
class InspectTest {
    /** A change with three timestamps, as JavaScript's Automerge wrote it (timestamps.changes of the protocol's tests). */
    private static final String CHANGE =
            "856f4a836815d649016a00100a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a010180e2cfaa060000090104"
                    + "020413041515340242055605570d700200037f0000037f0300037f007d0573696e6365066265666f"
                    + "7265047768656e0001030102017e020102697e0019fbd095ffbc31c8b88ff7d365000400";

    @TempDir
    private Path folder;

    @Test
    void a_change_is_explained_to_a_person() throws IOException {
        CommandLineRun run = inspect(change());

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("This is meant to be an Automerge change.\n")
                .contains("as its change number  1\n", "follows the changes   none\n")
                .contains("\nAcceptable. It is well formed");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void a_change_is_explained_to_a_program() throws IOException {
        CommandLineRun run = inspect(change(), "--json");

        assertThat(run.code()).isZero();
        assertThat(run.object().text("kind")).isEqualTo("automerge-change");
        assertThat(run.object().text("verdict")).isEqualTo("acceptable");
        assertThat(run.object().fields()).containsEntry("reason", null);
        assertThat(run.object().number("sequence")).isEqualTo(1);
        assertThat(run.object().texts("dependencies")).isEmpty();
    }

    @Test
    void several_chunks_are_explained_one_by_one() throws IOException {
        byte[] one = change();
        byte[] bytes = new byte[25 * one.length];
        for (int at = 0; at < bytes.length; at += one.length) {
            System.arraycopy(one, 0, bytes, at, one.length);
        }

        assertThat(inspect(bytes).out())
                .contains(
                        "Chunk 1, an Automerge change: acceptable",
                        "Chunk 20, ",
                        "and 5 more chunks; --json shows all.")
                .doesNotContain("Chunk 21");
        assertThat(inspect(bytes, "--json").object().objects("chunks")).hasSize(25);
    }

    @Test
    void what_is_refused_ends_with_1_and_the_reason_on_one_line() throws IOException {
        byte[] damaged = change();
        damaged[damaged.length - 1] ^= 1;

        CommandLineRun run = inspect(damaged);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("doorlight: Refused (WRONG_CHECKSUM). The checksum does not fit the contents.\n");
        assertThat(run.out()).isEqualTo("This is meant to be an Automerge change.\n");
    }

    @Test
    void with_json_a_refusal_is_one_document() throws IOException {
        CommandLineRun run = inspect(new byte[] {1, 2, 3, 4, 5}, "--json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .isEqualTo("{\"kind\":\"unknown\",\"verdict\":\"refused\",\"reason\":\"UNKNOWN_FORMAT\","
                        + "\"detail\":\"It begins like nothing Doorlight knows.\"}\n");
    }

    @ParameterizedTest
    @CsvSource({"0, EMPTY", "8388609, TOO_MANY_BYTES", "8388608, UNKNOWN_FORMAT"})
    void nothing_and_too_much_are_refused_plainly(int length, String reason) throws IOException {
        assertThat(inspect(new byte[length]).err()).startsWith("doorlight: Refused (" + reason + "). ");
    }

    @Test
    void a_file_that_is_none_is_named() {
        CommandLineRun missing =
                CommandLineRun.of("inspect", folder.resolve("missing").toString());
        CommandLineRun directory = CommandLineRun.of("inspect", folder.toString(), "--json");

        assertThat(missing.err())
                .isEqualTo("doorlight: There is no file " + folder.resolve("missing") + ". Look at its name.\n");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(directory.err()).isEqualTo("doorlight: " + folder + " is a folder. Name a file in it.\n");
        assertThat(directory.out()).isEqualTo("{}\n");
        assertThat(directory.code()).isEqualTo(1);
    }

    private CommandLineRun inspect(byte[] bytes, String... options) throws IOException {
        Path file = Files.write(folder.resolve("found.bin"), bytes);
        return options.length == 0
                ? CommandLineRun.of("inspect", file.toString())
                : CommandLineRun.of("inspect", file.toString(), options[0]);
    }

    private static byte[] change() {
        return HexFormat.of().parseHex(CHANGE);
    }
}
