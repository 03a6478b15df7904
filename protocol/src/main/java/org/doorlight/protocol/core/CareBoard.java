package org.doorlight.protocol.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.care.CareRequest;
import org.doorlight.protocol.care.CareStanding;
import org.doorlight.protocol.care.Commitment;
import org.doorlight.protocol.care.HelpingFacts;
import org.doorlight.protocol.care.RequestReader;
import org.doorlight.protocol.care.Stamp;
import org.doorlight.protocol.care.Whisper;
import org.doorlight.protocol.care.rota.RotaFacts;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.id.AudienceId;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.replica.Holding;

/**
 * Requests and yeses of one circle, put together and ready to be shown. Who holds what is worked out when a document changes, not when
 * somebody asks.
 */
final class CareBoard {
    /** A request, who may read it, and how it stands. */
    record Posted(DocumentId id, AudienceId audience, CareStanding care) {
        /** Who asks. */
        MemberId owner() {
            return care.requester();
        }

        CareRequest request() {
            return care.request();
        }
    }

    /** Where a request stands in the list: by when it was asked, then by id. */
    private record Place(long askedAt, DocumentId id) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparingLong(Place::askedAt).thenComparing(Place::id);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** When the last time of a request is over. */
    private record Ending(long end, DocumentId id) implements Comparable<Ending> {
        private static final Comparator<Ending> ORDER =
                Comparator.comparingLong(Ending::end).thenComparing(Ending::id);

        @Override
        public int compareTo(Ending other) {
            return ORDER.compare(this, other);
        }
    }

    /** A document in which a member says what it will do. */
    record Helping(DocumentId id, Body.Nature nature, SortedSet<String> quarters, List<Commitment> yeses) {}

    /** Words for few, and whose they are. */
    private record Told(MemberId owner, Whisper whisper) {}

    private final SortedMap<DocumentId, Posted> requests = new TreeMap<>();
    private final SortedMap<DocumentId, RotaFacts.Told> rotas = new TreeMap<>();
    private final SortedSet<Place> places = new TreeSet<>();
    private final SortedMap<DocumentId, Helping> helping = new TreeMap<>();
    private final SortedMap<DocumentId, SortedSet<DocumentId>> helpingByRequest = new TreeMap<>();
    private final SortedMap<DocumentId, SortedMap<DocumentId, Told>> whispers = new TreeMap<>();
    private final SortedSet<DocumentId> due = new TreeSet<>();
    private final SortedSet<DocumentId> touched = new TreeSet<>();
    private Stamp highest = Stamp.NONE;
    private final SortedMap<MemberId, Long> changesByHelper = new TreeMap<>();
    private final SortedSet<Ending> endings = new TreeSet<>();
    private long changes;

    // ---- taking in

    void updateRequest(Body.Nature nature, Holding holding) {
        highest = highest.or(RequestReader.highest(holding.facts()));
        RequestReader.read(holding.facts())
                .ifPresent(request -> post(holding.document(), nature.audience(), nature.owner(), request));
    }

    void updateRota(Body.Nature nature, Holding holding) {
        highest = highest.or(RequestReader.highest(holding.facts()));
        RotaFacts.read(holding.document(), holding.facts()).ifPresent(told -> {
            rotas.put(holding.document(), told);
            post(holding.document(), nature.audience(), nature.owner(), told.request());
        });
    }

    private void post(DocumentId id, AudienceId audience, MemberId owner, CareRequest request) {
        Posted before = requests.get(id);
        if (before != null) {
            takeOut(before);
        }
        Posted posted = new Posted(id, audience, CareStanding.of(owner, request, yesesTo(id, audience)));
        requests.put(id, posted);
        places.add(placeOf(posted));
        endings.add(endingOf(posted));
        due.add(id);
        changes++;
        posted.care().commitments().forEach(yes -> changesByHelper.merge(yes.helper(), 1L, Long::sum));
    }

    private void takeOut(Posted posted) {
        places.remove(placeOf(posted));
        endings.remove(endingOf(posted));
    }

    private static Ending endingOf(Posted posted) {
        return new Ending(posted.request().end(), posted.id());
    }

    private static Place placeOf(Posted posted) {
        return new Place(posted.request().askedAt(), posted.id());
    }

    /** Only what was said to exactly those who may read the request: nobody else could see it, and all are to see the same. */
    private List<Commitment> yesesTo(DocumentId request, AudienceId audience) {
        SortedMap<MemberId, List<List<Commitment>>> byHelper = new TreeMap<>();
        for (DocumentId document : helpingByRequest.getOrDefault(request, new TreeSet<>())) {
            Helping said = helping.get(document);
            if (said != null && said.nature().audience().equals(audience)) {
                byHelper.computeIfAbsent(said.nature().owner(), unseen -> new ArrayList<>())
                        .add(said.yeses().stream()
                                .filter(yes -> yes.offer().request().equals(request))
                                .toList());
            }
        }
        List<Commitment> all = new ArrayList<>();
        byHelper.values().forEach(documents -> all.addAll(HelpingFacts.join(documents)));
        return all;
    }

    void updateHelping(Body.Nature nature, Holding holding) {
        highest = highest.or(HelpingFacts.highest(holding.facts()));
        Helping now = new Helping(
                holding.document(),
                nature,
                HelpingFacts.quarters(holding.facts()),
                HelpingFacts.read(nature.owner(), holding.facts()));
        Helping before = helping.put(now.id(), now);
        SortedSet<DocumentId> concerned = new TreeSet<>();
        List<Commitment> earlier = before == null ? List.of() : before.yeses();
        changes(now.yeses(), earlier, concerned);
        changes(earlier, now.yeses(), concerned);
        for (DocumentId request : concerned) {
            helpingByRequest.computeIfAbsent(request, unseen -> new TreeSet<>()).add(now.id());
        }
        concerned.forEach(this::putTogetherAgain);
    }

