package org.doorlight.protocol.core;

import java.util.Collection;
import java.util.List;
import org.doorlight.protocol.id.MemberId;
import org.jspecify.annotations.Nullable;

/** Where something about hellos is asked, and whether it may be. */
final class HelloPlaces {
    private static final String UNSURE =
            "This box isn't sure of the time. Look at a clock, then say so with: doorlight clock confirm";

    private final References references;
    private final Hellos hellos;

    HelloPlaces(Circles circles, Hellos hellos) {
        this.references = new References(circles);
        this.hellos = hellos;
    }

    HelloTools tools() {
        return hellos.tools();
    }

    long now() {
        return tools().clock().millis();
    }

    /** The circle that is meant, or all in which this home has a place. */
    Collection<HelloCircle> where(@Nullable String circle) throws Refusal {
        return circle == null ? all() : List.of(one(circle));
    }

    Collection<HelloCircle> all() {
        return hellos.all().stream()
                .filter(hello -> hello.circle().replica().ownPlace().isPresent())
                .toList();
    }

    /** The circle that is meant, or the only one. */
    HelloCircle one(@Nullable String circle) throws Refusal {
        Circle found = references.circle(circle);
        Asks.standing(found);
        return hellos.of(found);
    }

    MemberId member(HelloCircle hello, String said) throws Refusal {
        return references.member(hello.circle(), said);
    }

    HelloViewer viewer(HelloCircle hello) {
        return new HelloViewer(hello, tools());
    }

    /** What was to be written is there: a document of which a part is damaged takes nothing in. */
    static void requireWritten(boolean written) throws Refusal {
        if (!written) {
            throw new Refusal(
                    Problem.Kind.UNAVAILABLE,
                    "Part of this is damaged on this box, so nothing can be added to it now. Once a neighbour's box has sent it again, try again.");
        }
    }

    void requireSure() throws Refusal {
        if (!tools().clock().isSure()) {
            throw new Refusal(Problem.Kind.UNAVAILABLE, UNSURE);
        }
    }
}
