package org.doorlight.protocol.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorlight.protocol.charter.Charter.Receipt.ADDED;
import static org.doorlight.protocol.charter.Charter.Receipt.GAP;
import static org.doorlight.protocol.charter.Charter.Receipt.KNOWN;
import static org.doorlight.protocol.charter.Charter.Receipt.REFUSED;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.doorlight.protocol.charter.TestCircle.Ticket;
import org.doorlight.protocol.crypto.InviteKeys;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.replica.Identity;
import org.junit.jupiter.api.Test;

class CharterTest {
    private final TestCircle circle = TestCircle.founded(1);
    private final Charter charter = circle.charter();
    private final Identity founder = circle.founder();

    // ---- founding, inviting, letting in

    @Test
    void a_new_circle_has_one_member_its_steward() {
        Resolved resolved = charter.resolved();

        assertThat(resolved.members().values()).containsExactly(Role.STEWARD);
        assertThat(resolved.device(founder.device()).orElseThrow().member())
                .isEqualTo(new MemberId(charter.all().get(0).id().value()));
        assertThat(resolved.openInvites()).isEmpty();
        assertThat(charter.heads()).containsExactly(charter.all().get(0).id());
    }

    @Test
    void two_circles_of_one_home_are_two() {
        Charter other = Charter.found(founder.keys(), founder.signing(), Bytes16.ZERO);

        assertThat(other.circle()).isNotEqualTo(charter.circle());
    }

    @Test
    void somebody_invited_and_admitted_is_a_member_everywhere_the_statements_go() {
        Ticket ticket = circle.invite(charter, founder, Role.MEMBER);
        assertThat(charter.resolved().openInvites()).containsOnlyKeys(ticket.invite());

        Identity ana = circle.somebody();
        Statement admission = circle.admit(charter, founder, ticket, ana);

        Resolved elsewhere = TestCircle.copyOf(charter).resolved();
        assertThat(elsewhere).isEqualTo(charter.resolved());
        assertThat(elsewhere.device(ana.device()))
                .contains(new Standing(ana.keys(), new MemberId(admission.id().value()), Role.MEMBER, admission.id()));
        assertThat(elsewhere.openInvites()).isEmpty();
        assertThat(elsewhere.usedInvites()).containsExactly(ticket.invite());
    }

    @Test
    void everybody_gets_the_role_of_their_invitation() {
        for (Role role : Role.values()) {
            Identity newcomer = circle.joined(role);

            assertThat(charter.resolved().device(newcomer.device()).map(Standing::role))
                    .contains(role);
        }
        assertThat(charter.resolved().readers()).hasSize(4);
    }

    @Test
    void two_statements_of_one_device_under_one_number_both_count_and_everybody_sees_whose_they_are() {
        Identity ana = circle.joined(Role.MEMBER);
        Charter one = TestCircle.copyOf(charter);
        Charter other = TestCircle.copyOf(charter);
        Ticket left = circle.invite(one, ana, Role.MEMBER);
        Ticket right = circle.invite(other, ana, Role.MEMBER);
        assertThat(one.forks()).isEmpty();

        TestCircle.tell(one, other);
        TestCircle.tell(other, one);

        for (Charter each : List.of(one, other)) {
            assertThat(each.forks()).isEqualTo(new TreeMap<>(Map.of(ana.device(), 1L)));
            assertThat(each.resolved().openInvites()).containsKeys(left.invite(), right.invite());
        }
    }

    @Test
    void a_statement_said_twice_is_known() {
        circle.joined(Role.MEMBER);

        charter.all().forEach(statement -> assertThat(charter.add(statement)).isEqualTo(KNOWN));
    }

    @Test
    void what_the_charter_came_to_earlier_can_be_asked_at_its_heads() {
        List<StatementId> before = List.copyOf(charter.heads());
        Identity ana = circle.joined(Role.MEMBER);

        assertThat(charter.resolvedAt(before).orElseThrow().device(ana.device()))
                .isEmpty();
        assertThat(charter.resolvedAt(charter.heads())).contains(charter.resolved());
        assertThat(charter.resolvedAt(List.of(StatementId.NONE))).isEmpty();
        assertThat(charter.holds(before)).isTrue();
        assertThat(charter.holds(List.of(StatementId.NONE))).isFalse();
    }

