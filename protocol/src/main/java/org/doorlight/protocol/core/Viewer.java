package org.doorlight.protocol.core;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.care.CareRequest;
import org.doorlight.protocol.care.ProfileFacts;
import org.doorlight.protocol.care.RequestFacts;
import org.doorlight.protocol.care.Slot;
import org.doorlight.protocol.charter.Role;
import org.doorlight.protocol.charter.Standing;
import org.doorlight.protocol.core.view.CircleView;
import org.doorlight.protocol.core.view.MemberView;
import org.doorlight.protocol.core.view.RequestView;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.replica.Holding;
import org.doorlight.protocol.wire.message.TextRegister;

/** Read models as views for people and programs. Reads facts only: no native code, no store. */
final class Viewer {
    private static final DateTimeFormatter START = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private Viewer() {}

    // ---- circles and members
    // ----------------------------------------------------------------------------------------------------

    static CircleView circle(Circle circle) {
        Standing self = circle.replica().ownStanding();
        return new CircleView(
                circle.id(),
                name(circle),
                zone(circle).getId(),
                self.member(),
                self.role().word(),
                circle.replica().standing().members().size(),
                circle.replica().standing().devices().size());
    }

    static String name(Circle circle) {
        return street(circle, ProfileFacts.NAME).orElse(circle.id().brief());
    }

    /** True once the circle's own name is here. */
    static boolean hasName(Circle circle) {
        return street(circle, ProfileFacts.NAME).isPresent();
    }

    static ZoneId zone(Circle circle) {
        return zone(street(circle, ProfileFacts.ZONE).orElse("UTC"));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    /** What stewards say of the circle: of all their registers the highest version. */
    private static Optional<String> street(Circle circle, String field) {
        SortedMap<MemberId, Role> members = circle.replica().standing().members();
        return circle.replica().holdings().stream()
                .filter(holding -> holding.isOf(ProfileFacts.STREET))
                .filter(holding -> members.get(owner(holding)) == Role.STEWARD)
                .map(holding -> ProfileFacts.register(holding.facts(), field))
                .flatMap(Optional::stream)
                .max(ProfileFacts::compare)
                .map(TextRegister::getValue);
    }

    private static MemberId owner(Holding holding) {
        return holding.nature().map(Body.Nature::owner).orElse(MemberId.NOBODY);
    }

    static List<MemberView> members(Circle circle) {
        SortedMap<MemberId, List<DeviceId>> devices = new TreeMap<>();
        circle.replica()
                .standing()
                .devices()
                .forEach((device, standing) -> devices.computeIfAbsent(standing.member(), unseen -> new ArrayList<>())
                        .add(device));
        SortedMap<MemberId, String> names = names(circle);
        List<MemberView> members = new ArrayList<>();
        circle.replica()
                .standing()
                .members()
                .forEach((member, role) -> members.add(new MemberView(
                        member,
                        names.getOrDefault(member, member.brief()),
                        role.word(),
                        devices.getOrDefault(member, List.of()))));
        return members;
    }

    private static SortedMap<MemberId, String> names(Circle circle) {
        SortedMap<MemberId, String> names = new TreeMap<>();
        circle.replica().holdings().stream()
                .filter(holding -> holding.isOf(ProfileFacts.CARD))
                .forEach(holding -> ProfileFacts.register(holding.facts(), ProfileFacts.NAME)
                        .ifPresent(name -> names.put(owner(holding), name.getValue())));
        return names;
    }

    // ---- requests
    // ---------------------------------------------------------------------------------------------------------------

    /** All requests of a circle, by when they were asked, then by id. */
    static List<RequestView> requests(Circle circle, long now) {
        SortedMap<DocumentId, String> doors = doors(circle);
        return circle.replica().holdings().stream()
                .filter(holding -> holding.isOf(RequestFacts.REQUEST))
                .sorted(Comparator.comparingLong(Viewer::askedAt).thenComparing(Holding::document))
                .map(holding -> request(circle, holding, doors, now))
                .flatMap(Optional::stream)
                .toList();
    }

    private static long askedAt(Holding holding) {
        return RequestFacts.read(holding.facts()).map(CareRequest::askedAt).orElse(0L);
    }

    static Optional<RequestView> request(Circle circle, Holding holding, long now) {
        return request(circle, holding, doors(circle), now);
    }

    private static Optional<RequestView> request(
            Circle circle, Holding holding, SortedMap<DocumentId, String> doors, long now) {
        return RequestFacts.read(holding.facts())
                .map(request -> new RequestView(
                        holding.document(),
                        circle.id(),
                        request.title(),
                        request.kind().word(),
                        request.state(now).name(),
                        owner(holding),
                        request.rules(),
                        doors.get(holding.document()),
                        request.slots().stream()
                                .map(slot -> slot(request, slot, now))
                                .toList()));
    }

    private static RequestView.SlotView slot(CareRequest request, Slot slot, long now) {
        return new RequestView.SlotView(
                slot.id(),
                START.format(Instant.ofEpochMilli(slot.start()).atZone(zone(slot.zone()))),
                Duration.ofMillis(slot.durationMillis()).toString(),
                slot.need(),
                request.slotState(slot.id(), now).name(),
                List.of(),
                List.of());
    }

    /** Door details this home may read, by request; only the requester's own count. */
    private static SortedMap<DocumentId, String> doors(Circle circle) {
        SortedMap<DocumentId, String> doors = new TreeMap<>();
        circle.replica().holdings().stream()
                .filter(holding -> holding.isOf(RequestFacts.DOOR))
                .forEach(holding -> RequestFacts.readDoor(holding.facts())
                        .filter(door -> circle.replica()
                                .holding(door.request())
                                .filter(request -> owner(request).equals(owner(holding)))
                                .isPresent())
                        .ifPresent(door -> doors.put(door.request(), door.text())));
        return doors;
    }
}
