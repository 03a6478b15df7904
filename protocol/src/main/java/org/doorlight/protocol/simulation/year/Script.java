package org.doorlight.protocol.simulation.year;

import java.util.ArrayList;
import java.util.List;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.simulation.Dice;

/**
 * What a seed brings, whoever fills the slots and however: the homes, what they wish for, and the weather. All policies play the same
 * script.
 *
 * @param wishes by when they are asked
 */
record Script(long seed, int days, List<Person> people, List<Wish> wishes, Weather weather) {
    Script {
        people = List.copyOf(people);
        wishes = List.copyOf(wishes);
    }

    /**
     * Draws a script.
     *
     * @param demand 1 for what is usual, 3 for three times as much
     */
    static Script draw(long seed, int households, int days, double demand) {
        Dice dice = new Dice(seed);
        Dice forPeople = dice.another();
        Dice forWishes = dice.another();
        List<Person> people = new ArrayList<>();
        for (int number = 0; number < households; number++) {
            people.add(Person.draw(number, seed, days, forPeople.another()));
        }
        Weather weather = Weather.draw(households, days, dice.another());
        return new Script(seed, days, people, new Wishing(seed, households, days, forWishes).draw(demand), weather);
    }

    /**
     * The same for whole nodes: under the ids by which these know their members, with what a whole node knows nothing of left out. Everybody
     * does every kind of thing, who is away or rests says until which morning, and boxes neither miss each other nor the time.
     */
    Script ofWholeNodes(List<MemberId> members) {
        List<Person> known = people.stream()
                .map(person -> person.ofWholeNode(members.get(person.number())))
                .toList();
        return new Script(seed, days, known, wishes, weather.ofWholeNodes());
    }

    /** Chance that belongs to one home and one thing, the same for every policy. */
    Dice dice(int home, int thing, String what) {
        return dice(seed, home, thing, what);
    }

    /** The same of a script with that seed. */
    static Dice dice(long seed, int home, int thing, String what) {
        return new Dice(mix(mix(mix(seed, home), thing), what.hashCode()));
    }

    /** Spreads numbers that lie close together far apart (the constants of SplitMix64). */
    private static long mix(long one, long other) {
        long mixed = (one ^ (other + 0x9E3779B97F4A7C15L)) * 0xBF58476D1CE4E5B9L;
        return (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    }
}
