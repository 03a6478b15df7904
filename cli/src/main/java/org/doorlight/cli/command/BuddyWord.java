package org.doorlight.cli.command;

import java.util.List;
import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A buddy's own word about looking in on somebody. */
abstract class BuddyWord extends NodeCommand {
    @Parameters(paramLabel = "MEMBER", description = "Whose plan: the beginning of a member id.")
    private String member = "";

    @Option(
            names = "--circle",
            paramLabel = "CIRCLE",
            description = "Which circle: its name, or the beginning of its id. Not needed with one circle.")
    private @Nullable String circle;

    /** The last step of the address. */
    abstract String step();

    JsonObject body() {
        return JsonObject.empty();
    }

    /** What a person is told when it is said. */
    abstract String done();

    @Override
    final void ask(LocalApi node) {
        String path = ApiPath.inCircle(circle, "hello/buddies/" + ApiPath.step(member) + "/" + step());
        List<JsonObject> plans = node.postForList(path, body());
        shared().tellJson(plans);
        shared().tell(done());
    }
}
