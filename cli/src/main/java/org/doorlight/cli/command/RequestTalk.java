package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says, as the one who asked to be listened to, whether there is the capacity to talk tonight. */
@Command(
        name = "talk",
        description = "Before listening: say whether you have the capacity to talk tonight, or would rather rest.",
        footer = {"", "Example:", "  doorlight request talk 3fa85f64 e7b04d11 yes"})
public final class RequestTalk extends RequestChange {
    @Parameters(
            index = "1",
            paramLabel = "COMMITMENT",
            description = "The id of a yes, or its beginning; request show tells it.")
    private String commitment = "";

    @Parameters(
            index = "2",
            paramLabel = "ANSWER",
            description = "yes, or rest. To rest thanks whoever had said yes; nobody is needed any more.")
    private String answer = "";

    @Override
    void checkUse() {
        if (!Talk.ANSWERS.contains(answer)) {
            throw wrongUse("ANSWER is one of: " + String.join(", ", Talk.ANSWERS));
        }
    }

    @Override
    String step() {
        return "talk";
    }

    @Override
    JsonObject body() {
        return JsonObject.empty().with("commitment", commitment).with("answer", answer);
    }

    @Override
    String done() {
        return answer.equals("rest") ? "Rest well." : "Thank you. The talk is on once both of you have said yes to it.";
    }
}
