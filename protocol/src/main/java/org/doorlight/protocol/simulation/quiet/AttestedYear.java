package org.doorlight.protocol.simulation.quiet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.hello.Ears;
import org.doorlight.protocol.hello.Episode;
import org.doorlight.protocol.hello.Heat;
import org.doorlight.protocol.hello.Hello;
import org.doorlight.protocol.hello.Ladder;
import org.doorlight.protocol.hello.Pace;
import org.doorlight.protocol.hello.PlanFacts;
import org.doorlight.protocol.hello.Silence;
import org.doorlight.protocol.hello.WatchFacts;
import org.doorlight.protocol.hello.When;
import org.doorlight.protocol.hello.WindowId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.simulation.Dice;
import org.doorlight.protocol.simulation.quiet.Neighbours.Pair;
import org.doorlight.protocol.simulation.quiet.Spells.Spell;

/** A street in which each person's own box attests: the real rules, a quarter of an hour at a time. */
final class AttestedYear implements Neighbours.World {
    private static final long STEP = QuietStreet.STEP;
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long WEEK = Duration.ofDays(7).toMillis();

    /** Before so long a silence nobody asks whether a box is silent; the rule itself waits longer. */
    private static final long SILENT_FROM = Duration.ofHours(24).toMillis();

    private final QuietStreet street;
    private final int homes;
    private final Dice dice;
    private final List<Box> boxes = new ArrayList<>();
    private final List<SortedMap<Integer, Replica>> replicas = new ArrayList<>();
    private final List<Replica> everything = new ArrayList<>();
    private final long[][] lastHeard;
    private final QuietTally tally = new QuietTally();
    private final Post post;
    private final Neighbours neighbours;
    private final Diary diary;
    private long now = QuietStreet.BEGIN;

    AttestedYear(QuietStreet street) {
        this.street = street;
        this.homes = street.homes();
        this.dice = street.chance();
        this.lastHeard = new long[homes][homes];
        this.post = new Post(homes, this::arrive);
        this.diary = new Diary(street);
        this.neighbours = new Neighbours(street, post, tally, this);
        for (int home = 0; home < homes; home++) {
            Arrays.fill(lastHeard[home], now);
            boxes.add(new Box(street.person(home).plan(), street.secret(home), now));
            replicas.add(new TreeMap<>());
        }
        for (int home = 0; home < homes; home++) {
            Person person = street.person(home);
            everything.add(new Replica(person.id(), person.plan(), now));
            for (int number = 0; number < QuietHabits.BUDDIES; number++) {
                replicas.get(street.buddy(home, number)).put(home, new Replica(person.id(), person.plan(), now));
            }
        }
    }

    private void arrive(int home, int author, Post.Letter letter) {
        Replica replica = replicas.get(home).get(letter.about());
        if (replica != null) {
            arrive(replica, author, letter);
        }
        if (home == author) {
            arrive(everything.get(letter.about()), author, letter);
        }
    }

    private void arrive(Replica replica, int author, Post.Letter letter) {
        if (author == letter.about()) {
            replica.told(letter.facts(), now);
        } else {
            replica.watched(street.person(author).id(), letter.facts(), now);
        }
    }

    QuietOutcome play() {
        boolean[] on = new boolean[homes];
        for (; now < street.end(); now += STEP) {
            for (int home = 0; home < homes; home++) {
                power(home);
                on[home] = boxes.get(home).isOn();
            }
            int[] parts = street.parts(on, now);
            for (int home = 0; home < homes; home++) {
                listen(home, parts);
                clock(home, parts);
            }
            for (int home = 0; home < homes; home++) {
                live(home);
                sign(home);
            }
            post.exchange(parts);
            for (int home = 0; home < homes; home++) {
                lookIn(home);
            }
        }
        return tally.outcome(Detector.ATTESTED, street);
    }

    @Override
    public Cause cause(int person, Episode episode, long at) {
        return diary.cause(person, episode, at);
    }

    @Override
    public boolean isOver(int person, Episode episode) {
        return everything
                .get(person)
                .open()
                .filter(open -> open.id().equals(episode.id()))
                .isEmpty();
    }

    // ---- power, neighbours in reach, clocks

    private void power(int home) {
        Box box = boxes.get(home);
        Machine machine = street.machine(home);
        Spell restart = machine.restarts().begunBetween(now - STEP, now);
        Spell jump = machine.jumps().begunBetween(now - STEP, now);
        if (machine.off().holds(now)) {
            box.goOff();
        } else if (!box.isOn()) {
            Spell last = machine.off().lastBegun(now);
            box.boot(last == null ? 0 : machine.wrongBy(last, now), now);
        } else if (restart != null) {
            box.boot(0, now);
        } else if (jump != null) {
            box.jump(machine.wrongBy(jump, now), now);
        }
    }

    private void listen(int home, int[] parts) {
        for (int other = 0; parts[home] != QuietStreet.NOWHERE && other < homes; other++) {
            if (parts[other] == parts[home]) {
                lastHeard[home][other] = now;
            }
        }
    }

