package org.doorlight.protocol.simulation.year;

import java.nio.ByteBuffer;
import java.util.List;
import org.doorlight.protocol.care.Commitment;
import org.doorlight.protocol.care.SlotStanding;
import org.doorlight.protocol.id.CommitmentId;

/**
 * Whoever does the same as the homes of a {@link FairStreet} does, at the same time: nobody in the year, whole nodes where the two are held
 * side by side. Ids are drawn here, since turns and queues hang on them.
 */
interface Beside {
    /** The year as a model alone. */
    Beside NOBODY = new Beside() {};

    /** True if boxes do what is theirs as soon as they hear of something, as whole nodes do, and not at their next half hour. */
    default boolean actsAtOnce() {
        return false;
    }

    /** A wish is asked. The same wish, with the ids it is known by. */
    default Wish posts(Wish wish) {
        return wish;
    }

    default void takesBack(Wish wish) {}

    /** A yes is said; its id. */
    default CommitmentId offers(Wish wish, Person helper, long now) {
        byte[] salt = ByteBuffer.allocate(Commitment.SALT_BYTES)
                .putLong(now)
                .putLong(wish.number())
                .array();
        return Commitment.id(helper.member(), salt);
    }

    default void saysStill(Wish wish, Yes yes) {}

    default void handsBack(Yes yes) {}

    /**
     * A requester's box accepts by itself.
     *
     * @param due whom it accepts if it has heard all of them at the same moment
     * @param slot who has said yes, as it has heard
     * @return whom it accepts
     */
    default List<Commitment> accepts(Wish wish, List<Commitment> due, SlotStanding slot) {
        return due;
    }

    /** The requester chooses; what a box accepts by itself is not told here. */
    default void chooses(Wish wish, Yes yes) {}

    default void declines(Wish wish, Person person) {}

    /** A home says how much room there is, and hands back what lies ahead if it is none. */
    default void saysRoom(Person person, Person.Spell spell) {}

    default void declinesGuard(Person person) {}

    /** The time of a yes has come that was not handed back. */
    default void ended(Yes yes, boolean came) {}
}
