package org.doorlight.cli.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.doorlight.cli.client.Refusal;
import org.doorlight.protocol.core.Address;

/**
 * A few households as real processes with homes in a temporary folder. When it closes, and also on Ctrl-C, its processes end and the
 * folder is deleted.
 */
public final class ThrowAwayStreet implements AutoCloseable {
    /** The time zone its circles are in. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Distribution distribution;
    private final Path folder;
    private final List<Process> processes = new ArrayList<>();
    private volatile boolean cleared;
    private final Thread onInterrupt = new Thread(this::clear, "street-clears");

    private ThrowAwayStreet(Distribution distribution, Path folder) {
        this.distribution = distribution;
        this.folder = folder;
    }

    /**
     * Opens an empty street.
     *
     * @param place the folder to lie in; its disk is the one the nodes write to
     */
    public static ThrowAwayStreet in(Path place, Distribution distribution) {
        try {
            ThrowAwayStreet street = new ThrowAwayStreet(distribution, Files.createTempDirectory(place, "doorlight-"));
            Runtime.getRuntime().addShutdownHook(street.onInterrupt);
            return street;
        } catch (IOException cannot) {
            throw new Refusal(
                    "There is no room for throw-away homes in " + place + ". Look at the disk and its rights.", cannot);
        }
    }

    /** Where temporary files lie on this machine. */
    public static Path usualPlace() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    public Path folder() {
        return folder;
    }

    /** Makes a home, as {@code doorlight init} does. */
    public Path makeHome(String name) {
        Path home = folder.resolve(name);
        Path log = home.resolveSibling(name + ".log");
        Process init = Distribution.start(distribution
                .process(List.of("init", "--home", home.toString(), "--name", name))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())));
        remember(init);
        try {
            if (init.waitFor() != 0) {
                throw new Refusal("A home could not be made. The reason stands in the last line of " + log);
            }
            return home;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("Stopped while making a home.", interrupted);
        }
    }

    /** Starts a node for this home on free ports of loopback. */
    public NodeProcess start(Path home, Address... peers) {
        return NodeProcess.start(distribution, NodePlan.onLoopback(home, peers), this::remember);
    }

    /** Starts a node again that has ended, with the same home and ports. */
    public NodeProcess startAgain(NodeProcess node) {
        return node.startAgain(this::remember);
    }

    /** Every process is known here from its first moment, so that none outlives the street. */
    private synchronized void remember(Process process) {
        processes.removeIf(old -> !old.isAlive());
        processes.add(process);
        if (cleared) {
            process.destroyForcibly();
        }
    }

    /** Lets one node found a circle. */
    public JsonObject found(LocalApi founder, String name) {
        return founder.post("/circles", JsonObject.empty().with("name", name).with("zone", ZONE.getId()));
    }

    /** Lets a neighbour in; returns when it is admitted and holds a key. */
    public void admit(NodeProcess host, LocalApi hostApi, LocalApi newcomer) {
        String code = hostApi.post("/invites", JsonObject.empty().with("role", "member"))
                .text("code");
        List<String> peers = List.of(host.listening().toString());
        newcomer.post("/join", JsonObject.empty().with("code", code).with("peers", peers));
    }

    /** Whether the street is being cleared, as after Ctrl-C. */
    public boolean isClosing() {
        return cleared;
    }

    @Override
    public void close() {
        clear();
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException alreadyEnding) {
            return; // The hook runs by itself now, and finds nothing left to do.
        }
    }

    /** Deletes only what lies in the folder this street made itself. */
    private synchronized void clear() {
        cleared = true;
        processes.forEach(Process::destroy);
        processes.forEach(NodeProcess::awaitEnd);
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException busy) {
            throw new Refusal("Some throw-away files are left in " + folder + ". You can delete that folder.", busy);
        }
    }
}
