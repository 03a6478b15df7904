package org.doorlight.protocol.simulation.year;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.care.turns.Carried;
import org.doorlight.protocol.care.turns.Load;
import org.doorlight.protocol.id.CommitmentId;
import org.doorlight.protocol.simulation.Dice;

/**
 * A year under the other policies. They are given what a peer-to-peer street has not: one list that everybody sees at once and that never
 * fails. So the comparison is kind to them.
 */
final class CentralStreet {
    private static final long PATIENCE_MAX = 12 * Calendar.HOUR;
    private static final int PATIENCE_SHARE = 6;

    private final Script script;
    private final YearPolicy policy;
    private final Tally tally;
    private final List<Errand> open = new ArrayList<>();
    private final List<List<Carried>> promised = new ArrayList<>();
    private int nextWish;
    private int nextOnList;
    private int step;
    private long now;

    CentralStreet(Script script, YearPolicy policy) {
        this.script = script;
        this.policy = policy;
        this.tally = new Tally(script.people());
        script.people().forEach(person -> promised.add(new ArrayList<>()));
    }

    /** A wish on the list, who has it, and who has been asked. */
    private static final class Errand {
        final Wish wish;
        final SortedSet<Integer> helpers = new TreeSet<>();
        final SortedSet<Integer> asked = new TreeSet<>();
        final List<long[]> comesBetween = new ArrayList<>();
        int waitsFor = -1;
        long waitsUntil;
        boolean coveredADayBefore;

        Errand(Wish wish) {
            this.wish = wish;
        }

        boolean isOpen(long now) {
            return helpers.size() < wish.need() && now < wish.cutOff() && wish.takenBackAt() > now;
        }
    }

    YearOutcome play() {
        for (step = 0; step < script.days() * Calendar.STEPS_A_DAY; step++) {
            now = Calendar.at(step);
            while (nextWish < script.wishes().size()
                    && script.wishes().get(nextWish).askedAt() <= now) {
                open.add(new Errand(script.wishes().get(nextWish++)));
            }
            open.forEach(this::takeBackWhatCameBetween);
            switch (policy) {
                case FREE_BOARD -> board();
                case COORDINATOR -> telephone();
                case ROUND_ROBIN -> list();
                case FAIR_TURN -> throw new IllegalStateException("fair turns have no centre");
            }
            open.removeIf(this::isOver);
        }
        return tally.outcome(policy, script.seed());
    }

    // ---- free board: who looks first takes it

    private void board() {
        for (Person person : script.people()) {
            if (looks(person)) {
                open.stream()
                        .filter(errand -> errand.isOpen(now) && isPossible(errand, person))
                        .forEach(errand -> seeOnBoard(errand, person));
            }
        }
    }

    private void seeOnBoard(Errand errand, Person person) {
        if (errand.asked.add(person.number())) {
            tally.invited(person, now);
        }
        Dice dice = script.dice(person.number(), errand.wish.number() * Calendar.STEPS_A_DAY + step, "board");
        boolean rests = !person.roomAt(now).isAsked();
        if (!rests
                && dice.chance(person.boardChance())
                && person.wants(script, errand.wish, mood(person, errand.wish))) {
            accept(errand, person);
        }
    }

    // ---- coordinator: calls who usually says yes

    private void telephone() {
        var local = Calendar.local(now);
        if (local.getMinute() != 0 || !Habits.COORDINATOR_HOURS.contains(local.getHour())) {
            return;
        }
        for (Errand errand : open) {
            Dice dice = script.dice(0, errand.wish.number() * Calendar.STEPS_A_DAY + step, "calls");
            SortedSet<Integer> called = new TreeSet<>();
            while (errand.isOpen(now) && called.size() < Habits.CALLS_MAX) {
                call(errand, choose(errand, called, dice), called, dice);
            }
        }
    }