    @Test
    void open_invitations_are_listed_for_who_wrote_them() {
        Identity ana = circle.joined(Role.MEMBER);
        Ticket ofFounder = circle.invite(charter, founder, Role.READER);
        Ticket ofAna = circle.invite(charter, ana, Role.MEMBER);

        assertThat(charter.openInvitesOf(standing(founder))).containsOnlyKeys(ofFounder.invite());
        assertThat(charter.openInvitesOf(standing(ana))).containsOnlyKeys(ofAna.invite());
        assertThat(charter.usedInvites()).hasSize(1);
    }

    private Standing standing(Identity device) {
        return charter.resolved().device(device.device()).orElseThrow();
    }

    // ---- tampering

    @Test
    void every_changed_byte_of_every_statement_is_noticed() {
        circle.joined(Role.MEMBER);
        Statement found = charter.all().get(0);
        Statement invite = charter.all().get(1);
        Statement admit = charter.all().get(2);
        Charter invited = Charter.of(found).orElseThrow();

        everyChange(found, changed -> assertThat(changed.flatMap(Charter::of)).isEmpty());
        everyChange(invite, changed -> assertThat(changed.map(invited::add)).isNotIn(taken()));
        assertThat(invited.add(invite)).isEqualTo(ADDED);
        everyChange(admit, changed -> assertThat(changed.map(invited::add)).isNotIn(taken()));
        assertThat(invited.add(admit)).isEqualTo(ADDED);
    }

    private static List<Optional<Charter.Receipt>> taken() {
        return List.of(Optional.of(ADDED), Optional.of(KNOWN));
    }

    private static void everyChange(Statement statement, Consumer<Optional<Statement>> check) {
        for (int at = 0; at < statement.bytes().length; at++) {
            for (int mask : new int[] {1, 0xff}) {
                byte[] changed = statement.bytes().clone();
                changed[at] ^= (byte) mask;
                check.accept(Statement.parse(changed));
            }
        }
    }

    @Test
    void a_shorter_or_longer_statement_is_none() {
        circle.joined(Role.MEMBER);
        for (Statement statement : charter.all()) {
            byte[] bytes = statement.bytes();
            for (int length = 0; length < bytes.length; length++) {
                assertThat(Statement.parse(Arrays.copyOf(bytes, length))).isEmpty();
            }
            assertThat(Statement.parse(Arrays.copyOf(bytes, bytes.length + 1))).isEmpty();
        }
    }

    // ---- founding

    @Test
    void nobody_founds_a_circle_in_anothers_name() {
        Identity impostor = circle.somebody();
        var found = new Declaration.Found(founder.keys(), Bytes16.ZERO);
        var asFounder = new Statement.Place(Bytes16.ZERO, founder.device(), 1, StatementId.NONE, new TreeSet<>());
        var asImpostor = new Statement.Place(Bytes16.ZERO, impostor.device(), 1, StatementId.NONE, new TreeSet<>());

        assertThat(Charter.of(Statement.write(asFounder, found, impostor.signing())))
                .isEmpty();
        assertThat(Charter.of(Statement.write(asImpostor, found, impostor.signing())))
                .isEmpty();
        assertThat(Charter.of(Statement.write(asFounder, found, founder.signing())))
                .isPresent();
    }

    @Test
    void a_circle_does_not_begin_with_an_invitation_nor_is_it_founded_twice() {
        circle.invite(charter, founder, Role.MEMBER);
        Charter other = TestCircle.founded(2).charter();

        assertThat(Charter.of(charter.all().get(1))).isEmpty();
        assertThat(charter.add(other.all().get(0))).isEqualTo(REFUSED);
    }

