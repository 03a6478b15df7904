package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.doorlight.protocol.core.view.HeardView;
import org.doorlight.protocol.core.view.HelloPlanView;
import org.doorlight.protocol.core.view.Views;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused about hellos, with a sentence each, and nothing of it is shown. */
class HelloRefusalsTest {
    private final HelloStreet on = new HelloStreet(63, "Ben", "Chidi");
    private final TestHome rosa = on.rosa;
    private final TestHome ben = on.buddies.get(0);

    @BeforeEach
    void the_street_knows_the_time() {
        on.withClock();
    }

    private String plan(HelloAsk.PlanDraft draft) {
        return rosa.problem(new HelloAsk.SetPlan(null, draft)).sentence();
    }

    private HelloAsk.PlanDraft draft(List<String> windows, List<TestHome> buddies, boolean understood) {
        return new HelloAsk.PlanDraft(
                null,
                windows,
                List.of(),
                null,
                buddies.stream().map(buddy -> on.member(buddy).hex()).toList(),
                new HelloAsk.PlanBounds(null, null, null),
                understood);
    }

    @Test
    void a_plan_is_for_oneself_with_more_than_one_buddy_and_windows_apart() {
        HelloAsk.PlanDraft fine = on.draft("07:00-10:00");
        var forBen = new HelloAsk.PlanDraft(
                on.member(ben).hex(), fine.windows(), List.of(), null, fine.buddies(), fine.bounds(), true);

        assertThat(plan(forBen)).isEqualTo("A plan is written by the person it is for, on their own box. Ask them.");
        assertThat(plan(draft(List.of("07:00-10:00"), List.of(ben), true))).startsWith("One buddy alone");
        assertThat(plan(draft(List.of("07:00-10:00"), List.of(ben, ben), true))).startsWith("One neighbour is named");
        assertThat(plan(draft(List.of("07:00-10:00"), List.of(rosa, ben), true)))
                .startsWith("You cannot be your own");
        assertThat(plan(draft(List.of("07:00-10:00"), List.of(), true))).startsWith("Choose who looks in");
        assertThat(plan(on.draft("07:00-10:00", "09:00-11:00"))).startsWith("Two times for a hello run into each");
        assertThat(plan(on.draft("10:00-07:00"))).startsWith("A time for a hello ends on the day it begins");
        assertThat(plan(on.draft("soon"))).startsWith("A time for a hello is typed as");
        assertThat(plan(on.draft()))
                .matches(
                        "Say when a hello is expected\\. \\d\\d:\\d\\d-\\d\\d:\\d\\d looks from outside as if there were no plan here\\.");
        assertThat(plan(draft(List.of("07:00-10:00"), on.buddies, false)))
                .startsWith("Neighbours look in. It can take a day. This is not an emergency service.");
        assertThat(rosa.problem(new HelloAsk.ShowPlan(null)).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(ben.done(new HelloAsk.ListNaming(null), Views.class).items().isEmpty())
                .isTrue();
    }

    @Test
    void a_box_that_is_not_sure_of_the_time_makes_no_plan() {
        on.street.partition(rosa);
        rosa.restart();

        assertThat(plan(on.draft("07:00-10:00"))).startsWith("This box isn't sure of the time.");
    }

    @Test
    void nobody_is_a_buddy_without_being_named_and_having_read_what_it_is() {
        String rosas = on.member(rosa).hex();
        assertThat(ben.problem(new HelloAsk.Agree(null, rosas, true, true)).kind())
                .isEqualTo(Problem.Kind.NOT_FOUND);

        rosa.done(new HelloAsk.SetPlan(null, on.draft("07:00-10:00")), HelloPlanView.class);
        on.street.pass(3);

        assertThat(ben.problem(new HelloAsk.Agree(null, rosas, true, false)).sentence())
                .startsWith("Neighbours look in.");
        assertThat(on.watched(ben)).isEmpty();
    }

    @Test
    void an_answer_to_what_is_over_or_was_never_there_is_refused() {
        on.withPlan().until("2026-11-24T11:45");
        TestHome asked = on.asked().get(0);
        String episode = on.episodes(asked).get(0).id().hex();

        assertThat(asked.problem(new HelloAsk.Tell(null, episode, "missing", null))
                        .kind())
                .isEqualTo(Problem.Kind.INVALID);
        assertThat(asked.problem(new HelloAsk.Tell(null, episode, "seen", "2026-11-24T13:00"))
                        .sentence())
                .startsWith("That time is still to come.");
        assertThat(asked.problem(new HelloAsk.Tell(null, "0123456789", "seen", null))
                        .kind())
                .isEqualTo(Problem.Kind.NOT_FOUND);
        on.saysHello(rosa);
        assertThat(asked.problem(new HelloAsk.Tell(null, episode, "seen", null)).sentence())
                .isEqualTo("That one is over. Thank you for looking in.");
    }

    @Test
    void more_than_three_days_away_take_the_picture_code() {
        on.withPlan();
        assertThat(rosa.problem(new HelloAsk.Rest(5, null, null)).sentence()).startsWith("A snooze lasts one to four");
        assertThat(rosa.problem(new HelloAsk.Rest(null, "2026-11-20", null)).sentence())
                .startsWith("That day is over");
        assertThat(rosa.problem(new HelloAsk.Rest(null, "2026-12-20", null)).sentence())
                .isEqualTo("More than three days away need your picture code.");
        assertThat(rosa.problem(new HelloAsk.SetCode("sun,moon", null)).kind()).isEqualTo(Problem.Kind.INVALID);

        rosa.done(new HelloAsk.SetCode("sun,cup,cup,bird", null), HeardView.class);

        assertThat(rosa.problem(new HelloAsk.SetCode("sun,sun,sun,sun", null)).kind())
                .isEqualTo(Problem.Kind.NOT_ALLOWED);
        assertThat(rosa.problem(new HelloAsk.Rest(null, "2026-12-20", "sun,sun,sun,sun"))
                        .kind())
                .isEqualTo(Problem.Kind.NOT_ALLOWED);
        rosa.done(new HelloAsk.Rest(null, "2026-12-20", "sun cup cup bird"), Views.class);
        assertThat(on.own(rosa).until()).startsWith("2026-12-20");
    }
}
