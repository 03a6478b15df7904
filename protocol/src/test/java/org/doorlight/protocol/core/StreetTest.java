package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorlight.protocol.charter.Role;
import org.doorlight.protocol.core.view.CircleView;
import org.doorlight.protocol.core.view.MemberView;
import org.doorlight.protocol.core.view.PeerView;
import org.doorlight.protocol.core.view.RequestView;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.envelope.Sealing;
import org.doorlight.protocol.id.EpochId;
import org.junit.jupiter.api.Test;

/** The way of a request through a street of true cores. */
class StreetTest {
    private static final String DOOR = "blue door, second floor, key under the third pot";

    private final TestStreet street = new TestStreet(7);
    private final TestHome ana = street.founder("Ana");

    @Test
    void three_homes_form_a_circle_and_share_a_request() {
        TestHome ben = street.joined("Ben", ana);
        TestHome carla = street.joined("Carla", ben);

        RequestView asked = street.post(ana, "Soup for two", DOOR);
        street.pass(2);

        for (TestHome home : List.of(ana, ben, carla)) {
            assertThat(home.circle().name()).isEqualTo("Elm Street");
            assertThat(home.circle().zone()).isEqualTo("Europe/Berlin");
            assertThat(home.members()).extracting(MemberView::name).containsExactlyInAnyOrder("Ana", "Ben", "Carla");
            assertThat(home.board()).isEqualTo(ana.board());
            assertThat(home.request("Soup for two").id()).isEqualTo(asked.id());
            assertThat(home.request("Soup for two").slots().get(0).start()).isEqualTo("2026-11-24T18:00:00+01:00");
            assertThat(home.status().refused()).as("%s refused nothing", home).isZero();
        }
    }

    @Test
    void a_happy_street_has_refused_nothing_and_everybody_is_live() {
        TestHome ben = street.joined("Ben", ana);
        street.pass(40);

        assertThat(ana.status().refused()).isZero();
        assertThat(ben.status().refused()).isZero();
        assertThat(ana.peers()).extracting(PeerView::state).containsExactly("live");
        assertThat(ben.peers()).extracting(PeerView::state).containsExactly("live");
    }

    // ---- the door

    @Test
    void which_door_is_readable_by_the_requester_only() {
        TestHome ben = street.joined("Ben", ana);
        TestHome carla = street.joined("Carla", ben);

        street.post(ana, "Soup", DOOR);
        street.pass(2);

        assertThat(ana.request("Soup").door()).isEqualTo(DOOR);
        assertThat(Secrecy.found(ana, DOOR)).isTrue();
        for (TestHome other : List.of(ben, carla)) {
            assertThat(other.request("Soup").door()).isNull();
            assertThat(other.archive().envelopes())
                    .as("they hold the ciphertext")
                    .hasSameSizeAs(ana.archive().envelopes());
            assertThat(Secrecy.found(other, DOOR)).isFalse();
            assertThat(other.status().waitingForKeys()).isZero();
        }
    }

    @Test
    void no_word_stands_in_clear_in_any_store() {
        TestHome ben = street.joined("Ben", ana);
        street.post(ana, "A canary that sings", DOOR);
        street.pass(2);

        for (TestHome home : List.of(ana, ben)) {
            assertThat(Secrecy.found(home, "A canary that sings")).isTrue();
            assertThat(Secrecy.inClear(home, "A canary that sings")).isFalse();
            assertThat(Secrecy.inClear(home, DOOR)).isFalse();
            assertThat(Secrecy.inClear(home, "Elm Street")).isFalse();
            assertThat(Secrecy.inClear(home, home.name())).isFalse();
        }
    }

    @Test
    void a_request_to_some_is_not_readable_by_others() {
        TestHome ben = street.joined("Ben", ana);
        TestHome carla = street.joined("Carla", ana);
        street.pass(1);
        String bens = ben.circle().member().hex();
        var slot = new Ask.SlotDraft("2026-11-24T18:00", "PT1H", 1);

        ana.done(
                new Ask.AddRequest(null, "listen", "A quiet talk", List.of(slot), List.of(), null, List.of(bens)),
                RequestView.class);
        street.pass(1);

        assertThat(ben.titles()).containsExactly("A quiet talk");
        assertThat(carla.titles()).isEmpty();
        assertThat(Secrecy.found(carla, "A quiet talk")).isFalse();
    }

