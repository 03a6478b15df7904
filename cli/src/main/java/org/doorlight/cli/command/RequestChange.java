package org.doorlight.cli.command;

import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import picocli.CommandLine.Parameters;

/** A command that changes one of this home's own requests and shows it as it is then. */
abstract class RequestChange extends NodeCommand {
    @Parameters(index = "0", paramLabel = "ID", description = "The request's id, or its beginning.")
    private String id = "";

    /** The last step of the address, as {@code pause}. */
    abstract String step();

    /** What the body says. */
    JsonObject body() {
        return JsonObject.empty();
    }

    /** What a person is told when it is done. */
    abstract String done();

    @Override
    final void ask(LocalApi node) {
        JsonObject request = node.post(ApiPath.request(id) + "/" + step(), body());
        shared().tellJson(request);
        shared().tell(done());
    }
}
