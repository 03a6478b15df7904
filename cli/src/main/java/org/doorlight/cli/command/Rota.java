package org.doorlight.cli.command;

import picocli.CommandLine.Command;

/** Support that comes week after week. */
@Command(
        name = "rota",
        description = "Ask for a hand week after week, and say yes to one day of every week.",
        subcommands = {
            RotaAdd.class,
            RotaList.class,
            RotaShow.class,
            RotaSkip.class,
            RotaMax.class,
            RotaCarryOn.class,
            RotaEvery.class
        },
        footer = {"", "Example:", "  doorlight rota add --shape new-baby --title Supper --first-day 2027-05-03"})
public final class Rota {}
