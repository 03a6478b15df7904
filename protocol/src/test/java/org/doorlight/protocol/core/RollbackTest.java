package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorlight.protocol.wire.Limits.DEVICES_OF_MEMBER_MAX;

import java.util.List;
import org.doorlight.protocol.core.view.Event;
import org.doorlight.protocol.core.view.MemberView;
import org.doorlight.protocol.core.view.RequestView;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.id.DeviceId;
import org.junit.jupiter.api.Test;

/** A home that was put back from an older copy, or copied, notices and takes new device keys before it writes (PROTOCOL §1). */
class RollbackTest {
    private static final String DOOR = "green door, ring twice";

    private final TestStreet street = new TestStreet(11);
    private final TestHome ana = street.founder("Ana");
    private final TestHome ben = street.joined("Ben", ana);
    private final TestHome carla = street.joined("Carla", ana);

    // ---- put back

    @Test
    void a_home_put_back_learns_from_a_neighbour_and_takes_new_keys() {
        TestArchive older = ben.archive().copy();
        DeviceId before = ben.identity().device();
        street.post(ben, "Soup", DOOR);
        street.pass(2);

        ben.putBack(older);
        street.pass(10);

        assertThat(ben.identity().device()).isNotEqualTo(before);
        assertThat(devicesOfBen(ana)).hasSize(2).contains(before, ben.identity().device());
        assertThat(ben.titles()).contains("Soup");
        assertThat(ben.request("Soup").door()).isEqualTo(DOOR);
        assertThat(ben.status().renewed()).isEqualTo(1);
        assertThat(ben.events()).extracting(Event::type).contains("keys.renewed");
        everybodySeesTheSame();
    }

    @Test
    void what_it_says_next_is_said_by_the_new_device_and_arrives_everywhere() {
        TestArchive older = ben.archive().copy();
        street.post(ben, "Soup", null);
        street.pass(2);
        ben.putBack(older);
        street.pass(10);

        RequestView bread = street.post(ben, "Bread", DOOR);
        street.pass(2);

        assertThat(authorsOf(ana, bread)).containsExactly(ben.identity().device());
        assertThat(ana.titles()).contains("Soup", "Bread");
        assertThat(ben.request("Bread").door()).isEqualTo(DOOR);
        everybodySeesTheSame();
        nobodySaidOneNumberTwice();
    }

    @Test
    void the_new_device_goes_on_in_the_documents_of_the_old_one() {
        TestArchive older = ben.archive().copy();
        RequestView soup = street.post(ben, "Soup", null);
        street.pass(2);
        ben.putBack(older);
        street.pass(10);

        ben.done(new Ask.WithdrawRequest(null, soup.id().hex()), RequestView.class);
        street.pass(2);

        assertThat(carla.request("Soup").state()).isEqualTo("WITHDRAWN");
        assertThat(authorsOf(ana, soup))
                .hasSize(2)
                .last()
                .isEqualTo(ben.identity().device());
        everybodySeesTheSame();
    }

    @Test
    void a_store_that_was_noticed_at_the_start_says_nothing_with_the_old_keys_even_if_nobody_is_near() {
        TestArchive older = ben.archive().copy();
        DeviceId before = ben.identity().device();
        street.post(ben, "Soup", null);
        street.pass(2);
        street.partition(ben);
        ben.putBackNoticed(older);
        street.pass(10);
        assertThat(ben.identity().device()).as("it waits for a neighbour").isEqualTo(before);

        RequestView bread = street.post(ben, "Bread", null);
        assertThat(ben.identity().device()).isNotEqualTo(before);
        assertThat(authorsOf(ben, bread)).containsExactly(ben.identity().device());

        street.heal();
        street.pass(20);
        assertThat(ben.titles()).contains("Soup", "Bread");
        assertThat(devicesOfBen(ana)).hasSize(2);
        everybodySeesTheSame();
        nobodySaidOneNumberTwice();
    }

    @Test
    void a_store_that_was_noticed_at_the_start_takes_new_keys_as_soon_as_a_neighbour_has_told_what_it_knows() {
        TestArchive older = ben.archive().copy();
        DeviceId before = ben.identity().device();

        ben.putBackNoticed(older);
        street.pass(10);

        assertThat(ben.identity().device()).isNotEqualTo(before);
        ben.restart();
        street.pass(5);
        assertThat(devicesOfBen(ana)).as("once is enough").hasSize(2);
        everybodySeesTheSame();
    }

    @Test
    void doubt_survives_a_restart() {
        TestArchive older = ben.archive().copy();
        DeviceId before = ben.identity().device();
        street.partition(ben);
        ben.putBackNoticed(older);

        ben.restart();
        street.post(ben, "Bread", null);

        assertThat(ben.identity().device()).isNotEqualTo(before);
        assertThat(ben.archive().records(Shelf.GENERATION)).isEmpty();
    }

    @Test
    void what_was_said_with_the_old_keys_before_it_noticed_is_not_lost() {
        TestArchive older = ben.archive().copy();
        street.post(ben, "Soup", null);
        street.pass(2);
        street.partition(ben);
        ben.putBack(older);
        street.post(ben, "Bread", null);

        street.heal();
        street.pass(20);

        assertThat(carla.titles()).contains("Soup", "Bread");
        assertThat(ben.identity().earlier()).hasSize(1);
        everybodySeesTheSame();
    }

    @Test
    void a_statement_it_does_not_remember_tells_as_well() {
        TestArchive older = ben.archive().copy();
        DeviceId before = ben.identity().device();
        street.invite(ben, "member");
        street.pass(2);

        ben.putBack(older);
        street.pass(10);

        assertThat(ben.identity().device()).isNotEqualTo(before);
        assertThat(devicesOfBen(carla)).hasSize(2);
        everybodySeesTheSame();
    }

