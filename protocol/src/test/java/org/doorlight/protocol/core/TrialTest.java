package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What native code has not seen is noted before it sees it, and looked at with care after a sudden end (PROTOCOL §6). */
class TrialTest {
    private final TestStreet street = new TestStreet(41);
    private final TestHome ana = street.founder("Ana");
    private final TestHome ben = street.joined("Ben", ana);

    @BeforeEach
    void allIsQuiet() {
        street.pass(5);
        assertThat(ben.archive().records(Shelf.TRIAL)).isEmpty();
    }

    /** Ben's box stores Ana's request and loses its power before it has looked into it. */
    private void endSuddenly() {
        street.post(ana, "Soup");
        for (int step = 0; step < 100 && ben.archive().records(Shelf.TRIAL).isEmpty(); step++) {
            street.deliver(1);
        }
        assertThat(ben.archive().records(Shelf.TRIAL))
                .as("a note is there before")
                .hasSize(1);
        assertThat(ben.titles()).isEmpty();
        ben.switchOff();
    }

    @Test
    void after_a_power_cut_the_document_is_tried_elsewhere_and_then_read() {
        endSuddenly();

        ben.switchOn();
        street.pass(5);

        assertThat(ben.trials()).isEqualTo(1);
        assertThat(ben.titles()).containsExactly("Soup");
        assertThat(ben.archive().records(Shelf.TRIAL)).isEmpty();
        assertThat(ben.status().quarantined()).isZero();
        ben.restart();
        street.pass(5);
        assertThat(ben.trials()).as("once").isEqualTo(1);
    }

    @Test
    void nobody_else_is_needed_to_read_it_again() {
        endSuddenly();
        street.cut(ana, ben);

        ben.switchOn();
        street.pass(5);

        assertThat(ben.titles()).containsExactly("Soup");
        street.heal();
        long envelopes = ben.archive().size().envelopes();
        street.pass(40);
        assertThat(ben.archive().size().envelopes())
                .as("and nothing is stored twice")
                .isEqualTo(envelopes);
    }

    @Test
    void a_document_that_ends_the_process_twice_is_left_alone_and_still_passed_on() {
        endSuddenly();
        ben.trialsAbort();

        ben.switchOn();
        street.pass(5);
        TestHome carla = street.joined("Carla", ben);
        street.partition(ben, carla);
        street.post(ben, "Bread");
        street.pass(5);

        assertThat(ben.trials()).isEqualTo(2);
        assertThat(ben.titles()).containsExactly("Bread");
        assertThat(ben.status().quarantined()).isEqualTo(1);
        assertThat(carla.titles()).as("its own node reads it").containsExactly("Soup", "Bread");

        ben.restart();
        street.pass(5);
        assertThat(ben.trials()).as("not again with the same program").isEqualTo(2);
        assertThat(ben.status().quarantined()).isEqualTo(1);
        assertThat(ben.titles()).containsExactly("Bread");
    }

    @Test
    void another_version_of_the_program_tries_again() {
        endSuddenly();
        ben.trialsAbort();
        ben.switchOn();
        street.pass(5);
        assertThat(ben.status().quarantined()).isEqualTo(1);

        ben.upgrade();
        ben.restart();
        street.pass(5);

        assertThat(ben.status().quarantined()).isZero();
        assertThat(ben.titles()).containsExactly("Soup");
    }
}
