package org.doorlight.protocol.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Role;
import org.doorlight.protocol.charter.TestCircle;
import org.doorlight.protocol.crypto.InviteKeys;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.epoch.GrantMaker;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.replica.Identity;
import org.doorlight.protocol.wire.Limits;
import org.doorlight.protocol.wire.message.CharterHeads;
import org.doorlight.protocol.wire.message.CharterIds;
import org.doorlight.protocol.wire.message.CircleAnswer;
import org.doorlight.protocol.wire.message.CircleProof;
import org.doorlight.protocol.wire.message.Credit;
import org.doorlight.protocol.wire.message.DeviceProof;
import org.doorlight.protocol.wire.message.Documents;
import org.doorlight.protocol.wire.message.Envelopes;
import org.doorlight.protocol.wire.message.Goodbye;
import org.doorlight.protocol.wire.message.GrantIds;
import org.doorlight.protocol.wire.message.Grants;
import org.doorlight.protocol.wire.message.JoinHint;
import org.doorlight.protocol.wire.message.JoinOffer;
import org.doorlight.protocol.wire.message.JoinProof;
import org.doorlight.protocol.wire.message.JoinWelcome;
import org.doorlight.protocol.wire.message.Ranges;
import org.doorlight.protocol.wire.message.Root;
import org.doorlight.protocol.wire.message.SessionMessage;
import org.doorlight.protocol.wire.message.SessionMessage.BodyCase;
import org.doorlight.protocol.wire.message.Statements;
import org.doorlight.protocol.wire.message.Wants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two true replicas, back to back (PROTOCOL §7). */
class SessionTest {
    private final TestCircle circle = TestCircle.founded(12);
    private final SeededEntropy entropy = new SeededEntropy(120);
    private final Identity anasKeys = circle.joined(Role.MEMBER);
    private final TestParty founder = party(circle.founder());
    private final TestParty ana = party(anasKeys);
    private final Bytes32 dialersCertificate = Bytes32.of(entropy.bytes(32));
    private final Bytes32 listenersCertificate = Bytes32.of(entropy.bytes(32));

    private TestParty party(Identity who) {
        return new TestParty(who, circle.charter(), entropy.bytes(1)[0]);
    }

    @BeforeEach
    void bothHaveTheKey() {
        ana.take(founder.replica().grantEveryone());
    }

    // ---- the way it should be

    @Test
    void two_homes_prove_themselves_and_tell_each_other_everything() {
        founder.write("soup");
        ana.write("bread");

        TestWire dialer = dialled(ana);
        TestWire listener = accepted(founder);
        assertThat(dialer.session().word()).isEqualTo("proving");
        assertThat(dialer.session().isProving()).isTrue();
        TestWire.carry(dialer, listener);

        assertThat(ana.facts()).containsExactly("bread", "soup");
        assertThat(founder.facts()).containsExactly("bread", "soup");
        for (TestWire end : List.of(dialer, listener)) {
            assertThat(end.isOver()).isFalse();
            assertThat(end.session().isOpen()).isTrue();
            assertThat(end.session().circle()).contains(circle.charter().circle());
        }
        assertThat(dialer.session().device()).contains(circle.founder().device());
        assertThat(dialer.session().ownDevice()).contains(anasKeys.device());
        dialer.session().compare();
        listener.session().compare();
        TestWire.carry(dialer, listener);
        assertThat(dialer.session().word()).isEqualTo("live");
        assertThat(listener.session().word()).isEqualTo("live");
    }

    @Test
    void who_lacks_statements_grants_and_keys_gets_them_first() {
        Identity ben = circle.joined(Role.MEMBER);
        TestParty bens = party(ben);
        founder.write("soup");
        bens.take(founder.epochs().grant(founder.epochs().held().first()).orElseThrow());
        TestCircle.tell(circle.charter(), founder.charter());
        bens.takeWrap(
                founder.epochs().held().first(),
                founder.epochs()
                        .wrapFor(founder.epochs().held().first(), ben.keys())
                        .orElseThrow());

        // Ana has not heard of Ben yet; the very session that brings him brings the statement that names him.
        TestWire dialer = dialled(bens);
        TestWire listener = accepted(ana);
        bens.write("from Ben");
        TestWire.carry(dialer, listener);

        assertThat(ana.charter().resolved().device(ben.device())).isPresent();
        assertThat(ana.facts()).containsExactly("from Ben");
    }

