package org.doorlight.cli.command;

import picocli.CommandLine.Command;

/** What time it is for this home's box. */
@Command(
        name = "clock",
        description = "See what time it is for your box, and say that it is right.",
        subcommands = {ClockShow.class, ClockConfirm.class},
        footer = {"", "Example:", "  doorlight clock show"})
public final class Clock {}
