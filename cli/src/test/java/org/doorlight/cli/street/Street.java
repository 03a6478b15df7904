package org.doorlight.cli.street;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.doorlight.cli.process.Distribution;
import org.doorlight.protocol.core.Address;

/**
 * A few homes on one machine, each a real process of the assembled program, talked to by real commands. Everything happens on loopback,
 * and every byte between two homes goes through a {@link Wire} that remembers it.
 */
final class Street implements AutoCloseable {
    private final Distribution distribution;
    private final Path folder;
    private final List<Household> households = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();

    private Street(Distribution distribution, Path folder) {
        this.distribution = distribution;
        this.folder = folder;
    }

    static Street open() throws IOException {
        return new Street(assembled(), Files.createTempDirectory("doorlight-street-"));
    }

    /** The program as it is shipped. */
    static Distribution assembled() {
        Path assembled = Path.of(System.getProperty(Distribution.PROPERTY, "target/distribution"))
                .toAbsolutePath();
        assertThat(assembled.resolve("doorlight"))
                .as("the assembled program; mvn verify makes it")
                .isExecutable();
        return new Distribution(assembled);
    }

    /** Makes a home; its node does not run yet. */
    Household build(String name) throws IOException, InterruptedException {
        return build(name, distribution);
    }

    /** Makes a home that another program lives in. */
    Household build(String name, Distribution program) throws IOException, InterruptedException {
        Household household = new Household(name, folder.resolve(name), program);
        households.add(household);
        household.does("init", "--name", name);
        return household;
    }

    /** Makes a home and starts its node, which keeps in touch with these neighbours. */
    Household moveIn(String name, Household... neighbours) throws IOException, InterruptedException {
        Household household = build(name);
        List<Address> peers = new ArrayList<>();
        for (Household neighbour : neighbours) {
            peers.add(wireTo(neighbour).door());
        }
        household.opens(peers);
        return household;
    }

    /** Two homes in one circle. */
    Neighbours twoNeighbours() throws IOException, InterruptedException {
        Household ana = moveIn("Ana");
        Household ben = moveIn("Ben", ana);
        ana.does("circle", "create", "Lantern Street", "--zone", "Europe/Berlin");
        ben.does("join", ana.invites(), "--peer", wires.get(0).door().toString());
        return new Neighbours(ana, ben, wires.get(0));
    }

    record Neighbours(Household ana, Household ben, Wire wire) {}

    /** A new wire that ends at this household's node. */
    Wire wireTo(Household household) throws IOException {
        Wire wire = new Wire(household.node().listening());
        wires.add(wire);
        return wire;
    }

    Path folder() {
        return folder;
    }

    Distribution distribution() {
        return distribution;
    }

    /** Every file of every home, and what the nodes logged. */
    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Everybody moves out; the files stay. */
    void leave() {
        households.forEach(Household::leaves);
    }

    @Override
    public void close() throws IOException {
        leave();
        for (Wire wire : wires) {
            wire.close();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