    @Test
    void a_list_of_ids_that_comes_in_several_messages_is_answered_once_and_whole() {
        TestWire dialer = dialled(ana);
        TestWire listener = accepted(founder);
        TestWire.carry(dialer, listener);
        List<ByteString> all = Said.all(founder.charter().ids());
        int before = listener.said().size();

        for (int at = 0; at < all.size(); at++) {
            listener.hear(Said.message()
                    .setCharterIds(CharterIds.newBuilder().addIds(all.get(at)).setMore(at < all.size() - 1))
                    .build());
        }
        listener.hear(grantIds(true));
        listener.hear(grantIds(false));

        assertThat(listener.isOver()).isFalse();
        assertThat(listener.said().size() - before).isEqualTo(2);
        assertThat(listener.said().get(before).getStatements().getStatementsCount())
                .isZero();
        assertThat(listener.last().getGrants().getGrantsCount()).isZero();
    }

    private SessionMessage grantIds(boolean more) {
        GrantIds.Builder ids = GrantIds.newBuilder().setMore(more);
        return Said.message()
                .setGrantIds(
                        more ? ids : ids.addAllHeld(Said.all(founder.epochs().held())))
                .build();
    }

    @Test
    void what_comes_in_elsewhere_is_passed_on() {
        TestWire dialer = dialled(ana);
        TestWire listener = accepted(founder);
        TestWire.carry(dialer, listener);

        var fresh = founder.write("soup");
        listener.session().push(List.of(), List.of(), List.of(fresh));
        TestWire.carry(dialer, listener);

        assertThat(ana.facts()).containsExactly("soup");
        assertThat(listener.isOver()).isFalse();
    }

    @Test
    void nothing_but_statements_is_pushed_before_both_have_agreed() {
        TestWire dialer = dialled(ana);
        TestWire listener = accepted(founder);
        var fresh = ana.write("bread");
        dialer.session().push(List.of(), List.of(), List.of(fresh));
        TestWire.carryOne(dialer, listener);
        dialer.session().push(List.of(), List.of(), List.of(fresh));
        TestWire.carryOne(listener, dialer);
        dialer.session().push(List.of(), List.of(), List.of(fresh));

        assertThat(dialer.said()).noneMatch(SessionMessage::hasEnvelopes);
        TestWire.carry(dialer, listener);
        assertThat(founder.facts()).containsExactly("bread");
    }

    // ---- another circle

    @Test
    void somebody_of_another_circle_is_sent_away_without_a_word() {
        TestCircle other = TestCircle.founded(13);
        TestParty stranger = new TestParty(other.founder(), other.charter(), 1);
        stranger.replica().grantEveryone();

        TestWire dialer = dialled(stranger);
        TestWire listener = accepted(founder);
        TestWire.carry(dialer, listener);

        assertThat(listener.said()).isEmpty();
        assertThat(listener.hungUp()).containsExactly("of another circle");
    }

    @Test
    void a_listener_of_another_circle_learns_only_that_somebody_dialled() {
        TestCircle other = TestCircle.founded(13);
        TestParty stranger = new TestParty(other.founder(), other.charter(), 1);
        stranger.replica().grantEveryone();

        TestWire dialer = dialled(founder);
        TestWire listener = accepted(stranger);
        TestWire.carry(dialer, listener);

        assertThat(dialer.said()).hasSize(1);
        assertThat(dialer.said().get(0).getCircleProof().getProofsList())
                .hasSize(Limits.CARRY_PROOFS)
                .allSatisfy(proof -> assertThat(proof.size()).isEqualTo(32))
                .doesNotHaveDuplicates();
    }

    @Test
    void who_holds_the_carry_secret_and_does_not_stand_in_the_charter_gets_the_charter_only() {
        TestParty relay = party(circle.somebody());
        founder.write("soup");
        relay.take(founder.epochs().grant(founder.epochs().held().first()).orElseThrow());
        relay.epochs()
                .learn(
                        founder.epochs().held().first(),
                        founder.epochs().secret(founder.epochs().held().first()).orElseThrow());

        TestWire dialer = dialled(relay);
        TestWire listener = accepted(founder);
        TestWire.carry(dialer, listener);

        assertThat(listener.isOver()).isTrue();
        assertThat(kinds(listener))
                .doesNotContain(BodyCase.GRANT_IDS, BodyCase.GRANTS, BodyCase.ROOT, BodyCase.ENVELOPES);
    }

