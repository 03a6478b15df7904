package org.doorlight.protocol.simulation.quiet;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.hello.Answer;
import org.doorlight.protocol.hello.Episode;
import org.doorlight.protocol.hello.Ladder;
import org.doorlight.protocol.hello.Level;
import org.doorlight.protocol.hello.WatchFacts;
import org.doorlight.protocol.hello.WindowId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.EpisodeId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.simulation.Dice;

/** What buddies do when their box asks them: overlook it, ring, go and knock, find out. The ladder that asks is the real one. */
final class Neighbours {
    /** One buddy and one person. */
    record Pair(int person, int buddy) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return person != other.person ? Integer.compare(person, other.person) : Integer.compare(buddy, other.buddy);
        }
    }

    /** What a buddy makes of an ask: acts on it then, or never. */
    private record Intent(WindowId window, Level level, long actAt, boolean onTheWay) {
        Intent done() {
            return new Intent(window, level, Long.MAX_VALUE, false);
        }
    }

    /** What is true, whoever knows of it. */
    interface World {
        /** Why somebody who is well was knocked for. */
        Cause cause(int person, Episode episode, long now);

        /** Whether an episode would have been over if every word of the street had arrived everywhere at once. */
        boolean isOver(int person, Episode episode);
    }

    private final QuietStreet street;
    private final Post post;
    private final QuietTally tally;
    private final World world;
    private final Dice dice;
    private final SortedMap<Pair, Intent> intents = new TreeMap<>();
    private final SortedSet<EpisodeId> knocked = new TreeSet<>();
    private final SortedMap<Integer, Long> knownElsewhereUntil = new TreeMap<>();

    Neighbours(QuietStreet street, Post post, QuietTally tally, World world) {
        this.street = street;
        this.post = post;
        this.tally = tally;
        this.world = world;
        this.dice = street.chance();
    }

    /** An open episode on a buddy's box. */
    record Scene(Pair pair, Replica replica, Episode episode, long now) {
        int person() {
            return pair.person();
        }
    }

    /** Nothing is open; whatever somebody meant to do is no longer needed. */
    void calm(Pair pair) {
        intents.remove(pair);
    }

    void look(Scene scene, Ladder.Rung rung) {
        MemberId me = street.person(scene.pair().buddy()).id();
        if (!rung.asked().contains(me)) {
            return;
        }
        Intent before = intents.get(scene.pair());
        boolean goesOn =
                before != null && before.window().equals(scene.episode().window());
        Intent intent =
                goesOn && rung.level().compareTo(before.level()) <= 0 ? before : asked(scene, rung.level(), !goesOn);
        if (intent.actAt() <= scene.now() && QuietStreet.awake(scene.now())) {
            intents.put(scene.pair(), intent.done());
            act(scene, rung, intent);
        }
    }

    private Intent asked(Scene scene, Level level, boolean fresh) {
        long now = scene.now();
        WindowId window = scene.episode().window();
        if (fresh) {
            write(scene, WatchFacts.asked(window, now, device(scene)));
        }
        tally.ask();
        Fall fall = street.person(scene.person()).lying(now);
        if (fall != null) {
            fall.shown(now);
        }
        boolean overlooks = dice.chance(QuietHabits.OVERLOOKS);
        long after = (long) dice.pause((double) QuietHabits.NOTICES_AFTER.toMillis());
        Intent intent = new Intent(window, level, overlooks ? Long.MAX_VALUE : now + after, false);
        intents.put(scene.pair(), intent);
        return intent;
    }

    // ---- what they do

    private void act(Scene scene, Ladder.Rung rung, Intent intent) {
        if (intent.onTheWay()) {
            atTheDoor(scene);
            return;
        }
        switch (rung.level()) {
            case NUDGE, ASK -> ring(scene);
            case SEEN -> {
                if (wasAbout(scene) && dice.chance(QuietHabits.HAS_SEEN)) {
                    say(scene, Answer.Kind.SEEN);
                } else {
                    ring(scene);
                }
            }
            case KNOCK -> {
                boolean goes = rung.going().isEmpty() && dice.chance(QuietHabits.KNOCKS);
                boolean rings = goes && dice.chance(QuietHabits.RINGS_FIRST);
                if (rings && Telephone.reaches(street.person(scene.person()), scene.now(), dice)) {
                    // HELLO §5: whoever is asked to knock is asked to ring once more first.
                    remember(scene);
                    say(scene, Answer.Kind.SPOKE);
                } else if (goes) {
                    say(scene, Answer.Kind.KNOCKING);
                    long there = scene.now() + QuietStreet.STEP;
                    intents.put(scene.pair(), new Intent(intent.window(), intent.level(), there, true));
                }
            }
            case DECIDE -> decide(scene);
        }
    }

    /** Whether there was somebody to be seen since the window opened: at home and up, or on the way out. */
    private boolean wasAbout(Scene scene) {
        Person person = street.person(scene.person());
        long opened = person.morning(scene.now())
                .map(morning -> morning.window().opens())
                .orElse(scene.now());
        return person.well(scene.now()) && (person.upAndAbout(scene.now()) || person.atHome(opened));
    }

    private void ring(Scene scene) {
        Person person = street.person(scene.person());
        boolean known =
                person.elsewhere(scene.now()) && knownElsewhereUntil.getOrDefault(scene.person(), 0L) > scene.now();
        if (!known && dice.chance(QuietHabits.CANNOT)) {
            say(scene, Answer.Kind.CANNOT);
            return;
        }
        boolean reached = known || Telephone.reaches(person, scene.now(), dice);
        if (reached) {
            remember(scene);
        }
        say(scene, reached ? Answer.Kind.SPOKE : Answer.Kind.NO_ANSWER);
    }

    /** Whoever was reached elsewhere has said until when. */
    private void remember(Scene scene) {
        Person person = street.person(scene.person());
        Trip trip = person.trip(scene.now());
        if (trip != null) {
            knownElsewhereUntil.put(scene.person(), trip.until());
        } else if (person.inHospital(scene.now())) {
            knownElsewhereUntil.put(scene.person(), scene.now() + QuietHabits.HOSPITAL.toMillis());
        }
    }

    private void atTheDoor(Scene scene) {
        Person person = street.person(scene.person());
        Fall fall = person.lying(scene.now());
        if (fall != null) {
            inEarnest(scene);
            if (dice.chance(QuietHabits.CALLS_OUT)) {
                found(scene, fall);
            } else {
                say(scene, Answer.Kind.NO_ANSWER);
            }
            return;
        }
        inVain(scene);
        boolean opens = person.upAndAbout(scene.now()) && dice.chance(QuietHabits.OPENS_DOOR);
        say(scene, opens ? Answer.Kind.SPOKE : Answer.Kind.NO_ANSWER);
    }

    /** Rings once more, then the family, who often know where somebody is; else somebody with a key goes in. */
    private void decide(Scene scene) {
        Person person = street.person(scene.person());
        Fall fall = person.lying(scene.now());
        if (fall != null) {
            inEarnest(scene);
            found(scene, fall);
            return;
        }
        boolean reached = Telephone.reaches(person, scene.now(), dice) || dice.chance(QuietHabits.FAMILY_KNOWS);
        if (!reached) {
            inVain(scene);
        }
        remember(scene);
        say(scene, Answer.Kind.SPOKE);
    }

    private void found(Scene scene, Fall fall) {
        fall.found(scene.now());
        remember(scene);
        say(scene, Answer.Kind.SPOKE);
    }

    /** However many come, an episode is one knock. */
    private void inEarnest(Scene scene) {
        if (knocked.add(scene.episode().id())) {
            tally.trueKnock();
        }
    }

    private void inVain(Scene scene) {
        if (knocked.add(scene.episode().id())) {
            tally.falseKnock(world.cause(scene.person(), scene.episode(), scene.now()));
            if (world.isOver(scene.person(), scene.episode())) {
                tally.wordUnderway();
            }
        }
    }

    // ---- what they write

    private void say(Scene scene, Answer.Kind kind) {
        WindowId window = scene.episode().window();
        MemberId me = street.person(scene.pair().buddy()).id();
        int number = 1 + WatchFacts.answers(scene.replica().watch(me), window, device(scene));
        Answer answer = new Answer(window, kind, scene.now(), scene.now());
        write(scene, WatchFacts.answer(answer, number, device(scene)));
    }

    private DeviceId device(Scene scene) {
        return QuietStreet.device(street.person(scene.pair().buddy()).id());
    }

    private void write(Scene scene, SortedMap<String, byte[]> facts) {
        post.write(scene.pair().buddy(), new Post.Letter(scene.person(), facts));
    }
}
