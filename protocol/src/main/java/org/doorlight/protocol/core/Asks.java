package org.doorlight.protocol.core;

import static org.doorlight.protocol.wire.Limits.OPEN_INVITES_MAX;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.charter.Declaration;
import org.doorlight.protocol.charter.Role;
import org.doorlight.protocol.charter.Standing;
import org.doorlight.protocol.core.view.CircleView;
import org.doorlight.protocol.core.view.InviteView;
import org.doorlight.protocol.core.view.RequestView;
import org.doorlight.protocol.core.view.View;
import org.doorlight.protocol.core.view.Views;
import org.doorlight.protocol.crypto.CodeReading;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.crypto.InviteCode;
import org.doorlight.protocol.crypto.InviteKeys;
import org.doorlight.protocol.epoch.Audiences;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.replica.Identity;

/** Doing what the household asks of its node; one method for each ask. */
final class Asks {
    private static final Duration INVITE_LASTS = Duration.ofDays(3);

    private final CoreSettings settings;
    private final Entropy entropy;
    private final Circles circles;
    private final Joining joining;
    private final References references;

    Asks(CoreSettings settings, Entropy entropy, Circles circles, Joining joining) {
        this.settings = settings;
        this.entropy = entropy;
        this.circles = circles;
        this.joining = joining;
        this.references = new References(circles);
    }

    // ---- circles

    View listCircles() {
        List<CircleView> views = circles.all().stream().map(Viewer::circle).toList();
        return new Views<>(views);
    }

    View createCircle(Ask.CreateCircle ask) throws Refusal {
        String name = Wishes.name(ask.name());
        String zone = Wishes.zone(ask.zone() == null ? settings.zone().getId() : ask.zone());
        boolean taken =
                circles.all().stream().anyMatch(circle -> Viewer.name(circle).equals(name));
        if (taken) {
            throw new Refusal(
                    Problem.Kind.CONFLICT, "This home is in a circle of that name already. Choose another name.");
        }
        return Viewer.circle(circles.found(name, zone));
    }

    View showCircle(Ask.ShowCircle ask) throws Refusal {
        return Viewer.circle(references.circle(ask.circle()));
    }

    View listMembers(Ask.ListMembers ask) throws Refusal {
        return new Views<>(Viewer.members(references.circle(ask.circle())));
    }

    // ---- invitations

    View invite(Ask.Invite ask, Moment now) throws Refusal {
        Circle circle = references.circle(ask.circle());
        Role role = Role.of(ask.role())
                .orElseThrow(() -> new Refusal(
                        Problem.Kind.INVALID, "There is no such role. Choose member, reader, relay or steward."));
        Standing self = standing(circle);
        if (role == Role.RELAY) {
            throw new Refusal(
                    Problem.Kind.UNAVAILABLE,
                    "This version cannot take relays in yet: a relay needs a key of its own kind. Invite a reader or a member.");
        }
        if (!self.role().mayInvite(role)) {
            throw new Refusal(Problem.Kind.NOT_ALLOWED, "This home cannot invite into that role. A steward can.");
        }
        requireRoomForInvite(circle, self, now);
        InviteCode code = InviteCode.of(entropy.bytes(InviteCode.SECRET_BYTES));
        InviteKeys keys = InviteKeys.derive(code, settings.codeCost());
        long expiresAt = now.wallMillis() + INVITE_LASTS.toMillis();
        circle.declare(new Declaration.Invite(
                Bytes32.of(keys.oneTimeKey().publicKey()),
                Bytes32.of(keys.tag(circle.id().toBytes())),
                role,
                expiresAt));
        return new InviteView(code.text(), "doorlight:join:" + code.text(), iso(expiresAt, Viewer.zone(circle)));
    }

    private static void requireRoomForInvite(Circle circle, Standing self, Moment now) throws Refusal {
        long open = circle.charter().openInvitesOf(self).values().stream()
                .filter(invite -> invite.expiresAt() > now.wallMillis())
                .count();
        if (open >= OPEN_INVITES_MAX) {
            throw new Refusal(
                    Problem.Kind.CONFLICT,
                    "Three invitations of this home are open already. Wait until one is used or has run out.");
        }
    }

    private static String iso(long millis, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochMilli(millis).atZone(zone).withNano(0));
    }

    /** Begins to join; the answer comes later, unless the code cannot be one. */
    void join(long ticket, Ask.Join ask, Moment now) throws Refusal {
        CodeReading reading = InviteCode.parse(ask.code());
        if (!(reading instanceof CodeReading.Read read)) {
            throw new Refusal(Problem.Kind.INVALID, reading.either(code -> "", reason -> reason));
        }
        SortedSet<Address> addresses = new TreeSet<>(ask.peers());
        addresses.addAll(settings.peers());
        circles.all().forEach(circle -> addresses.addAll(circle.addresses()));
        if (addresses.isEmpty()) {
            throw new Refusal(
                    Problem.Kind.INVALID,
                    "Say where a neighbour's box is: --peer HOST:PORT. It shows its address when it starts.");
        }
        InviteKeys keys = InviteKeys.derive(read.code(), settings.codeCost());
        joining.begin(ticket, keys, Identity.fresh(entropy), addresses, now);
    }

    // ---- requests

    View listRequests(Ask.ListRequests ask, Moment now) throws Refusal {
        Collection<Circle> where = ask.circle() == null ? circles.all() : List.of(references.circle(ask.circle()));
        List<RequestView> all = new ArrayList<>();
        where.forEach(circle -> all.addAll(CareViewer.requests(circle, now.wallMillis())));
        if (ask.after() != null) {
            DocumentId after =
                    references.request(ask.circle(), ask.after()).posted().id();
            int place = all.stream().map(RequestView::id).toList().indexOf(after);
            all.subList(0, place + 1).clear();
        }
        return new Views<>(all.stream()
                .filter(view -> ask.state() == null || view.state().equalsIgnoreCase(ask.state()))
                .limit(ask.limit().orElse(Integer.MAX_VALUE))
                .toList());
    }

    View showRequest(Ask.ShowRequest ask, Moment now) throws Refusal {
        References.Found found = references.request(ask.circle(), ask.request());
        return CareViewer.request(found.circle(), found.posted(), now.wallMillis());
    }

    /** That this home may say something in a circle, and can. */
    static void requireVoice(Circle circle) throws Refusal {
        if (!standing(circle).role().writes()) {
            throw new Refusal(
                    Problem.Kind.NOT_ALLOWED, "This home reads along in that circle. A steward can make it a member.");
        }
        if (circle.epochs().forWriting(Audiences.everyone(circle.id())).isEmpty()) {
            throw new Refusal(
                    Problem.Kind.UNAVAILABLE,
                    "The key of that circle has not arrived here yet. Try again when a neighbour's box is on.");
        }
    }

    /** This home's place in a circle it is about to say something in; with keys that are its own. */
    static Standing standing(Circle circle) throws Refusal {
        circle.renewIfDoubted();
        if (circle.isDoubted() && circle.replica().ownPlace().isPresent()) {
            throw new Refusal(
                    Problem.Kind.UNAVAILABLE,
                    "This home was put back or copied so often that its circle has no room for new keys of it. Ask a neighbour to invite it anew.");
        }
        return circle.replica()
                .ownPlace()
                .orElseThrow(
                        () -> new Refusal(
                                Problem.Kind.NOT_ALLOWED,
                                "This home is not in that circle: the code it came in by had been used before. Ask a neighbour for a new one."));
    }
}
