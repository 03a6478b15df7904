package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Random;
import org.doorlight.protocol.care.RequestFacts;
import org.doorlight.protocol.document.Actors;
import org.doorlight.protocol.document.BadChanges;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.envelope.Header;
import org.doorlight.protocol.envelope.Sealing;
import org.doorlight.protocol.epoch.BadGrants;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.wire.message.Credit;
import org.doorlight.protocol.wire.message.DocumentDigest;
import org.doorlight.protocol.wire.message.Documents;
import org.doorlight.protocol.wire.message.Envelopes;
import org.doorlight.protocol.wire.message.Frontier;
import org.doorlight.protocol.wire.message.Goodbye;
import org.doorlight.protocol.wire.message.Grants;
import org.doorlight.protocol.wire.message.JoinWelcome;
import org.doorlight.protocol.wire.message.Ranges;
import org.doorlight.protocol.wire.message.Root;
import org.doorlight.protocol.wire.message.SessionMessage;
import org.doorlight.protocol.wire.message.Statements;
import org.doorlight.protocol.wire.message.Wants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An admitted member with true keys who means harm: its envelopes are refused, its session ends, the node lives (PROTOCOL §5, §6). */
class HostileTest {
    private final TestStreet street = new TestStreet(11);
    private final TestHome ana = street.founder("Ana");
    private final TestHome mallory = street.joined("Mallory", ana);
    private Forge forge;

    @BeforeEach
    void bothStandInTouch() {
        street.post(ana, "Soup");
        street.pass(2);
        forge = new Forge(mallory);
    }

    // ---- envelopes

    @Test
    void what_mallory_writes_of_its_own_is_taken_like_anybodys() {
        push(forge.envelope(header -> header));

        assertThat(street.isLinked(mallory, ana)).isTrue();
        assertThat(ana.titles()).containsExactly("Soup", "Forged");
        assertThat(ana.status().refused()).isZero();
    }

    @Test
    void an_envelope_with_any_byte_changed_is_refused() {
        byte[] honest = forge.envelope(header -> header).bytes();
        long stored = ana.archive().size().envelopes();
        for (int at : new int[] {0, 5, 8, 30, 45, 60, 75, 88, 100, 120, 140, 164, 200, honest.length - 1}) {
            byte[] changed = honest.clone();
            changed[at] ^= 1;

            pushBytes(changed);
            street.pass(6);

            assertThat(ana.archive().size().envelopes()).as("changed at %s", at).isEqualTo(stored);
        }
        assertThat(ana.status().refused()).isPositive();
        assertThat(ana.titles()).containsExactly("Soup");
    }

    @Test
    void an_envelope_in_anas_name_is_refused() {
        Header anas = new Forge(ana).draft(Bytes16.ZERO, 1);
        byte[] secret = forge.secret;
        byte[] text = forge.body(forge.nature, forge.changes()).encode();

        push(Sealing.seal(anas, secret, forge.self.signing(), text, new byte[32]));

        assertRefused();
    }

    @Test
    void an_envelope_for_anas_own_document_is_refused() {
        DocumentId anas = ana.requests().get(0).id();

        push(forge.envelope(header -> with(header, anas, header.seal(), header.first())));

        assertRefused();
        assertThat(ana.request("Soup").title()).isEqualTo("Soup");
    }

    @Test
    void an_envelope_filed_under_another_seal_is_refused() {
        push(forge.envelope(header -> with(header, header.document(), Bytes16.ZERO, header.first())));

        assertRefused();
    }

    @Test
    void an_envelope_whose_inside_says_another_document_is_kept_unread() {
        Body.Nature other = new Body.Nature("door", forge.nature.owner(), forge.nature.audience(), forge.nature.salt());

        push(forge.sealed(forge.draft(forge.sealOf(forge.nature), 1), forge.body(other, forge.changes())));

        assertThat(ana.titles()).containsExactly("Soup");
        assertThat(ana.status().refused()).as("once").isEqualTo(1);
        ana.restart();
        street.pass(6);
        assertThat(ana.titles()).containsExactly("Soup");
    }

    @Test
    void an_envelope_whose_number_is_not_its_changes_is_kept_unread() {
        Header second = forge.after(forge.envelope(header -> header));
        Header twice = forge.draft(forge.sealOf(forge.nature), 1, 2);

        push(forge.sealed(twice, forge.body(forge.nature, forge.changes())));
        assertThat(ana.titles()).containsExactly("Soup");

        push(forge.sealed(second, forge.body(forge.nature, forge.changes())));
        assertThat(ana.titles()).containsExactly("Soup");
    }

    @Test
    void changes_that_would_abort_native_code_never_reach_it() {
        List<byte[]> bad = BadChanges.nameIntoList(Actors.of(forge.self.keys().signing(), forge.document()));
        Header header = forge.draft(forge.sealOf(forge.nature), 1, 2);

        push(forge.sealed(header, forge.body(forge.nature, bad)));
        street.pass(1);

        assertThat(ana.status().refused()).isEqualTo(1);
        street.post(ana, "Bread");
        assertThat(ana.titles()).containsExactly("Soup", "Bread");
    }

