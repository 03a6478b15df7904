package org.doorlight.protocol.simulation.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.doorlight.protocol.care.Commitment;
import org.doorlight.protocol.care.Slot;
import org.doorlight.protocol.care.SlotStanding;
import org.doorlight.protocol.care.turns.Capacity;
import org.doorlight.protocol.core.Ask;
import org.doorlight.protocol.core.CareAsk;
import org.doorlight.protocol.core.TurnsAsk;
import org.doorlight.protocol.core.WholeStreet;
import org.doorlight.protocol.core.view.CapacityView;
import org.doorlight.protocol.core.view.CommitmentView;
import org.doorlight.protocol.core.view.InvitationView;
import org.doorlight.protocol.core.view.RequestView;
import org.doorlight.protocol.core.view.Views;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.id.CommitmentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.SlotId;
import org.doorlight.protocol.simulation.Dice;

/** Whole nodes that do, through their own commands, what the homes of the model do. */
final class Nodes implements Beside {
    private static final Duration BEFORE = Duration.ofDays(2);
    private static final int NOISE = 3;

    private final WholeStreet street;
    private final SortedMap<Integer, List<Ask>> whenOn = new TreeMap<>();
    private boolean begun;
    private int asks;

    /** Two days before the year begins, so that a ceiling that was raised is in force on the first day. */
    Nodes(long seed, int households) {
        street = new WholeStreet(
                seed, Instant.ofEpochMilli(Calendar.START).minus(BEFORE), households, home -> noise(seed, home));
    }

    /** A box draws one byte a week, and nothing else of that length: here the model's own chance comes out of it. */
    private UnaryOperator<Entropy> noise(long seed, int home) {
        Dice weekly = Script.dice(seed, home, 0, "noise");
        return own -> length -> length == 1 ? new byte[] {(byte) (begun ? weekly.below(NOISE) : 0)} : own.bytes(length);
    }

    MemberId member(int home) {
        return street.member(home);
    }

    boolean isOn(int home) {
        return street.isOn(home);
    }

    /** How much was asked of nodes in all. */
    int asks() {
        return asks;
    }

    void say(int home, int ceiling) {
        did(home, new TurnsAsk.SetCeiling(ceiling), CapacityView.class);
    }

    /** Time goes by to the beginning of a step. */
    void passTo(int step, Weather weather, int homes) {
        BitSet on = new BitSet();
        List<Integer> parts = new ArrayList<>();
        for (int home = 0; home < homes; home++) {
            on.set(home, weather.isOn(home, step));
            parts.add(weather.part(home, step));
        }
        begun = true;
        street.passTo(Instant.ofEpochMilli(Calendar.at(step)), on, parts);
        for (int home : List.copyOf(whenOn.keySet())) {
            if (street.isOn(home)) {
                whenOn.remove(home).forEach(ask -> did(home, ask, CommitmentView.class));
            }
        }
    }

    private <V extends org.doorlight.protocol.core.view.View> V did(int home, Ask ask, Class<V> view) {
        asks++;
        return street.done(home, ask, view);
    }

    // ---- what the homes do

    @Override
    public boolean actsAtOnce() {
        return true;
    }

    @Override
    public Wish posts(Wish wish) {
        Slot slot = wish.slot();
        var draft = new Ask.SlotDraft(
                OffsetDateTime.from(Calendar.local(slot.start())).toString(),
                Duration.ofMillis(slot.durationMillis()).toString(),
                slot.need());
        var ask = new Ask.AddRequest(
                null, wish.kind().word(), "Wish " + wish.number(), List.of(draft), List.of(), null, List.of());
        RequestView posted = did(wish.requester(), ask, RequestView.class);
        Slot known =
                new Slot(posted.slots().get(0).id(), slot.start(), slot.durationMillis(), slot.need(), slot.zone());
        return wish.knownAs(posted.id(), known);
    }

    @Override
    public void takesBack(Wish wish) {
        did(wish.requester(), new Ask.WithdrawRequest(null, wish.request().hex()), RequestView.class);
    }

    @Override
    public CommitmentId offers(Wish wish, Person helper, long now) {
        return did(helper.number(), offer(wish), CommitmentView.class).id();
    }

    private static Ask offer(Wish wish) {
        return new CareAsk.Offer(null, wish.request().hex(), wish.slot().id().hex(), null);
    }

    @Override
    public void saysStill(Wish wish, Yes yes) {
        did(yes.home(), offer(wish), CommitmentView.class);
    }

    @Override
    public void handsBack(Yes yes) {
        did(yes.home(), say(yes, CareAsk.Word.HAND_BACK), CommitmentView.class);
    }

    private static Ask say(Yes yes, CareAsk.Word word) {
        return new CareAsk.Say(null, yes.id().hex(), word);
    }

    /** Of several who said yes in one half hour a box accepts whoever it hears of first; the model hears of all of them at once. */
    @Override
    public List<Commitment> accepts(Wish wish, List<Commitment> due, SlotStanding slot) {
        SortedSet<CommitmentId> confirmed = new TreeSet<>();
        request(wish.requester(), wish).slots().get(0).offers().stream()
                .filter(offer -> offer.state().equals("CONFIRMED"))
                .forEach(offer -> confirmed.add(offer.id()));
        List<Commitment> first = slot.queue().stream()
                .filter(yes -> confirmed.contains(yes.id()) && !slot.isAsked(yes))
                .toList();
        assertThat(first).as("as many as are due for " + wish + ": " + due).hasSameSizeAs(due);
        return first;
    }

    @Override
    public void chooses(Wish wish, Yes yes) {
        did(
                wish.requester(),
                new CareAsk.Choose(null, wish.request().hex(), yes.id().hex(), true),
                RequestView.class);
    }

    @Override
    public void declines(Wish wish, Person person) {
        did(
                person.number(),
                new TurnsAsk.SayNo(null, wish.request().hex(), wish.slot().id().hex()),
                Views.class);
    }

    @Override
    public void saysRoom(Person person, Person.Spell spell) {
        String until =
                spell.until() == Capacity.OPEN_END ? null : day(spell.until()).toString();
        did(person.number(), new TurnsAsk.SetRoom(spell.room().word(), until), CapacityView.class);
    }

    private static LocalDate day(long midnight) {
        return Calendar.local(midnight).toLocalDate();
    }

    @Override
    public void declinesGuard(Person person) {
        did(person.number(), new TurnsAsk.DeclineRest(), CapacityView.class);
    }

    @Override
    public void ended(Yes yes, boolean came) {
        Ask ask = say(yes, came ? CareAsk.Word.DONE : CareAsk.Word.HAND_BACK);
        if (street.isOn(yes.home())) {
            did(yes.home(), ask, CommitmentView.class);
        } else {
            whenOn.computeIfAbsent(yes.home(), unseen -> new ArrayList<>()).add(ask);
        }
    }

    // ---- what they show

    SortedSet<SlotId> invitations(int home) {
        SortedSet<SlotId> slots = new TreeSet<>();
        asks++;
        street.list(home, new TurnsAsk.ListInvitations(null), InvitationView.class)
                .forEach(invitation -> slots.add(invitation.slot()));
        return slots;
    }

    RequestView request(int home, Wish wish) {
        return did(home, new Ask.ShowRequest(null, wish.request().hex()), RequestView.class);
    }

    CommitmentView commitment(int home, Yes yes) {
        return did(home, new CareAsk.ShowCommitment(null, yes.id().hex()), CommitmentView.class);
    }
}
