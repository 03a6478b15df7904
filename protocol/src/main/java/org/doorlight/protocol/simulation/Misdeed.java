package org.doorlight.protocol.simulation;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a dishonest member does. It holds true keys, and its node speaks the true protocol in between. */
enum Misdeed {
    /** Writes in another member's name. */
    FORGE("writes in another's name"),
    /** Says again what was said before, to anybody. */
    REPLAY("says old words again"),
    /** Gives two answers under one number, each to half of the neighbours. */
    EQUIVOCATE("gives two answers"),
    /** Tells the truth first, and gives two answers further on. */
    EQUIVOCATE_LATER("tells the truth and then gives two answers"),
    /** Says two different statements under one number to the charter. */
    EQUIVOCATE_STATEMENTS("signs two statements under one number"),
    /** Uses one serial for many envelopes. */
    REUSE_SERIALS("uses one serial twice"),
    /** Keeps back what neighbours ask for. */
    WITHHOLD("keeps answers back"),
    /** Hands out keys that are none, and different ones to different neighbours. */
    BAD_GRANTS("hands out bad keys"),
    /** Hands out a circle's keys again and again, with carry secrets of ever higher generations. */
    GRANT_STORM("hands out keys by the dozen"),
    /** Writes changes that are huge, or would unpack to something huge, or are none. */
    BOMB("writes what nobody may read"),
    /** Follows changes and statements that nobody has. */
    MISSING_HEADS("follows what nobody has"),
    /** Says digests, frontiers and numbers that are made up. */
    JUNK_DIGESTS("makes digests up"),
    /** Files an envelope under a document of somebody else, or of another kind. */
    REFILE("files a word in another's document"),
    /** Seals for everyone with a key that only few have. */
    PRIVATE_EPOCH("seals for everyone with a private key"),
    /** Opens connections and says nothing. */
    SLOW_LORIS("calls and says nothing"),
    /** Writes invitations by the dozen. */
    INVITE_STORM("writes invitations by the dozen"),
    /** Says what is no word of the protocol. */
    JUNK_FRAMES("says what is no word");

    private static final double DRAWN = 0.3;

    private final String words;

    Misdeed(String words) {
        this.words = words;
    }

    /** A few of them, at least one: whoever does everything at once is found out by the first. */
    static SortedSet<Misdeed> drawn(Dice dice) {
        SortedSet<Misdeed> drawn = new TreeSet<>();
        drawn.add(dice.oneOf(List.of(values())));
        for (Misdeed misdeed : values()) {
            if (dice.chance(DRAWN)) {
                drawn.add(misdeed);
            }
        }
        return drawn;
    }

    /** What a story says of somebody who does it: the words behind the name. */
    String words() {
        return words;
    }
}
