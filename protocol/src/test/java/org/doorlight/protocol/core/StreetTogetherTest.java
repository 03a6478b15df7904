package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.doorlight.protocol.core.view.HeatView;
import org.doorlight.protocol.core.view.HelloPlanView;
import org.doorlight.protocol.core.view.RollCallView;
import org.doorlight.protocol.core.view.Views;
import org.junit.jupiter.api.Test;

/** Roll-calls, and hot, cold and stormy days, with whole nodes (HELLO §6). */
class StreetTogetherTest {
    private final HelloStreet on = new HelloStreet(66, "Ben", "Chidi", "Dora");
    private final TestHome rosa = on.rosa;
    private final TestHome ben = on.buddies.get(0);
    private final TestHome chidi = on.buddies.get(1);
    private final TestHome dora = on.buddies.get(2);

    // ---- roll-call

    private RollCallView call(TestHome home) {
        return (RollCallView)
                home.done(new StreetAsk.ShowRollCall(null), Views.class).items().get(0);
    }

    private RollCallView starts(TestHome home) {
        return home.done(new StreetAsk.StartRollCall(null), RollCallView.class);
    }

    private RollCallView answers(TestHome home, String word) {
        return home.done(new StreetAsk.AnswerRollCall(null, word), RollCallView.class);
    }

    private static List<String> names(List<RollCallView.Home> homes) {
        return homes.stream().map(RollCallView.Home::name).toList();
    }

    @Test
    void one_touch_each_and_everybody_reads_who_needs_a_hand() {
        on.withClock();
        assertThat(call(ben).state()).isEqualTo("NONE");

        starts(ben);
        on.street.pass(2);
        assertThat(call(chidi).state()).isEqualTo("OPEN");
        assertThat(call(chidi).by()).isEqualTo(on.member(ben));
        assertThat(on.events(chidi, "roll-call.changed")).isPositive();
        answers(chidi, "all-right");
        answers(dora, "need-a-hand");
        on.street.pass(2);

        for (TestHome home : List.of(rosa, ben, chidi, dora)) {
            assertThat(names(call(home).allRight())).containsExactly("Chidi");
            assertThat(names(call(home).needHand())).containsExactly("Dora");
            assertThat(names(call(home).notHeard())).containsExactlyInAnyOrder("Ben", "Rosa");
        }
        assertThat(call(dora).words()).contains("you need a hand", "112");

        answers(dora, "all-right");
        on.street.pass(2);
        assertThat(call(rosa).needHand()).isEmpty();
        assertThat(names(call(rosa).allRight())).containsExactlyInAnyOrder("Chidi", "Dora");
    }

    @Test
    void two_roll_calls_that_were_started_apart_are_one() {
        on.withClock();
        on.street.partition(ben);
        starts(ben);
        answers(ben, "all-right");
        starts(chidi);
        answers(chidi, "need-a-hand");
        on.street.pass(2);

        on.street.heal();
        on.street.pass(10);

        for (TestHome home : List.of(rosa, ben, chidi, dora)) {
            assertThat(call(home))
                    .usingRecursiveComparison()
                    .ignoringFields("own", "words")
                    .isEqualTo(call(ben));
            assertThat(names(call(home).allRight())).containsExactly("Ben");
            assertThat(names(call(home).needHand())).containsExactly("Chidi");
        }
        answers(dora, "all-right");
        on.street.pass(2);
        ben.done(new StreetAsk.EndRollCall(null), RollCallView.class);
        on.street.pass(2);
        assertThat(call(rosa).state()).as("Chidi's goes on").isEqualTo("OPEN");
        assertThat(names(call(rosa).allRight())).contains("Dora");
        assertThat(starts(dora).by()).as("whoever asks now joins in").isEqualTo(on.member(chidi));
    }

    @Test
    void it_ends_by_itself_and_is_shown_no_more_after_three_days() {
        on.withClock();
        starts(ben);
        answers(ben, "all-right");
        on.street.pass(2);

        on.until("2026-11-24T12:05");
        assertThat(call(chidi).state()).isEqualTo("OVER");
        assertThat(names(call(chidi).allRight())).containsExactly("Ben");
        assertThat(chidi.problem(new StreetAsk.AnswerRollCall(null, "all-right"))
                        .kind())
                .isEqualTo(Problem.Kind.NOT_FOUND);

        on.until("2026-11-26T12:05");
        assertThat(call(chidi).state()).isEqualTo("NONE");
        assertThat(call(chidi).allRight()).isEmpty();
    }

    @Test
    void whoever_needs_a_hand_need_not_look_at_a_clock_first() {
        on.withClock();
        starts(ben);
        on.street.pass(2);
        on.street.partition(dora);
        dora.restart();
        assertThat(dora.status().node().clock()).isEqualTo("UNSURE");

        assertThat(answers(dora, "need-a-hand").own()).isEqualTo("NEED_A_HAND");
        on.street.heal();
        on.street.pass(10);

        assertThat(names(call(ben).needHand())).containsExactly("Dora");
    }