    @Test
    void what_the_doors_refuse_is_not_tried_elsewhere_either_and_pauses_nothing() {
        List<byte[]> bad = BadChanges.nameIntoList(Actors.of(forge.self.keys().signing(), forge.document()));
        push(forge.sealed(forge.draft(forge.sealOf(forge.nature), 1, 2), forge.body(forge.nature, bad)));
        byte[] key = Keys.of(forge.charter.circle(), forge.document());
        ana.archive()
                .saveRecord(new Effect.SaveRecord(
                        Shelf.TRIAL, key, TrialRecord.running().toBytes()));

        ana.restart();
        street.pass(1);

        assertThat(ana.trials()).isEqualTo(1);
        assertThat(ana.lastTried()).containsExactly(bad.get(0));
        assertThat(ana.status().quarantined()).isZero();
        assertThat(ana.status().refused()).as("counted once").isEqualTo(1);
    }

    @Test
    void a_change_that_is_none_never_reaches_native_code() {
        Random random = new Random(5);
        for (int time = 0; time < 20; time++) {
            byte[] junk = new byte[1 + random.nextInt(80)];
            random.nextBytes(junk);
            Forge once = new Forge(mallory, time);
            push(once.sealed(once.draft(once.sealOf(once.nature), 1), once.body(once.nature, List.of(junk))));
        }
        assertThat(ana.status().refused()).isEqualTo(20);
        assertThat(street.isLinked(mallory, ana))
                .as("who relays such a thing cannot know")
                .isTrue();
        assertThat(ana.titles()).containsExactly("Soup");
    }

    @Test
    void an_envelope_whose_plaintext_is_no_body_is_kept_unread() {
        Header header = forge.draft(forge.sealOf(forge.nature), 1);
        Envelope envelope = Sealing.seal(header, forge.secret, forge.self.signing(), new byte[] {-1, 7}, new byte[32]);

        push(envelope);

        assertThat(ana.status().refused()).isEqualTo(1);
        assertThat(ana.titles()).containsExactly("Soup");
    }

    @Test
    void of_two_envelopes_under_one_number_neither_counts() {
        Envelope one = forge.envelope(header -> header);
        Envelope other = forge.sealed(one.header(), forge.body(forge.nature, forge.changes("Another")));

        push(one);
        assertThat(ana.titles()).containsExactly("Soup", "Forged");
        push(other);

        assertThat(ana.titles()).containsExactly("Soup");
        assertThat(ana.status().refused()).isEqualTo(1);
        assertThat(street.isLinked(mallory, ana)).isTrue();
        ana.restart();
        street.pass(1);
        assertThat(ana.titles()).containsExactly("Soup");
    }

    @Test
    void a_steward_is_told_which_member_gave_two_answers_and_nobody_else_is() {
        TestHome ben = street.joined("Ben", ana);
        Envelope one = forge.envelope(header -> header);

        push(one);
        push(forge.sealed(one.header(), forge.body(forge.nature, forge.changes("Another"))));
        street.pass(1);

        assertThat(ana.status().contradictions()).singleElement().satisfies(twice -> {
            assertThat(twice.member()).isEqualTo(forge.nature.owner());
            assertThat(twice.device()).isEqualTo(forge.self.device());
            assertThat(twice.document()).isEqualTo(forge.document());
            assertThat(twice.number()).isEqualTo(1);
        });
        assertThat(ben.status().contradictions()).isEmpty();
        assertThat(ben.titles()).containsExactly("Soup");
    }

    @Test
    void an_envelope_that_comes_before_its_predecessor_waits_outside() {
        Envelope first = forge.envelope(header -> header);
        Envelope second = forge.sealed(forge.after(first), forge.body(forge.nature, forge.changes()));
        long stored = ana.archive().size().envelopes();

        push(second);

        assertThat(ana.archive().size().envelopes()).isEqualTo(stored);
        assertThat(street.isLinked(mallory, ana)).isTrue();
    }

    @Test
    void who_passes_on_what_another_device_filed_wrong_is_not_hung_up_on() {
        TestHome ben = street.joined("Ben", ana);
        DocumentId anas = ana.requests().get(0).id();
        byte[] wrong = forge.envelope(header -> with(header, anas, header.seal(), header.first()))
                .bytes();

        street.say(
                ben,
                ana,
                message()
                        .setEnvelopes(Envelopes.newBuilder().addEnvelopes(ByteString.copyFrom(wrong)))
                        .build());
        street.settle();

        assertThat(ana.status().refused()).as("counted, and not taken in").isEqualTo(1);
        assertThat(street.isLinked(ben, ana)).isTrue();
        push(Envelope.parse(wrong).orElseThrow());
        assertThat(street.isLinked(mallory, ana)).isFalse();
    }

    // ---- grants