    // ---- generations of the carry secret

    @Test
    void an_older_carry_secret_is_good_enough() {
        Grant newer = nextGeneration(founder, 2);
        assertThat(founder.epochs().carries().get(0).generation()).isEqualTo(2);

        for (boolean anaDials : new boolean[] {true, false}) {
            TestParty late = party(anasKeys);
            late.take(founder.epochs().grant(first(founder)).orElseThrow());
            TestWire dialer = anaDials ? dialled(late) : dialled(founder);
            TestWire listener = anaDials ? accepted(founder) : accepted(late);
            TestWire.carry(dialer, listener);

            assertThat(dialer.session().isOpen()).isTrue();
            assertThat(listener.session().isOpen()).isTrue();
            assertThat(late.epochs().held()).as("the newer one came along").contains(newer.id());
        }
    }

    @Test
    void the_newest_carry_secret_both_hold_is_used() {
        ana.take(nextGeneration(founder, 2));
        nextGeneration(founder, 3);

        TestWire dialer = dialled(founder);
        TestWire listener = accepted(ana);
        TestWire.carryOne(dialer, listener);

        byte[] answer = listener.last().getCircleAnswer().getProof().toByteArray();
        assertThat(answer).isEqualTo(Proofs.circle(ana.epochs().carries().get(0), false, channel(false)));
        TestWire.carry(dialer, listener);
        assertThat(listener.session().isOpen()).isTrue();
    }

    private Grant nextGeneration(TestParty by, int generation) {
        return by.epochs()
                .hand(GrantMaker.everyone(by.keys().device(), by.signing(), generation, entropy.bytes(32), entropy));
    }

    private static EpochId first(TestParty party) {
        return party.epochs().carries().get(party.epochs().carries().size() - 1).from();
    }

    // ---- proofs used again

    @Test
    void a_proof_is_worth_nothing_on_another_channel() {
        TestWire dialer = dialled(ana);
        TestWire listener = accepted(founder);
        TestWire.carry(dialer, listener);
        SessionMessage circleProof = dialer.said().get(0);
        SessionMessage deviceProof = dialer.said().get(1);

        TestWire elsewhere = accepted(founder, Bytes32.of(entropy.bytes(32)));
        elsewhere.hear(circleProof);
        assertThat(elsewhere.hungUp()).containsExactly("of another circle");
        assertThat(elsewhere.said()).isEmpty();

        TestWire again = accepted(founder, Bytes32.of(entropy.bytes(32)));
        again.hear(dialled(ana, again.certificate()).said().get(0));
        again.hear(deviceProof);
        assertThat(again.hungUp()).containsExactly("did not prove its device");
    }

    @Test
    void a_proof_sent_back_to_who_made_it_is_worth_nothing() {
        TestWire dialer = dialled(ana);
        ByteString own = dialer.said().get(0).getCircleProof().getProofs(0);
        dialer.hear(message()
                .setCircleAnswer(CircleAnswer.newBuilder().setProof(own))
                .build());
        assertThat(dialer.hungUp()).containsExactly("did not prove the circle");

        TestWire fresh = dialled(ana);
        TestWire listener = accepted(founder);
        TestWire.carryOne(fresh, listener);
        TestWire.carryOne(listener, fresh);
        fresh.hear(fresh.last());
        assertThat(fresh.hungUp()).containsExactly("did not prove its device");
    }

    @Test
    void a_device_proof_names_keys_and_signature_exactly() {
        DeviceProof good = proofOfAna();
        ByteString founders = ByteString.copyFrom(circle.founder().signing().publicKey());
        byte[] turned = good.getSignature().toByteArray();
        turned[0] ^= 1;
        for (DeviceProof bad : List.of(
                good.toBuilder().setSigningKey(founders).build(),
                good.toBuilder().setAgreementKey(founders).build(),
                good.toBuilder().setAgreementKey(ByteString.EMPTY).build(),
                good.toBuilder().setSignature(ByteString.copyFrom(turned)).build(),
                good.toBuilder().clearSignature().build(),
                DeviceProof.getDefaultInstance())) {
            TestWire listener = accepted(founder);
            listener.hear(dialled(ana).said().get(0));
            listener.hear(message().setDeviceProof(bad).build());
            assertThat(listener.hungUp()).containsExactly("did not prove its device");
            assertThat(listener.said()).hasSize(1);
        }
    }

