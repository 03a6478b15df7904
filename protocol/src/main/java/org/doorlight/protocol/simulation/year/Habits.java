package org.doorlight.protocol.simulation.year;

import java.time.Duration;
import java.util.List;
import org.doorlight.protocol.care.RequestKind;

/**
 * What people, boxes and the street are like in {@code street-year}: every assumption of the model, and none anywhere else. A home is drawn
 * from these once for a seed; all policies then meet the same homes, the same wishes and the same weather.
 */
final class Habits {
    private Habits() {}

    // ---- How much people are willing to give

    /** Ceilings, effort per 28 days: one of these, each as likely. A supper is 2; the default of the program is 8. */
    static final List<Integer> CEILINGS = List.of(4, 6, 6, 8, 8, 8, 8, 10, 12, 16);

    /** Chance that somebody who is asked, has room and is free that day says yes: drawn for each home between these two. */
    static final double WARMTH_MIN = 0.5;

    static final double WARMTH_MAX = 0.95;

    /** Chance that somebody is free at a given time at all: work, children, other plans. */
    static final double FREE = 0.8;

    /** Chance that somebody does not do a certain kind at all: no car, no patience with dogs. */
    static final double KIND_UNWANTED = 0.15;

    /** Chance to say "no, ask me" to the rest guard, each week that it speaks. */
    static final double DECLINES_GUARD = 0.2;

    /** Above one's ceiling one says yes half as often. Only policies that do not know ceilings ever ask then. */
    static final double TIRED = 0.5;

    // ---- When people look

    /** Nobody looks at a screen before seven and after ten. */
    static final int WAKES_HOUR = 7;

    static final int SLEEPS_HOUR = 22;

    /** Looks at the page or the light on the box, a day: drawn for each home between these two. */
    static final double LOOKS_MIN = 2;

    static final double LOOKS_MAX = 8;

    /** Chance to leave an invitation for the next look, each time. */
    static final double LATER = 0.2;

    /**
     * Eagerness on an open board is very uneven: a few homes answer nearly everything. The chance to take a wish at a look is this times
     * exp(spread × normal), at most {@link #BOARD_CHANCE_MAX}; whoever is first has it.
     */
    static final double BOARD_CHANCE = 0.02;

    static final double BOARD_SPREAD = 1.6;
    static final double BOARD_CHANCE_MAX = 0.9;

    // ---- Coordinator

    /** The hours at which a coordinator sits down with the telephone, every day. */
    static final List<Integer> COORDINATOR_HOURS = List.of(10, 19);

    /** Chance that a called person picks up. */
    static final double PICKS_UP = 0.7;

    /** How much more likely somebody is called for each yes of the last 28 days: "she always helps". */
    static final double TRUST = 0.045;

    /** Calls for one wish at one sitting. */
    static final int CALLS_MAX = 8;

    // ---- Rest

    /** Days between two spells in which somebody rests, is away, has no room or has only a little; and how long such a spell is. */
    static final Spells REST = new Spells(100, 3, 14);

    static final Spells AWAY = new Spells(120, 4, 16);
    static final Spells NOT_NOW = new Spells(90, 1, 3);
    static final Spells A_LITTLE = new Spells(80, 3, 10);

    /** The mean days from the end of one spell to the next, and the shortest and longest spell in days. */
    record Spells(int everyDays, int shortestDays, int longestDays) {}

    // ---- After a yes

    /** Chance that something comes in between (a child falls ill), at any moment between the yes and the time itself. */
    static final double COMES_BETWEEN = 0.05;

    /** Chance that it comes in the last day, whenever the yes was said. */
    static final double COMES_LAST_DAY = 0.012;

    /** Chance that a spare who moves up still has room. */
    static final double STILL_HAS_ROOM = 0.85;

    /** Chance to reach a requester by telephone before going, when their box has not answered. */
    static final double REACHED = 0.95;

    // ---- What is asked

    /** Single wishes of one home in a year; each is one time, one in ten needs two people. */
    static final double WISHES_A_YEAR = 16;

    static final double NEEDS_TWO = 0.1;

    /** Rotas begun in a year in a street of 60. */
    static final int BABIES = 8;

    static final int GRIEFS = 4;
    static final int SURGERIES = 8;
    static final int LONG_HAULS = 2;

    /** A long haul goes on for so many weeks: two reviews. */
    static final int LONG_HAUL_WEEKS = 18;

    /** How often each kind is wished for, in a hundred single wishes, how long it takes and when it is. */
    static final List<Share> KINDS = List.of(
            new Share(RequestKind.MEAL, 16, 1, 12, 19),
            new Share(RequestKind.SHOPPING, 16, 1, 9, 19),
            new Share(RequestKind.LIFT, 14, 1, 9, 19),
            new Share(RequestKind.CHILD_MINDING, 12, 2, 9, 19),
            new Share(RequestKind.PET, 8, 1, 9, 19),
            new Share(RequestKind.HOUSE, 8, 2, 9, 19),
            new Share(RequestKind.COMPANY, 6, 2, 9, 19),
            new Share(RequestKind.COMPANY, 3, 8, 22, 22),
            new Share(RequestKind.LISTEN, 7, 1, 17, 21),
            new Share(RequestKind.SMALL_THING, 8, 1, 9, 19),
            new Share(RequestKind.LOOK_IN, 2, 1, 9, 19));

    /**
     * A kind, how many of a hundred single wishes are for it, how many hours it takes, and between which hours it begins. Company from ten
     * in the evening on is a night, which the rules count as heavy.
     */
    record Share(RequestKind kind, int percent, int hours, int firstHour, int lastHour) {}

    /** How long before its cut-off a single wish is asked: half a day to nine days; short notice is more common. */
    static final Duration NOTICE_MIN = Duration.ofHours(12);

    static final Duration NOTICE_MAX = Duration.ofDays(9);

    /** Chance that a wish is taken back before its time. */
    static final double TAKEN_BACK = 0.03;

    // ---- Boxes and wires

    /** Days between two times a box is off (a plug, a power cut), and hours it stays off: mostly short, sometimes days. */
    static final int BOX_OFF_EVERY_DAYS = 30;

    static final int BOX_OFF_HOURS_MEAN = 10;

    /** Days between two times the street falls into two parts, and hours it stays so, up to three days. */
    static final int PARTITION_EVERY_DAYS = 14;

    static final int PARTITION_HOURS_MIN = 2;
    static final int PARTITION_HOURS_MAX = 72;

    /** Chance that a box misses a half-hourly exchange for no reason; and in a bad spell nearly all of them, for up to three days. */
    static final double EXCHANGE_MISSED = 0.1;

    static final int BAD_SPELL_EVERY_DAYS = 60;
    static final int BAD_SPELL_HOURS_MAX = 72;
    static final double BAD_SPELL_MISSED = 0.97;

    /** Days between two times a box does not know what time it is, and hours until somebody tells it. */
    static final int UNSURE_EVERY_DAYS = 120;

    static final int UNSURE_HOURS_MAX = 48;
}
