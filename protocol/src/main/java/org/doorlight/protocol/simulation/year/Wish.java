package org.doorlight.protocol.simulation.year;

import org.doorlight.protocol.care.RequestKind;
import org.doorlight.protocol.care.Slot;
import org.doorlight.protocol.id.DocumentId;

/**
 * One wished-for time.
 *
 * @param requester number of the home that asks
 * @param isChosen true if the requester chooses who comes, instead of the first who said yes
 * @param askedAt when it is asked, or from when on people are asked for a rota's slot
 * @param effort what it takes out of a helper; worked out once, since a night is looked up in the rules of a zone
 * @param takenBackAt when it is taken back; never if that lies after the start
 */
record Wish(
        int number,
        DocumentId request,
        int requester,
        RequestKind kind,
        Slot slot,
        int effort,
        boolean isChosen,
        long askedAt,
        long takenBackAt) {
    /** The same under other ids. */
    Wish knownAs(DocumentId document, Slot known) {
        return new Wish(number, document, requester, kind, known, effort, isChosen, askedAt, takenBackAt);
    }

    long start() {
        return slot.start();
    }

    long end() {
        return slot.end();
    }

    int need() {
        return slot.need();
    }

    /** From then on nobody new is asked. */
    long cutOff() {
        return start() - kind.cutOff().toMillis();
    }

    boolean isTakenBack() {
        return takenBackAt < start();
    }
}
