package org.doorlight.cli.command;

import picocli.CommandLine.Command;

/** Hello plans. */
@Command(
        name = "plan",
        description = "Make and end your hello plan; say yes to looking in on somebody, or stop.",
        subcommands = {
            HelloPlanSet.class,
            HelloPlanShow.class,
            HelloPlanEnd.class,
            HelloPlanBuddies.class,
            HelloPlanAgree.class,
            HelloPlanLeave.class
        },
        footer = {"", "Example:", "  doorlight hello plan show"})
public final class HelloPlan {}