    private Person choose(Errand errand, SortedSet<Integer> called, Dice dice) {
        Person chosen = script.people().get(0);
        double best = -1;
        for (Person person : script.people()) {
            double yeses = promised.get(person.number()).stream()
                    .filter(one -> now - one.saidAt() < Load.WINDOW.toMillis())
                    .count();
            double trust = dice.upTo(1) * (1 + Habits.TRUST * yeses);
            if (trust > best && isPossible(errand, person) && !called.contains(person.number())) {
                best = trust;
                chosen = person;
            }
        }
        return chosen;
    }

    private void call(Errand errand, Person person, SortedSet<Integer> called, Dice dice) {
        called.add(person.number());
        if (isPossible(errand, person) && dice.chance(Habits.PICKS_UP)) {
            tally.invited(person, now);
            boolean rests = !person.roomAt(now).isAsked();
            if (!rests && person.wants(script, errand.wish, mood(person, errand.wish))) {
                accept(errand, person);
            }
        }
    }

    // ---- round robin: the next on the list

    private void list() {
        for (Errand errand : open) {
            if (!errand.isOpen(now)) {
                continue;
            }
            if (errand.waitsFor < 0 || now >= errand.waitsUntil) {
                errand.waitsFor = nextOnList;
                nextOnList = (nextOnList + 1) % script.people().size();
                errand.waitsUntil = now + Math.min(PATIENCE_MAX, (errand.wish.cutOff() - now) / PATIENCE_SHARE);
                if (isPossible(errand, script.people().get(errand.waitsFor))) {
                    tally.invited(script.people().get(errand.waitsFor), now);
                } else {
                    errand.waitsUntil = now;
                }
            }
            Person person = script.people().get(errand.waitsFor);
            if (isPossible(errand, person) && looks(person)) {
                boolean rests = !person.roomAt(now).isAsked();
                if (!rests && person.wants(script, errand.wish, mood(person, errand.wish))) {
                    accept(errand, person);
                }
                errand.waitsFor = -1;
            }
        }
    }

    // ---- what they have in common

    private boolean isPossible(Errand errand, Person person) {
        return errand.wish.requester() != person.number()
                && person.kinds().contains(errand.wish.kind())
                && !errand.helpers.contains(person.number());
    }

    private boolean looks(Person person) {
        return person.looks(script, step);
    }

    private double mood(Person person, Wish wish) {
        Load load = new Load(promised.get(person.number()));
        return load.fits(wish.start(), wish.effort(), person.ceiling()) ? 1 : Habits.TIRED;
    }

    private void accept(Errand errand, Person person) {
        Wish wish = errand.wish;
        tally.saidYes();
        errand.helpers.add(person.number());
        errand.comesBetween.add(new long[] {person.number(), person.comesBetween(script, wish, now)});
        promised.get(person.number())
                .add(new Carried(
                        CommitmentId.of(wish.slot().id().toBytes()),
                        script.people().get(wish.requester()).member(),
                        wish.start(),
                        wish.end(),
                        wish.effort(),
                        now,
                        true));
        promised.get(person.number()).removeIf(one -> one.start() < now - 2 * Load.WINDOW.toMillis());
    }

    private void takeBackWhatCameBetween(Errand errand) {
        errand.comesBetween.stream()
                .filter(one -> one[1] <= now
                        || !script.people().get((int) one[0]).roomAt(now).isAsked())
                .forEach(one -> {
                    errand.helpers.remove((int) one[0]);
                    promised.get((int) one[0])
                            .removeIf(carried -> carried.commitment()
                                    .value()
                                    .equals(errand.wish.slot().id().value()));
                });
        errand.comesBetween.removeIf(one -> !errand.helpers.contains((int) one[0]));
    }

    private boolean isOver(Errand errand) {
        Wish wish = errand.wish;
        if (now >= wish.start() - Calendar.DAY && now < wish.start() - Calendar.DAY + Calendar.STEP) {
            errand.coveredADayBefore = errand.helpers.size() >= wish.need();
        }
        if (now < wish.start()) {
            return false;
        }
        if (!wish.isTakenBack()) {
            tally.ended(wish, errand.helpers, errand.coveredADayBefore);
        }
        return true;
    }
}