    private DeviceProof proofOfAna() {
        TestWire dialer = dialled(ana);
        TestWire listener = accepted(founder);
        TestWire.carryOne(dialer, listener);
        TestWire.carryOne(listener, dialer);
        return dialer.last().getDeviceProof();
    }

    @Test
    void a_node_that_reaches_itself_parts_quietly() {
        TestWire dialer = dialled(ana);
        TestWire listener = accepted(ana);
        TestWire.carry(dialer, listener);

        assertThat(listener.isOver()).isTrue();
        assertThat(listener.hungUp()).isEmpty();
    }

    @Test
    void a_wrong_number_of_circle_proofs_proves_nothing() {
        for (int number : new int[] {0, 1, 7, 9, 100}) {
            TestWire listener = accepted(founder);
            CircleProof many = CircleProof.newBuilder()
                    .addAllProofs(Collections.nCopies(number, ByteString.copyFrom(new byte[32])))
                    .build();
            listener.hear(message().setCircleProof(many).build());
            assertThat(listener.hungUp()).containsExactly("proved nothing");
        }
    }

    // ---- frames that are none, and long ones

    @Test
    void an_unproven_end_that_sends_a_long_frame_is_closed_at_every_stage() {
        for (Supplier<TestWire> stage : List.<Supplier<TestWire>>of(
                () -> accepted(founder), () -> dialled(ana), this::listenerAwaitingDevice)) {
            TestWire end = stage.get();
            int said = end.said().size();
            end.session().receive(new byte[Limits.UNPROVEN_FRAME_BYTES_MAX + 1]);

            assertThat(end.hungUp()).containsExactly("a long frame from somebody unproven");
            assertThat(end.said()).hasSize(said);
            end.session().receive(new byte[Limits.UNPROVEN_FRAME_BYTES_MAX + 1]);
            assertThat(end.hungUp()).as("over is over").hasSize(1);
            assertThat(end.session().word()).isEqualTo("over");
        }
    }

    @Test
    void a_frame_that_is_none_closes_the_session_at_every_stage() {
        SeededEntropy noise = new SeededEntropy(9);
        for (Supplier<TestWire> stage : stages()) {
            for (byte[] frame : List.of(new byte[0], new byte[] {-1}, new byte[] {(byte) 0xfa, 1, 1, 0})) {
                TestWire end = stage.get();
                end.session().receive(frame);
                assertThat(end.hungUp()).containsExactly("a frame that is none");
            }
            for (int time = 0; time < 40; time++) {
                stage.get().session().receive(noise.bytes(1 + time));
            }
        }
    }

    @Test
    void every_word_out_of_turn_closes_the_session_and_nothing_else() {
        List<Supplier<TestWire>> stages = stages();
        List<List<BodyCase>> inTurn = List.of(
                List.of(BodyCase.CIRCLE_PROOF, BodyCase.JOIN_HINT),
                List.of(BodyCase.CIRCLE_ANSWER),
                List.of(BodyCase.DEVICE_PROOF),
                List.of(BodyCase.CHARTER_HEADS, BodyCase.CHARTER_IDS, BodyCase.STATEMENTS, BodyCase.GRANT_IDS));
        for (int stage = 0; stage < stages.size(); stage++) {
            for (SessionMessage word : emptyWords()) {
                if (inTurn.get(stage).contains(word.getBodyCase())) {
                    continue;
                }
                TestWire end = stages.get(stage).get();
                int said = end.said().size();
                end.hear(word);

                assertThat(end.hungUp())
                        .as("%s at stage %s", word.getBodyCase(), stage)
                        .hasSize(1);
                assertThat(end.said()).hasSize(said);
            }
        }
        TestWire dialer = dialled(ana);
        TestWire listener = accepted(founder);
        TestWire.carry(dialer, listener);
        assertThat(listener.session().isOpen()).isTrue();
    }

    /** An end before each proof, and one that has had both and not yet agreed on the charter. */
    private List<Supplier<TestWire>> stages() {
        return List.of(
                () -> accepted(founder),
                () -> dialled(ana),
                this::listenerAwaitingDevice,
                this::listenerAwaitingCharter);
    }

    private TestWire listenerAwaitingDevice() {
        TestWire listener = accepted(founder);
        listener.hear(dialled(ana).said().get(0));
        return listener;
    }

