package org.doorlight.protocol.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorlight.protocol.charter.Charter.Receipt.ADDED;
import static org.doorlight.protocol.charter.Charter.Receipt.REFUSED;
import static org.doorlight.protocol.wire.Limits.DEVICES_OF_MEMBER_MAX;

import java.util.Optional;
import java.util.TreeSet;
import org.doorlight.protocol.charter.TestCircle.Ticket;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.replica.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A member's devices: how another one comes in, and what it may (PROTOCOL §2). */
class DevicesTest {
    private final TestCircle circle = TestCircle.founded(1);
    private final Charter charter = circle.charter();
    private final Identity founder = circle.founder();

    @ParameterizedTest
    @EnumSource(Role.class)
    void another_device_stands_beside_the_first_as_the_same_member_in_the_same_role(Role role) {
        Identity laptop = circle.joined(role);
        Identity phone = circle.somebody();

        Statement addition = circle.addDevice(charter, laptop, phone);

        MemberId member = TestCircle.memberOf(charter, laptop);
        assertThat(charter.resolved().device(phone.device()))
                .contains(new Standing(phone.keys(), member, role, addition.id()));
        assertThat(charter.resolved().device(laptop.device())).isPresent();
        assertThat(charter.resolved().members()).hasSize(2);
        assertThat(TestCircle.copyOf(charter).resolved()).isEqualTo(charter.resolved());
    }

    @Test
    void a_device_that_was_added_speaks_for_its_member() {
        Identity laptop = circle.joined(Role.MEMBER);
        Identity phone = circle.somebody();
        circle.addDevice(charter, laptop, phone);

        Ticket ticket = circle.invite(charter, phone, Role.MEMBER);
        Identity guest = circle.somebody();
        Identity watch = circle.somebody();
        circle.admit(charter, phone, ticket, guest);
        circle.addDevice(charter, phone, watch);

        assertThat(charter.resolved().device(guest.device())).isPresent();
        assertThat(TestCircle.memberOf(charter, watch)).isEqualTo(TestCircle.memberOf(charter, laptop));
        Ticket open = circle.invite(charter, phone, Role.READER);
        Standing first = charter.resolved().device(laptop.device()).orElseThrow();
        assertThat(charter.openInvitesOf(first)).containsOnlyKeys(open.invite());
    }

    @Test
    void a_reader_adds_a_device_that_reads_and_no_more() {
        Identity reader = circle.joined(Role.READER);
        Identity phone = circle.somebody();
        circle.addDevice(charter, reader, phone);

        Ticket ticket = circle.invite(charter, phone, Role.READER);

        assertThat(charter.resolved().readers()).containsKey(phone.device());
        assertThat(charter.resolved().openInvites()).doesNotContainKey(ticket.invite());
    }

    @Test
    void nobody_adds_a_device_to_another_member() {
        Identity ana = circle.joined(Role.MEMBER);
        Identity ben = circle.joined(Role.MEMBER);
        Identity phone = circle.somebody();

        charter.declare(ben.device(), ben.signing(), circle.addition(TestCircle.memberOf(charter, ana), phone));

        assertThat(charter.resolved().device(phone.device())).isEmpty();
    }

    @Test
    void nobody_takes_keys_whose_holder_has_not_consented() {
        Identity ana = circle.joined(Role.MEMBER);
        Identity phone = circle.somebody();
        MemberId founders = TestCircle.memberOf(charter, founder);
        MemberId anas = TestCircle.memberOf(charter, ana);
        Declaration.AddDevice toAna = circle.addition(anas, phone);
        Declaration.AddDevice byFounder = Consents.give(founder.signing(), charter.circle(), founders, phone.keys());
        Declaration.AddDevice elsewhere =
                Consents.give(phone.signing(), TestCircle.founded(2).charter().circle(), founders, phone.keys());
        DeviceKeys swapped = new DeviceKeys(phone.keys().signing(), ana.keys().agreement());

        assertThat(said(new Declaration.AddDevice(founders, phone.keys(), toAna.consent())))
                .isEqualTo(REFUSED);
        assertThat(said(new Declaration.AddDevice(anas, swapped, toAna.consent())))
                .isEqualTo(REFUSED);
        assertThat(said(byFounder)).isEqualTo(REFUSED);
        assertThat(said(elsewhere)).isEqualTo(REFUSED);
        assertThat(said(circle.addition(founders, phone))).isEqualTo(ADDED);
    }

