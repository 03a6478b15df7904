package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.doorlight.protocol.care.turns.SelfFacts;
import org.doorlight.protocol.core.view.MemberView;
import org.doorlight.protocol.core.view.RequestView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "Not this person", with whole nodes (CARE P22). */
class PassOverTest {
    private final TestStreet street = new TestStreet(58);
    private TestHome rosa;
    private TestHome ben;
    private TestHome chidi;

    @BeforeEach
    void rosa_would_rather_not_have_ben() {
        rosa = street.founder("Rosa");
        ben = street.joined("Ben", rosa);
        chidi = street.joined("Chidi", rosa);
        street.pass(3);
        assertThat(rosa.list(passOver(ben, true), MemberView.class))
                .extracting(MemberView::name)
                .containsExactly("Ben");
        street.pass(2);
    }

    private static TurnsAsk.PassOver passOver(TestHome home, boolean set) {
        return new TurnsAsk.PassOver(null, home.circle().member().hex(), set);
    }

    private RequestView soup() {
        RequestView soup = street.post(rosa, "Soup", "Ring twice");
        street.pass(2);
        return soup;
    }

    @Test
    void who_comes_after_is_accepted_and_the_other_stands_by_like_any_spare() {
        RequestView soup = soup();
        ben.offer(soup);
        street.pass(2);
        assertThat(ben.commitment().state()).isEqualTo("HOLDING");

        chidi.offer(soup);
        street.pass(2);

        assertThat(chidi.commitment().state()).isEqualTo("CONFIRMED");
        assertThat(ben.commitment().state()).isEqualTo("STANDBY");
        assertThat(ben.commitment().door()).isNull();
        street.skip(7);
        street.pass(61);
        assertThat(ben.commitment().state()).isEqualTo("STANDBY");
    }

    @Test
    void with_nobody_else_there_comes_an_ordinary_release_after_one_to_six_hours() {
        ben.offer(soup());
        street.pass(61);
        street.skip(1);
        street.pass(2);
        int hours = 1;
        while (ben.commitment().state().equals("HOLDING") && hours < 8) {
            street.skip(1);
            street.pass(2);
            hours++;
        }

        assertThat(hours).isBetween(2, 7);
        assertThat(ben.commitment().state()).isEqualTo("RELEASED");
        assertThat(ben.commitment().words()).isEqualTo("No longer needed. Thank you for being there.");
        assertThat(ben.commitment().door()).isNull();
        assertThat(rosa.request("Soup").state()).isEqualTo("OPEN");
    }

    @Test
    void whoever_is_taken_off_the_list_is_accepted() {
        ben.offer(soup());
        street.pass(2);

        assertThat(rosa.list(passOver(ben, false), MemberView.class)).isEmpty();
        street.pass(2);

        assertThat(ben.commitment().state()).isEqualTo("CONFIRMED");
    }

    @Test
    void the_list_outlives_a_restart_and_is_readable_nowhere_else() {
        rosa.restart();
        assertThat(rosa.list(new TurnsAsk.ListPassedOver(null), MemberView.class))
                .hasSize(1);
        assertThat(ben.list(new TurnsAsk.ListPassedOver(null), MemberView.class))
                .isEmpty();
        assertThat(TurnsTest.readable(rosa, SelfFacts.SELF)).hasSize(1);
        assertThat(TurnsTest.readable(ben, SelfFacts.SELF)).isEmpty();
        assertThat(TurnsTest.readable(chidi, SelfFacts.SELF)).isEmpty();
    }

    @Test
    void nobody_passes_over_itself() {
        assertThat(rosa.problem(passOver(rosa, true)).sentence()).startsWith("That is this home itself.");
        assertThat(rosa.problem(new TurnsAsk.PassOver(null, "ffff", true)).sentence())
                .startsWith("There is no member with that id here");
    }
}
