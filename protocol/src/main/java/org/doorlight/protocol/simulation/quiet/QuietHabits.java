package org.doorlight.protocol.simulation.quiet;

import java.time.Duration;
import java.time.LocalTime;

/**
 * What people, boxes and the street are like in {@code quiet-year}: every assumption of the model with its source or reason, and none
 * anywhere else. Rates are per person (or home, or street) and year, chances 0 to 1. Where no source is named the figure is a guess, on the
 * hard side. All detectors meet the same people, falls and faults.
 */
final class QuietHabits {
    private QuietHabits() {}

    // ---- The plan: what the program proposes

    static final int ENROLLED = 24;

    /** Each home looks in on the three before it. Issue and HELLO say "more than one"; three is the quorum for a silent box. */
    static final int BUDDIES = 3;

    static final LocalTime OPENS = LocalTime.of(7, 0);
    static final LocalTime CLOSES = LocalTime.of(10, 0);
    static final Duration GRACE = Duration.ofMinutes(90);

    // ---- Somebody lies there

    /**
     * Times that somebody lies at home and can neither get up nor call, and nobody comes by for another reason. Of people who bought or
     * thought of buying an alarm (mean age 80 to 83), 38 to 42 of 100 had an emergency at home in a year in which an alarm could have helped
     * (De San Miguel et al., BMC Geriatrics 2015, 15:140); of those over 90 who fell, 30 of 100 lay there for an hour and more (Fleming and Brayne, BMJ
     * 2008, 337:a2227). Together 0.12, and Gurley et al. (NEJM 1996, 334:1710) found 123 a year in 1,000 men of 85 and more who live
     * alone helpless or dead at home; but 27 in 1,000 of all people of that age.
     */
    static final double TRULY_QUIET = 0.12;

    /** Days in hospital afterwards; Gurley et al.: eight on average. */
    static final Duration HOSPITAL = Duration.ofDays(8);

    /** Who lies there can answer a knock, so that they are found at once; else a key is needed. A guess: 28 of 100 did not survive (Gurley). */
    static final double CALLS_OUT = 0.6;

    // ---- The daily touch

    /**
     * The picture is not touched by itself by the end of the window. In a trial with older people (BMC Geriatrics 2020, PMC7807760) 91.2 %
     * of medicines were taken without a device that reminds.
     */
    static final double FORGETS = 0.09;

    /**
     * One of three nudges is followed by somebody at home. With a device that reminds, the same trial found 98.35 % taken: 1.65 % of days are
     * missed, which is 0.09 × (1 − 0.43)³. Days out of the house are in their figure and come on top in this model.
     */
    static final double FOLLOWS_A_NUDGE = 0.43;

    /** Guests in the house, nights: habits slip. A guess. */
    static final double GUESTS = 6;

    static final Duration GUESTS_LEAST = Duration.ofDays(1);
    static final Duration GUESTS_MOST = Duration.ofDays(4);

    /** Forgetting doubles while guests are there. A guess. */
    static final double FORGETS_WITH_GUESTS = 0.18;

    /** Out before the window's end, until the afternoon: doctor, market, a visit. About once in three weeks. */
    static final double OUT_EARLY = 0.05;

    /** Says hello on the way out: somewhat less often than on a quiet morning. */
    static final double TOUCHES_BEFORE_GOING = 0.85;

    static final Duration OUT_LEAST = Duration.ofHours(2);
    static final Duration OUT_MOST = Duration.ofHours(10);

    /**
     * Passes a picture that is still lit after its window was signed, and touches it: each hour at home and awake. Nothing rings any more; a
     * quarter of what a nudge does in half an hour. A guess.
     */
    static final double SEES_THE_LIGHT = 0.1;

    /** Touches a picture that is still lit, coming home. */
    static final double TOUCHES_ON_RETURN = 0.7;

    // ---- Away

    /** Planned holidays and stays, and how many of them the box is told of. */
    static final double HOLIDAYS = 2;

    static final Duration HOLIDAY_LEAST = Duration.ofDays(4);
    static final Duration HOLIDAY_MOST = Duration.ofDays(21);

    /** As often told as a hello is given without a reminder. */
    static final double SAYS_HOLIDAY = 0.91;

    /** Nights elsewhere on the spur of the moment: a grandchild, a hospital visit, snow. Two of three tell the box. */
    static final double TRIPS = 3;

    static final Duration TRIP_LEAST = Duration.ofHours(14);
    static final Duration TRIP_MOST = Duration.ofDays(3);
    static final double SAYS_TRIP = 0.67;

    /** Of those who told the box: comes home later than said, or earlier, by up to two days. */
    static final double LATER_THAN_SAID = 0.1;

