package org.doorlight.protocol.core.view;

import java.util.List;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Support that comes week after week, as this node knows it. Everything one may do with a request one may do with a rota, under the same id.
 *
 * @param shape {@code new-baby}, {@code grief}, {@code surgery} or {@code long-haul}
 * @param state as of a request
 * @param firstDay ISO date
 * @param weeks for how many weeks it goes on
 * @param weeklyMax at most so many times in this week; absent for as many as the shape has
 * @param skipped ISO dates on which nothing is wanted
 * @param reviewOn ISO date by which its recipient says whether it goes on; absent for a shape that has an end
 * @param words for its recipient or helper; absent if there is nothing to say
 * @param every this home's yeses to one day of every week
 */
public record RotaView(
        DocumentId id,
        CircleId circle,
        String title,
        String kind,
        String shape,
        String state,
        MemberId requester,
        String firstDay,
        int weeks,
        @Nullable Integer weeklyMax,
        List<String> skipped,
        @Nullable String reviewOn,
        @Nullable String words,
        List<EveryView> every,
        List<RequestView.SlotView> slots)
        implements View {
    public RotaView {
        skipped = List.copyOf(skipped);
        every = List.copyOf(every);
        slots = List.copyOf(slots);
    }

    /**
     * A yes to one day of every week, which ends by itself after four weeks.
     *
     * @param day of the week, as {@code tuesday}
     * @param last ISO date of the last time it is for
     * @param ends true if that is near and the rota goes on after it: carry on, or pass it on?
     */
    public record EveryView(String day, String last, boolean ends) {}
}
