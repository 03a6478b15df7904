package org.doorlight.protocol.core;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;

/** Hellos in all circles of this node: who does what is due, and when. */
final class Hellos {
    private final Circles circles;
    private final HelloTools tools;
    private final HelloDrill drill;
    private final SortedMap<CircleId, HelloCircle> hellos = new TreeMap<>();

    Hellos(Circles circles, HelloTools tools) {
        this.circles = circles;
        this.tools = tools;
        this.drill = new HelloDrill(tools);
    }

    /** Puts back what this box remembers. */
    void load(Archive archive) {
        for (Archive.Kept kept : archive.records(Shelf.HELLO)) {
            circles.get(CircleId.of(kept.key()))
                    .ifPresent(circle -> of(circle).memory().restore(kept.value()));
        }
    }

    HelloTools tools() {
        return tools;
    }

    /** The rehearsal on this box. */
    HelloDrill drill() {
        return drill;
    }

    HelloCircle of(Circle circle) {
        return hellos.computeIfAbsent(circle.id(), unseen -> new HelloCircle(circle, tools));
    }

    Collection<HelloCircle> all() {
        return circles.all().stream().map(this::of).toList();
    }

    /** A device of a circle said something on a session. */
    void heard(CircleId circle, DeviceId device) {
        circles.get(circle).ifPresent(found -> of(found).heard(device));
    }

    /** Envelopes came in, whoever brought them. */
    void came(Circle circle, Fresh fresh) {
        fresh.envelopes().forEach(envelope -> of(circle).heard(envelope.header().device()));
    }

    /** As time goes by, when something was said, and when something has come in; not while somebody only looks. */
    void doDuties(Input input) {
        boolean due = input instanceof Input.Tick
                || input instanceof Input.Again
                || (input instanceof Input.Asked asked && !(asked.ask() instanceof Ask.Look));
        if (due) {
            all().stream().filter(HelloCircle::maySpeak).forEach(HelloCircle::run);
            all().stream()
                    .filter(hello -> hello.circle().replica().ownPlace().isPresent())
                    .forEach(HelloCircle::lookAround);
            if (drill.takeChanged()) {
                tools.news().announce("drill.changed", null, null, tools.clock().moment());
            }
        }
    }
}