    private void clock(int home, int[] parts) {
        Box box = boxes.get(home);
        if (!box.isOn()) {
            return;
        }
        if (street.machine(home).internet(now)) {
            box.timeService(now);
        } else if (!box.sure() || (now % HOUR == 0 && !box.hasTimeService())) {
            for (int other = 0; parts[home] != QuietStreet.NOWHERE && other < homes; other++) {
                if (other != home && parts[other] == parts[home]) {
                    box.hears(street.person(other).id(), boxes.get(other).says(now), now);
                }
            }
        }
        if (!box.sure() && street.person(home).upAndAbout(now) && dice.chance(QuietHabits.ANSWERS_THE_CLOCK)) {
            box.personSays(dice.chance(QuietHabits.ANSWERS_WRONGLY) ? box.time(now) : now, now);
        }
        diary.clock(home, box, now);
    }

    // ---- the person and their own box

    private void live(int home) {
        Box box = boxes.get(home);
        Person person = street.person(home);
        Trip leaving = person.leavingSoon(now);
        boolean atThePicture = person.upAndAbout(now);
        if (leaving != null && leaving.told() && atThePicture && works(home) && !box.paused(now)) {
            box.pause(leaving.saidUntil(), now);
        }
        if (atThePicture && wantsToTouch(home)) {
            if (works(home)) {
                tell(home, box.touch(now));
            } else {
                diary.touchedInVain(home, now);
            }
        }
        if (box.isOn()) {
            tell(home, box.tell(now));
        }
    }

    private boolean works(int home) {
        return boxes.get(home).isOn() && street.machine(home).buttonWorks(now);
    }

    private boolean wantsToTouch(int home) {
        Box box = boxes.get(home);
        Person person = street.person(home);
        int nudge = box.isOn() ? box.rings(now) : 0;
        Optional<Morning> today = person.morning(now);
        if (today.isEmpty()) {
            return false;
        }
        Morning morning = today.get();
        boolean follows = nudge > 0 && morning.follows().get(nudge - 1);
        boolean comesHome = !person.atHome(now - STEP) && box.isOn() && box.isLit() && morning.touchesOnReturn();
        return follows || comesHome || morning.triesAt(now) || seesTheLight(box);
    }

    private boolean seesTheLight(Box box) {
        return now % HOUR == 0 && box.isOn() && box.isLit() && dice.chance(QuietHabits.SEES_THE_LIGHT);
    }

    private void tell(int home, Optional<Hello> hello) {
        hello.ifPresent(one -> write(home, home, PlanFacts.hello(one, device(home))));
    }

    private void sign(int home) {
        Box box = boxes.get(home);
        if (box.isOn()) {
            box.sign(now).ifPresent(note -> write(home, home, PlanFacts.note(note, device(home))));
        }
    }

    private DeviceId device(int home) {
        return street.person(home).plan().box();
    }

    private void write(int author, int about, SortedMap<String, byte[]> facts) {
        post.write(author, new Post.Letter(about, facts));
    }

    // ---- the neighbours' boxes

    private void lookIn(int buddy) {
        Box box = boxes.get(buddy);
        if (!box.isOn() || !box.sure()) {
            return;
        }
        replicas.get(buddy).forEach((person, replica) -> lookIn(new Pair(person, buddy), replica, box.time(now)));
    }

    private void lookIn(Pair pair, Replica replica, long time) {
        When when = new When(time, Pace.USUAL, Heat.NONE);
        if (replica.silentFor(now) > SILENT_FROM && now % HOUR == 0) {
            signSilence(pair, replica, when);
        }
        Optional<Episode> open = replica.open();
        if (open.isEmpty()) {
            neighbours.calm(pair);
            return;
        }
        Ladder.Rung rung = replica.rung(open.get(), when);
        neighbours.look(new Neighbours.Scene(pair, replica, open.get(), now), rung);
    }

    private void signSilence(Pair pair, Replica replica, When when) {
        MemberId me = street.person(pair.buddy()).id();
        Optional<WindowId> silent = Silence.toSign(replica.tidings(), ears(pair.buddy()), when);
        silent.map(window -> WatchFacts.silent(window, when.now(), QuietStreet.device(me)))
                .filter(facts -> !replica.watch(me).keySet().containsAll(facts.keySet()))
                .ifPresent(facts -> write(pair.buddy(), pair.person(), facts));
    }

    private Ears ears(int home) {
        int active = 0;
        int heard = 0;
        SortedMap<MemberId, Long> last = new TreeMap<>();
        for (int other = 0; other < homes; other++) {
            if (other != home) {
                long at = lastHeard[home][other];
                active += now - at < WEEK ? 1 : 0;
                heard += now - at < HOUR ? 1 : 0;
                last.put(street.person(other).id(), at);
            }
        }
        return new Ears(true, active, heard, last);
    }
}
