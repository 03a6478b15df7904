package org.doorlight.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes, changes or renews this home's own hello plan. */
@Command(
        name = "set",
        description = "Make, change or renew your hello plan.",
        footer = {
            "",
            "Example:",
            "  doorlight hello plan set --window 07:00-10:00 --buddy 3fa85f64 --buddy 51c0a2b4 --understood"
        })
public final class HelloPlanSet extends NodeCommand {
    @Option(
            names = "--window",
            paramLabel = "FROM-TO",
            description =
                    "When a hello is expected each day, as 07:00-10:00 in the circle's zone. May stand several times.")
    private List<String> windows = new ArrayList<>();

    @Option(
            names = "--heat-window",
            paramLabel = "FROM-TO",
            description = "The same, for hot, cold and stormy days alone.")
    private List<String> heatWindows = new ArrayList<>();

    @Option(
            names = "--grace",
            paramLabel = "DURATION",
            description = "How long your box rings before it speaks, up to 6h. Default: 90m.")
    private @Nullable String grace;

    @Option(
            names = "--buddy",
            paramLabel = "MEMBER",
            split = ",",
            description = "Who looks in: beginnings of member ids. They take turns; each says their own yes.")
    private List<String> buddies = new ArrayList<>();

    @Option(
            names = "--up-to",
            paramLabel = "STEP",
            description = "How far it may go: ask, seen, knock or decide. Default: decide.")
    private @Nullable String upTo;

    @Option(names = "--knock", paramLabel = "FROM-TO", description = "When somebody may knock. Default: 08:00-21:00.")
    private @Nullable String knock;

    @Option(
            names = "--allow",
            paramLabel = "WHAT",
            split = ",",
            description = {
                "two-voices: it takes two who saw you. heat: more windows on hot, cold and stormy days.",
                "silent-box: buddies may be told that your box is not heard. silent-box-knock: and knock after two days.",
                "none: nothing of it. Default: silent-box."
            })
    private @Nullable List<String> allow;

    @Option(
            names = "--understood",
            description = {
                "Say that you have read this. Neighbours look in. It can take a day.",
                "This is not an emergency service."
            })
    private boolean understood;

    @Option(
            names = "--circle",
            paramLabel = "CIRCLE",
            description = "Which circle: its name, or the beginning of its id. Not needed with one circle.")
    private @Nullable String circle;

    @Override
    void ask(LocalApi node) {
        JsonObject plan = node.post(ApiPath.inCircle(circle, "hello/plan"), draft());
        shared().tellJson(plan);
        HelloText.plan(plan).forEach(shared()::tell);
        shared().tell("It counts from the next window on. You can end it at any time: doorlight hello plan end");
    }

    private JsonObject draft() {
        List<String> allowed = allow == null || !allow.equals(List.of("none")) ? allow : List.of();
        return JsonObject.empty()
                .with("windows", windows)
                .with("heatWindows", heatWindows)
                .withIfPresent("grace", grace)
                .with("buddies", buddies)
                .withIfPresent("upTo", upTo)
                .withIfPresent("knock", knock)
                .withIfPresent("allow", allowed)
                .with("understood", understood);
    }
}
