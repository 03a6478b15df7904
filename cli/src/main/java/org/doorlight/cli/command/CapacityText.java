package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;

/** Own room, for people. */
final class CapacityText {
    private CapacityText() {}

    static String of(JsonObject capacity) {
        String until = capacity.text("until");
        StringBuilder text = new StringBuilder(Words.safe(capacity.text("words")));
        text.append("\nRoom: ").append(Words.safe(capacity.text("room")));
        if (!until.isEmpty()) {
            text.append(", until ").append(Words.time(until));
        }
        text.append("\nCeiling: ")
                .append(capacity.number("ceiling"))
                .append(" in any four weeks, ")
                .append(capacity.number("carried"))
                .append(" of it taken (a supper is 2, a night 4)");
        if (!capacity.text("ceilingFrom").isEmpty()) {
            text.append("\nIt is ")
                    .append(capacity.number("ceilingWished"))
                    .append(" from ")
                    .append(Words.time(capacity.text("ceilingFrom")))
                    .append(" on");
        }
        for (JsonObject back : capacity.objects("handedBack")) {
            text.append("\nHanded back for you: ")
                    .append(Words.safe(back.text("title")))
                    .append(", ")
                    .append(Words.time(back.text("start")));
        }
        return text.toString();
    }
}
