package org.doorlight.protocol.core;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.doorlight.protocol.care.HelpingFacts;
import org.doorlight.protocol.care.ProfileFacts;
import org.doorlight.protocol.care.RequestFacts;
import org.doorlight.protocol.care.Whisper;
import org.doorlight.protocol.care.rota.RotaFacts;
import org.doorlight.protocol.care.turns.SelfFacts;
import org.doorlight.protocol.care.turns.TurnsFacts;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.hello.PlanFacts;
import org.doorlight.protocol.hello.RollCalls;
import org.doorlight.protocol.hello.WatchFacts;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.replica.Holding;
import org.doorlight.protocol.wire.message.TextRegister;

/**
 * The read model of one circle: what its documents say, ready to be shown. It is told of each document that changed and looks at nothing
 * else, so an ask costs the same with ten documents held and with ten thousand.
 */
final class Board {
    private final CareBoard care = new CareBoard();
    private final TurnsBoard turns = new TurnsBoard();
    private final Fullness fullness = new Fullness();
    private final HelloBoard hello = new HelloBoard();
    private final RollCallBoard rollCalls = new RollCallBoard();
    private boolean togetherTouched;
    private final SortedMap<MemberId, SortedMap<DocumentId, SortedMap<String, byte[]>>> streets = new TreeMap<>();
    private final SortedMap<MemberId, SortedMap<DocumentId, SortedMap<String, byte[]>>> cards = new TreeMap<>();

    /** Takes in what a document says now. */
    void update(Holding holding) {
        if (holding.facts().isEmpty()) {
            forget(holding.document());
        }
        // What nobody owns has no author to speak for it: no such kind is shown (CARE, law 1).
        holding.nature()
                .filter(nature -> !nature.owner().equals(MemberId.NOBODY))
                .ifPresent(nature -> update(nature, holding));
    }

    /** A document says nothing any more: its author contradicted its first word (PROTOCOL §6). */
    private void forget(DocumentId document) {
        care.forget(document);
        turns.forget(document);
        hello.forget(document);
        rollCalls.forget(document);
        streets.values().forEach(of -> of.remove(document));
        cards.values().forEach(of -> of.remove(document));
    }

    private void update(Body.Nature nature, Holding holding) {
        switch (nature.kind()) {
            case RequestFacts.REQUEST -> care.updateRequest(nature, holding);
            case RotaFacts.ROTA -> care.updateRota(nature, holding);
            case HelpingFacts.HELPING -> care.updateHelping(nature, holding);
            case Whisper.DOOR, Whisper.STORY -> care.updateWhisper(nature, holding);
            case SelfFacts.SELF -> {
                turns.update(nature, holding);
                // Whom it would rather pass over may be another now.
                care.lookAgain(nature.owner());
            }
            case TurnsFacts.TURNS -> turns.update(nature, holding);
            case PlanFacts.PLAN, WatchFacts.WATCH -> hello.update(nature, holding);
            case RollCalls.ROLL_CALL -> {
                rollCalls.update(nature, holding);
                togetherTouched = true;
            }
            case ProfileFacts.STREET -> {
                streets.computeIfAbsent(nature.owner(), unseen -> new TreeMap<>())
                        .put(holding.document(), holding.facts());
                togetherTouched = true;
            }
            case ProfileFacts.CARD ->
                cards.computeIfAbsent(nature.owner(), unseen -> new TreeMap<>())
                        .put(holding.document(), holding.facts());
            default -> {}
        }
    }

    // ---- asking

    /** Requests and yeses. */
    CareBoard care() {
        return care;
    }

    /** Room, as far as it is told here. */
    TurnsBoard turns() {
        return turns;
    }

    /** Whether the street is full. */
    Fullness fullness() {
        return fullness;
    }

    /** Plans and who looks in. */
    HelloBoard hello() {
        return hello;
    }

    /** How everybody is, when somebody asked. */
    RollCallBoard rollCalls() {
        return rollCalls;
    }

    /** True once after something has changed of what the street says together. */
    boolean takeTogetherTouched() {
        boolean was = togetherTouched;
        togetherTouched = false;
        return was;
    }

    /** The document in which a member says something of the circle. */
    Optional<DocumentId> streetOf(MemberId steward) {
        return streets.getOrDefault(steward, new TreeMap<>()).keySet().stream().findFirst();
    }

    /** Everything these members say of the circle. */
    List<SortedMap<String, byte[]>> streets(SortedSet<MemberId> stewards) {
        return stewards.stream()
                .flatMap(steward -> streets.getOrDefault(steward, new TreeMap<>()).values().stream())
                .toList();
    }

    /** What these members say of the circle: of all their registers the highest version. */
    Optional<String> street(SortedSet<MemberId> stewards, String field) {
        return stewards.stream()
                .flatMap(steward -> register(streets, steward, field).stream())
                .max(ProfileFacts::compare)
                .map(TextRegister::getValue);
    }

    /** A member's own name. */
    Optional<String> name(MemberId member) {
        return register(cards, member, ProfileFacts.NAME).map(TextRegister::getValue);
    }

    private static Optional<TextRegister> register(
            SortedMap<MemberId, SortedMap<DocumentId, SortedMap<String, byte[]>>> profiles,
            MemberId member,
            String field) {
        SortedMap<DocumentId, SortedMap<String, byte[]>> own = profiles.getOrDefault(member, new TreeMap<>());
        return own.values().stream()
                .flatMap(facts -> ProfileFacts.register(facts, field).stream())
                .max(ProfileFacts::compare);
    }
}