    private TestWire listenerAwaitingCharter() {
        TestWire dialer = dialled(ana);
        TestWire listener = accepted(founder);
        TestWire.carryOne(dialer, listener);
        TestWire.carryOne(listener, dialer);
        TestWire.carryOne(dialer, listener);
        return listener;
    }

    private static List<SessionMessage> emptyWords() {
        List<SessionMessage> words = new ArrayList<>();
        List<Consumer<SessionMessage.Builder>> kinds = List.of(
                to -> to.setCircleProof(CircleProof.getDefaultInstance()),
                to -> to.setCircleAnswer(CircleAnswer.getDefaultInstance()),
                to -> to.setDeviceProof(DeviceProof.getDefaultInstance()),
                to -> to.setCharterHeads(CharterHeads.getDefaultInstance()),
                to -> to.setCharterIds(CharterIds.getDefaultInstance()),
                to -> to.setStatements(Statements.getDefaultInstance()),
                to -> to.setGrantIds(GrantIds.getDefaultInstance()),
                to -> to.setGrants(Grants.getDefaultInstance()),
                to -> to.setRoot(Root.getDefaultInstance()),
                to -> to.setRanges(Ranges.getDefaultInstance()),
                to -> to.setDocuments(Documents.getDefaultInstance()),
                to -> to.setWants(Wants.getDefaultInstance()),
                to -> to.setEnvelopes(Envelopes.getDefaultInstance()),
                to -> to.setCredit(Credit.getDefaultInstance()),
                to -> to.setGoodbye(Goodbye.getDefaultInstance()),
                to -> to.setJoinHint(JoinHint.getDefaultInstance()),
                to -> to.setJoinOffer(JoinOffer.getDefaultInstance()),
                to -> to.setJoinProof(JoinProof.getDefaultInstance()),
                to -> to.setJoinWelcome(JoinWelcome.getDefaultInstance()));
        for (Consumer<SessionMessage.Builder> kind : kinds) {
            SessionMessage.Builder word = message();
            kind.accept(word);
            words.add(word.build());
        }
        return words;
    }

    // ---- coming in

    @Test
    void a_newcomer_with_the_code_is_let_in() {
        TestCircle.Ticket ticket = invitedBy(founder);
        Newcomer newcomer = new Newcomer();
        TestWire guest = newcomer.dials(ticket);
        TestWire host = accepted(founder);

        TestWire.carry(guest, host);

        assertThat(newcomer.welcomedTo).isEqualTo(circle.charter().circle());
        assertThat(newcomer.keys).hasSize(1);
        assertThat(guest.isOver()).isTrue();
        assertThat(guest.hungUp()).isEmpty();
        assertThat(host.hungUp()).isEmpty();
        assertThat(founder.charter().resolved().device(newcomer.self.device())).isPresent();
    }

    @Test
    void a_newcomer_is_given_all_that_its_host_proves_the_circle_by() {
        founder.take(ana.replica().grantEveryone());
        Newcomer newcomer = new Newcomer();
        TestWire guest = newcomer.dials(invitedBy(founder));

        TestWire.carry(guest, accepted(founder));

        assertThat(newcomer.keys).hasSize(founder.epochs().carries().size()).hasSize(2);
    }

    @Test
    void a_hint_of_no_invitation_is_told_so_and_nothing_else() {
        TestWire host = accepted(founder);
        Newcomer newcomer = new Newcomer();
        TestWire guest = newcomer.dials(
                new TestCircle.Ticket(circle.charter().heads().first(), InviteKeys.ofQr(entropy.bytes(16))));

        TestWire.carry(guest, host);

        assertThat(kinds(host)).containsExactly(BodyCase.GOODBYE);
        assertThat(newcomer.refusal).isEqualTo("unknown");
    }

    @Test
    void a_proof_by_another_key_lets_nobody_in() {
        TestCircle.Ticket ticket = invitedBy(founder);
        TestWire guest = new Newcomer().dials(ticket);
        TestWire host = accepted(founder);
        TestWire.carryOne(guest, host);
        TestWire.carryOne(host, guest);
        int statements = founder.charter().all().size();
        byte[] turned = guest.last().getJoinProof().getProof().toByteArray();
        turned[5] ^= 1;

        host.hear(message()
                .setJoinProof(guest.last().getJoinProof().toBuilder().setProof(ByteString.copyFrom(turned)))
                .build());

        assertThat(host.hungUp()).containsExactly("did not prove the code");
        assertThat(founder.charter().all()).hasSize(statements);
    }

