package org.doorlight.node.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shapes of request bodies about care requests and yeses. What the words in them mean is the core's to judge. */
final class CareBodies {
    private CareBodies() {}

    /** Where a slot goes. */
    record NewStart(String slot, String start) {}

    /** How much longer a slot lasts. */
    record MoreTime(String slot, String duration) {}

    /** A slot its requester does without neighbours. */
    record Mine(String slot) {}

    /** A yes somebody said. */
    record Chosen(String commitment) {}

    /** A yes somebody said, and whether there is the capacity to talk: {@code yes} or {@code rest}. */
    record Talking(String commitment, String answer) {}

    /** Whether there is the capacity to talk: {@code yes} or {@code rest}. */
    record Answer(String answer) {}

    /** Members, by id. */
    record Readers(List<String> to) {}

    /** A yes. */
    record NewOffer(String slot, @Nullable String note) {}
}
