package org.doorlight.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.doorlight.protocol.core.inspect.Inspection;

/** What came of looking at a file, in words for people. Ids stand whole: whoever looks at bytes wants to compare them. */
final class InspectionText {
    private static final int PARTS_SHOWN_MAX = 20;

    private InspectionText() {}

    static List<String> lines(Inspection found) {
        List<String> lines = new ArrayList<>();
        lines.add((found.kind() == Inspection.Kind.UNKNOWN ? "This is " : "This is meant to be ")
                + found.kind().words() + ".");
        lines.addAll(facts(found));
        int number = 0;
        for (Inspection part : found.parts()) {
            if (number++ == PARTS_SHOWN_MAX) {
                lines.add("and " + Words.count(found.parts().size() - PARTS_SHOWN_MAX, "more chunk", "more chunks")
                        + "; --json shows all.");
                break;
            }
            lines.add("Chunk " + number + ", " + part.kind().words() + ": " + verdict(part)
                    + part.refused().map(refused -> ", " + refused.reason()).orElse(""));
            lines.addAll(facts(part));
        }
        if (found.isAcceptable()) {
            lines.add("Acceptable. " + found.detail());
        }
        return lines;
    }

    private static List<String> facts(Inspection found) {
        int width = found.facts().stream()
                .mapToInt(fact -> fact.words().length())
                .max()
                .orElse(0);
        return found.facts().stream()
                .map(fact ->
                        "  " + fact.words() + " ".repeat(width - fact.words().length()) + "  " + value(fact))
                .toList();
    }

    private static String value(Inspection.Fact fact) {
        if (fact.value() instanceof List<?> list) {
            return list.isEmpty() ? "none" : list.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return Words.safe(fact.value().toString());
    }

    static String verdict(Inspection found) {
        return found.isAcceptable() ? "acceptable" : "refused";
    }

    /** Reason and sentence on one line. */
    static String refusal(Inspection found) {
        return found.refused()
                        .map(refused -> "Refused (" + refused.reason() + "). ")
                        .orElse("")
                + found.detail();
    }
}