    @Test
    void a_welcome_nobody_offered_is_not_believed() {
        TestCircle.Ticket ticket = invitedBy(founder);
        Newcomer newcomer = new Newcomer();
        circle.admit(founder.charter(), circle.founder(), ticket, newcomer.self);
        TestWire guest = newcomer.dials(ticket);
        JoinWelcome.Builder welcome = JoinWelcome.newBuilder();
        founder.charter().all().forEach(statement -> welcome.addStatements(ByteString.copyFrom(statement.bytes())));

        guest.hear(message().setJoinWelcome(welcome).build());

        assertThat(newcomer.welcomedTo).isNull();
        assertThat(guest.hungUp()).containsExactly("welcomed somebody else");
    }

    @Test
    void an_offer_of_another_circle_or_by_somebody_else_does_not_fit_the_code() {
        TestCircle.Ticket ticket = invitedBy(founder);
        TestWire good = accepted(founder);
        good.hear(new Newcomer().dials(ticket).said().get(0));
        JoinOffer offer = good.last().getJoinOffer();
        TestCircle other = TestCircle.founded(14);
        ByteString found = ByteString.copyFrom(other.charter().all().get(0).bytes());
        byte[] signature = offer.getSignature().toByteArray();
        signature[0] ^= 1;
        ByteString anas = ByteString.copyFrom(anasKeys.signing().publicKey());

        for (JoinOffer bad : List.of(
                JoinOffer.getDefaultInstance(),
                offer.toBuilder().clearStatements().addStatements(found).build(),
                offer.toBuilder().setInvite(ByteString.copyFrom(new byte[32])).build(),
                offer.toBuilder().setSignature(ByteString.copyFrom(signature)).build(),
                offer.toBuilder().setSigningKey(anas).build(),
                offer.toBuilder().addStatements(found).build(),
                offer.toBuilder().addStatements(ByteString.copyFromUtf8("x")).build())) {
            Newcomer newcomer = new Newcomer();
            TestWire guest = newcomer.dials(ticket);
            guest.hear(message().setJoinOffer(bad).build());

            assertThat(guest.hungUp()).containsExactly("offered something the code does not fit");
            assertThat(guest.said()).as("no proof goes to a wrong host").hasSize(1);
        }
    }

    private TestCircle.Ticket invitedBy(TestParty host) {
        return circle.invite(host.charter(), circle.founder(), Role.MEMBER);
    }

    private final class Newcomer implements JoinOutcome {
        private final Identity self = circle.somebody();
        private CircleId welcomedTo;
        private List<GivenKey> keys = List.of();
        private String refusal;

        TestWire dials(TestCircle.Ticket ticket) {
            return new TestWire(listenersCertificate)
                    .begin(line -> Session.joining(ticket.code(), self.keys(), this, line, channel(true)));
        }

        @Override
        public boolean wants(CircleId wanted) {
            return true;
        }

        @Override
        public boolean hasProved() {
            return false;
        }

        @Override
        public void welcomed(Charter charter, List<Grant> grants, List<GivenKey> given) {
            welcomedTo = charter.circle();
            keys = given;
        }

        @Override
        public void refused(String why) {
            refusal = why;
        }
    }

    // ---- by hand

    private static SessionMessage.Builder message() {
        return SessionMessage.newBuilder();
    }

    private static List<BodyCase> kinds(TestWire wire) {
        return wire.said().stream().map(SessionMessage::getBodyCase).toList();
    }

    private Channel channel(boolean dialled) {
        return Channel.of(dialled, dialersCertificate, listenersCertificate);
    }

    private TestWire dialled(TestParty by) {
        return dialled(by, listenersCertificate);
    }

    private TestWire dialled(TestParty by, Bytes32 listener) {
        return new TestWire(listener)
                .begin(line -> Session.dialled(by, by, line, Channel.of(true, dialersCertificate, listener)));
    }

    private TestWire accepted(TestParty by) {
        return accepted(by, listenersCertificate);
    }

    private TestWire accepted(TestParty by, Bytes32 listener) {
        return new TestWire(listener)
                .begin(line -> Session.accepted(by, line, Channel.of(false, dialersCertificate, listener)));
    }
}
