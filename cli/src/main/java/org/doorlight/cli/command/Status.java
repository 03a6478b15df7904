package org.doorlight.cli.command;

import java.time.Duration;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import picocli.CommandLine.Command;

/** How the node is. */
@Command(
        name = "status",
        description = "See how this home's node is: circles, neighbours, documents, disk, clock.",
        footer = {"", "Example:", "  doorlight status"})
public final class Status extends NodeCommand {
    @Override
    void ask(LocalApi node) {
        JsonObject status = node.get("/status");
        shared().tellJson(status);
        tellNode(status);
        for (JsonObject circle : status.objects("circles")) {
            shared().tell("Circle " + Words.safe(circle.text("name")) + ": "
                    + Words.count(circle.number("members"), "member", "members") + "; you are "
                    + Words.safe(circle.text("role")) + ".");
        }
        if (status.objects("circles").isEmpty()) {
            shared().tell(
                            "No circle yet. Start one with: doorlight circle create NAME, or join one with: doorlight join CODE");
        }
        tellCare(status);
        tellContradictions(status);
        tellComplaints(status);
    }

    private void tellNode(JsonObject status) {
        JsonObject about = status.object("node");
        JsonObject store = status.object("store");
        shared().tell("The node has been running for "
                + Words.duration(Duration.ofMillis(about.number("uptimeMs"))) + " (version "
                + Words.safe(about.text("version")) + ").");
        shared().tell("Its clock is " + (about.text("clock").equals("SURE") ? "sure." : "not sure of the time yet."));
        shared().tell("It hears " + Words.count(status.object("network").number("sessions"), "neighbour", "neighbours")
                + ".");
        shared().tell("It holds " + Words.count(store.number("documents"), "document", "documents") + ", "
                + Words.bytes(store.number("bytes")) + " on disk.");
        tellTrouble(store.text("state"));
    }

    private void tellTrouble(String state) {
        if (state.equals("FULL")) {
            shared().tell(
                            "The disk is full. The node can be looked at and takes nothing in. Make room; it goes on by itself.");
        } else if (state.equals("FAILING")) {
            shared().tell("The disk reports errors. The node can be looked at and takes nothing in. Check the disk.");
        }
    }

    /** Only what needs a look is said. */
    private void tellCare(JsonObject status) {
        tellIfAny(status.number("waitingForKeys"), "waiting for a key; it comes when a neighbour who has it is near.");
        tellIfAny(status.number("quarantined"), "set aside, because this version cannot take them in.");
        tellIfAny(status.number("refused"), "refused, because they were not what they claimed to be.");
        if (status.number("renewed") > 0) {
            shared().tell("This home was put back from an older copy, or copied, and has taken new keys in "
                    + Words.count(status.number("renewed"), "circle", "circles") + ". Nothing needs to be done.");
        }
        tellIfAny(
                status.object("store").number("damaged"),
                "or records damaged on this disk. Look at the disk; neighbours hold copies.");
        long missing = status.object("store").number("missing");
        if (missing > 0) {
            shared().tell(Words.count(missing, "document", "documents")
                    + " damaged in part here; the rest comes from a neighbour who has it.");
        }
    }

    private void tellComplaints(JsonObject status) {
        for (JsonObject odd : status.objects("complaints")) {
            shared().tell(
                            "Member " + Words.shortId(odd.text("member")) + ": device "
                                    + Words.shortId(odd.text("device"))
                                    + " " + Words.safe(odd.text("reason")) + " ("
                                    + Words.count(odd.number("times"), "time", "times")
                                    + "). Another version of this program, or a machine that is not theirs alone, may be the cause. Ask them.");
        }
    }

    /** For stewards: which member to ask, and no more than that. */
    private void tellContradictions(JsonObject status) {
        for (JsonObject twice : status.objects("contradictions")) {
            String where = !twice.text("document").isEmpty()
                    ? "gave two different answers in document " + Words.shortId(twice.text("document"))
                            + ", so neither counts."
                    : "signed two different statements of the charter under one number.";
            shared().tell("Member " + Words.shortId(twice.text("member")) + ": device "
                    + Words.shortId(twice.text("device")) + " " + where
                    + " Most often a home was put back from an old copy, or runs twice. Ask them.");
        }
    }

    private void tellIfAny(long number, String state) {
        if (number > 0) {
            shared().tell(Words.count(number, "envelope", "envelopes") + " " + state);
        }
    }
}
