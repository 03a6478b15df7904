package org.doorlight.cli.command;

import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import picocli.CommandLine.Parameters;

/** A command that says something about a rota and shows it as it is then. */
abstract class RotaChange extends NodeCommand {
    @Parameters(index = "0", paramLabel = "ID", description = "The rota's id, or its beginning.")
    private String id = "";

    /** The last step of the address, as {@code skip}. */
    abstract String step();

    /** What the body says. */
    JsonObject body() {
        return JsonObject.empty();
    }

    /** What a person is told when it is done. */
    abstract String done(JsonObject rota);

    @Override
    final void ask(LocalApi node) {
        JsonObject rota = node.post(ApiPath.rota(id) + "/" + step(), body());
        shared().tellJson(rota);
        shared().tell(done(rota));
    }
}
