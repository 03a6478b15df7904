package org.doorlight.protocol.core;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.care.CareRequest;
import org.doorlight.protocol.care.ProfileFacts;
import org.doorlight.protocol.care.RequestFacts;
import org.doorlight.protocol.care.RequestReader;
import org.doorlight.protocol.care.Whisper;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.replica.Holding;
import org.doorlight.protocol.wire.message.TextRegister;

/**
 * The read model of one circle: what its documents say, ready to be shown. It is told of each document that changed and looks at nothing
 * else, so an ask costs the same with ten documents held and with ten thousand.
 */
final class Board {
    /**
     * A request as its facts tell it.
     *
     * @param owner who asks
     */
    record Posted(DocumentId id, MemberId owner, CareRequest request) {}

    /** Where a request stands in the list: by when it was asked, then by id. */
    private record Place(long askedAt, DocumentId id) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparingLong(Place::askedAt).thenComparing(Place::id);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** Door details, and whose they are. */
    private record Door(MemberId owner, String text) {}

    private final SortedMap<DocumentId, Posted> requests = new TreeMap<>();
    private final SortedSet<Place> places = new TreeSet<>();
    private final SortedMap<DocumentId, SortedMap<DocumentId, Door>> doors = new TreeMap<>();
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
        Posted posted = requests.remove(document);
        if (posted != null) {
            places.remove(placeOf(posted));
        }
        doors.values().forEach(of -> of.remove(document));
        streets.values().forEach(of -> of.remove(document));
        cards.values().forEach(of -> of.remove(document));
    }

    private void update(Body.Nature nature, Holding holding) {
        switch (nature.kind()) {
            case RequestFacts.REQUEST ->
                RequestReader.read(holding.facts())
                        .ifPresent(request -> post(new Posted(holding.document(), nature.owner(), request)));
            case Whisper.DOOR ->
                Whisper.read(Whisper.DOOR, holding.facts())
                        .ifPresent(door -> doors.computeIfAbsent(door.request(), unseen -> new TreeMap<>())
                                .put(holding.document(), new Door(nature.owner(), door.text())));
            case ProfileFacts.STREET ->
                streets.computeIfAbsent(nature.owner(), unseen -> new TreeMap<>())
                        .put(holding.document(), holding.facts());
            case ProfileFacts.CARD ->
                cards.computeIfAbsent(nature.owner(), unseen -> new TreeMap<>())
                        .put(holding.document(), holding.facts());
            default -> {}
        }
    }

    private void post(Posted posted) {
        Posted before = requests.put(posted.id(), posted);
        if (before != null) {
            places.remove(placeOf(before));
        }
        places.add(placeOf(posted));
    }

    private static Place placeOf(Posted posted) {
        return new Place(posted.request().askedAt(), posted.id());
    }

    // ---- asking

    /** All requests, by when they were asked, then by id. */
    List<Posted> requests() {
        return places.stream().map(place -> requests.get(place.id())).toList();
    }

    /** Ids of all requests, ascending. */
    SortedSet<DocumentId> requestIds() {
        return new TreeSet<>(requests.keySet());
    }

    Optional<Posted> request(DocumentId id) {
        return Optional.ofNullable(requests.get(id));
    }

    /** Door details of a request, as far as this home may read them; only the requester's own count. */
    Optional<String> door(Posted posted) {
        SortedMap<DocumentId, Door> found = doors.getOrDefault(posted.id(), new TreeMap<>());
        return found.values().stream()
                .filter(door -> door.owner().equals(posted.owner()))
                .map(Door::text)
                .findFirst();
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
