package org.doorlight.protocol.core;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.doorlight.protocol.care.CareStanding;
import org.doorlight.protocol.care.Commitment;
import org.doorlight.protocol.care.CommitmentState;
import org.doorlight.protocol.care.Guidance;
import org.doorlight.protocol.care.Slot;
import org.doorlight.protocol.care.SlotStanding;
import org.doorlight.protocol.care.SlotState;
import org.doorlight.protocol.care.Talk;
import org.doorlight.protocol.care.Whisper;
import org.doorlight.protocol.care.turns.ByName;
import org.doorlight.protocol.care.turns.Opened;
import org.doorlight.protocol.charter.Standing;
import org.doorlight.protocol.core.view.CommitmentView;
import org.doorlight.protocol.core.view.RequestView;
import org.doorlight.protocol.id.MemberId;
import org.jspecify.annotations.Nullable;

/** Requests and yeses as views for people and programs. Everything is worked out already; only the time is new. */
final class CareViewer {
    private static final DateTimeFormatter START = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private CareViewer() {}

    // ---- requests

    /** All requests of a circle, by when they were asked, then by id. */
    static List<RequestView> requests(Circle circle, long now) {
        return circle.board().care().requests().stream()
                .map(posted -> request(circle, posted, now))
                .toList();
    }

    static RequestView request(Circle circle, CareBoard.Posted posted, long now) {
        CareStanding care = posted.care();
        return new RequestView(
                posted.id(),
                circle.id(),
                care.request().title(),
                care.request().kind().word(),
                care.state(now).name(),
                posted.owner(),
                care.request().rules(),
                circle.board().care().whispered(Whisper.DOOR, posted).orElse(null),
                circle.board().care().whispered(Whisper.STORY, posted).orElse(null),
                care.request().asked().follows().orElse(null),
                slots(circle, posted, now));
    }

    static List<RequestView.SlotView> slots(Circle circle, CareBoard.Posted posted, long now) {
        boolean own = circle.replica().ownPlace().map(Standing::member).equals(Optional.of(posted.owner()));
        boolean full = own && circle.board().fullness().isFull(circle, now);
        Hints hints = new Hints(own, full);
        List<RequestView.SlotView> slots = new ArrayList<>();
        posted.care().slots().forEach(slot -> slots.add(slot(posted.care(), slot, hints, now)));
        return slots;
    }

    /** What its requester alone reads at a slot nobody has yet. */
    private record Hints(boolean own, boolean full) {
        @Nullable
        String of(CareStanding care, SlotStanding slot, long now) {
            if (!own) {
                return null;
            }
            String talk = ofTalk(care, slot, now);
            if (talk != null || care.state(slot.slot().id(), now) != SlotState.OPEN) {
                return talk;
            }
            boolean byName =
                    ByName.whom(care.request()).isPresent() && slot.live().isEmpty();
            if (byName) {
                return now >= ByName.answeredAt(care.request(), slot.slot()) ? CareWords.notThisTime() : null;
            }
            boolean near = now >= Opened.cutOff(care, slot);
            return full ? CareWords.full() : near ? CareWords.fallback() : null;
        }

        /** What is between the two before they talk; of several who come to listen the first about whom there is something to say. */
        private static @Nullable String ofTalk(CareStanding care, SlotStanding slot, long now) {
            boolean rests = care.request().choices().mine().contains(slot.slot().id());
            if (rests && Talk.isAskedAbout(care.request().kind())) {
                return now < slot.slot().end() ? CareWords.forRequester(Talk.RESTS) : null;
            }
            return slot.confirmed().stream()
                    .map(yes -> CareWords.forRequester(Talk.of(care, yes, Talk.Side.REQUESTER, now)))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }

    private static RequestView.SlotView slot(CareStanding care, SlotStanding standing, Hints hints, long now) {
        Slot slot = standing.slot();
        SlotState state = care.state(slot.id(), now);
        return new RequestView.SlotView(
                slot.id(),
                start(slot),
                Duration.ofMillis(slot.durationMillis()).toString(),
                slot.need(),
                state.name(),
                helpers(standing.holders()),
                helpers(standing.standby()),
                standing.live().stream()
                        .map(yes -> offer(care, yes, hints.own(), now))
                        .toList(),
                hints.of(care, standing, now));
    }

    private static List<MemberId> helpers(List<Commitment> yeses) {
        return yeses.stream().map(Commitment::helper).toList();
    }

    private static RequestView.OfferView offer(CareStanding care, Commitment yes, boolean own, long now) {
        Talk talk = own ? Talk.of(care, yes, Talk.Side.REQUESTER, now) : Talk.NONE;
        return new RequestView.OfferView(
                yes.id(), yes.helper(), care.state(yes, now).name(), yes.said().onMyWay(), note(yes), talk.name());
    }

    private static @Nullable String note(Commitment yes) {
        return yes.offer().note().isEmpty() ? null : yes.offer().note();
    }

    static String start(Slot slot) {
        return START.format(Instant.ofEpochMilli(slot.start()).atZone(zone(slot.zone())));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    // ---- yeses

    /** One of this home's own yeses. */
    static CommitmentView commitment(Circle circle, CareBoard.Posted posted, Commitment yes, long now) {
        CareStanding care = posted.care();
        Optional<SlotStanding> slot = care.slot(yes.slot());
        Optional<String> door = circle.board().care().whispered(Whisper.DOOR, posted);
        CommitmentState state = care.state(yes, !circle.isOnItsWay(yes.id()), now);
        boolean asked = care.isAskedAgain(yes, now);
        Guidance guidance = Guidance.of(care, yes, door.isPresent(), now);
        Talk talk = Talk.of(care, yes, Talk.Side.HELPER, now);
        var told = new CareWords.Told(
                state, asked, slot.map(found -> found.isAsked(yes)).orElse(false), guidance, talk);
        String requester =
                circle.board().name(posted.owner()).orElse(posted.owner().brief());
        String when = slot.map(SlotStanding::slot)
                .map(time -> CareWords.when(time, zone(time.zone())))
                .orElse("");
        return new CommitmentView(
                yes.id(),
                circle.id(),
                posted.id(),
                yes.slot(),
                care.request().title(),
                slot.map(found -> start(found.slot())).orElse(null),
                slot.map(found ->
                                Duration.ofMillis(found.slot().durationMillis()).toString())
                        .orElse(null),
                state.name(),
                CareWords.forHelper(told, requester, when, care.request().rules()),
                asked,
                guidance.name(),
                talk.name(),
                note(yes),
                door.orElse(null));
    }
}
