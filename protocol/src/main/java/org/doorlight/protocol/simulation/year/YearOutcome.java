package org.doorlight.protocol.simulation.year;

/**
 * What one year under one policy came to. Shares are from 0 to 1.
 *
 * @param filled slots to which as many came as were needed, of all that were not taken back
 * @param gini unevenness of load by own ceiling
 * @param rawGini unevenness of load
 * @param biggestShare the busiest home's share of all that was carried
 * @param topTenthShare the busiest tenth's share
 * @param aboveCeiling windows of 28 days above somebody's own ceiling
 * @param longestRunWeeks the longest run of weeks of anybody with something carried in each
 * @param invitationsPerYes times that somebody read an invitation, or was called, for each yes
 * @param lateHoles slots that had somebody a day before and nobody, or too few, when they began
 * @param displaced times a confirmed helper was no longer one because something else arrived
 * @param doubleDeliveries slots to which too many came, though all had met the requester's box within two hours before
 * @param invitedResting invitations shown to somebody who rests
 * @param litPerYes invitations that a box showed for each yes, also those that were gone before anybody looked
 * @param saturatedAfterHours at most so long after the street was full did every box that was on say so; NaN if it never was full
 */
public record YearOutcome(
        YearPolicy policy,
        long seed,
        int slots,
        double filled,
        double gini,
        double rawGini,
        double biggestShare,
        double topTenthShare,
        int aboveCeiling,
        int longestRunWeeks,
        double invitationsPerYes,
        double lateHoles,
        int displaced,
        int doubleDeliveries,
        int invitedResting,
        double litPerYes,
        double saturatedAfterHours) {}
