package org.doorlight.cli.bench;

import picocli.CommandLine.Command;

/** Measures this program on this machine. */
@Command(
        name = "bench",
        description = "Measure nodes on this machine; prints one JSON object for each result.",
        subcommands = {
            BenchPropagation.class,
            BenchWrites.class,
            BenchMemory.class,
            BenchRestart.class,
            BenchCatchup.class
        },
        footer = {"", "Example:", "  doorlight bench propagation"})
public final class Bench {}
