package org.doorlight.cli.command;

import picocli.CommandLine.Command;

/** Roll-calls: the street asks how everybody is. */
@Command(
        name = "roll-call",
        description = "Ask the whole street how it is, and answer with one touch.",
        subcommands = {RollCallStart.class, RollCallAnswer.class, RollCallShow.class, RollCallEnd.class},
        footer = {"", "Example:", "  doorlight roll-call show"})
public final class RollCall {}