    @Test
    void a_home_put_back_behind_its_own_new_keys_takes_newer_ones() {
        TestArchive older = ben.archive().copy();
        street.post(ben, "Soup", DOOR);
        street.pass(2);
        ben.putBack(older);
        street.pass(10);
        street.post(ben, "Bread", DOOR);
        street.pass(2);

        ben.putBack(older);
        street.pass(10);
        street.post(ben, "Cake", null);
        street.pass(2);

        assertThat(devicesOfBen(ana)).hasSize(3);
        assertThat(ana.titles()).contains("Soup", "Bread", "Cake");
        everybodySeesTheSame();
        nobodySaidOneNumberTwice();
    }

    @Test
    void whoever_restarts_in_good_order_keeps_the_keys() {
        DeviceId before = ben.identity().device();
        street.post(ben, "Soup", null);
        street.pass(2);

        ben.restart();
        street.pass(40);

        assertThat(ben.identity().device()).isEqualTo(before);
        assertThat(ben.status().renewed()).isZero();
    }

    @Test
    void a_home_that_dials_itself_keeps_the_keys() {
        DeviceId before = ben.identity().device();

        ben.knows(ben, ana);
        ben.restart();
        street.pass(60);

        assertThat(ben.identity().device()).isEqualTo(before);
    }

    @Test
    void a_circle_without_room_for_more_devices_says_so_in_plain_words() {
        TestArchive older = ben.archive().copy();
        for (int times = 1; times < DEVICES_OF_MEMBER_MAX; times++) {
            ben.putBackNoticed(older);
            street.pass(8);
        }
        assertThat(devicesOfBen(ana)).hasSize(DEVICES_OF_MEMBER_MAX);

        ben.putBackNoticed(older);
        street.pass(8);

        var slot = new Ask.SlotDraft("2026-11-24T18:00", "1h", 1);
        var ask = new Ask.AddRequest(null, "meal", "Bread", List.of(slot), List.of(), null, List.of());
        assertThat(ben.problem(ask).sentence()).contains("Ask a neighbour to invite it anew");
    }

    // ---- copied

    @Test
    void of_a_home_that_was_copied_and_runs_twice_both_go_on_as_devices_of_one_member() {
        ben.restart();
        TestHome twin = street.copyOf(ben, "Ben's twin");
        street.pass(5);

        street.post(ben, "Soup", DOOR);
        street.pass(20);
        street.post(twin, "Bread", null);
        street.post(ben, "Cake", null);
        street.pass(20);

        assertThat(twin.identity().device()).isNotEqualTo(ben.identity().device());
        assertThat(ana.titles()).contains("Soup", "Bread", "Cake");
        assertThat(ana.members()).extracting(MemberView::name).containsExactlyInAnyOrder("Ana", "Ben", "Carla");
        assertThat(twin.request("Soup").door()).isEqualTo(DOOR);
        everybodySeesTheSame();
        assertThat(twin.board()).isEqualTo(ana.board());
    }

    @Test
    void a_copy_that_dials_the_home_it_was_copied_from_is_noticed_before_either_has_spoken() {
        TestHome twin = street.copyOf(ben, "Ben's twin");
        street.partition(ben, twin);
        twin.knows(ben);
        twin.restart();
        street.pass(10);

        assertThat(twin.identity().device()).isNotEqualTo(ben.identity().device());
        street.post(twin, "Bread", null);
        street.post(ben, "Cake", null);
        street.pass(10);

        assertThat(ben.titles()).contains("Bread", "Cake");
        street.heal();
        street.pass(20);
        everybodySeesTheSame();
        nobodySaidOneNumberTwice();
    }

    @Test
    void a_few_who_are_written_to_read_with_the_keys_they_have_now() {
        TestArchive older = carla.archive().copy();
        street.post(carla, "Soup", null);
        street.pass(2);
        carla.putBack(older);
        street.pass(10);

        var slot = new Ask.SlotDraft("2026-11-24T18:00", "1h", 1);
        String id = idOf("Carla");
        ben.done(
                new Ask.AddRequest(null, "meal", "For Carla", List.of(slot), List.of(), null, List.of(id)),
                RequestView.class);
        street.pass(2);

        assertThat(carla.titles()).contains("For Carla");
        assertThat(ana.titles()).doesNotContain("For Carla");
    }

    // ---- what is looked at

    private String idOf(String name) {
        return ben.members().stream()
                .filter(member -> member.name().equals(name))
                .map(member -> member.id().hex())
                .findFirst()
                .orElseThrow();
    }

    private static List<DeviceId> devicesOfBen(TestHome at) {
        return at.members().stream()
                .filter(member -> member.name().equals("Ben"))
                .flatMap(member -> member.devices().stream())
                .toList();
    }

    private static List<DeviceId> authorsOf(TestHome at, RequestView request) {
        return at.archive().envelopes().stream()
                .filter(stored -> stored.document().equals(request.id()))
                .map(stored -> stored.filed().device())
                .toList();
    }

    private void everybodySeesTheSame() {
        for (TestHome home : List.of(ben, carla)) {
            assertThat(home.board()).isEqualTo(ana.board());
            assertThat(home.archive().envelopes()).hasSameSizeAs(ana.archive().envelopes());
        }
    }

    private void nobodySaidOneNumberTwice() {
        assertThat(ana.archive().envelopes().stream()
                        .map(stored -> Envelope.parse(stored.filed().bytes()).orElseThrow())
                        .map(envelope -> envelope.header().device().hex() + " "
                                + envelope.header().serial()))
                .doesNotHaveDuplicates();
    }
}
