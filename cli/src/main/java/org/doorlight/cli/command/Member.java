package org.doorlight.cli.command;

import picocli.CommandLine.Command;

/** Members of a circle. */
@Command(
        name = "member",
        description = "See who is in a circle.",
        subcommands = MemberList.class,
        footer = {"", "Example:", "  doorlight member list"})
public final class Member {}
