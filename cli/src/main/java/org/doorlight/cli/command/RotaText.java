package org.doorlight.cli.command;

import java.util.List;
import java.util.Locale;
import org.doorlight.cli.client.JsonObject;

/** Rotas as people read them. */
final class RotaText {
    private RotaText() {}

    /** One line for each rota. */
    static String table(List<JsonObject> rotas) {
        int digits = Words.digitsToTellApart(
                rotas.stream().map(rota -> rota.text("id")).toList());
        Table table = new Table("rota", "title", "shape", "first day", "weeks", "open", "state");
        for (JsonObject rota : rotas) {
            String id = rota.text("id");
            table.row(
                    id.substring(0, Math.min(digits, id.length())),
                    rota.text("title"),
                    rota.text("shape"),
                    rota.text("firstDay"),
                    Long.toString(rota.number("weeks")),
                    Long.toString(open(rota)),
                    rota.text("state").toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        return table.toString();
    }

    private static long open(JsonObject rota) {
        return rota.objects("slots").stream()
                .filter(slot -> slot.text("state").equals("OPEN"))
                .count();
    }

    /** Everything about one rota. */
    static String whole(JsonObject rota, RequestText requests) {
        StringBuilder text = new StringBuilder();
        if (!rota.text("words").isEmpty()) {
            text.append(Words.safe(rota.text("words"))).append(System.lineSeparator());
        }
        text.append(requests.whole(rota)).append(System.lineSeparator());
        line(
                text,
                "  shape  ",
                rota.text("shape") + ", " + Words.count(rota.number("weeks"), "week", "weeks") + " from "
                        + rota.text("firstDay"));
        if (rota.number("weeklyMax") > 0) {
            line(text, "  most   ", Words.count(rota.number("weeklyMax"), "time", "times") + " a week");
        }
        rota.texts("skipped").forEach(day -> line(text, "  not on ", day));
        rota.objects("every")
                .forEach(one -> line(text, "  yours  ", "every " + one.text("day") + " until " + one.text("last")));
        if (!rota.text("reviewOn").isEmpty()) {
            line(text, "  look   ", "again by " + rota.text("reviewOn"));
        }
        return text.toString().stripTrailing();
    }

    private static void line(StringBuilder text, String label, String what) {
        text.append(label).append(Words.safe(what)).append(System.lineSeparator());
    }
}
