package org.doorlight.protocol.document;

import java.util.List;
import org.doorlight.protocol.document.OperationWriter.Row;

/** Changes that are well formed, each by itself, and that native code must never see together. */
public final class BadChanges {
    private BadChanges() {}

    /** First a list with something in it, then a name put into it as if it were a map. Applied unseen, the second aborts the process. */
    public static List<byte[]> nameIntoList(ActorId actor) {
        ChangeParts list = OperationWriter.change(
                new Row(Action.MAKE_LIST).at("list"), new Row(Action.SET).in(1).first());
        list.actor = actor.bytes();
        ChangeSummary first = Verdicts.accepted(list.chunk());
        ChangeParts name = OperationWriter.change(new Row(Action.SET).in(1).at("name"));
        name.actor = actor.bytes();
        name.sequence = 2;
        name.startOperation = 3;
        name.dependencies = List.of(first.id().bytes());
        return List.of(list.chunk(), name.chunk());
    }
}
