package org.doorlight.cli.command;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;

/** Requests as people read them, with members' names. */
final class RequestText {
    private final LocalApi node;
    private final Map<String, Map<String, String>> namesByCircle = new HashMap<>();

    RequestText(LocalApi node) {
        this.node = node;
    }

    /** One line for each request, with its first slot. */
    String table(List<JsonObject> requests) {
        int digits = Words.digitsToTellApart(
                requests.stream().map(request -> request.text("id")).toList());
        Table table = new Table("request", "title", "from", "kind", "when", "state");
        for (JsonObject request : requests) {
            String id = request.text("id");
            table.row(
                    id.substring(0, Math.min(digits, id.length())),
                    request.text("title"),
                    name(request, request.text("requester")),
                    request.text("kind"),
                    when(request.objects("slots")),
                    state(request.text("state")));
        }
        return table.toString();
    }

    private static String when(List<JsonObject> slots) {
        if (slots.isEmpty()) {
            return "";
        }
        String more = slots.size() == 1 ? "" : " and " + (slots.size() - 1) + " more";
        return Words.time(slots.get(0).text("start")) + more;
    }

    /** Everything about one request. */
    String whole(JsonObject request) {
        StringBuilder text = new StringBuilder();
        line(text, Words.safe(request.text("title")));
        line(text, "  from   " + Words.safe(name(request, request.text("requester"))));
        line(text, "  kind   " + Words.safe(request.text("kind")));
        line(text, "  state  " + Words.safe(state(request.text("state"))));
        request.objects("slots").forEach(slot -> slotLines(text, request, slot));
        request.texts("rules").forEach(rule -> line(text, "  rule   " + Words.safe(rule)));
        if (!request.text("door").isEmpty()) {
            line(text, "  door   " + Words.safe(request.text("door")));
        }
        if (!request.text("story").isEmpty()) {
            line(text, "  story  " + Words.safe(request.text("story")));
        }
        if (!request.text("follows").isEmpty()) {
            line(text, "  after  " + Words.shortId(request.text("follows")));
        }
        return text.append("  id     ").append(Words.safe(request.text("id"))).toString();
    }

    private void slotLines(StringBuilder text, JsonObject request, JsonObject slot) {
        line(text, "  when   " + slot(request, slot) + " (slot " + Words.shortId(slot.text("id")) + ")");
        slot.objects("offers").forEach(offer -> line(text, "  yes    " + offer(request, offer)));
        if (!slot.text("hint").isEmpty()) {
            line(text, "         " + Words.safe(slot.text("hint")));
        }
    }

    private String offer(JsonObject request, JsonObject offer) {
        String note = offer.text("note");
        return Words.safe(name(request, offer.text("helper")))
                + ", " + Words.safe(state(offer.text("state")))
                + (offer.flag("onMyWay") ? ", on the way" : "")
                + (offer.text("talk").equals("OPEN") ? ", both of you have said yes to talk" : "")
                + (note.isEmpty() ? "" : ": " + Words.safe(note))
                + " (" + Words.shortId(offer.text("id")) + ")";
    }

    private String slot(JsonObject request, JsonObject slot) {
        long need = slot.number("need");
        String holders = slot.texts("holders").stream()
                .map(holder -> Words.safe(name(request, holder)))
                .collect(Collectors.joining(", "));
        return Words.time(slot.text("start")) + ", " + Words.duration(slot.text("duration"))
                + (need > 1 ? ", " + need + " helpers" : "")
                + ", " + Words.safe(state(slot.text("state")))
                + (holders.isEmpty() ? "" : ": " + holders);
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append(System.lineSeparator());
    }

    private static String state(String state) {
        return state.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A member's name as its circle knows it; the beginning of its id if there is none yet. */
    private String name(JsonObject request, String member) {
        return namesByCircle
                .computeIfAbsent(request.text("circle"), this::names)
                .getOrDefault(member, Words.shortId(member));
    }

    private Map<String, String> names(String circle) {
        Map<String, String> names = new HashMap<>();
        node.list(ApiPath.inCircle(circle, "members"))
                .forEach(member -> names.put(member.text("id"), member.text("name")));
        return names;
    }
}
