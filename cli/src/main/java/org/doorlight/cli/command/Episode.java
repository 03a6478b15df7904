package org.doorlight.cli.command;

import picocli.CommandLine.Command;

/** Times when a hello did not come. */
@Command(
        name = "episode",
        description = "See where somebody could look in, and say what you know.",
        subcommands = {EpisodeList.class, EpisodeAnswer.class},
        footer = {"", "Example:", "  doorlight episode list"})
public final class Episode {}
