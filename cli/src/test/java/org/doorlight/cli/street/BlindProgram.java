package org.doorlight.cli.street;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.doorlight.cli.process.Distribution;

/**
 * A copy of the assembled program in which the second door in front of native code lets everything through: what this program would be if
 * there were a hole in it. No change is known that gets past both doors and aborts Automerge; this is how a test meets one all the same.
 * The shipped classes know nothing of it.
 */
final class BlindProgram {
    private static final String DOOR = "org/doorlight/protocol/document/DocumentOutline.class";

    private BlindProgram() {}

    /** Makes the copy in this folder. */
    static Distribution copiedInto(Path folder, Distribution whole) throws IOException {
        copy(whole.folder(), folder);
        Path jar = protocolJar(folder.resolve("lib"));
        Path classes = compile(Files.createDirectory(folder.resolve("blind")), jar);
        try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            Files.copy(classes.resolve(DOOR), inside.getPath(DOOR), StandardCopyOption.REPLACE_EXISTING);
        }
        return new Distribution(folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static Path protocolJar(Path lib) throws IOException {
        try (Stream<Path> jars = Files.list(lib)) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("doorlight-protocol-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Path compile(Path folder, Path against) throws IOException {
        Path source = folder.resolve("DocumentOutline.java");
        try (InputStream text = BlindProgram.class.getResourceAsStream("/blind/DocumentOutline.java")) {
            assertThat(text).isNotNull();
            Files.copy(text, source);
        }
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "--release",
                        "17",
                        "-d",
                        folder.toString(),
                        "-cp",
                        against.toString(),
                        source.toString());
        assertThat(result).as("compiled").isZero();
        return folder;
    }
}
