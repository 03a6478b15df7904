package org.doorlight.protocol.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All targets by name, and the inputs that once broke them: files in {@code src/test/resources/fuzz/NAME}. */
public final class FuzzTargets {
    private FuzzTargets() {}

    public static SortedMap<String, FuzzTarget> all() {
        SortedMap<String, FuzzTarget> targets = new TreeMap<>();
        targets.put("change", new ChangeTarget());
        targets.put("envelope", new EnvelopeTarget());
        targets.put("frame", new FrameTarget());
        targets.put("grant", new GrantTarget());
        targets.put("invite-code", new InviteCodeTarget());
        targets.put("statement", new StatementTarget());
        return targets;
    }

    /** Seeds and former findings of a target. */
    public static List<byte[]> inputs(String name, FuzzTarget target) {
        List<byte[]> inputs = new ArrayList<>(target.seeds());
        URL folder = FuzzTargets.class.getResource("/fuzz/" + name);
        if (folder != null) {
            inputs.addAll(files(folder));
        }
        return inputs;
    }

    private static List<byte[]> files(URL folder) {
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            List<byte[]> contents = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                contents.add(Files.readAllBytes(file));
            }
            return contents;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] resource(String name) {
        try (InputStream in = FuzzTargets.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
