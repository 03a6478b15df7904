package org.doorlight.cli.command;

import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;

/** A command that says something about one of this home's own yeses. */
abstract class CommitmentWord extends NodeCommand {
    /** The last step of the address, as {@code done}. */
    abstract String step();

    /** The id of the yes, or its beginning. */
    abstract String commitment(LocalApi node);

    @Override
    final void ask(LocalApi node) {
        JsonObject yes = node.post(ApiPath.commitment(commitment(node)) + "/" + step(), JsonObject.empty());
        shared().tellJson(yes);
        shared().tell(words(yes));
    }

    /** What a person is told when it is said. */
    String words(JsonObject yes) {
        return Words.safe(yes.text("words"));
    }
}
