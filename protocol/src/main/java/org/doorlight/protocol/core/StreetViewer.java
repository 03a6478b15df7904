package org.doorlight.protocol.core;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.doorlight.protocol.core.view.HeatView;
import org.doorlight.protocol.core.view.RollCallView;
import org.doorlight.protocol.hello.HeatMode;
import org.doorlight.protocol.hello.RollCall;
import org.doorlight.protocol.hello.RollCalls;
import org.doorlight.protocol.hello.Words;
import org.doorlight.protocol.id.MemberId;

/** Roll-calls, and hot, cold and stormy days, as people and programs read them. */
final class StreetViewer {
    private final HelloCircle hello;
    private final HelloTools tools;

    StreetViewer(HelloCircle hello, HelloTools tools) {
        this.hello = hello;
        this.tools = tools;
    }

    RollCallView rollCall() {
        Optional<RollCalls.Current> current = hello.rollCalls().current();
        boolean open = current.filter(RollCalls.Current::open).isPresent();
        boolean offered = !open && hello.buddy().isStreetOff();
        return current.map(found -> shown(found, offered)).orElseGet(() -> none(offered));
    }

    private RollCallView none(boolean offered) {
        Words words = offered ? Words.ROLL_OFFERED : Words.ROLL_NONE;
        return new RollCallView(
                hello.circle().id(),
                null,
                "NONE",
                null,
                null,
                "NOTHING",
                List.of(),
                List.of(),
                List.of(),
                offered,
                words.english());
    }

    private RollCallView shown(RollCalls.Current current, boolean offered) {
        RollCall standing = hello.rollCalls().standing(current);
        MemberId self = hello.pages().self();
        String own = standing.needHand().contains(self) ? "NEED_A_HAND" : "NOTHING";
        String said = standing.allRight().contains(self) ? "ALL_RIGHT" : own;
        return new RollCallView(
                hello.circle().id(),
                current.first().id(),
                current.open() ? "OPEN" : "OVER",
                current.first().by(),
                HelloViewer.iso(current.first().at(), Viewer.zone(hello.circle())),
                said,
                homes(standing.allRight()),
                homes(standing.needHand()),
                homes(standing.notHeard()),
                offered,
                words(current.open(), said, offered).english());
    }

    private static Words words(boolean open, String own, boolean offered) {
        if (!open) {
            return offered ? Words.ROLL_OFFERED : Words.ROLL_OVER;
        }
        return switch (own) {
            case "ALL_RIGHT" -> Words.ROLL_ALL_RIGHT;
            case "NEED_A_HAND" -> Words.ROLL_HAND;
            default -> Words.ROLL_ASK;
        };
    }

    private List<RollCallView.Home> homes(SortedSet<MemberId> members) {
        return members.stream()
                .map(member -> new RollCallView.Home(
                        member, hello.circle().board().name(member).orElse(member.brief())))
                .toList();
    }

    HeatView heat() {
        Optional<HeatMode> mode = HelloHeat.now(hello.circle(), tools.clock().millis());
        return new HeatView(
                hello.circle().id(),
                mode.map(found -> found.kind().name()).orElse("NONE"),
                mode.map(found -> HelloViewer.iso(found.span().until(), Viewer.zone(hello.circle())))
                        .orElse(null),
                mode.map(found -> words(found.kind())).orElse(Words.HEAT_NONE).english());
    }

    private static Words words(HeatMode.Kind kind) {
        return switch (kind) {
            case HEAT -> Words.HEAT_HOT;
            case COLD -> Words.HEAT_COLD;
            case STORM -> Words.HEAT_STORM;
        };
    }
}
