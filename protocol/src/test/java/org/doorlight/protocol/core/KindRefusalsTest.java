package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.doorlight.protocol.core.view.CommitmentView;
import org.doorlight.protocol.core.view.InvitationView;
import org.doorlight.protocol.core.view.RequestView;
import org.doorlight.protocol.core.view.RotaView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What makes no sense is answered in a kind sentence, and nothing is written (issue 5's bad inputs that other tests do not have). */
class KindRefusalsTest {
    private final TestStreet street = new TestStreet(62);
    private TestHome rosa;
    private TestHome ben;

    @BeforeEach
    void two_homes_on_a_street() {
        rosa = street.founder("Rosa");
        ben = street.joined("Ben", rosa);
        street.pass(3);
    }

    private static String member(TestHome home) {
        return home.circle().member().hex();
    }

    private static Ask.AddRequest ask(String title, List<String> to, Ask.ForFew few) {
        var slot = new Ask.SlotDraft("2026-11-26T18:00", "1h", 1);
        return new Ask.AddRequest(null, "small-thing", title, List.of(slot), List.of(), null, to, few);
    }

    private RequestView asks(TestHome home, String title, List<String> to) {
        RequestView request = home.done(ask(title, to, Ask.ForFew.NOTHING), RequestView.class);
        street.pass(2);
        return request;
    }

    private static TurnsAsk no(RequestView request) {
        return new TurnsAsk.SayNo(
                null, request.id().hex(), request.slots().get(0).id().hex());
    }

    private static long written(TestHome home) {
        return home.status().store().envelopes();
    }

    @Test
    void nobody_declines_what_their_own_home_asks() {
        RequestView lamp = asks(rosa, "Lamp", List.of());
        long before = written(rosa);

        Problem problem = rosa.problem(no(lamp));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT);
        assertThat(problem.sentence()).startsWith("That request is yours, and nobody asks you for it.");
        assertThat(written(rosa)).isEqualTo(before);
    }

    @Test
    void declining_what_needs_nobody_any_more_writes_nothing() {
        RequestView lamp = asks(rosa, "Lamp", List.of());
        rosa.done(new Ask.WithdrawRequest(null, lamp.id().hex()), RequestView.class);
        street.pass(2);
        long before = written(ben);

        assertThat(ben.list(no(lamp), InvitationView.class)).isEmpty();

        assertThat(written(ben)).isEqualTo(before);
    }

    @Test
    void nobody_asks_their_own_home_alone() {
        long before = written(rosa);

        Problem problem = rosa.problem(ask("Lamp", List.of(member(rosa)), Ask.ForFew.NOTHING));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID);
        assertThat(problem.sentence()).startsWith("That is this home itself.");
        assertThat(written(rosa)).isEqualTo(before);
        assertThat(rosa.requests()).isEmpty();
        var draft = new RotaAsk.Draft("grief", "meal", "Soup", "2026-11-26", "18:00", "1h", 1, null, List.of());
        assertThat(rosa.problem(new RotaAsk.Add(null, draft, null, List.of(member(rosa))))
                        .kind())
                .isEqualTo(Problem.Kind.INVALID);
        assertThat(rosa.list(new RotaAsk.ListRotas(null), RotaView.class)).isEmpty();
    }

    @Test
    void naming_oneself_beside_one_neighbour_is_asking_that_neighbour_by_name() {
        asks(rosa, "Lamp", List.of(member(rosa), member(ben)));

        Problem problem = rosa.problem(ask("Door", List.of(member(rosa), member(ben)), Ask.ForFew.NOTHING));

        assertThat(problem.sentence()).startsWith("You are asking them for something already.");
        assertThat(ben.titles()).containsExactly("Lamp");
        assertThat(ben.list(new TurnsAsk.ListInvitations(null), InvitationView.class))
                .extracting(InvitationView::byName)
                .containsExactly(true);
    }

    @Test
    void a_request_follows_none_but_an_earlier_one_of_the_same_home() {
        RequestView lamp = asks(rosa, "Lamp", List.of());
        long before = written(ben);

        Problem problem = ben.problem(ask(
                "Lamp again",
                List.of(),
                new Ask.ForFew(List.of(), null, lamp.id().hex())));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_ALLOWED);
        assertThat(problem.sentence()).contains("leave --follows out");
        assertThat(written(ben)).isEqualTo(before);
    }

    @Test
    void letting_somebody_go_who_has_handed_back_writes_nothing() {
        RequestView lamp = asks(rosa, "Lamp", List.of());
        CommitmentView yes = ben.offer(lamp);
        street.pass(2);
        ben.say(CareAsk.Word.HAND_BACK);
        street.pass(2);
        long before = written(rosa);

        rosa.done(new CareAsk.Choose(null, lamp.id().hex(), yes.id().hex(), false), RequestView.class);

        assertThat(written(rosa)).isEqualTo(before);
        assertThat(ben.commitment().state()).isEqualTo("HANDED_BACK");
    }
}
