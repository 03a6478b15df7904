package org.doorlight.cli.command;

import picocli.CommandLine.Command;

/** Care requests. */
@Command(
        name = "request",
        description = "Ask your circle for a hand, and see what is asked.",
        subcommands = {
            RequestAdd.class,
            RequestList.class,
            RequestShow.class,
            RequestPause.class,
            RequestResume.class,
            RequestWithdraw.class,
            RequestFulfil.class,
            RequestMove.class,
            RequestMoreTime.class,
            RequestMine.class,
            RequestAccept.class,
            RequestRelease.class,
            RequestTalk.class,
            RequestStory.class
        },
        footer = {"", "Example:", "  doorlight request list"})
public final class Request {}