    static final double EARLIER_THAN_SAID = 0.1;
    static final Duration OTHER_THAN_SAID_MOST = Duration.ofDays(2);

    // ---- Telephones: the same for neighbours and for the telephone service

    /**
     * Somebody well and at home does not hear or reach the telephone. This and the three below are set so that the telephone service of this
     * model comes near the 1.06 false activations a person and year that a real one has, about as many of them at home as elsewhere. They are
     * set by that detector alone; neighbours have no better luck.
     */
    static final double CALL_UNHEARD = 0.09;

    /** Somebody out or away has a telephone along and hears it. */
    static final double REACHED_ELSEWHERE = 0.8;

    /** On such a day whoever is out or away has no telephone along: all calls of that day are in vain together. */
    static final double TELEPHONE_LEFT = 0.02;

    /** On such a day the telephone is off or lies elsewhere: no call is heard at all, whoever rings. */
    static final double TELEPHONE_OFF = 0.001;

    // ---- Neighbours

    static final int WAKES_HOUR = 7;
    static final int SLEEPS_HOUR = 22;

    /** Sees what the box asks, on average after this. */
    static final Duration NOTICES_AFTER = Duration.ofMinutes(30);

    /** Does not see it, or does not act on it. */
    static final double OVERLOOKS = 0.2;

    /** "I can't right now." */
    static final double CANNOT = 0.15;

    /** Has seen somebody who is up and about at home, or who left the house, since the window opened. */
    static final double HAS_SEEN = 0.25;

    /** Goes and knocks when asked to and nobody else is on the way. */
    static final double KNOCKS = 0.7;

    /** Rings once more before going, as the words of the box ask. A guess. */
    static final double RINGS_FIRST = 0.8;

    /** Somebody well and at home opens to a knock. */
    static final double OPENS_DOOR = 0.9;

    /** Whoever decides finds out through the family where somebody well is, before a key is used. */
    static final double FAMILY_KNOWS = 0.7;

    // ---- Boxes

    /** Restarts: updates, a plug pulled for a moment. Once a month. */
    static final double REBOOTS = 12;

    /** Somebody unplugs the box: for the vacuum cleaner, before a holiday. */
    static final double UNPLUGGED = 1.5;

    static final Duration UNPLUGGED_MEAN = Duration.ofHours(30);

    /** Power cuts of the street: U.S. EIA for 2017 has 1.4 a customer, 7.8 hours together. */
    static final double POWER_CUTS = 1.4;

    static final Duration POWER_CUT_MEAN = Duration.ofMinutes(335);

    /** Button or screen broken until somebody mends it. */
    static final double BUTTON_BREAKS = 0.1;

    static final Duration BUTTON_BROKEN_MEAN = Duration.ofDays(3);

    /** The clock of a running box jumps: to 1970, by a day or by ten years either way, or back a little. */
    static final double CLOCK_JUMPS = 1;

    /** A picture that says it is not sure of the time gets its answer from a person at home and awake, each quarter of an hour. */
    static final double ANSWERS_THE_CLOCK = 0.05;

    /** "Yes" to a time that is wrong. */
    static final double ANSWERS_WRONGLY = 0.01;

    // ---- Networks

    /** No internet in the house, so no time service. Its repair takes long after a storm: the mean is half a day. */
    static final double INTERNET_OUT = 8;

    static final Duration INTERNET_OUT_MEAN = Duration.ofHours(12);

    /** Homes without internet: a street without it is what this is for. */
    static final double NEVER_INTERNET = 0.25;

    /** The box hears nobody: Wi-Fi, a cable, a moved router; up to a week. */
    static final double CUT_OFF = 3;

    static final Duration CUT_OFF_MEAN = Duration.ofHours(30);
    static final Duration CUT_OFF_MOST = Duration.ofDays(7);

    /** Everything to and from a box is delayed, up to three days: few of its exchanges come about. */
    static final double ROUGH_SPELLS = 4;

    static final Duration ROUGH_MOST = Duration.ofDays(3);
    static final double ROUGH_MISSED = 0.97;

    /** An exchange fails for no reason. */
    static final double EXCHANGE_MISSED = 0.05;

    /** The street falls into two parts, up to three days, with any number of homes on either side. Twice as often as anybody would bear. */
    static final double SPLITS = 12;

    static final Duration SPLIT_LEAST = Duration.ofHours(1);
    static final Duration SPLIT_MOST = Duration.ofDays(3);

    // ---- The other two detectors

    /** A dead-man's switch: no sign of life for a day and the grace of two hours. */
    static final Duration NO_PACKET = Duration.ofHours(26);

    /** A telephone service rings at this hour and the two after it. */
    static final int CALL_HOUR = 10;
}
