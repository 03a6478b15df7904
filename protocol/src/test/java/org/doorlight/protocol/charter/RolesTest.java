package org.doorlight.protocol.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.doorlight.protocol.charter.TestCircle.Ticket;
import org.doorlight.protocol.crypto.InviteKeys;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.replica.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may say what, and what becomes of an invitation that is used twice (PROTOCOL §2, §3). */
class RolesTest {
    private final TestCircle circle = TestCircle.founded(1);
    private final Charter charter = circle.charter();
    private final Identity founder = circle.founder();

    // ---- roles

    @ParameterizedTest
    @CsvSource({
        "RELAY, RELAY, false", "RELAY, MEMBER, false", "READER, RELAY, false", "READER, READER, false",
        "READER, MEMBER, false", "READER, STEWARD, false", "MEMBER, RELAY, true", "MEMBER, READER, true",
        "MEMBER, MEMBER, true", "MEMBER, STEWARD, false", "STEWARD, STEWARD, true", "STEWARD, READER, true"
    })
    void an_invitation_stands_if_its_writer_may_invite_into_that_role(Role writer, Role invited, boolean stands) {
        Identity ana = circle.joined(writer);

        Ticket ticket = circle.invite(charter, ana, invited);
        Identity newcomer = circle.somebody();
        circle.admit(charter, founder, ticket, newcomer);

        assertThat(charter.resolved().device(newcomer.device()).isPresent()).isEqualTo(stands);
        assertThat(charter.resolved().openInvites()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"RELAY, false", "READER, false", "MEMBER, true", "STEWARD, true"})
    void an_admission_stands_if_its_writer_may_write(Role writer, boolean stands) {
        Identity ana = circle.joined(writer);
        Ticket ticket = circle.invite(charter, founder, Role.STEWARD);

        Identity newcomer = circle.somebody();
        circle.admit(charter, ana, ticket, newcomer);

        assertThat(charter.resolved().device(newcomer.device()).isPresent()).isEqualTo(stands);
    }

    @Test
    void words_of_roles_go_both_ways() {
        for (Role role : Role.values()) {
            assertThat(Role.of(role.word())).contains(role);
        }
        assertThat(Role.of("king")).isEmpty();
    }

    // ---- used twice

    @Test
    void an_invitation_used_up_lets_nobody_else_in() {
        Ticket ticket = circle.invite(charter, founder, Role.MEMBER);
        Identity first = circle.somebody();
        Identity second = circle.somebody();

        circle.admit(charter, founder, ticket, first);
        circle.admit(charter, founder, ticket, second);

        assertThat(charter.resolved().device(first.device())).isPresent();
        assertThat(charter.resolved().device(second.device())).isEmpty();
    }

    @Test
    void of_two_admissions_that_did_not_know_of_each_other_the_smaller_stands() {
        Identity ana = circle.joined(Role.MEMBER);
        Ticket ticket = circle.invite(charter, founder, Role.MEMBER);
        Charter anas = TestCircle.copyOf(charter);

        Identity one = circle.somebody();
        Identity other = circle.somebody();
        StatementId ofOne = circle.admit(charter, founder, ticket, one).id();
        StatementId ofOther = circle.admit(anas, ana, ticket, other).id();
        meet(charter, anas);

        boolean oneStands = ofOne.compareTo(ofOther) < 0;
        assertThat(charter.resolved().device(one.device()).isPresent()).isEqualTo(oneStands);
        assertThat(charter.resolved().device(other.device()).isPresent()).isEqualTo(!oneStands);
        assertThat(anas.resolved()).isEqualTo(charter.resolved());
    }

    @Test
    void everything_the_loser_brought_in_falls_with_it() {
        Identity ana = circle.joined(Role.MEMBER);
        Ticket ticket = circle.invite(charter, founder, Role.MEMBER);
        Charter anas = TestCircle.copyOf(charter);
        List<Identity> founders = chainOfThree(charter, founder, ticket);
        List<Identity> others = chainOfThree(anas, ana, ticket);

        meet(charter, anas);

        Resolved resolved = charter.resolved();
        boolean foundersStand = resolved.device(founders.get(0).device()).isPresent();
        founders.forEach(
                one -> assertThat(resolved.device(one.device()).isPresent()).isEqualTo(foundersStand));
        others.forEach(
                one -> assertThat(resolved.device(one.device()).isPresent()).isEqualTo(!foundersStand));
        assertThat(resolved.members()).hasSize(5);
        assertThat(resolved.openInvites()).hasSize(1);
    }

    /** One comes in through the ticket, invites and admits a second, who does the same with a third and leaves an invitation open. */
    private List<Identity> chainOfThree(Charter where, Identity by, Ticket ticket) {
        Identity first = circle.somebody();
        circle.admit(where, by, ticket, first);
        Identity second = circle.somebody();
        circle.admit(where, first, circle.invite(where, first, Role.MEMBER), second);
        Identity third = circle.somebody();
        circle.admit(where, second, circle.invite(where, second, Role.MEMBER), third);
        circle.invite(where, third, Role.READER);
        return List.of(first, second, third);
    }