    // ---- away and back

    @Test
    void a_home_that_was_away_catches_up() {
        TestHome ben = street.joined("Ben", ana);
        ben.switchOff();
        for (int day = 0; day < 5; day++) {
            street.post(ana, "Soup " + day);
            street.pass(1);
        }

        ben.switchOn();
        street.pass(6);

        assertThat(ben.titles()).containsExactly("Soup 0", "Soup 1", "Soup 2", "Soup 3", "Soup 4");
        assertThat(ben.board()).isEqualTo(ana.board());
    }

    @Test
    void two_homes_that_both_posted_while_cut_off_meet_again() {
        TestHome ben = street.joined("Ben", ana);
        TestHome carla = street.joined("Carla", ana);
        street.partition(ben);
        street.post(ana, "Soup");
        street.post(ben, "A lift");
        street.pass(1);
        street.post(carla, "A cat");
        street.pass(5);
        assertThat(ben.titles()).containsExactly("A lift");

        street.heal();
        street.pass(40);

        assertThat(ana.titles()).containsExactlyInAnyOrder("Soup", "A lift", "A cat");
        assertThat(ben.board()).isEqualTo(ana.board());
        assertThat(carla.board()).isEqualTo(ana.board());
    }

    @Test
    void a_request_taken_back_is_taken_back_everywhere_and_for_ever() {
        TestHome ben = street.joined("Ben", ana);
        RequestView asked = street.post(ana, "Soup", DOOR);
        street.pass(1);

        RequestView withdrawn =
                ana.done(new Ask.WithdrawRequest(null, asked.id().brief()), RequestView.class);
        street.pass(1);
        ana.restart();
        ben.restart();
        street.pass(5);

        assertThat(withdrawn.state()).isEqualTo("WITHDRAWN");
        assertThat(ana.request("Soup").state()).isEqualTo("WITHDRAWN");
        assertThat(ben.request("Soup").state()).isEqualTo("WITHDRAWN");
        long envelopes = ana.status().store().envelopes();
        ana.done(new Ask.WithdrawRequest(null, asked.id().hex()), RequestView.class);
        assertThat(ana.status().store().envelopes()).as("once is enough").isEqualTo(envelopes);
    }

