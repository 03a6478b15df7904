package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.doorlight.protocol.core.view.InviteView;
import org.doorlight.protocol.core.view.MemberView;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.wire.Frames;
import org.doorlight.protocol.wire.Limits;
import org.doorlight.protocol.wire.message.CircleProof;
import org.doorlight.protocol.wire.message.SessionMessage;
import org.junit.jupiter.api.Test;

/** Much at once, and strangers at the door. */
class FloodTest {
    private final TestStreet street = new TestStreet(31);
    private final TestHome ana = street.founder("Ana");

    @Test
    void two_hundred_requests_of_one_home_arrive_at_a_newcomer_in_order() {
        List<String> said = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            String title = String.format("%03d %s", number, "w".repeat(190));
            said.add(title);
            street.post(ana, title, "d".repeat(4_000));
            street.tick();
        }
        long bytes = ana.archive().size().bytes();
        assertThat(bytes)
                .as("more than all batches that may be under way at a time")
                .isGreaterThan((long) Limits.BATCHES_UNDER_WAY_MAX * Limits.BATCH_BYTES / 2);

        TestHome ben = street.joined("Ben", ana);
        street.pass(3);

        assertThat(ben.titles()).isEqualTo(said);
        assertThat(ben.archive().envelopes()).hasSameSizeAs(ana.archive().envelopes());
        assertThat(ben.status().refused()).isZero();
    }

    @Test
    void more_than_all_batches_under_way_arrive_with_credit() {
        for (int number = 0; number < 300; number++) {
            street.post(ana, "Soup " + number, "d".repeat(4_000));
        }
        assertThat(ana.archive().size().bytes())
                .isGreaterThan((long) Limits.BATCHES_UNDER_WAY_MAX * Limits.BATCH_BYTES);

        TestHome ben = street.joined("Ben", ana);
        street.pass(3);

        assertThat(ben.requests()).hasSize(300);
        assertThat(ben.board()).isEqualTo(ana.board());
        assertThat(ben.status().refused()).isZero();
        assertThat(ana.status().refused()).isZero();
    }

    @Test
    void a_burst_of_live_words_beyond_what_may_be_under_way_arrives_all_the_same() {
        TestHome ben = street.joined("Ben", ana);
        street.pass(2);

        for (int number = 0; number < Limits.PUSHES_UNDER_WAY_MAX + 50; number++) {
            street.post(ana, "Soup " + number);
        }
        street.settle();

        assertThat(ben.requests()).hasSize(Limits.PUSHES_UNDER_WAY_MAX + 50);
    }

    // ---- strangers

    @Test
    void a_stranger_without_the_carry_secret_learns_nothing() {
        TestHome stranger = street.founder("Stranger");
        stranger.knows(ana);
        stranger.restart();
        long before = ana.status().network().bytesOut();
        street.pass(20);

        assertThat(ana.status().network().bytesOut()).as("not a byte").isEqualTo(before);
        assertThat(ana.status().network().sessions()).isZero();
        assertThat(stranger.status().network().sessions()).isZero();
    }

    @Test
    void a_stranger_that_says_anything_at_all_is_answered_with_silence() {
        SeededEntropy entropy = new SeededEntropy(3);
        var eight =
                CircleProof.newBuilder().addAllProofs(Collections.nCopies(8, ByteString.copyFrom(entropy.bytes(32))));
        List<byte[]> openings = List.of(
                Frames.encode(SessionMessage.newBuilder().setCircleProof(eight).build()),
                Frames.encode(SessionMessage.newBuilder()
                        .setCircleProof(CircleProof.getDefaultInstance())
                        .build()),
                "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                entropy.bytes(100),
                entropy.bytes(Limits.UNPROVEN_FRAME_BYTES_MAX + 1),
                new byte[0]);
        for (byte[] opening : openings) {
            SessionId session = ana.nextSession();
            List<Effect> effects = new ArrayList<>();
            effects.addAll(ana.effectsOf(connected(session, null)));
            effects.addAll(ana.effectsOf(new Input.Received(session, opening)));
            effects.addAll(ana.effectsOf(new Input.Received(session, opening)));
            ana.handle(new Input.Disconnected(session));

            assertThat(effects).containsExactly(new Effect.Close(session));
        }
    }

    @Test
    void somebody_who_says_nothing_is_sent_away_after_a_few_seconds() {
        SessionId session = ana.nextSession();
        ana.handle(connected(session, null));
        List<Effect> effects = new ArrayList<>();
        for (int second = 0; second <= Limits.PROOF_SECONDS_MAX + 1; second++) {
            street.tick();
            effects.addAll(ana.effectsOf(new Input.Tick()));
        }

        assertThat(effects).contains(new Effect.Close(session));
    }

    @Test
    void a_full_house_turns_the_next_away_and_dials_again_when_there_is_room() {
        TestHome ben = street.joined("Ben", ana);
        List<SessionId> crowd = new ArrayList<>();
        for (int one = 0; one < Limits.SESSIONS_MAX; one++) {
            crowd.add(ben.nextSession());
        }
        ben.restart();
        crowd.forEach(session -> ben.handle(connected(session, null)));

        SessionId tooMany = ben.nextSession();
        assertThat(ben.effectsOf(connected(tooMany, null))).containsExactly(new Effect.Close(tooMany));
        street.settle();
        assertThat(street.links(ben, ana)).as("not even one it dialled itself").isZero();
        crowd.forEach(session -> ben.handle(new Input.Disconnected(session)));
        street.pass(10);

        assertThat(street.links(ben, ana)).isEqualTo(1);
        assertThat(ben.status().network().sessions()).isEqualTo(1);
    }

    private Input.Connected connected(SessionId session, Long dial) {
        SeededEntropy entropy = new SeededEntropy(session.number());
        return new Input.Connected(
                session, dial, Bytes32.of(entropy.bytes(32)), Bytes32.of(entropy.bytes(32)), "somewhere");
    }

    // ---- whom the charter does not know

    @Test
    void an_envelope_of_somebody_not_admitted_here_yet_arrives_after_the_admission() {
        TestHome ben = street.joined("Ben", ana);
        street.pass(1);
        street.cut(ana, ben);
        TestHome carla = street.joined("Carla", ben);
        street.post(carla, "Bread");
        street.pass(2);
        assertThat(ana.titles()).isEmpty();
        assertThat(ana.members()).hasSize(2);

        street.heal();
        street.pass(10);

        assertThat(ana.members()).extracting(MemberView::name).containsExactlyInAnyOrder("Ana", "Ben", "Carla");
        assertThat(ana.titles()).containsExactly("Bread");
    }

    // ---- a home without a key, a store with a hole

    @Test
    void a_home_that_got_no_key_with_its_welcome_waits_and_says_so() {
        String code = ana.done(new Ask.Invite(null, "member"), InviteView.class).code();
        TestHome ben = street.home("Ben");
        street.withoutKeysInWelcomes();
        ben.begin(new Ask.Join(code, List.of(ana.address())));
        street.settle();
        var slot = List.of(new Ask.SlotDraft("2027-05-04T18:00", "1h", 1));

        Problem problem = ben.problem(new Ask.AddRequest(null, "meal", "x", slot, List.of(), "door", List.of()));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
        assertThat(ben.status().circles()).hasSize(1);
    }

    @Test
    void after_damage_no_statement_is_written_over_another_or_under_a_number_that_may_be_taken() {
        for (int invitation = 0; invitation < 3; invitation++) {
            street.invite(ana, "member");
        }
        List<Archive.Kept> before = ana.archive().records(Shelf.STATEMENT);
        byte[] lost = before.get(1).key();
        ana.archive().damage(Shelf.STATEMENT, kept -> Arrays.equals(kept.key(), lost));
        ana.restart();
        street.skip(80);

        Problem problem = ana.problem(new Ask.Invite(null, "member"));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
        byte[] last = before.get(3).value();
        assertThat(ana.archive().records(Shelf.STATEMENT))
                .anySatisfy(kept -> assertThat(kept.value()).isEqualTo(last));
    }
}
