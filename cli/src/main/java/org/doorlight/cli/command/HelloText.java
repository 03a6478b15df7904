package org.doorlight.cli.command;

import java.util.List;
import java.util.Locale;
import org.doorlight.cli.client.JsonObject;

/** Hellos in words for people. */
final class HelloText {
    private HelloText() {}

    /** How the own hello stands, a line for each circle. */
    static List<String> own(List<JsonObject> hellos) {
        return hellos.isEmpty()
                ? List.of("This home is in no circle yet.")
                : hellos.stream().map(HelloText::own).toList();
    }

    private static String own(JsonObject hello) {
        String until = hello.text("until");
        return Words.safe(hello.text("words"))
                + (until.isEmpty() ? "" : " Hellos are expected again from " + Words.time(until) + ".");
    }

    /** A plan, some lines. */
    static List<String> plan(JsonObject plan) {
        return List.of(
                Words.safe(plan.text("name")) + " (" + Words.shortId(plan.text("member")) + "): hello "
                        + Words.safe(String.join(", ", plan.texts("windows"))) + ", time of "
                        + Words.safe(plan.text("zone")) + "; the box rings for " + Words.duration(plan.text("grace"))
                        + " before it speaks.",
                "Buddies: " + buddies(plan.objects("buddies")) + ".",
                "As far as: " + Words.safe(plan.text("upTo")) + "; knocking " + Words.safe(plan.text("knock"))
                        + ". Good until " + Words.safe(plan.text("renewBy")) + ".",
                Words.safe(plan.text("words")));
    }

    private static String buddies(List<JsonObject> buddies) {
        return String.join(
                ", ",
                buddies.stream()
                        .map(buddy -> Words.safe(buddy.text("name")) + (buddy.flag("agreed") ? "" : " (no yes yet)"))
                        .toList());
    }

    /** CANNOT_HEAR as people read it. */
    static String state(String state) {
        return state.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
