package org.doorlight.node.api;

import java.util.List;
import org.doorlight.protocol.core.view.CircleView;
import org.doorlight.protocol.core.view.CommitmentView;
import org.doorlight.protocol.core.view.Event;
import org.doorlight.protocol.core.view.PeerView;
import org.doorlight.protocol.core.view.RequestView;
import org.doorlight.protocol.core.view.RotaView;
import org.doorlight.protocol.core.view.StatusView;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.CommitmentId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.SlotId;

/** Things the core may show. */
final class Examples {
    static final String CIRCLE_HEX = "c1".repeat(16);
    static final String REQUEST_HEX = "d2".repeat(16);
    static final String SLOT_HEX = "51".repeat(16);
    static final String COMMITMENT_HEX = "e7".repeat(16);
    static final String MEMBER_HEX = "a3".repeat(32);
    static final CircleId CIRCLE = CircleId.parse(CIRCLE_HEX);
    static final DocumentId REQUEST = DocumentId.parse(REQUEST_HEX);
    static final MemberId MEMBER = MemberId.parse(MEMBER_HEX);

    private Examples() {}

    static CircleView circle() {
        return new CircleView(CIRCLE, "Elm Street", "Europe/Berlin", MEMBER, "steward", 3, 4);
    }

    static CommitmentView commitment() {
        return new CommitmentView(
                CommitmentId.parse(COMMITMENT_HEX),
                CIRCLE,
                REQUEST,
                SlotId.parse(SLOT_HEX),
                "Supper for two",
                "2026-11-24T18:00:00+01:00",
                "PT1H",
                "OFFERED",
                "Your yes is on its way.",
                false,
                "NONE",
                "NONE",
                null,
                null);
    }

    static RequestView request() {
        return request("Supper for two");
    }

    /** Without door details. */
    static RequestView request(String title) {
        var slot = new RequestView.SlotView(
                SlotId.parse(SLOT_HEX),
                "2026-11-24T18:00:00+01:00",
                "PT1H",
                1,
                "OPEN",
                List.of(MEMBER),
                List.of(),
                List.of(),
                null);
        return new RequestView(
                REQUEST, CIRCLE, title, "meal", "OPEN", MEMBER, List.of("step"), null, null, null, List.of(slot));
    }

    static RotaView rota() {
        return new RotaView(
                REQUEST,
                CIRCLE,
                "Soup",
                "meal",
                "grief",
                "OPEN",
                MEMBER,
                "2027-05-03",
                53,
                null,
                List.of(),
                null,
                null,
                List.of(),
                List.of());
    }

    static PeerView peerBeforeItsProof() {
        return new PeerView("192.168.1.20:7845", "dialled", "proving", null, null);
    }

    static StatusView status() {
        return new StatusView(
                new StatusView.Node("0.1.0", 12_345, "SURE"),
                new StatusView.Network(1, 2, 3),
                new StatusView.Store(4, 5, 6, 0, 0, "WRITABLE"),
                7,
                8,
                9,
                1,
                List.of(circle()),
                List.of(),
                List.of());
    }

    static Event event(long at) {
        return new Event("request.changed", CIRCLE, REQUEST, at);
    }
}
