package org.doorlight.protocol.core;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.care.SlotStanding;
import org.doorlight.protocol.care.rota.Rota;
import org.doorlight.protocol.care.rota.RotaFacts;
import org.doorlight.protocol.charter.Standing;
import org.doorlight.protocol.core.view.RotaView;
import org.doorlight.protocol.id.MemberId;
import org.jspecify.annotations.Nullable;

/** Rotas as views for people and programs. */
final class RotaViewer {
    /** So long before it ends, people are told. */
    private static final Duration ENDS_SOON = Duration.ofDays(10);

    private RotaViewer() {}

    static RotaView view(Circle circle, CareBoard.Posted posted, RotaFacts.Told told, long now) {
        RotaFacts.Plan plan = told.plan();
        LocalDate today = Instant.ofEpochMilli(now).atZone(plan.zone()).toLocalDate();
        int most = told.rota().most(Math.max(0, told.rota().weekOf(today)));
        boolean reviewed =
                plan.shape().isReviewed() && posted.request().intent().isAsking();
        LocalDate end = plan.firstDay().plusWeeks(plan.weeks());
        List<RotaView.EveryView> every = every(circle, posted, told, now);
        return new RotaView(
                posted.id(),
                circle.id(),
                posted.request().title(),
                posted.request().kind().word(),
                plan.shape().word(),
                posted.care().state(now).name(),
                posted.owner(),
                plan.firstDay().toString(),
                plan.weeks(),
                most == Integer.MAX_VALUE ? null : most,
                told.rota().skipped().stream().map(LocalDate::toString).toList(),
                reviewed ? end.toString() : null,
                words(circle, posted, reviewed && !end.isAfter(today.plusDays(ENDS_SOON.toDays())), every, now),
                every,
                CareViewer.slots(circle, posted, now));
    }

    private static @Nullable String words(
            Circle circle, CareBoard.Posted posted, boolean review, List<RotaView.EveryView> every, long now) {
        boolean own = self(circle).equals(Optional.of(posted.owner()));
        if (own && review) {
            return "These weeks end soon. Does it go on? doorlight rota carry-on "
                    + posted.id().brief() + ", or let it end.";
        }
        if (own && circle.board().fullness().isFull(circle, now)) {
            return CareWords.full();
        }
        return every.stream()
                .filter(RotaView.EveryView::ends)
                .findFirst()
                .map(one -> "Your yes to every " + named(one.day()) + " ends after " + one.last()
                        + ". Carry on, or pass it on? Both are fine.")
                .orElse(null);
    }

    private static String named(String day) {
        return day.substring(0, 1).toUpperCase(Locale.ROOT) + day.substring(1);
    }

    private static Optional<MemberId> self(Circle circle) {
        return circle.replica().ownPlace().map(Standing::member);
    }

    /** This home's yeses to one day of every week that are not over, by day. */
    private static List<RotaView.EveryView> every(
            Circle circle, CareBoard.Posted posted, RotaFacts.Told told, long now) {
        SortedMap<DayOfWeek, Rota.RotaSlot> lasts = new TreeMap<>();
        SortedMap<DayOfWeek, Rota.RotaSlot> ends = new TreeMap<>();
        for (Rota.RotaSlot slot : told.rota().slots()) {
            DayOfWeek day = slot.date().getDayOfWeek();
            ends.put(day, slot);
            if (slot.slot().end() > now && isPromised(circle, posted, slot)) {
                lasts.put(day, slot);
            }
        }
        List<RotaView.EveryView> every = new ArrayList<>();
        lasts.forEach((day, last) -> {
            Rota.RotaSlot end = ends.getOrDefault(day, last);
            boolean soon = last.slot().start() - now < ENDS_SOON.toMillis();
            every.add(new RotaView.EveryView(
                    day.name().toLowerCase(Locale.ROOT),
                    last.date().toString(),
                    soon && end.date().isAfter(last.date())));
        });
        return every;
    }

    private static boolean isPromised(Circle circle, CareBoard.Posted posted, Rota.RotaSlot slot) {
        Optional<MemberId> self = self(circle);
        return posted.care().slot(slot.slot().id()).map(SlotStanding::live).orElse(List.of()).stream()
                .anyMatch(yes ->
                        yes.offer().recurring() && Optional.of(yes.helper()).equals(self));
    }
}
