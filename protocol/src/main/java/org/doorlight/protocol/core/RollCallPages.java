package org.doorlight.protocol.core;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.hello.RollCall;
import org.doorlight.protocol.hello.RollCalls;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;

/** The roll-call of one circle, as this home sees it and writes in it (HELLO §6). Everybody in the circle reads all of it. */
final class RollCallPages {
    private final Circle circle;
    private final HelloTools tools;
    private final HelloPages pages;

    RollCallPages(Circle circle, HelloTools tools, HelloPages pages) {
        this.circle = circle;
        this.tools = tools;
        this.pages = pages;
    }

    private RollCallBoard board() {
        return circle.board().rollCalls();
    }

    /** The roll-call that is open, or the last one for some days. */
    Optional<RollCalls.Current> current() {
        return RollCalls.current(
                board().calls(pages.present()),
                tools.clock().millis(),
                tools.clock().isSure());
    }

    /** Who has said what. */
    RollCall standing(RollCalls.Current current) {
        SortedMap<MemberId, SortedMap<String, byte[]>> answers = new TreeMap<>();
        pages.present().forEach(member -> answers.put(member, board().facts(member)));
        return RollCall.of(current.calls(), answers);
    }

    /** Asks everybody. */
    void start() {
        circle.writeNew(
                circle.forEveryone(RollCalls.ROLL_CALL),
                RollCalls.call(tools.clock().millis(), false, circle.author()));
    }

    /** Answers for this home; whoever changes their mind says it again. */
    void answer(RollCalls.Current current, boolean needsHand) {
        long version = RollCall.version(current.calls(), board().facts(pages.self())) + 1;
        SortedMap<String, byte[]> facts = new TreeMap<>();
        current.calls().forEach(call -> facts.putAll(RollCall.here(call, needsHand, version, circle.author())));
        SortedSet<String> keys = new TreeSet<>(facts.keySet());
        Optional<DocumentId> document = board().documentWith(pages.self(), keys);
        if (document.isPresent()) {
            circle.writeIfWhole(document.get(), facts);
        } else {
            circle.writeNew(circle.forEveryone(RollCalls.ROLL_CALL), facts);
        }
    }

    /** Those of the open ones that this home started. */
    List<RollCalls.Call> own() {
        Optional<RollCalls.Current> open = current().filter(RollCalls.Current::open);
        return board().calls(new TreeSet<>(List.of(pages.self()))).stream()
                .filter(call ->
                        open.filter(now -> now.calls().contains(call.id())).isPresent())
                .toList();
    }

    /** Ends what this home started. */
    void end() {
        own().forEach(call -> circle.writeIfWhole(call.id(), RollCalls.call(call.at(), true, circle.author())));
    }
}
