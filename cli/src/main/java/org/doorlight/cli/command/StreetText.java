package org.doorlight.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.doorlight.cli.client.JsonObject;

/** Roll-calls, and hot, cold and stormy days, in words for people. */
final class StreetText {
    static final String NOWHERE = "This home is in no circle yet.";

    private StreetText() {}

    /** How a roll-call stands, some lines. */
    static List<String> rollCall(JsonObject call) {
        List<String> lines = new ArrayList<>(List.of(Words.safe(call.text("words"))));
        addNames("Needs a hand: ", call.objects("needHand"), lines);
        addNames("All right: ", call.objects("allRight"), lines);
        addNames("Not heard yet: ", call.objects("notHeard"), lines);
        boolean open = call.text("state").equals("OPEN");
        if (open && call.text("own").equals("NOTHING")) {
            lines.add("Answer with: doorlight roll-call answer all-right, or need-a-hand");
        } else if (call.flag("offered")) {
            lines.add("Ask them with: doorlight roll-call start");
        }
        return lines;
    }

    private static void addNames(String before, List<JsonObject> homes, List<String> lines) {
        if (!homes.isEmpty()) {
            List<String> names =
                    homes.stream().map(home -> Words.safe(home.text("name"))).toList();
            lines.add(before + String.join(", ", names) + ".");
        }
    }

    /** What sort of days these are, and until when. */
    static String heat(JsonObject heat) {
        String until = heat.text("until");
        return Words.safe(heat.text("words")) + (until.isEmpty() ? "" : " Until " + Words.time(until) + ".");
    }
}
