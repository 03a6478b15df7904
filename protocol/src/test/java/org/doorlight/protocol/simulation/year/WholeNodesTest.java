package org.doorlight.protocol.simulation.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.doorlight.protocol.care.CareStanding;
import org.doorlight.protocol.care.Commitment;
import org.doorlight.protocol.care.CommitmentState;
import org.doorlight.protocol.core.view.CommitmentView;
import org.doorlight.protocol.core.view.RequestView;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.SlotId;
import org.junit.jupiter.api.Test;

/**
 * The street-year's model and whole nodes, side by side: the same homes, wishes, habits and faults, half hour by half hour. What people of the
 * model do, the same home's people do at their node, through its own commands; after each exchange every box that is on is asked what it shows,
 * and shows what the model derives. So the figures of {@code simulate street-year} are those of the real rules on the real stack.
 *
 * <p>{@code -Ddoorlight.nodes.homes=24 -Ddoorlight.nodes.days=60 -Ddoorlight.nodes.seeds=5} plays more.
 */
class WholeNodesTest {
    private static final int HOMES = Integer.getInteger("doorlight.nodes.homes", 10);
    private static final int DAYS = Integer.getInteger("doorlight.nodes.days", 30);
    private static final int SEEDS = Integer.getInteger("doorlight.nodes.seeds", 1);
    private static final long FIRST_SEED = Long.getLong("doorlight.seed", 1);
    // In ten homes a month would bring some sixteen wishes; four times as many let turns, spares and full homes
    // happen.
    private static final double DEMAND = 4;
    private static final int INVITATIONS_EVERY_STEPS = 2;
    private static final int REQUESTS_EVERY_STEPS = 6;

    private int compared;

    @Test
    void whole_nodes_show_what_the_model_derives_half_hour_by_half_hour() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            play(seed);
        }
    }

    private void play(long seed) {
        Nodes nodes = new Nodes(seed, HOMES);
        Script script = Script.draw(seed, HOMES, DAYS, DEMAND)
                .ofWholeNodes(IntStream.range(0, HOMES).mapToObj(nodes::member).toList());
        script.people().forEach(person -> nodes.say(person.number(), person.ceiling()));
        FairStreet model = new FairStreet(script, nodes);
        long begun = System.nanoTime();
        for (int step = 0; step < DAYS * Calendar.STEPS_A_DAY; step++) {
            nodes.passTo(step, script.weather(), HOMES);
            model.exchange(step);
            compare(model, nodes, step, "seed " + seed + ", step " + step);
            model.act();
        }
        YearOutcome outcome = model.outcome();
        assertThat(outcome.slots()).isGreaterThan(DAYS);
        System.out.printf(
                "seed %d: %d homes, %d days, %d slots, %.0f %% filled: %d answers of whole nodes, all as derived (%d asks, %d ms)%n",
                seed,
                HOMES,
                DAYS,
                outcome.slots(),
                100 * outcome.filled(),
                compared,
                nodes.asks(),
                (System.nanoTime() - begun) / 1_000_000);
    }

    private void compare(FairStreet model, Nodes nodes, int step, String when) {
        for (int home = 0; home < HOMES; home++) {
            if (!nodes.isOn(home)) {
                continue;
            }
            String where = when + ", home " + home;
            if (step % INVITATIONS_EVERY_STEPS == 0) {
                assertThat(nodes.invitations(home)).as(where + ": invitations").isEqualTo(invited(model, home));
                compared++;
            }
            if (step % REQUESTS_EVERY_STEPS == 0) {
                compareWishes(model, nodes, home, step, where);
            }
        }
    }

    private static SortedSet<SlotId> invited(FairStreet model, int home) {
        SortedSet<SlotId> slots = new TreeSet<>();
        model.open().stream()
                .filter(course -> course.isPosted() && model.invites(home, course))
                .forEach(course -> slots.add(course.wish().slot().id()));
        return slots;
    }

    private void compareWishes(FairStreet model, Nodes nodes, int home, int step, String where) {
        long now = Calendar.at(step);
        for (Course course : model.open()) {
            if (course.isPosted()
                    && course.isHeardBy(home, model.travel())
                    && now < course.wish().start()) {
                CareStanding derived = course.standing(home, model.travel());
                RequestView shown = nodes.request(home, course.wish());
                assertThat(described(shown)).as(where + ": " + course.wish()).isEqualTo(described(derived, now));
                compared++;
                course.yeses().stream()
                        .filter(yes -> yes.home() == home)
                        .forEach(yes -> compareYes(derived, yes, nodes.commitment(home, yes), now, where));
            }
        }
    }

    private void compareYes(CareStanding derived, Yes yes, CommitmentView shown, long now, String where) {
        Commitment commitment = derived.commitment(yes.id()).orElseThrow();
        CommitmentState state = derived.state(commitment, !shown.state().equals("OFFERED"), now);
        assertThat(shown.state()).as(where + ": " + yes.id()).isEqualTo(state.name());
        assertThat(shown.asked()).as(where + ": asked").isEqualTo(derived.isAskedAgain(commitment, now));
        compared++;
    }

    // ---- in the same words; of several who are confirmed the order hangs on stamps, which the model has not

    private static List<Object> described(CareStanding derived, long now) {
        var slot = derived.slots().iterator().next();
        List<Object> all = new ArrayList<>(List.of(
                derived.state(now).name(), derived.state(slot.slot().id(), now).name()));
        all.add(helpers(slot.holders()));
        all.add(helpers(slot.standby()));
        SortedSet<String> states = new TreeSet<>();
        slot.live().forEach(yes -> states.add(yes.id() + " " + derived.state(yes, now)));
        all.add(states);
        return all;
    }

    private static SortedSet<MemberId> helpers(Collection<Commitment> yeses) {
        SortedSet<MemberId> helpers = new TreeSet<>();
        yeses.forEach(yes -> helpers.add(yes.helper()));
        return helpers;
    }

    private static List<Object> described(RequestView shown) {
        RequestView.SlotView slot = shown.slots().get(0);
        List<Object> all = new ArrayList<>(List.of(shown.state(), slot.state()));
        all.add(new TreeSet<>(slot.holders()));
        all.add(new TreeSet<>(slot.standby()));
        SortedSet<String> states = new TreeSet<>();
        slot.offers().forEach(offer -> states.add(offer.id() + " " + offer.state()));
        all.add(states);
        return all;
    }
}