    @Test
    void what_cannot_be_done_is_said_kindly() {
        assertThat(ben.problem(new StreetAsk.StartRollCall(null)).sentence())
                .startsWith("This box isn't sure of the time.");
        on.withClock();
        assertThat(ben.problem(new StreetAsk.AnswerRollCall(null, "all-right")).sentence())
                .startsWith("Nobody asks just now.");
        starts(ben);
        on.street.pass(2);
        assertThat(chidi.problem(new StreetAsk.AnswerRollCall(null, "so-so")).kind())
                .isEqualTo(Problem.Kind.INVALID);
        assertThat(chidi.problem(new StreetAsk.EndRollCall(null)).kind()).isEqualTo(Problem.Kind.NOT_ALLOWED);
    }

    @Test
    void part_of_the_street_off_offers_a_roll_call() {
        TestHome emil = on.street.joined("Emil", rosa);
        TestHome finn = on.street.joined("Finn", rosa);
        for (TestHome home : List.of(emil, finn)) {
            home.knows(rosa, ben, chidi, dora);
            home.restart();
        }
        for (String name : List.of("Gül", "Hana", "Ivo", "Jun")) {
            TestHome home = on.street.joined(name, rosa);
            home.knows(rosa, ben, chidi, dora, emil, finn);
            home.restart();
        }
        on.street.pass(10);
        on.withClock();
        assertThat(call(rosa).offered()).isFalse();

        List.of(ben, chidi, dora).forEach(TestHome::switchOff);
        on.street.goBy(61 * 60);
        on.street.pass(3);
        on.street.goBy(60);
        on.street.pass(3);

        assertThat(call(rosa).offered()).isTrue();
        assertThat(call(rosa).words()).startsWith("Part of the street is off.");
        assertThat(on.events(rosa, "roll-call.changed")).isPositive();
        starts(rosa);
        assertThat(call(rosa).offered()).isFalse();
    }

    // ---- hot, cold and stormy days

    private HeatView heat(TestHome home) {
        return (HeatView)
                home.done(new StreetAsk.ShowHeat(null), Views.class).items().get(0);
    }

    private void planWithHeat(String... allow) {
        HelloAsk.PlanDraft usual = on.draft("07:00-10:00");
        rosa.done(
                new HelloAsk.SetPlan(
                        null,
                        new HelloAsk.PlanDraft(
                                null,
                                usual.windows(),
                                List.of("15:00-16:00", "19:00-20:00"),
                                null,
                                usual.buddies(),
                                new HelloAsk.PlanBounds(null, null, List.of(allow)),
                                true)),
                HelloPlanView.class);
        on.street.pass(3);
        on.buddies.forEach(buddy -> on.agrees(buddy, true));
        on.street.pass(3);
    }

    @Test
    void on_hot_days_those_who_agreed_are_expected_more_often_from_the_next_time_on() {
        on.withClock();
        planWithHeat("heat");
        on.until("2026-11-24T08:00");
        on.saysHello(rosa);
        on.until("2026-11-24T17:30");
        assertThat(on.events(rosa, "hello.nudge")).as("ordinary days").isZero();

        rosa.done(new StreetAsk.SetHeat(null, "heat", null), HeatView.class);
        on.until("2026-11-24T18:30");
        assertThat(heat(ben).mode()).isEqualTo("HEAT");
        assertThat(heat(ben).until()).startsWith("2026-11-27T17:");
        assertThat(on.events(ben, "heat.changed")).isEqualTo(1);
        assertThat(on.asked())
                .as("a time that was over before anybody spoke of heat")
                .isEmpty();
        on.buddies.forEach(buddy -> assertThat(on.rosaAt(buddy).state()).isEqualTo("HEARD"));

        on.until("2026-11-24T21:41");
        assertThat(on.events(rosa, "hello.nudge")).isEqualTo(3);
        assertThat(on.asked()).hasSize(1);
        on.saysHello(rosa);
        assertThat(on.asked()).isEmpty();
    }

    @Test
    void nobody_is_expected_more_often_without_their_own_yes_nor_after_it_has_ended() {
        on.withClock();
        planWithHeat("silent-box");
        rosa.done(new StreetAsk.SetHeat(null, "storm", 5), HeatView.class);
        on.until("2026-11-23T21:45");

        assertThat(on.events(rosa, "hello.nudge")).isZero();
        assertThat(on.asked()).isEmpty();
        assertThat(heat(chidi).mode()).isEqualTo("NONE");

        planWithHeat("heat");
        rosa.done(new StreetAsk.SetHeat(null, "cold", null), HeatView.class);
        on.street.pass(2);
        rosa.done(new StreetAsk.EndHeat(null), HeatView.class);
        on.street.pass(2);
        assertThat(heat(dora).mode()).isEqualTo("NONE");
        on.until("2026-11-24T08:00");
        on.saysHello(rosa);
        on.until("2026-11-24T21:45");
        assertThat(on.events(rosa, "hello.nudge")).isZero();
    }

    @Test
    void stewards_say_it_and_for_three_days_at_most() {
        on.withClock();

        assertThat(ben.problem(new StreetAsk.SetHeat(null, "heat", null)).kind())
                .isEqualTo(Problem.Kind.NOT_ALLOWED);
        assertThat(rosa.problem(new StreetAsk.SetHeat(null, "mild", null)).kind())
                .isEqualTo(Problem.Kind.INVALID);
        assertThat(rosa.problem(new StreetAsk.SetHeat(null, "heat", 73)).kind()).isEqualTo(Problem.Kind.INVALID);
        assertThat(heat(ben).mode()).isEqualTo("NONE");
    }
}