    @Test
    void a_founder_with_a_key_worth_nothing_is_no_founder() {
        var weak = new DeviceKeys(Bytes32.of(founder.signing().publicKey()), Bytes32.ZERO);
        var place = new Statement.Place(Bytes16.ZERO, weak.device(), 1, StatementId.NONE, new TreeSet<>());
        var found = new Declaration.Found(weak, Bytes16.ZERO);

        assertThat(Charter.of(Statement.write(place, found, founder.signing()))).isEmpty();
    }

    // ---- place

    @Test
    void a_statement_waits_for_what_it_follows() {
        Charter behind = TestCircle.copyOf(charter);
        circle.joined(Role.MEMBER);
        Statement invite = charter.all().get(1);
        Statement admit = charter.all().get(2);

        assertThat(behind.add(admit)).isEqualTo(GAP);
        assertThat(behind.add(invite)).isEqualTo(ADDED);
        assertThat(behind.add(admit)).isEqualTo(ADDED);
    }

    @Test
    void somebody_the_charter_does_not_know_has_nothing_to_say() {
        Statement word = circle.first(
                circle.somebody(), someInvite(Role.MEMBER), charter.heads().first());

        assertThat(charter.add(word)).isEqualTo(REFUSED);
    }

    @Test
    void nobody_speaks_for_another() {
        Identity ana = circle.joined(Role.MEMBER);
        var place = new Statement.Place(
                charter.circle().value(), founder.device(), 1, StatementId.NONE, new TreeSet<>(charter.heads()));
        Statement forged = Statement.write(place, someInvite(Role.STEWARD), ana.signing());

        assertThat(charter.add(forged)).isEqualTo(REFUSED);
    }

    @Test
    void a_statement_of_another_circle_is_refused() {
        TestCircle other = TestCircle.founded(2);
        other.invite(other.charter(), other.founder(), Role.MEMBER);

        assertThat(charter.add(other.charter().all().get(1))).isEqualTo(REFUSED);
    }

    @Test
    void a_device_counts_its_statements_without_a_hole() {
        Statement invite = charter.declare(founder.device(), founder.signing(), someInvite(Role.MEMBER));
        StatementId found = charter.all().get(0).id();

        assertThat(invite.sequence()).isEqualTo(2);
        assertThat(charter.add(next(2, invite.id(), invite.id()))).isEqualTo(REFUSED);
        assertThat(charter.add(next(4, invite.id(), invite.id()))).isEqualTo(REFUSED);
        assertThat(charter.add(next(3, found, invite.id()))).isEqualTo(REFUSED);
        assertThat(charter.add(next(3, StatementId.of(circle.random(32)), invite.id())))
                .isEqualTo(REFUSED);
        assertThat(charter.add(next(3, invite.id(), invite.id()))).isEqualTo(ADDED);
    }

    @Test
    void a_device_does_not_hide_what_it_said_before() {
        StatementId found = charter.heads().first();
        Statement invite = charter.declare(founder.device(), founder.signing(), someInvite(Role.MEMBER));

        assertThat(charter.add(next(3, invite.id(), found))).isEqualTo(REFUSED);
    }

    @Test
    void a_device_does_not_go_on_from_anothers_statement() {
        Identity ana = circle.joined(Role.MEMBER);
        Statement anas = charter.declare(ana.device(), ana.signing(), someInvite(Role.MEMBER));

        assertThat(charter.add(next(2, anas.id(), anas.id()))).isEqualTo(REFUSED);
    }

    private Statement next(int sequence, StatementId previous, StatementId head) {
        var place = new Statement.Place(
                charter.circle().value(), founder.device(), sequence, previous, new TreeSet<>(List.of(head)));
        return Statement.write(place, someInvite(Role.READER), founder.signing());
    }

