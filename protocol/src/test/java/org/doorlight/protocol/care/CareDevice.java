package org.doorlight.protocol.care;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.care.turns.Opened;
import org.doorlight.protocol.id.CommitmentId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.SlotId;

/**
 * One device of a pretend street, as far as care facts go: what it has heard, what it writes because of that, and what it would show.
 * Its wall clock is as wrong as it likes to be.
 */
final class CareDevice {
    /** Facts one device wrote into its own document at one time; the next number follows this one. */
    record Letter(MemberId author, DeviceId device, int number, SortedMap<String, byte[]> facts) {}

    private final CareStreet street;
    private final MemberId member;
    private final DeviceId device;
    private final long wallMillis;
    private final Random random;
    private final SortedMap<MemberId, SortedMap<String, byte[]>> documents = new TreeMap<>();
    private final SortedMap<DeviceId, Integer> heard = new TreeMap<>();
    private final List<Letter> kept = new ArrayList<>();

    CareDevice(CareStreet street, MemberId member, DeviceId device, long wallMillis) {
        this.street = street;
        this.member = member;
        this.device = device;
        this.wallMillis = wallMillis;
        this.random = street.random();
    }

    MemberId member() {
        return member;
    }

    DeviceId device() {
        return device;
    }

    // ---- hearing

    /** Letters in any order, some of them twice; each is read when those before it were. */
    void hear(List<Letter> letters) {
        kept.addAll(letters);
        boolean any = true;
        while (any) {
            any = false;
            for (Letter letter : List.copyOf(kept)) {
                any |= read(letter);
            }
            kept.removeIf(letter -> letter.number() <= heard.getOrDefault(letter.device(), 0));
        }
    }

    private boolean read(Letter letter) {
        if (letter.number() != heard.getOrDefault(letter.device(), 0) + 1) {
            return false;
        }
        documents.computeIfAbsent(letter.author(), unseen -> new TreeMap<>()).putAll(letter.facts());
        heard.put(letter.device(), letter.number());
        return true;
    }

    /** Everything so far, mixed and with doubles. */
    void hearAll() {
        hear(CareStreet.mixed(street.letters(), random));
    }

    // ---- reading

    SortedMap<String, byte[]> facts(MemberId of) {
        return documents.getOrDefault(of, new TreeMap<>());
    }

    CareRequest request() {
        return RequestReader.read(facts(street.rosa())).orElseThrow();
    }

    CareStanding standing() {
        List<Commitment> yeses = new ArrayList<>();
        documents.forEach((owner, facts) -> yeses.addAll(HelpingFacts.read(owner, facts)));
        return CareStanding.of(street.rosa(), request(), yeses);
    }

    private Stamp stamp() {
        Stamp highest = Stamp.NONE;
        for (SortedMap<String, byte[]> facts : documents.values()) {
            highest = highest.or(RequestReader.highest(facts)).or(HelpingFacts.highest(facts));
        }
        return Stamp.next(wallMillis, highest);
    }

    List<Commitment> own() {
        return standing().commitments().stream()
                .filter(yes -> yes.helper().equals(member))
                .toList();
    }

    CommitmentState state(CommitmentId yes, long now) {
        CareStanding standing = standing();
        return standing.state(standing.commitment(yes).orElseThrow(), now);
    }

    /** Everything it would show at a time, as text. */
    String view(long now) {
        if (RequestReader.read(facts(street.rosa())).isEmpty()) {
            return "nothing";
        }
        CareStanding standing = standing();
        StringBuilder view = new StringBuilder(standing.state(now).name());
        for (SlotStanding slot : standing.slots()) {
            view.append("\n")
                    .append(slot.slot())
                    .append(standing.state(slot.slot().id(), now));
            view.append(ids(slot.holders())).append(ids(slot.standby()));
            view.append(Opened.since(standing, slot)).append(Opened.until(standing, slot));
        }
        standing.commitments()
                .forEach(yes -> view.append("\n")
                        .append(yes)
                        .append(standing.state(yes, now))
                        .append(Talk.of(standing, yes, Talk.Side.HELPER, now))
                        .append(Talk.of(standing, yes, Talk.Side.REQUESTER, now))
                        .append(standing.isAskedAgain(yes, now)));
        return view.toString();
    }

    private static List<CommitmentId> ids(List<Commitment> yeses) {
        return yeses.stream().map(Commitment::id).toList();
    }

    // ---- writing

    private void write(SortedMap<String, byte[]> facts) {
        write(member, facts);
    }

    /** Writes into a document, which for an honest device is its own member's. */
    void write(MemberId into, SortedMap<String, byte[]> facts) {
        Letter letter = new Letter(into, device, heard.getOrDefault(device, 0) + 1, facts);
        read(letter);
        street.post(letter);
    }

    void asks(CareRequest request) {
        write(RequestFacts.asked(request, device));
    }

    void withdraws() {
        write(RequestFacts.withdrawn(wallMillis, device));
    }

    void fulfils() {
        write(RequestFacts.fulfilled(device, stamp()));
    }

