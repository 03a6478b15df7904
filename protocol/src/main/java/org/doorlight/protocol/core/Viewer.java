package org.doorlight.protocol.core;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.care.ProfileFacts;
import org.doorlight.protocol.charter.Role;
import org.doorlight.protocol.charter.Standing;
import org.doorlight.protocol.core.view.CircleView;
import org.doorlight.protocol.core.view.ComplaintView;
import org.doorlight.protocol.core.view.ContradictionView;
import org.doorlight.protocol.core.view.MemberView;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.MemberId;

/** Read models as views for people and programs. Reads facts only: no native code, no store. */
final class Viewer {
    private static final String UNREADABLE = "wrote what nobody may read";

    private Viewer() {}

    // ---- circles and members

    static CircleView circle(Circle circle) {
        Optional<Standing> self = circle.replica().ownPlace();
        return new CircleView(
                circle.id(),
                name(circle),
                zone(circle).getId(),
                self.map(Standing::member).orElse(MemberId.NOBODY),
                self.map(Standing::role).map(Role::word).orElse("none"),
                circle.replica().charter().resolved().members().size(),
                circle.replica().charter().resolved().devices().size());
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

    private static Optional<String> street(Circle circle, String field) {
        SortedSet<MemberId> stewards = new TreeSet<>();
        circle.replica().charter().resolved().members().forEach((member, role) -> {
            if (role == Role.STEWARD) {
                stewards.add(member);
            }
        });
        return circle.board().street(stewards, field);
    }

    static List<MemberView> members(Circle circle) {
        SortedMap<MemberId, List<DeviceId>> devices = new TreeMap<>();
        circle.replica()
                .charter()
                .resolved()
                .devices()
                .forEach((device, standing) -> devices.computeIfAbsent(standing.member(), unseen -> new ArrayList<>())
                        .add(device));
        List<MemberView> members = new ArrayList<>();
        circle.replica()
                .charter()
                .resolved()
                .members()
                .forEach((member, role) -> members.add(new MemberView(
                        member,
                        circle.board().name(member).orElse(member.brief()),
                        role.word(),
                        devices.getOrDefault(member, List.of()))));
        return members;
    }

    static boolean isSteward(Circle circle) {
        return circle.replica()
                .ownPlace()
                .filter(self -> self.role() == Role.STEWARD)
                .isPresent();
    }

    /** Devices that gave two answers, for stewards; nobody else is told who it is. */
    static List<ContradictionView> contradictions(Circle circle) {
        if (!isSteward(circle)) {
            return List.of();
        }
        return circle.replica().doubts().all().stream()
                .map(proof -> new ContradictionView(
                        circle.id(), memberOf(circle, proof.device()), proof.device(), proof.document(), proof.fork()))
                .toList();
    }

    /** Devices that did what no true program does, for stewards: what this node hung up for, and what it could not read. */
    static List<ComplaintView> complaints(Circle circle, SortedMap<DeviceId, SortedMap<String, Long>> hungUp) {
        List<ComplaintView> complaints = new ArrayList<>();
        if (isSteward(circle)) {
            hungUp.forEach((device, reasons) ->
                    reasons.forEach((reason, times) -> complaints.add(complaint(circle, device, reason, times))));
            circle.replica()
                    .unacceptable()
                    .forEach((device, times) -> complaints.add(complaint(circle, device, UNREADABLE, times)));
        }
        return complaints;
    }

    private static ComplaintView complaint(Circle circle, DeviceId device, String reason, long times) {
        return new ComplaintView(circle.id(), memberOf(circle, device), device, reason, times);
    }

    private static MemberId memberOf(Circle circle, DeviceId device) {
        return circle.replica()
                .charter()
                .resolved()
                .device(device)
                .map(Standing::member)
                .orElse(MemberId.NOBODY);
    }
}
