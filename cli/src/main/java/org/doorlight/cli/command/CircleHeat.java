package org.doorlight.cli.command;

import picocli.CommandLine.Command;

/** Hot, cold and stormy days. */
@Command(
        name = "heat",
        description = "Hot, cold and stormy days: who agreed to it is expected more often.",
        subcommands = {CircleHeatSet.class, CircleHeatEnd.class, CircleHeatShow.class},
        footer = {"", "Example:", "  doorlight circle heat show"})
public final class CircleHeat {}