    void pauses() {
        write(RequestFacts.paused(request(), device, stamp()));
    }

    void resumes() {
        write(RequestFacts.resumed(request(), device, stamp()));
    }

    void moves(SlotId slot, long start) {
        write(RequestFacts.slot(request().slot(slot).orElseThrow().movedTo(start, stamp().millis()), device));
    }

    void doesItHerself(SlotId slot) {
        write(RequestFacts.mine(slot, device, stamp()));
    }

    void accepts(CommitmentId yes) {
        write(RequestFacts.accepted(yes, device, stamp()));
    }

    void releases(CommitmentId yes) {
        write(RequestFacts.released(yes, device, stamp()));
    }

    /** What a requester's box does by itself whenever something has changed. */
    void acceptsWhatIsDue(SortedSet<MemberId> passedOver) {
        Accepting.due(standing(), passedOver, CareStreet.NOW).forEach(yes -> accepts(yes.id()));
    }

    void acceptsWhatIsDue() {
        acceptsWhatIsDue(Collections.emptySortedSet());
    }

    CommitmentId offers(SlotId slot) {
        byte[] salt = new byte[Commitment.SALT_BYTES];
        random.nextBytes(salt);
        CareRequest request = request();
        Slot time = request.slot(slot).orElseThrow();
        Commitment.Offer offer = new Commitment.Offer(
                street.request(), slot, request.revision(time), time.start(), random.nextInt(4), "", stamp());
        int vacancies = standing().slot(slot).orElseThrow().vacanciesFor(member);
        Commitment yes = new Commitment(Commitment.id(member, salt), member, offer, vacancies, Commitment.Said.NOTHING);
        write(HelpingFacts.offer(yes, salt, device));
        return yes.id();
    }

    void saysYesStill(CommitmentId yes) {
        CareStanding standing = standing();
        SlotId slot = standing.commitment(yes).orElseThrow().slot();
        write(HelpingFacts.still(yes, standing.slot(slot).orElseThrow().vacanciesFor(member), device, stamp()));
    }

    void handsBack(CommitmentId yes) {
        write(HelpingFacts.handBack(yes, device, stamp()));
    }

    void hasDone(CommitmentId yes) {
        write(HelpingFacts.done(yes, device, stamp()));
    }

    void isOnTheWay(CommitmentId yes) {
        write(HelpingFacts.onMyWay(yes, device, stamp()));
    }

    /** There is the capacity to talk: to one's own yes, or to a yes to one's own request. */
    void hasRoomToTalk(CommitmentId yes) {
        boolean asks = member.equals(street.rosa());
        write(asks ? RequestFacts.tonight(yes, device, stamp()) : HelpingFacts.tonight(yes, device, stamp()));
    }

    Talk talk(CommitmentId yes, Talk.Side side, long now) {
        CareStanding standing = standing();
        return Talk.of(standing, standing.commitment(yes).orElseThrow(), side, now);
    }

    // ---- whatever comes to mind

    /** Something this device's people may do, drawn by chance. */
    void doesSomething() {
        if (RequestReader.read(facts(street.rosa())).isEmpty()) {
            return;
        }
        if (member.equals(street.rosa())) {
            doesSomethingAsRequester();
        } else {
            doesSomethingAsHelper();
        }
    }

    private void doesSomethingAsRequester() {
        List<Commitment> yeses = List.copyOf(standing().commitments());
        SlotId slot = street.slots().get(random.nextInt(street.slots().size()));
        switch (random.nextInt(20)) {
            case 0 -> withdraws();
            case 1 -> fulfils();
            case 2, 3 -> pauses();
            case 4, 5, 6 -> resumes();
            case 7, 8 -> moves(slot, CareStreet.SOON + random.nextInt(6) * CareStreet.HOUR);
            case 9 -> doesItHerself(slot);
            case 10 -> any(yeses).forEach(yes -> releases(yes.id()));
            case 11, 12, 13 -> any(yeses).forEach(yes -> accepts(yes.id()));
            case 14, 15 -> any(yeses).forEach(yes -> hasRoomToTalk(yes.id()));
            default -> acceptsWhatIsDue();
        }
    }

    private void doesSomethingAsHelper() {
        List<Commitment> own = own();
        switch (random.nextInt(10)) {
            case 0, 1 -> any(own).forEach(yes -> handsBack(yes.id()));
            case 2 -> any(own).forEach(yes -> hasDone(yes.id()));
            case 3 -> any(own).forEach(yes -> isOnTheWay(yes.id()));
            case 4 -> any(own).forEach(yes -> saysYesStill(yes.id()));
            case 5 -> any(own).forEach(yes -> hasRoomToTalk(yes.id()));
            default -> offers(street.slots().get(random.nextInt(street.slots().size())));
        }
    }

    private List<Commitment> any(List<Commitment> yeses) {
        return yeses.isEmpty() ? List.of() : List.of(yeses.get(random.nextInt(yeses.size())));
    }

    SortedSet<String> keys(MemberId of) {
        return new TreeSet<>(facts(of).keySet());
    }
}