    @Test
    void a_grant_that_follows_the_circles_epoch_stops_nobody_from_writing() {
        byte[] grant = BadGrants.unopenable(mallory.charter(), forge.self, List.of(forge.epoch));

        street.say(
                mallory,
                ana,
                SessionMessage.newBuilder()
                        .setGrants(Grants.newBuilder().addGrants(ByteString.copyFrom(grant)))
                        .build());
        street.settle();

        street.post(ana, "Bread");
        assertThat(ana.titles()).contains("Bread");
    }

    @Test
    void a_fact_in_the_name_of_another_device_is_not_read_and_counted() {
        var anas = RequestFacts.withdrawn(1, ana.identity().device());

        push(forge.first(RequestFacts.REQUEST, anas));

        assertThat(ana.status().refused()).isEqualTo(1);
        assertThat(ana.titles()).containsExactly("Soup");
        assertThat(street.isLinked(mallory, ana)).isTrue();
        street.post(mallory, "Sorry");
        street.pass(1);
        assertThat(ana.titles()).containsExactly("Soup", "Sorry");
    }

    // ---- words

    @Test
    void words_out_of_bounds_close_the_session_and_nothing_else() {
        ByteString junk = ByteString.copyFrom(new byte[7]);
        List<SessionMessage> words = List.of(
                message().setRoot(Root.newBuilder().setDigest(junk)).build(),
                message().setRanges(Ranges.newBuilder().setDigests(junk)).build(),
                message()
                        .setDocuments(Documents.newBuilder()
                                .addDocuments(DocumentDigest.newBuilder().setDocument(junk)))
                        .build(),
                message()
                        .setWants(Wants.newBuilder()
                                .addFrontiers(Frontier.newBuilder().setDocument(junk)))
                        .build(),
                message()
                        .setEnvelopes(Envelopes.newBuilder().addEnvelopes(junk))
                        .build(),
                message()
                        .setStatements(Statements.newBuilder().addStatements(junk))
                        .build(),
                message().setGrants(Grants.newBuilder().addGrants(junk)).build(),
                message().setCredit(Credit.newBuilder().setBatches(3)).build(),
                message().setCredit(Credit.newBuilder().setPushes(300)).build(),
                message()
                        .setCredit(Credit.newBuilder().setBatches(Integer.MIN_VALUE))
                        .build(),
                message().setJoinWelcome(JoinWelcome.getDefaultInstance()).build(),
                message().setGoodbye(Goodbye.getDefaultInstance()).build());
        long refused = 0;
        for (SessionMessage word : words) {
            street.say(mallory, ana, word);
            street.settle();

            assertThat(ana.status().refused()).as(word.toString()).isEqualTo(++refused);
            street.pass(7);
            assertThat(street.isLinked(mallory, ana)).as("they dial again").isTrue();
        }
        assertThat(ana.titles()).containsExactly("Soup");
    }

    @Test
    void frames_that_are_none_close_the_session_and_nothing_else() {
        Random random = new Random(3);
        for (int time = 0; time < 60; time++) {
            byte[] frame = new byte[random.nextInt(200)];
            random.nextBytes(frame);
            if (street.isLinked(mallory, ana)) {
                street.sayRaw(mallory, ana, frame);
            }
            street.pass(2);
        }
        street.pass(10);
        assertThat(ana.titles()).containsExactly("Soup");
        street.post(mallory, "Sorry");
        street.pass(1);
        assertThat(ana.titles()).contains("Sorry");
    }

    @Test
    void long_frames_after_the_end_are_not_heard_and_not_counted() {
        street.say(mallory, ana, message().setRoot(Root.getDefaultInstance()).build());
        for (int more = 0; more < 5; more++) {
            street.sayRaw(mallory, ana, new byte[10_000]);
        }
        street.settle();

        assertThat(ana.status().refused()).isEqualTo(1);
    }

    private static SessionMessage.Builder message() {
        return SessionMessage.newBuilder();
    }

    // ---- by hand

    private void push(Envelope envelope) {
        pushBytes(envelope.bytes());
    }

    private void pushBytes(byte[] envelope) {
        var envelopes = Envelopes.newBuilder().addEnvelopes(ByteString.copyFrom(envelope));
        street.say(mallory, ana, message().setEnvelopes(envelopes).build());
        street.settle();
    }

    private void assertRefused() {
        assertThat(ana.status().refused()).isEqualTo(2);
        assertThat(street.isLinked(mallory, ana)).isFalse();
        assertThat(ana.titles()).containsExactly("Soup");
        street.pass(6);
        street.post(ana, "Bread");
        street.pass(1);
        assertThat(mallory.titles()).contains("Bread");
    }

    private static Header with(Header header, DocumentId document, Bytes16 seal, long first) {
        return new Header(
                header.kind(),
                header.circle(),
                document,
                seal,
                header.device(),
                header.serial(),
                first,
                header.count(),
                header.epoch(),
                header.nonce(),
                header.previous(),
                header.bodyLength());
    }
}
