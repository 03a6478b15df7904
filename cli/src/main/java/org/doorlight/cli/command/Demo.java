package org.doorlight.cli.command;

import java.util.concurrent.TimeUnit;
import org.doorlight.cli.client.Refusal;
import org.doorlight.cli.process.Distribution;
import org.doorlight.cli.process.NodeProcess;
import org.doorlight.cli.process.Patience;
import org.doorlight.cli.process.ThrowAwayStreet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the main thing: three households share a care request, with no server. */
@Command(
        name = "demo",
        description = "See three households share a care request on this machine.",
        footer = {"", "Example:", "  doorlight demo"})
public final class Demo extends DoorlightCommand {
    private static final long CTRL_C_MILLISECONDS_MAX = 500;

    @Option(names = "--once", description = "Show it once and end. Otherwise the nodes run until Ctrl-C.")
    private boolean once;

    @Override
    public Integer call() {
        Distribution distribution = Distribution.ofThisProgram();
        try (ThrowAwayStreet street = ThrowAwayStreet.in(ThrowAwayStreet.usualPlace(), distribution)) {
            DemoStory story = new DemoStory(street, shared()::tell);
            shared().tellJson(story.tell());
            if (!once) {
                goOn(street, story);
            }
        }
        return DONE;
    }

    private void goOn(ThrowAwayStreet street, DemoStory story) {
        shared().tell("");
        shared().tell("The three nodes keep running until you press Ctrl-C. In another window you can look at one:");
        story.nodes().forEach(node -> shared().tell("  cli/doorlight request list --home " + node.home()));
        NodeProcess ended = story.awaitAnEnd();
        // On Ctrl-C the nodes hear it too, and may end before this process has begun to.
        Patience.untilNanoTime(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CTRL_C_MILLISECONDS_MAX));
        if (street.isClosing()) {
            return;
        }
        throw new Refusal("One of the nodes has stopped. It said: " + ended.lastWords());
    }
}