    @Test
    void a_device_with_keys_worth_nothing_is_not_let_in() {
        Identity phone = circle.somebody();
        MemberId founders = TestCircle.memberOf(charter, founder);
        DeviceKeys weak = new DeviceKeys(phone.keys().signing(), Bytes32.ZERO);

        assertThat(said(Consents.give(phone.signing(), charter.circle(), founders, weak)))
                .isEqualTo(REFUSED);
    }

    @Test
    void a_device_that_is_in_already_does_not_change_to_another_member() {
        Identity ana = circle.joined(Role.MEMBER);
        Identity ben = circle.joined(Role.READER);

        circle.addDevice(charter, ana, ben);

        assertThat(charter.resolved().device(ben.device()).map(Standing::role)).contains(Role.READER);
        assertThat(TestCircle.memberOf(charter, ben)).isNotEqualTo(TestCircle.memberOf(charter, ana));
    }

    @Test
    void what_falls_with_its_member_are_all_its_devices() {
        Identity ana = circle.joined(Role.MEMBER);
        Ticket ticket = circle.invite(charter, founder, Role.MEMBER);
        Charter anas = TestCircle.copyOf(charter);
        Identity one = circle.somebody();
        Identity other = circle.somebody();
        Identity phoneOfOne = circle.somebody();
        Identity phoneOfOther = circle.somebody();
        StatementId ofOne = circle.admit(charter, founder, ticket, one).id();
        StatementId ofOther = circle.admit(anas, ana, ticket, other).id();
        circle.addDevice(charter, one, phoneOfOne);
        circle.addDevice(anas, other, phoneOfOther);

        TestCircle.tell(anas, charter);
        TestCircle.tell(charter, anas);

        boolean oneStands = ofOne.compareTo(ofOther) < 0;
        assertThat(charter.resolved().device(phoneOfOne.device()).isPresent()).isEqualTo(oneStands);
        assertThat(charter.resolved().device(phoneOfOther.device()).isPresent()).isEqualTo(!oneStands);
        assertThat(anas.resolved()).isEqualTo(charter.resolved());
    }

    @Test
    void a_member_has_so_many_devices_and_no_more() {
        Identity laptop = circle.joined(Role.MEMBER);
        MemberId member = TestCircle.memberOf(charter, laptop);
        Identity last = laptop;
        for (int devices = 1; devices < DEVICES_OF_MEMBER_MAX; devices++) {
            Identity next = circle.somebody();
            circle.addDevice(charter, last, next);
            last = next;
        }
        Identity tooMany = circle.somebody();
        circle.addDevice(charter, last, tooMany);

        assertThat(charter.resolved().device(tooMany.device())).isEmpty();
        assertThat(charter.resolved().devices().values())
                .filteredOn(standing -> standing.member().equals(member))
                .hasSize(DEVICES_OF_MEMBER_MAX);
    }

    /** The founder's next statement, as another node takes it. */
    private Charter.Receipt said(Declaration declaration) {
        Optional<Statement> before = charter.all().stream()
                .filter(statement -> statement.device().equals(founder.device()))
                .reduce((earlier, later) -> later);
        var place = new Statement.Place(
                charter.circle().value(),
                founder.device(),
                before.orElseThrow().sequence() + 1,
                before.orElseThrow().id(),
                new TreeSet<>(charter.heads()));
        return TestCircle.copyOf(charter).add(Statement.write(place, declaration, founder.signing()));
    }
}
