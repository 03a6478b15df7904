package org.doorlight.cli.command;

import picocli.CommandLine.Command;

/** Members of a circle. */
@Command(
        name = "member",
        description = "See who is in a circle, and whom your own box passes over.",
        subcommands = {MemberList.class, MemberPassOver.class, MemberPassedOver.class},
        footer = {"", "Example:", "  doorlight member list"})
public final class Member {}
