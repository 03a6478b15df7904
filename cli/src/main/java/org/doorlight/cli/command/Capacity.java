package org.doorlight.cli.command;

import picocli.CommandLine.Command;

/** Own room. */
@Command(
        name = "capacity",
        description = "Your own room; neighbours learn whether you may be asked, and not why not.",
        subcommands = {CapacitySet.class, CapacityCeiling.class, CapacityAskMe.class, CapacityShow.class},
        footer = {"", "Example:", "  doorlight capacity set rest --until 2027-05-04"})
public final class Capacity {}