    /** PROTOCOL, first lines: what is valid is decided from bytes and causal past alone, never from the order of arrival. */
    @Test
    void a_statement_that_does_not_follow_its_authors_admission_is_refused_whenever_it_comes() {
        StatementId found = charter.heads().first();
        Charter behind = TestCircle.copyOf(charter);
        Identity ana = circle.joined(Role.MEMBER);

        Statement early = circle.first(ana, someInvite(Role.MEMBER), found);

        assertThat(behind.add(early)).isEqualTo(REFUSED);
        assertThat(charter.add(early)).isEqualTo(REFUSED);
    }

    @Test
    void an_admission_that_does_not_follow_its_invitation_is_refused_whenever_it_comes() {
        StatementId found = charter.heads().first();
        Charter behind = TestCircle.copyOf(charter);
        Ticket ticket = circle.invite(charter, founder, Role.MEMBER);

        Statement early = circle.first(founder, circle.admission(ticket, circle.somebody()), found);

        assertThat(behind.add(early)).isEqualTo(REFUSED);
        assertThat(charter.add(early)).isEqualTo(REFUSED);
    }

    // ---- proof of the code

    @Test
    void nobody_comes_in_without_the_code() {
        Ticket ticket = circle.invite(charter, founder, Role.MEMBER);
        InviteKeys guessed = InviteKeys.ofQr(circle.random(16));
        Identity stranger = circle.somebody();

        assertThat(admitted(circle.admission(new Ticket(ticket.invite(), guessed), stranger)))
                .isEqualTo(REFUSED);
    }

    @Test
    void a_proof_of_the_code_is_for_one_newcomer_on_one_channel() {
        Ticket ticket = circle.invite(charter, founder, Role.MEMBER);
        Declaration.Admit proof = circle.admission(ticket, circle.somebody());
        Identity thief = circle.somebody();

        assertThat(admitted(new Declaration.Admit(proof.invite(), thief.keys(), proof.channel(), proof.proof())))
                .isEqualTo(REFUSED);
        assertThat(admitted(new Declaration.Admit(proof.invite(), proof.keys(), Bytes32.ZERO, proof.proof())))
                .isEqualTo(REFUSED);
        assertThat(admitted(proof)).isEqualTo(ADDED);
    }

    @Test
    void a_proof_for_one_invitation_is_worth_nothing_for_another() {
        Ticket one = circle.invite(charter, founder, Role.MEMBER);
        Ticket other = circle.invite(charter, founder, Role.STEWARD);
        Declaration.Admit proof = circle.admission(one, circle.somebody());

        assertThat(admitted(new Declaration.Admit(other.invite(), proof.keys(), proof.channel(), proof.proof())))
                .isEqualTo(REFUSED);
        StatementId found = charter.all().get(0).id();
        assertThat(admitted(new Declaration.Admit(found, proof.keys(), proof.channel(), proof.proof())))
                .isEqualTo(REFUSED);
    }

    @Test
    void keys_worth_nothing_are_not_let_in() {
        Ticket ticket = circle.invite(charter, founder, Role.MEMBER);
        Identity honest = circle.somebody();
        for (DeviceKeys weak : List.of(
                new DeviceKeys(Bytes32.ZERO, honest.keys().agreement()),
                new DeviceKeys(honest.keys().signing(), Bytes32.ZERO))) {
            byte[] proof = Invitations.prove(ticket.code().oneTimeKey(), charter.circle(), weak, Bytes32.ZERO);

            assertThat(admitted(new Declaration.Admit(ticket.invite(), weak, Bytes32.ZERO, proof)))
                    .isEqualTo(REFUSED);
        }
    }

    private Charter.Receipt admitted(Declaration.Admit admit) {
        Charter copy = TestCircle.copyOf(charter);
        Statement last = charter.all().stream()
                .filter(statement -> statement.device().equals(founder.device()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        var place = new Statement.Place(
                charter.circle().value(),
                founder.device(),
                last.sequence() + 1,
                last.id(),
                new TreeSet<>(charter.heads()));
        return copy.add(Statement.write(place, admit, founder.signing()));
    }

    private Declaration.Invite someInvite(Role role) {
        return circle.inviteFor(InviteKeys.ofQr(circle.random(16)), role);
    }
}