    /** Adds the requests about which one list says what the other does not. */
    private static void changes(List<Commitment> these, List<Commitment> those, SortedSet<DocumentId> concerned) {
        these.stream()
                .filter(yes -> !those.contains(yes))
                .forEach(yes -> concerned.add(yes.offer().request()));
    }

    private void putTogetherAgain(DocumentId request) {
        Posted posted = requests.get(request);
        if (posted != null) {
            post(request, posted.audience(), posted.owner(), posted.request());
            touched.add(request);
        }
    }

    /** A document says nothing any more. */
    void forget(DocumentId document) {
        rotas.remove(document);
        Posted posted = requests.remove(document);
        if (posted != null) {
            takeOut(posted);
            posted.care().commitments().forEach(yes -> changesByHelper.merge(yes.helper(), 1L, Long::sum));
        }
        whispers.values().forEach(of -> of.remove(document));
        Helping gone = helping.remove(document);
        if (gone != null) {
            gone.yeses().forEach(yes -> putTogetherAgain(yes.offer().request()));
        }
    }

    void updateWhisper(Body.Nature nature, Holding holding) {
        Whisper.read(nature.kind(), holding.facts()).ifPresent(whisper -> {
            whispers.computeIfAbsent(whisper.request(), unseen -> new TreeMap<>())
                    .put(holding.document(), new Told(nature.owner(), whisper));
            due.add(whisper.request());
        });
    }

    // ---- what is to be done about it

    /** Requests about which something has changed since the last call, from whatever side. */
    SortedSet<DocumentId> takeDue() {
        SortedSet<DocumentId> taken = new TreeSet<>(due);
        due.clear();
        return taken;
    }

    /** Something has changed that all requests of a member may hang on. */
    void lookAgain(MemberId owner) {
        requests.values().stream()
                .filter(posted -> posted.owner().equals(owner))
                .forEach(posted -> due.add(posted.id()));
    }

    /** Requests about which helpers have said something since the last call. */
    SortedSet<DocumentId> takeTouched() {
        SortedSet<DocumentId> taken = new TreeSet<>(touched);
        touched.clear();
        return taken;
    }

    // ---- asking

    /** How often a request, or a yes to it, has changed. */
    long changes() {
        return changes;
    }

    /** How often something has changed about requests that a member has said yes to. */
    long changesOf(MemberId helper) {
        return changesByHelper.getOrDefault(helper, 0L);
    }

    /** Requests whose last time is not over at a time in milliseconds since 1970, by when they were asked, then by id. */
    List<Posted> requestsAfter(long time) {
        SortedSet<Place> after = new TreeSet<>();
        endings.tailSet(new Ending(time + 1, DocumentId.of(new byte[Bytes16.LENGTH])))
                .forEach(ending -> request(ending.id()).ifPresent(posted -> after.add(placeOf(posted))));
        return after.stream().map(place -> requests.get(place.id())).toList();
    }

    /** The highest stamp in anything heard so far. */
    Stamp highest() {
        return highest;
    }

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

    /** How the slots of a request are derived; empty if they are not. */
    Optional<RotaFacts.Told> rota(DocumentId id) {
        return Optional.ofNullable(rotas.get(id));
    }

    /** The requests whose slots are derived. */
    Collection<DocumentId> rotaIds() {
        return Collections.unmodifiableSet(rotas.keySet());
    }

    /** Every yes of a member to a request that is here, oldest first. */
    List<Commitment> commitments(MemberId helper) {
        List<Commitment> own = new ArrayList<>();
        for (Posted posted : requestsHelpedBy(helper)) {
            posted.care().commitments().stream()
                    .filter(yes -> yes.helper().equals(helper))
                    .forEach(own::add);
        }
        own.sort(Comparator.comparing((Commitment yes) -> yes.offer().at()).thenComparing(yes -> yes.id()));
        return own;
    }

    private Collection<Posted> requestsHelpedBy(MemberId helper) {
        SortedMap<DocumentId, Posted> found = new TreeMap<>();
        helping.values().stream()
                .filter(said -> said.nature().owner().equals(helper))
                .flatMap(said -> said.yeses().stream())
                .forEach(yes -> request(yes.offer().request()).ifPresent(posted -> found.put(posted.id(), posted)));
        return found.values();
    }

    /** True if somebody's yes has an id that begins so. */
    boolean hasYes(String beginning) {
        return helping.values().stream()
                .flatMap(said -> said.yeses().stream())
                .anyMatch(yes -> yes.id().hex().startsWith(beginning));
    }

    /** The document in which a yes lies. */
    Optional<Helping> documentOf(Commitment yes) {
        return helping.values().stream()
                .filter(said -> said.nature().owner().equals(yes.helper()))
                .filter(said -> said.yeses().stream().anyMatch(one -> one.id().equals(yes.id())))
                .findFirst();
    }

    /** The documents of a member for yeses that this audience may read. */
    List<Helping> helping(MemberId owner, AudienceId audience) {
        return helping.values().stream()
                .filter(said -> said.nature().owner().equals(owner)
                        && said.nature().audience().equals(audience))
                .toList();
    }

    /** What the requester says to few about a request, as far as this home may read it; only the requester's own words count. */
    List<Whisper> whispers(String kind, Posted posted) {
        return whispers.getOrDefault(posted.id(), new TreeMap<>()).values().stream()
                .filter(told -> told.owner().equals(posted.owner())
                        && told.whisper().kind().equals(kind))
                .map(Told::whisper)
                .toList();
    }

    /** The same, as text. */
    Optional<String> whispered(String kind, Posted posted) {
        return whispers(kind, posted).stream().map(Whisper::text).findFirst();
    }
}
