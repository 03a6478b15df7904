package org.doorlight.protocol.core;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorlight.protocol.care.CommitmentState;
import org.doorlight.protocol.care.Guidance;
import org.doorlight.protocol.care.Slot;
import org.doorlight.protocol.care.Talk;
import org.doorlight.protocol.care.turns.Projection;
import org.doorlight.protocol.care.turns.Room;
import org.jspecify.annotations.Nullable;

/** What a helper and a requester read about a yes (CARE §3). Calm words; none of them counts, hurries or blames anybody. */
final class CareWords {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEEE 'at' HH:mm", Locale.ENGLISH);

    private CareWords() {}

    /** A yes as words need it. */
    record Told(CommitmentState state, boolean asked, boolean held, Guidance guidance, Talk talk) {}

    /** What the helper reads. */
    static String forHelper(Told yes, String requester, String when, List<String> rules) {
        if (yes.asked()) {
            return yes.held()
                    ? "It could be yours now. Still have room?"
                    : "Something about it has changed. Would it still suit you?";
        }
        return switch (yes.talk()) {
            case RESTS -> "Rest well.";
            case ASKED -> capacity(true);
            case LATER, WAITS ->
                yes.state() == CommitmentState.CONFIRMED
                        ? beforeTalk(yes.talk(), requester, when)
                        : standing(yes, requester, when, rules);
            case NONE, OPEN -> standing(yes, requester, when, rules);
        };
    }

    /**
     * What both are asked before a talk.
     *
     * @param tonight false if the talk is another day
     */
    static String capacity(boolean tonight) {
        return tonight
                ? "Do you have the capacity to talk, or would you rather rest tonight?"
                : "Would you have the capacity to talk then, or would you rather rest?";
    }

    private static String beforeTalk(Talk talk, String requester, String when) {
        return talk == Talk.LATER
                ? "Yes, please. " + when + ". On the day you are both asked how you are; resting is fine then too."
                : "Thank you. " + requester + " is asked as well, and may rest too.";
    }

    /** What the requester reads at a slot for listening. */
    static @Nullable String forRequester(Talk talk) {
        return switch (talk) {
            case ASKED -> capacity(true);
            case WAITS -> "Thank you. They are asked as well, and may rest too.";
            case RESTS -> "Rest well.";
            case NONE, LATER, OPEN -> null;
        };
    }

    private static String standing(Told yes, String requester, String when, List<String> rules) {
        return switch (yes.state()) {
            case OFFERED -> "Your yes is on its way.";
            case HOLDING -> holding(yes.guidance(), requester);
            case CONFIRMED -> "Yes, please. " + when + (rules.isEmpty() ? "." : ". " + sentence(rules.get(0)));
            case STANDBY -> "Someone has this one. You're the spare. Nothing to do.";
            case RELEASED -> "No longer needed. Thank you for being there.";
            case HANDED_BACK -> "Handed back. Thank you for saying.";
            case DONE -> "Done.";
        };
    }

    private static String holding(Guidance guidance, String requester) {
        return switch (guidance) {
            case NONE -> "It looks like it's yours. " + requester + "'s box hasn't answered yet.";
            case GO -> "It looks like it's yours. The time is near and you know the door: please go.";
            case RING_FIRST -> "It looks like it's yours. " + requester + "'s box hasn't answered yet. Ring first.";
        };
    }

    /** What a home's own people read about their room. */
    static String ofRoom(Room said, Optional<Projection.Reason> reason) {
        if (reason.isEmpty()) {
            return said == Room.A_LITTLE
                    ? "Neighbours may ask you for small things when it is your turn."
                    : "Neighbours may ask you when it is your turn.";
        }
        return switch (reason.get()) {
            case ROOM -> "Rest well. Nobody asks you now, and nobody is told why.";
            case FULL -> "You give what you set out to give. Others have a turn now, and nobody is told why.";
            case COOL_DOWN -> "After something heavy there are two quiet days. Nobody is told why.";
            case GUARD ->
                "You've carried a lot lately. Shall we let others have a turn this week? If you would rather be asked: doorlight capacity ask-me";
        };
    }

    private static String sentence(String rule) {
        return rule.endsWith(".") || rule.endsWith("!") || rule.endsWith("?") ? rule : rule + ".";
    }

    /** As {@code Tuesday at 18:00}. */
    static String when(Slot slot, ZoneId zone) {
        return WHEN.format(Instant.ofEpochMilli(slot.start()).atZone(zone));
    }

    /** What somebody reads who asked one person by name: the same for a no, for rest and for silence. */
    static String notThisTime() {
        return "Not this time.";
    }

    /** What a requester reads whose wishes meet a street without room. */
    static String full() {
        return "Our street is full this week. That is nobody's fault. Your own plan is a good one; perhaps a part of it can wait, or be smaller.";
    }

    /** What the requester reads when the time is near and nobody has a slot. */
    static String fallback() {
        return "Nobody has this one yet, and it is near. Your own plan for it is a good one too.";
    }
}
