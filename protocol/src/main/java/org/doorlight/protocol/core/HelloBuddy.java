package org.doorlight.protocol.core;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.hello.Answer;
import org.doorlight.protocol.hello.Attestation;
import org.doorlight.protocol.hello.BuddySees;
import org.doorlight.protocol.hello.Ears;
import org.doorlight.protocol.hello.Episode;
import org.doorlight.protocol.hello.Episodes;
import org.doorlight.protocol.hello.Finding;
import org.doorlight.protocol.hello.Ladder;
import org.doorlight.protocol.hello.Observer;
import org.doorlight.protocol.hello.Silence;
import org.doorlight.protocol.hello.Tidings;
import org.doorlight.protocol.hello.WatchFacts;
import org.doorlight.protocol.hello.When;
import org.doorlight.protocol.hello.WindowId;
import org.doorlight.protocol.hello.Words;
import org.doorlight.protocol.id.MemberId;

/** This home as a buddy of others (HELLO §4, §5): what it may conclude about them, and what is asked of its people. */
final class HelloBuddy {
    private final Circle circle;
    private final HelloTools tools;
    private final HelloPages pages;
    private final HelloEars ears;
    // Whoever has read that they are asked is owed the all-clear, even if this box was just about to write it down.
    private final SortedMap<MemberId, SortedSet<WindowId>> read = new TreeMap<>();

    HelloBuddy(Circle circle, HelloTools tools, HelloPages pages, HelloEars ears) {
        this.circle = circle;
        this.tools = tools;
        this.pages = pages;
        this.ears = ears;
    }

    private static final Comparator<Episode> ORDER =
            Comparator.comparing(Episode::member).thenComparing(Episode::window);

    /** An episode as this home sees it. */
    record Sight(Episode episode, BuddySees sees, boolean asked, Optional<Ladder.Rung> rung) {}

    // ---- whom it looks in on

    /** Members whose plan names this home. */
    List<MemberId> naming() {
        MemberId self = pages.self();
        SortedSet<MemberId> present = pages.present();
        return circle.board().hello().members().stream()
                .filter(member -> !member.equals(self) && present.contains(member))
                .filter(member -> pages.tidings(member)
                        .plan()
                        .filter(plan -> plan.buddies().contains(self))
                        .isPresent())
                .toList();
    }

    /** Those of them this home said yes to. */
    List<MemberId> watched() {
        return naming().stream()
                .filter(member -> pages.tidings(member).buddies().contains(pages.self()))
                .toList();
    }

    // ---- what it concludes

    Finding look(MemberId member) {
        return Observer.look(pages.tidings(member), ears(), when());
    }

    private Ears ears() {
        SortedSet<MemberId> others = pages.present();
        others.remove(pages.self());
        return ears.ears(others);
    }

    /** Whether part of the street is off, as far as this box hears: then a roll-call is offered. */
    boolean isStreetOff() {
        Ears ears = ears();
        return ears.clockSure()
                && !ears.cutOff()
                && ears.streetOff(tools.clock().millis(), tools.pace());
    }

    private When when() {
        return new When(tools.clock().millis(), tools.pace(), HelloHeat.span(circle));
    }

    /** The open episode of a member. */
    Optional<Episode> open(MemberId member) {
        return Episodes.open(pages.tidings(member), tools.pace());
    }

    /** An open episode as this home sees it. A box that is not sure of the time asks nobody anything new. */
    Sight sight(Episode episode) {
        Tidings tidings = pages.tidings(episode.member());
        Ladder.Rung rung = Ladder.at(episode, tidings, resting(tidings), when());
        boolean asked = wasAsked(episode, tidings)
                || (tools.clock().isSure() && rung.asked().contains(pages.self()));
        Ladder.Rung seen = asked ? withMe(rung) : withoutMe(rung);
        return new Sight(episode, BuddySees.open(pages.self(), episode, tidings, seen), asked, Optional.of(seen));
    }

    /** Buddies who have said that they are not asked now, for whatever reason (CARE §5): passed over while others have room. */
    private SortedSet<MemberId> resting(Tidings tidings) {
        SortedSet<MemberId> resting = new TreeSet<>();
        tidings.buddies().stream()
                .filter(buddy ->
                        circle.board().turns().told(buddy).published().kinds().isEmpty())
                .forEach(resting::add);
        return resting;
    }

