package org.doorlight.cli.simulate;

import picocli.CommandLine.Command;

/** Plays a street in one thread. */
@Command(
        name = "simulate",
        description = "Play a whole street in one thread, with virtual time and faults drawn from a seed.",
        subcommands = {SimulateConvergence.class, SimulateStreetYear.class, SimulateQuietYear.class},
        footer = {"", "Example:", "  doorlight simulate convergence --seeds 30"})
public final class Simulate {}
