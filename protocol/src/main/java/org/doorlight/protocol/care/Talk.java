package org.doorlight.protocol.care;

import java.time.Duration;

/**
 * Whether two people talk tonight (CARE §3). Listening is the one kind that asks both of them on the day whether there is room for it, and a
 * talk opens when both have said yes: until then nobody reads the door details. "I'd rather rest" is a full answer. A helper who rests hands
 * back like anybody, and a requester who rests needs nobody any more, so neither can be told from what happens for a hundred other reasons.
 */
public enum Talk {
    /** Nothing to ask: another kind, or the yes does not stand, or it is not theirs to answer. */
    NONE,
    /** It stands; both are asked on the day. */
    LATER,
    /** This side is asked. */
    ASKED,
    /** This side has said yes; the other has not answered. */
    WAITS,
    /** Both have said yes for it. */
    OPEN,
    /** This side would rather rest. */
    RESTS;

    /** How long before its start a talk is asked about: "tonight" is said from the morning on. */
    public static final Duration ASKED_BEFORE = Duration.ofHours(12);

    /** Who of the two. */
    public enum Side {
        HELPER,
        REQUESTER
    }

    /** The rule, as one side reads it at a time. */
    public static Talk of(CareStanding care, Commitment yes, Side side, long now) {
        SlotStanding slot = care.slot(yes.slot()).orElse(null);
        if (slot == null || !isAskedAbout(care.request().kind())) {
            return NONE;
        }
        if (rests(care.request(), yes, side)) {
            return RESTS;
        }
        boolean theirs =
                side == Side.HELPER ? slot.isHolder(yes) : slot.confirmed().contains(yes);
        if (!theirs || yes.said().done() || now >= slot.slot().end()) {
            return NONE;
        }
        return answered(care.request(), yes, side, isTime(slot.slot(), now));
    }

    private static boolean rests(CareRequest request, Commitment yes, Side side) {
        return side == Side.HELPER
                ? yes.said().handedBack() && !yes.said().done()
                : request.choices().mine().contains(yes.slot());
    }

    private static Talk answered(CareRequest request, Commitment yes, Side side, boolean isTime) {
        boolean helper = yes.said().tonight();
        boolean requester = request.choices().tonight().contains(yes.id());
        if (helper && requester) {
            return OPEN;
        }
        boolean said = side == Side.HELPER ? helper : requester;
        return said ? WAITS : isTime ? ASKED : LATER;
    }

    /** True for the kind that asks. */
    public static boolean isAskedAbout(RequestKind kind) {
        return kind == RequestKind.LISTEN;
    }

    /** True from when on both are asked about a slot; what they say to it then counts for tonight. */
    public static boolean isTime(Slot slot, long now) {
        return now >= slot.start() - ASKED_BEFORE.toMillis() && now < slot.end();
    }

    /** True if nothing stands between these two: both have said yes for tonight, or it is of a kind that does not ask. */
    static boolean isOpen(CareRequest request, Commitment yes) {
        boolean both = yes.said().tonight() && request.choices().tonight().contains(yes.id());
        return both || !isAskedAbout(request.kind());
    }
}
