package org.doorlight.protocol.core;

import java.util.Optional;
import org.doorlight.protocol.care.HelpingFacts;
import org.doorlight.protocol.care.ProfileFacts;
import org.doorlight.protocol.care.RequestFacts;
import org.doorlight.protocol.care.Whisper;
import org.doorlight.protocol.care.rota.RotaFacts;
import org.doorlight.protocol.care.turns.SelfFacts;
import org.doorlight.protocol.care.turns.TurnsFacts;
import org.doorlight.protocol.core.view.Event;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.hello.PlanFacts;
import org.doorlight.protocol.hello.RollCalls;
import org.doorlight.protocol.hello.WatchFacts;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.replica.Holding;
import org.jspecify.annotations.Nullable;

/** Tells those who follow events what looks different now, in the words of people and not of documents. */
final class News {
    private final Outbox outbox;

    News(Outbox outbox) {
        this.outbox = outbox;
    }

    /** A document says something else. */
    void changed(Circle circle, DocumentId document, Moment now) {
        Optional<Holding> holding = circle.replica().holding(document);
        String kind = holding.flatMap(Holding::nature).map(Body.Nature::kind).orElse("");
        switch (kind) {
            case RequestFacts.REQUEST, RotaFacts.ROTA -> careChanged(circle, document, now);
            case HelpingFacts.HELPING -> {
                // Told about the requests it speaks of.
            }
            case Whisper.DOOR, Whisper.STORY ->
                holding.flatMap(few -> Whisper.read(kind, few.facts()))
                        .ifPresent(few -> announce("request.changed", circle.id(), few.request(), now));
            case SelfFacts.SELF -> announce("capacity.changed", circle.id(), null, now);
            case TurnsFacts.TURNS -> {
                // Nobody is told when a neighbour is asked or not.
            }
            case PlanFacts.PLAN, WatchFacts.WATCH, RollCalls.ROLL_CALL -> {
                // Told by who looks at them (HelloCircle, StreetNews), and not to a home they say nothing to.
            }
            case ProfileFacts.CARD, ProfileFacts.STREET -> announce("circle.changed", circle.id(), document, now);
            default -> announce("document.changed", circle.id(), document, now);
        }
    }

    /** A request looks different, and so may the yeses to it. */
    void careChanged(Circle circle, DocumentId request, Moment now) {
        announce("request.changed", circle.id(), request, now);
        circle.board()
                .care()
                .request(request)
                .filter(posted -> !posted.care().commitments().isEmpty())
                .ifPresent(posted -> announce("commitment.changed", circle.id(), request, now));
    }

    /** What came in freshly tells something of the circle itself, or, to a steward, of one of its members. */
    void came(Circle circle, Fresh fresh, Moment now) {
        if (!fresh.statements().isEmpty()) {
            announce("circle.changed", circle.id(), null, now);
        }
        if (Viewer.isSteward(circle)) {
            fresh.contradictions().forEach(proof -> announce("member.contradicts", circle.id(), proof.document(), now));
        }
    }

    void announce(String type, @Nullable CircleId circle, @Nullable DocumentId document, Moment now) {
        outbox.add(new Effect.Announce(new Event(type, circle, document, now.wallMillis())));
    }
}