    private Ladder.Rung withMe(Ladder.Rung rung) {
        SortedSet<MemberId> asked = new TreeSet<>(rung.asked());
        asked.add(pages.self());
        return new Ladder.Rung(rung.level(), asked, rung.going(), rung.nextAt(), rung.resting());
    }

    private Ladder.Rung withoutMe(Ladder.Rung rung) {
        SortedSet<MemberId> asked = new TreeSet<>(rung.asked());
        asked.remove(pages.self());
        return new Ladder.Rung(rung.level(), asked, rung.going(), rung.nextAt(), rung.resting());
    }

    private boolean wasAsked(Episode episode, Tidings tidings) {
        return tidings.watch(pages.self()).asked().contains(episode.window());
    }

    /** Every episode this home was asked about or said something about, and those it is asked about now. */
    SortedMap<Episode, Sight> sights() {
        SortedMap<Episode, Sight> sights = new TreeMap<>(ORDER);
        SortedSet<MemberId> all = new TreeSet<>(circle.board().hello().members());
        all.retainAll(pages.present());
        all.remove(pages.self());
        for (MemberId member : all) {
            Tidings tidings = pages.tidings(member);
            Episodes.ended(tidings, tools.pace()).stream()
                    .filter(over -> BuddySees.owedAllClear(over, tidings).contains(pages.self())
                            || read(member).contains(over.window()))
                    .forEach(over -> sights.put(
                            over,
                            new Sight(over, BuddySees.over(pages.self(), over, tidings), false, Optional.empty())));
            released(tidings).forEach(sight -> sights.put(sight.episode(), sight));
            open(member)
                    .filter(episode -> tidings.buddies().contains(pages.self()))
                    .map(this::sight)
                    .filter(sight -> sight.asked() || said(sight.episode(), tidings))
                    .ifPresent(sight -> sights.put(sight.episode(), sight));
        }
        return sights;
    }

    /** What this home was asked about while it was a buddy, and is not any more. */
    private List<Sight> released(Tidings tidings) {
        if (tidings.buddies().contains(pages.self())) {
            return List.of();
        }
        SortedSet<WindowId> asked = tidings.watch(pages.self()).asked();
        return tidings.notes().values().stream()
                .filter(note -> note.word() == Attestation.Word.MISSED && asked.contains(note.window()))
                .map(note ->
                        new Episode(tidings.member(), note.window(), Episode.Reason.QUIET, note.at(), Optional.empty()))
                .map(episode -> new Sight(
                        episode,
                        new BuddySees(Words.RELEASED, Optional.empty(), episode.since()),
                        false,
                        Optional.empty()))
                .toList();
    }

    private boolean said(Episode episode, Tidings tidings) {
        return tidings.watch(pages.self()).answers().stream()
                .map(Answer::window)
                .anyMatch(window -> window.compareTo(episode.window()) >= 0);
    }

    // ---- what it does by itself

    /** Writes what it showed its people, and which boxes it does not hear. */
    void run() {
        for (MemberId member : watched()) {
            pages.followWith(member);
            if (tools.clock().isSure()) {
                silence(member);
                open(member).map(this::sight).filter(Sight::asked).ifPresent(this::read);
            }
            read(member).forEach(window -> asked(member, window));
        }
        read.clear();
    }

    private void silence(MemberId member) {
        Tidings tidings = pages.tidings(member);
        Silence.toSign(tidings, ears(), when())
                .filter(window -> ears.isSilent(member))
                .filter(window -> !tidings.watch(pages.self()).silences().containsKey(window))
                .ifPresent(window -> pages.watch(
                        member, WatchFacts.silent(window, tools.clock().millis(), circle.author())));
    }

    /** Somebody has read this, or is about to. */
    void read(Sight sight) {
        if (sight.asked()) {
            MemberId member = sight.episode().member();
            read.computeIfAbsent(member, unseen -> new TreeSet<>())
                    .add(sight.episode().window());
        }
    }

    private SortedSet<WindowId> read(MemberId member) {
        return read.getOrDefault(member, Collections.emptySortedSet());
    }

    private void asked(MemberId member, WindowId window) {
        if (!pages.tidings(member).watch(pages.self()).asked().contains(window)) {
            pages.watch(member, WatchFacts.asked(window, tools.clock().millis(), circle.author()));
        }
    }
}