    @Test
    void nobody_else_takes_a_request_back() {
        TestHome ben = street.joined("Ben", ana);
        RequestView asked = street.post(ana, "Soup");
        street.pass(1);

        Problem problem = ben.problem(new Ask.WithdrawRequest(null, asked.id().hex()));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_ALLOWED);
    }

    @Test
    void after_a_restart_everything_looks_as_before() {
        TestHome ben = street.joined("Ben", ana);
        street.post(ana, "Soup", DOOR);
        street.post(ben, "A lift");
        street.pass(2);
        String anas = ana.view();
        String bens = ben.view();

        ana.restart();
        ben.restart();

        assertThat(ana.view()).isEqualTo(anas);
        assertThat(ben.view()).isEqualTo(bens);
        street.post(ana, "Bread");
        street.pass(6);
        assertThat(ben.titles()).contains("Bread");
    }

    @Test
    void a_damaged_statement_is_fetched_again_and_nothing_is_written_over_another() {
        TestHome ben = street.joined("Ben", ana);
        TestHome carla = street.joined("Carla", ana);
        street.pass(2);
        String before = ben.board();
        byte[] lost = ben.archive().records(Shelf.STATEMENT).get(2).key();
        ben.archive().damage(Shelf.STATEMENT, kept -> java.util.Arrays.equals(kept.key(), lost));

        for (int night = 0; night < 2; night++) {
            ben.restart();
            street.pass(40);
        }

        assertThat(ben.board()).isEqualTo(before);
        assertThat(ben.charter().ids()).isEqualTo(carla.charter().ids());
    }

    // ---- joining

    @Test
    void a_wrong_code_opens_nothing() {
        TestHome ben = street.home("Ben");
        street.invite(ana, "member");
        String wrong = org.doorlight.protocol.crypto.InviteCode.of(new byte[10]).text();

        Reply reply = street.join(ben, wrong, ana);

        assertThat(reply)
                .isEqualTo(
                        Reply.refused(
                                Problem.Kind.NOT_FOUND,
                                "The box at that address does not know this code. Check the code and the address, or ask for a new one."));
        assertThat(ben.status().circles()).isEmpty();
        assertThat(ana.members()).hasSize(1);
    }

    @Test
    void a_code_lets_one_home_in() {
        String code = street.invite(ana, "member");
        street.join(street.home("Ben"), code, ana);

        Reply reply = street.join(street.home("Carla"), code, ana);

        assertThat(reply)
                .isEqualTo(Reply.refused(Problem.Kind.CONFLICT, "This code has been used already. Ask for a new one."));
        assertThat(ana.members()).hasSize(2);
    }

    @Test
    void a_code_grows_old() {
        String code = street.invite(ana, "member");
        street.skip(73);

        Reply reply = street.join(street.home("Ben"), code, ana);

        assertThat(reply).isEqualTo(Reply.refused(Problem.Kind.CONFLICT, "This code is too old. Ask for a new one."));
    }

    @Test
    void a_home_does_not_join_its_own_circle() {
        TestHome ben = street.joined("Ben", ana);
        String code = street.invite(ana, "member");

        Reply reply = street.join(ben, code, ana);

        assertThat(reply)
                .isEqualTo(Reply.refused(
                        Problem.Kind.CONFLICT, "This home is in that circle already. There is nothing to do."));
        assertThat(ana.members()).hasSize(2);
        assertThat(ana.charter().resolved().openInvites()).hasSize(1);
    }

    @Test
    void what_is_no_code_is_said_at_once() {
        TestHome ben = street.home("Ben");

        assertThat(ben.problem(new Ask.Join("hello", List.of(ana.address()))).kind())
                .isEqualTo(Problem.Kind.INVALID);
        assertThat(ben.problem(new Ask.Join(street.invite(ana, "member"), List.of())))
                .isEqualTo(new Problem(
                        Problem.Kind.INVALID,
                        "Say where a neighbour's box is: --peer HOST:PORT. It shows its address when it starts."));
    }

    @Test
    void somebody_who_finds_nobody_hears_so_after_half_a_minute() {
        String code = street.invite(ana, "member");
        TestHome ben = street.home("Ben");
        street.cut(ana, ben);

        long ticket = ben.begin(new Ask.Join(code, List.of(ana.address())));
        street.pass(28);
        assertThat(ben.isAnswered(ticket)).isFalse();
        street.pass(2);

        Reply.Refused refused = (Reply.Refused) ben.answer(ticket);
        assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.TIMED_OUT);
    }

    @Test
    void somebody_who_waits_long_enough_is_let_in_when_the_neighbour_is_back() {
        String code = street.invite(ana, "member");
        TestHome ben = street.home("Ben");
        street.cut(ana, ben);
        long ticket = ben.begin(new Ask.Join(code, List.of(ana.address())));
        street.pass(10);

        street.heal();
        street.pass(3);

        assertThat(ben.answer(ticket)).isInstanceOf(Reply.Done.class);
    }

    @Test
    void any_member_lets_a_newcomer_in_not_only_the_inviter() {
        TestHome ben = street.joined("Ben", ana);
        String code = street.invite(ana, "member");
        street.pass(1);
        TestHome carla = street.home("Carla");
        ana.switchOff();

        assertThat(street.join(carla, code, ben)).isInstanceOf(Reply.Done.class);
        ana.switchOn();
        street.pass(6);

        assertThat(ana.members()).hasSize(3);
        assertThat(ana.board()).isEqualTo(carla.board());
    }

    @Test
    void a_newcomer_who_asks_two_neighbours_at_once_comes_in_once() {
        for (long seed = 1; seed <= 6; seed++) {
            TestStreet other = new TestStreet(seed).shuffled();
            TestHome anna = other.founder("Anna");
            TestHome bert = other.joined("Bert", anna);
            String code = other.invite(anna, "member");
            other.pass(1);
            TestHome cora = other.home("Cora");

            assertThat(other.join(cora, code, anna, bert)).isInstanceOf(Reply.Done.class);
            other.post(cora, "Hello");
            other.pass(65);

            for (TestHome home : List.of(anna, bert, cora)) {
                assertThat(home.members()).as("seed %s", seed).hasSize(3);
                assertThat(home.board()).as("seed %s", seed).isEqualTo(anna.board());
                assertThat(home.titles()).as("seed %s", seed).containsExactly("Hello");
                assertThat(home.status().refused())
                        .as("seed %s, %s: at most a second asking for a code just used", seed, home)
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void a_line_that_breaks_at_any_moment_of_joining_does_no_harm() {
        for (int frame = 0; frame < 12; frame++) {
            TestStreet other = new TestStreet(frame);
            TestHome anna = other.founder("Anna");
            String code = other.invite(anna, "member");
            TestHome bert = other.home("Bert");
            other.cutAfter(frame);

            Reply reply = other.join(bert, code, anna);
            other.pass(10);

            assertThat(reply).as("broken at frame %s", frame).isInstanceOf(Reply.Done.class);
            other.post(bert, "Hello");
            other.pass(5);
            assertThat(anna.titles()).as("broken at frame %s", frame).containsExactly("Hello");
            assertThat(anna.members()).as("broken at frame %s", frame).hasSize(2);
        }
    }

    /** Two newcomers with one code at two neighbours who cannot hear each other: one of them loses, politely (PROTOCOL §3). */
    @Test
    void who_came_in_by_a_code_that_another_used_first_is_told_so_and_its_node_lives() {
        TestHome ben = street.joined("Ben", ana);
        String code = street.invite(ana, "member");
        street.pass(1);
        street.cut(ana, ben);
        TestHome one = street.home("One");
        TestHome other = street.home("Other");
        assertThat(street.join(one, code, ana)).isInstanceOf(Reply.Done.class);
        assertThat(street.join(other, code, ben)).isInstanceOf(Reply.Done.class);
        street.post(one, "From one");
        street.post(other, "From other");

        street.heal();
        street.pass(70);

        assertThat(ana.members()).hasSize(3);
        assertThat(ben.members()).isEqualTo(ana.members());
        TestHome loser = ana.members().stream().anyMatch(member -> member.name().equals("One")) ? other : one;
        assertThat(loser.status().circles()).hasSize(1);
        assertThat(loser.ask(new Ask.ListCircles())).isInstanceOf(Reply.Done.class);
        assertThat(loser.ask(new Ask.ListMembers(null))).isInstanceOf(Reply.Done.class);
        var slot = new Ask.SlotDraft("2026-11-24T18:00", "1h", 1);
        assertThat(loser.problem(new Ask.AddRequest(null, "meal", "Soup", List.of(slot), List.of(), "x", List.of()))
                        .kind())
                .isEqualTo(Problem.Kind.NOT_ALLOWED);
        assertThat(loser.problem(new Ask.Invite(null, "member")).kind()).isEqualTo(Problem.Kind.NOT_ALLOWED);
        loser.restart();
        street.pass(10);
        assertThat(loser.status().circles()).hasSize(1);
    }

    @Test
    void a_reader_reads_along_and_writes_nothing() {
        TestHome rea = street.joined("Rea", ana, "reader");
        street.post(ana, "Soup", DOOR);
        street.pass(2);
        var slot = new Ask.SlotDraft("2026-11-24T18:00", "1h", 1);

        assertThat(rea.titles()).containsExactly("Soup");
        assertThat(rea.circle().role()).isEqualTo(Role.READER.word());
        Problem problem =
                rea.problem(new Ask.AddRequest(null, "meal", "Soup", List.of(slot), List.of(), null, List.of()));
        assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_ALLOWED);
        assertThat(rea.problem(new Ask.Invite(null, "member")).kind()).isEqualTo(Problem.Kind.NOT_ALLOWED);
    }

    @Test
    void three_invitations_may_be_open_at_a_time() {
        for (int invitation = 0; invitation < 3; invitation++) {
            street.invite(ana, "member");
        }
        assertThat(ana.problem(new Ask.Invite(null, "member")).kind()).isEqualTo(Problem.Kind.CONFLICT);

        street.skip(73);
        street.invite(ana, "member");
    }

    @Test
    void a_member_does_not_invite_a_steward_and_there_are_four_roles() {
        TestHome ben = street.joined("Ben", ana);

        assertThat(ben.problem(new Ask.Invite(null, "steward")).kind()).isEqualTo(Problem.Kind.NOT_ALLOWED);
        assertThat(ben.problem(new Ask.Invite(null, "king")).kind()).isEqualTo(Problem.Kind.INVALID);
    }

    // ---- connections

    @Test
    void two_dials_at_once_leave_one_connection() {
        for (long seed = 1; seed <= 8; seed++) {
            TestStreet other = new TestStreet(seed).shuffled();
            TestHome anna = other.founder("Anna");
            TestHome bert = other.joined("Bert", anna);
            anna.knows(bert);
            bert.knows(anna);
            anna.switchOff();
            bert.restart();
            anna.switchOn();
            other.pass(12);

            assertThat(other.links(anna, bert)).as("seed %s", seed).isEqualTo(1);
            assertThat(anna.status().network().sessions()).isEqualTo(1);
            assertThat(bert.status().network().sessions()).isEqualTo(1);
            other.post(anna, "Soup");
            other.pass(1);
            assertThat(bert.titles()).containsExactly("Soup");
        }
    }

    @Test
    void a_home_that_dials_itself_notices() {
        ana.knows(ana);
        ana.restart();
        street.pass(10);

        assertThat(ana.status().network().sessions()).isZero();
        assertThat(ana.peers()).isEmpty();
    }

    // ---- one seed, one world

    @Test
    void the_same_seed_twice_gives_the_same_effects() {
        assertThat(aWholeStory(3)).isEqualTo(aWholeStory(3));
        assertThat(aWholeStory(3)).isNotEqualTo(aWholeStory(4));
    }

    private static List<String> aWholeStory(long seed) {
        TestStreet other = new TestStreet(seed).shuffled();
        TestHome anna = other.founder("Anna");
        TestHome bert = other.joined("Bert", anna);
        other.post(bert, "Soup", DOOR);
        other.pass(2);
        TestHome cora = other.joined("Cora", bert);
        bert.restart();
        other.post(cora, "Bread");
        other.pass(35);
        java.util.ArrayList<String> all = new java.util.ArrayList<>();
        List.of(anna, bert, cora).forEach(home -> all.addAll(home.transcript()));
        return all;
    }

    /** Whether a home can get at a text with all it holds. */
    private static final class Secrecy {
        private Secrecy() {}

        static boolean inClear(TestHome home, String text) {
            boolean inRecord = false;
            for (Shelf shelf : Shelf.values()) {
                inRecord |= home.archive().records(shelf).stream().anyMatch(kept -> contains(kept.value(), text));
            }
            return inRecord
                    || home.archive().envelopes().stream()
                            .anyMatch(stored -> contains(stored.filed().bytes(), text));
        }

        /** In clear, under its own vault, or under any secret it holds. */
        static boolean found(TestHome home, String text) {
            return inClear(home, text) || inVault(home, text) || inEnvelopes(home, text);
        }

        private static boolean inVault(TestHome home, String text) {
            boolean found = false;
            for (Shelf shelf : Shelf.values()) {
                found |= home.archive().records(shelf).stream()
                        .map(kept -> home.vault().open(shelf, kept.key(), kept.value()))
                        .flatMap(Optional::stream)
                        .anyMatch(value -> contains(value, text));
            }
            return found;
        }

        private static boolean inEnvelopes(TestHome home, String text) {
            Map<EpochId, byte[]> secrets = home.secrets();
            return home.archive().envelopes().stream()
                    .flatMap(stored -> Envelope.parse(stored.filed().bytes()).stream())
                    .flatMap(envelope ->
                            secrets.values().stream().flatMap(secret -> Sealing.open(envelope, secret).stream()))
                    .anyMatch(opened -> contains(opened, text));
        }

        private static boolean contains(byte[] bytes, String text) {
            return new String(bytes, StandardCharsets.ISO_8859_1)
                    .contains(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void a_circle_has_one_name_here() {
        assertThat(ana.problem(new Ask.CreateCircle("Elm Street", null)).kind()).isEqualTo(Problem.Kind.CONFLICT);
        assertThat(ana.done(new Ask.CreateCircle("Oak Street", "Asia/Kathmandu"), CircleView.class)
                        .zone())
                .isEqualTo("Asia/Kathmandu");
    }
}
