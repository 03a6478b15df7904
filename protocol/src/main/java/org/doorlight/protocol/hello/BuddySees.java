package org.doorlight.protocol.hello;

import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.id.MemberId;

/** What one buddy reads about one episode (HELLO §5): what is asked of them, who is on the way, or how it ended. */
public record BuddySees(Words words, Optional<MemberId> by, long at) {
    /** An open episode, seen by one buddy. */
    public static BuddySees open(MemberId me, Episode episode, Tidings tidings, Ladder.Rung rung) {
        if (!tidings.buddies().contains(me)) {
            return new BuddySees(Words.RELEASED, Optional.empty(), episode.since());
        }
        List<MemberId> going = rung.going();
        if (!going.isEmpty()) {
            boolean mine = going.get(0).equals(me);
            return new BuddySees(mine ? Words.YOU_GO : Words.SOMEONE_GOES, Optional.of(going.get(0)), episode.since());
        }
        if (!rung.asked().contains(me)) {
            return new BuddySees(Words.NOT_ASKED, Optional.empty(), episode.since());
        }
        boolean box = episode.reason() == Episode.Reason.SILENT_BOX;
        boolean atDoor = rung.level().compareTo(Level.KNOCK) >= 0;
        if (box) {
            return new BuddySees(atDoor ? Words.BOX_KNOCK : Words.BOX, Optional.empty(), episode.since());
        }
        boolean rests = rung.resting().contains(me) && !atDoor;
        return new BuddySees(rests ? Words.ASK_RESTING : ask(rung.level()), Optional.empty(), episode.since());
    }

    private static Words ask(Level level) {
        return switch (level) {
            case NUDGE, ASK -> Words.ASK;
            case SEEN -> Words.ASK_SEEN;
            case KNOCK -> Words.ASK_KNOCK;
            case DECIDE -> Words.ASK_DECIDE;
        };
    }

    /** An episode that is over, seen by somebody who was asked. Says what is known, and no more. */
    public static BuddySees over(MemberId me, Episode episode, Tidings tidings) {
        if (!tidings.buddies().contains(me)) {
            return new BuddySees(Words.RELEASED, Optional.empty(), episode.since());
        }
        Ending ending = episode.ending().orElseThrow(() -> new IllegalArgumentException("an open episode"));
        Words words = switch (ending.kind()) {
            case HELLO -> knocked(me, episode, tidings) ? Words.CLEAR_HELLO_SOUP : Words.CLEAR_HELLO;
            case PAUSED -> Words.CLEAR_PAUSED;
            case SPOKE -> Words.CLEAR_SPOKE;
            case SEEN -> Words.CLEAR_SEEN;
            case HEARD_AGAIN -> Words.CLEAR_HEARD;
        };
        return new BuddySees(words, ending.by(), ending.at());
    }

    private static boolean knocked(MemberId me, Episode episode, Tidings tidings) {
        return tidings.watch(me).answers().stream()
                .anyMatch(answer ->
                        answer.kind() == Answer.Kind.KNOCKING && answer.window().compareTo(episode.window()) >= 0);
    }

    /** All who were shown an episode or said something about it; each of them is owed its all-clear. */
    public static List<MemberId> owedAllClear(Episode episode, Tidings tidings) {
        return tidings.watches().entrySet().stream()
                .filter(entry -> entry.getValue().asked().contains(episode.window())
                        || entry.getValue().answers().stream()
                                .anyMatch(answer -> answer.window().equals(episode.window())))
                .map(entry -> entry.getKey())
                .toList();
    }
}
