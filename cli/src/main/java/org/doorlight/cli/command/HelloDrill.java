package org.doorlight.cli.command;

import picocli.CommandLine.Command;

/** Rehearsals. */
@Command(
        name = "drill",
        description = "Rehearse with a pretend neighbour, on your box alone. Nobody is told, and nothing of it stays.",
        subcommands = {HelloDrillStart.class, HelloDrillShow.class, HelloDrillAnswer.class, HelloDrillEnd.class},
        footer = {"", "Example:", "  doorlight hello drill start"})
public final class HelloDrill {}
