package org.doorlight.node.api;

import java.util.List;
import java.util.Objects;
import org.doorlight.protocol.core.HelloAsk;
import org.jspecify.annotations.Nullable;

/** The shapes of request bodies about hellos and the clock. What the words in them mean is the core's to judge. */
final class HelloBodies {
    private HelloBodies() {}

    /** @param picture the sun if absent */
    record Touched(@Nullable String picture) {
        HelloAsk ask() {
            return new HelloAsk.SayHello(picture);
        }
    }

    /** The fields of {@link HelloAsk.PlanDraft}. */
    record NewPlan(
            @Nullable String member,
            @Nullable List<String> windows,
            @Nullable List<String> heatWindows,
            @Nullable String grace,
            @Nullable List<String> buddies,
            @Nullable String upTo,
            @Nullable String knock,
            @Nullable List<String> allow,
            @Nullable Boolean understood) {
        HelloAsk ask(@Nullable String circle) {
            return new HelloAsk.SetPlan(
                    circle,
                    new HelloAsk.PlanDraft(
                            member,
                            orNone(windows),
                            orNone(heatWindows),
                            grace,
                            orNone(buddies),
                            new HelloAsk.PlanBounds(upTo, knock, allow),
                            Boolean.TRUE.equals(understood)));
        }

        private static List<String> orNone(@Nullable List<String> texts) {
            return Objects.requireNonNullElse(texts, List.of());
        }
    }

    /** A buddy has read what it is and is not. */
    record BuddyYes(@Nullable Boolean understood) {}

    /** How long hellos are not expected. */
    record Snooze(int hours) {}

    /** Until which day hellos are not expected. */
    record Away(String until, @Nullable String code) {}

    /** A picture code, and the one before it. */
    record NewCode(String code, @Nullable String before) {}

    /** What a buddy says. */
    record NewAnswer(String word, @Nullable String at) {}

    /** What time a person says it is. */
    record TimeSaid(@Nullable String time) {}
}