    @Test
    void an_invitation_whose_use_came_to_nothing_is_not_offered_as_open() {
        Identity ana = circle.joined(Role.MEMBER);
        Ticket contested = circle.invite(charter, founder, Role.MEMBER);
        Charter anas = TestCircle.copyOf(charter);
        Identity one = circle.somebody();
        Identity other = circle.somebody();
        StatementId ofOne = circle.admit(charter, founder, contested, one).id();
        StatementId ofOther = circle.admit(anas, ana, contested, other).id();
        boolean oneStands = ofOne.compareTo(ofOther) < 0;
        Charter losers = oneStands ? anas : charter;
        Identity loser = oneStands ? other : one;
        Identity host = oneStands ? ana : founder;

        Ticket ticket = circle.invite(losers, host, Role.MEMBER);
        circle.admit(losers, loser, ticket, circle.somebody());
        meet(charter, anas);

        assertThat(charter.resolved().device(loser.device())).isEmpty();
        assertThat(charter.resolved().openInvites())
                .as("a further admission would not stand, so nobody is to be offered it")
                .doesNotContainKey(ticket.invite());
    }

    @Test
    void one_home_let_in_through_two_invitations_is_one_member() {
        Ticket asReader = circle.invite(charter, founder, Role.READER);
        Ticket asMember = circle.invite(charter, founder, Role.MEMBER);
        Identity twice = circle.somebody();

        StatementId one = circle.admit(charter, founder, asReader, twice).id();
        StatementId other = circle.admit(charter, founder, asMember, twice).id();

        StatementId smaller = one.compareTo(other) < 0 ? one : other;
        assertThat(charter.resolved().device(twice.device()).orElseThrow().admission())
                .isEqualTo(smaller);
        assertThat(charter.resolved().members()).hasSize(2);
    }

    /** Who lost as a steward and stands as a member is a member, whatever the order of the two ids. */
    @Test
    void a_role_that_was_lost_gives_no_right() {
        for (long seed = 1; seed <= 12; seed++) {
            TestCircle street = TestCircle.founded(seed);
            Charter one = street.charter();
            Identity steward = street.joined(Role.STEWARD);
            Ticket asSteward = street.invite(one, street.founder(), Role.STEWARD);
            Ticket asMember = street.invite(one, street.founder(), Role.MEMBER);
            Charter other = TestCircle.copyOf(one);
            Identity twice = street.somebody();

            street.admit(one, street.founder(), asSteward, twice);
            street.admit(one, street.founder(), asMember, twice);
            Identity friend = street.somebody();
            street.admit(one, twice, street.invite(one, twice, Role.STEWARD), friend);
            Identity rival = street.somebody();
            street.admit(other, steward, asSteward, rival);
            meet(one, other);

            boolean rivalStands = one.resolved().device(rival.device()).isPresent();
            boolean friendStands = one.resolved().device(friend.device()).isPresent();
            assertThat(rivalStands && friendStands)
                    .as("seed %s: a member has appointed a steward", seed)
                    .isFalse();
        }
    }

    // ---- many heads

    @Test
    void a_newcomer_can_speak_however_many_ends_the_charter_has() {
        Identity ana = circle.joined(Role.MEMBER);
        Identity carla = circle.joined(Role.MEMBER);
        manyEnds(ana, 500);
        Ticket ticket = circle.invite(charter, founder, Role.MEMBER);

        for (int newcomer = 0; newcomer < 3; newcomer++) {
            Identity ben = circle.somebody();
            circle.admit(charter, carla, circle.invite(charter, founder, Role.MEMBER), ben);
            Ticket bens = circle.invite(charter, ben, Role.MEMBER);

            assertThat(charter.resolved().device(ben.device())).isPresent();
            assertThat(charter.resolved().openInvites()).containsKeys(ticket.invite(), bens.invite());
        }
        assertThat(charter.heads()).hasSizeGreaterThan(32);
    }

    /** A device that never looks at what others said, and not at what it said itself. */
    private void manyEnds(Identity device, int ends) {
        StatementId head = charter.heads().first();
        for (int end = 0; end < ends; end++) {
            charter.add(circle.first(device, circle.inviteFor(code(), Role.MEMBER), head));
        }
        assertThat(charter.heads()).hasSizeGreaterThanOrEqualTo(ends);
    }

    private InviteKeys code() {
        return InviteKeys.ofQr(circle.random(16));
    }

    private static void meet(Charter one, Charter other) {
        TestCircle.tell(one, other);
        TestCircle.tell(other, one);
    }
}
