package org.doorlight.protocol.core;

import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.hello.Finding;
import org.doorlight.protocol.hello.Senses;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.EpisodeId;
import org.doorlight.protocol.id.MemberId;

/** Everything about hellos in one circle: the own box, this home as a buddy, and what its people have been told of so far. */
final class HelloCircle {
    private final Circle circle;
    private final HelloTools tools;
    private final HelloMemory memory;
    private final HelloEars ears;
    private final HelloPages pages;
    private final HelloBox box;
    private final HelloBuddy buddy;
    private final RollCallPages rollCalls;
    private final StreetNews streetNews;
    private SortedMap<MemberId, Finding> told = new TreeMap<>();
    private SortedMap<EpisodeId, String> shown = new TreeMap<>();
    private Senses.Sight sight = Senses.Sight.CLEAR;

    HelloCircle(Circle circle, HelloTools tools) {
        this.circle = circle;
        this.tools = tools;
        this.memory = new HelloMemory(circle.id(), tools);
        this.ears = new HelloEars(tools);
        this.pages = new HelloPages(circle, tools);
        this.box = new HelloBox(circle, tools, pages, memory);
        this.buddy = new HelloBuddy(circle, tools, pages, ears);
        this.rollCalls = new RollCallPages(circle, tools, pages);
        this.streetNews = new StreetNews(this, tools);
    }

    Circle circle() {
        return circle;
    }

    HelloMemory memory() {
        return memory;
    }

    HelloPages pages() {
        return pages;
    }

    HelloBox box() {
        return box;
    }

    HelloBuddy buddy() {
        return buddy;
    }

    RollCallPages rollCalls() {
        return rollCalls;
    }

    /** Tells what looks different now of the street together. */
    void lookAround() {
        streetNews.tell();
    }

    /** Something of this device came in, from itself or through others. */
    void heard(DeviceId device) {
        circle.replica().charter().resolved().device(device).ifPresent(standing -> ears.heard(standing.member()));
    }

    /** Whether this home has a voice here, with keys that are its own (PROTOCOL §1). */
    boolean maySpeak() {
        return !circle.isDoubted()
                && circle.replica()
                        .ownPlace()
                        .filter(place -> place.role().writes())
                        .isPresent();
    }

    /** Does what is due, and tells what looks different now. */
    void run() {
        pages.follow();
        box.run();
        buddy.run();
        tell();
    }

    private void tell() {
        SortedMap<MemberId, Finding> findings = new TreeMap<>();
        buddy.watched().forEach(member -> findings.put(member, buddy.look(member)));
        SortedMap<EpisodeId, String> sights = new TreeMap<>();
        buddy.sights()
                .forEach((episode, seen) -> sights.put(episode.id(), seen.sees().words() + " " + seen.asked()));
        Senses.Sight ownSight = box.plan().isPresent() ? box.senses().sight() : Senses.Sight.CLEAR;
        boolean own = circle.board().hello().takeTouched();
        if (own || !findings.equals(told) || ownSight != sight) {
            announce("hello.changed");
        }
        if (!sights.equals(shown)) {
            announce("episode.changed");
        }
        told = findings;
        shown = sights;
        sight = ownSight;
    }

    private void announce(String type) {
        tools.news().announce(type, circle.id(), null, tools.clock().moment());
    }
}
