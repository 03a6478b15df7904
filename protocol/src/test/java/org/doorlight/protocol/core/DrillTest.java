package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.doorlight.protocol.core.view.DrillView;
import org.junit.jupiter.api.Test;

/** Rehearsing with a pretend neighbour: the real ladder, and nothing of it stays (HELLO §6). */
class DrillTest {
    private final HelloStreet on = new HelloStreet(67, "Ben", "Chidi");
    private final TestHome ben = on.buddies.get(0);

    private DrillView starts() {
        return ben.done(new StreetAsk.StartDrill(), DrillView.class);
    }

    private DrillView shows(TestHome home) {
        return home.done(new StreetAsk.ShowDrill(), DrillView.class);
    }

    private DrillView says(String word) {
        return ben.done(new StreetAsk.AnswerDrill(word), DrillView.class);
    }

    private void later(int seconds) {
        on.street.goBy(seconds - 1);
        on.street.pass(1);
    }

    @Test
    void an_hour_of_the_ladder_takes_a_minute_and_every_word_says_that_it_is_a_rehearsal() {
        DrillView first = starts();
        assertThat(first.level()).isEqualTo("ask");
        assertThat(first.asked()).isTrue();
        assertThat(first.words())
                .isEqualTo(
                        "This is a rehearsal. Nobody is quiet. Robin's box hasn't had a hello today. Could you ring or wave?");

        assertThat(says("will-go").words()).startsWith("This is a rehearsal.").contains("You are looking in on Robin.");
        later(4 * 60 + 10);
        assertThat(shows(ben).level()).isEqualTo("knock");
        later(60);
        assertThat(shows(ben).level()).isEqualTo("decide");
        assertThat(on.events(ben, "drill.changed")).isGreaterThanOrEqualTo(3);

        DrillView over = says("spoke");
        assertThat(over.state()).isEqualTo("OVER");
        assertThat(over.words()).startsWith("This is a rehearsal.").contains("You spoke with Robin at");
        assertThat(ben.problem(new StreetAsk.AnswerDrill("seen")).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
    }

    @Test
    void nobody_else_hears_of_it_and_nothing_of_it_stays() {
        on.withClock().withPlan();
        String bensBefore = ben.archive().size().toString();
        String rosasBefore = on.rosa.archive().size().toString();

        starts();
        says("knocking");
        later(90);
        says("no-answer");
        later(90);

        assertThat(on.episodes(ben)).isEmpty();
        assertThat(on.rosaAt(ben).episode()).isNull();
        assertThat(shows(on.rosa).state()).isEqualTo("NONE");
        assertThat(on.asked()).isEmpty();
        assertThat(ben.archive().size()).hasToString(bensBefore);
        assertThat(on.rosa.archive().size()).hasToString(rosasBefore);
        ben.restart();
        assertThat(shows(ben).state()).isEqualTo("NONE");
    }

    @Test
    void it_ends_when_somebody_says_so_and_after_an_hour() {
        starts();
        assertThat(ben.done(new StreetAsk.EndDrill(), DrillView.class).words()).isEqualTo("There is no rehearsal.");
        assertThat(on.events(ben, "drill.changed")).isEqualTo(2);

        starts();
        assertThat(ben.problem(new StreetAsk.AnswerDrill("maybe")).kind()).isEqualTo(Problem.Kind.INVALID);
        later(61 * 60);
        assertThat(shows(ben).state()).isEqualTo("NONE");
    }
}
