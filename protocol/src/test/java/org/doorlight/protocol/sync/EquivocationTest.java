package org.doorlight.protocol.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.Property;
import org.doorlight.protocol.charter.Role;
import org.doorlight.protocol.charter.TestCircle;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.document.Frontier;
import org.doorlight.protocol.document.Receipt;
import org.doorlight.protocol.envelope.Contradiction;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.epoch.Audiences;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.replica.Identity;
import org.junit.jupiter.api.Test;

/** A device that gives two answers: everybody comes to the same, whichever of them was heard first (PROTOCOL §6). */
class EquivocationTest {
    /** Honest homes, and two machines with the keys of one home, each of which believes that it is alone. */
    private static final class Street {
        final TestCircle circle = TestCircle.founded(31);
        final Identity mallory = circle.joined(Role.MEMBER);
        final List<TestParty> honest = new ArrayList<>();
        final List<TestParty> mallorys = new ArrayList<>();
        final List<Envelope> said = new ArrayList<>();
        final Body.Nature notes;
        private final SeededEntropy entropy;

        Street(long seed, int homes) {
            entropy = new SeededEntropy(seed);
            honest.add(new TestParty(circle.founder(), circle.charter(), 1));
            for (int home = 1; home < homes; home++) {
                Identity identity = circle.joined(Role.MEMBER);
                honest.add(new TestParty(identity, circle.charter(), home + 1L));
            }
            Grant grant = honest.get(0).replica().grantEveryone();
            for (int twin = 0; twin < 2; twin++) {
                mallorys.add(new TestParty(mallory, circle.charter(), 100 + twin));
            }
            for (TestParty party : all()) {
                TestCircle.tell(circle.charter(), party.charter());
                party.take(grant);
                EpochId epoch = grant.id();
                honest.get(0)
                        .epochs()
                        .wrapFor(epoch, party.keys())
                        .ifPresent(wrap -> party.replica().takeWrap(epoch, wrap));
            }
            notes = new Body.Nature(
                    "notes",
                    MemberId.NOBODY,
                    Audiences.everyone(circle.charter().circle()),
                    entropy.bytes(16));
        }

        List<TestParty> all() {
            List<TestParty> all = new ArrayList<>(honest);
            all.addAll(mallorys);
            return all;
        }

        void write(TestParty who, String fact) {
            SortedMap<String, byte[]> facts = new TreeMap<>();
            facts.put(fact, new byte[] {1});
            who.replica().settle();
            who.replica().write(notes, facts).ifPresent(said::add);
        }

        void meet(TestParty one, TestParty other) {
            Bytes32 dialling = Bytes32.of(entropy.bytes(32));
            Bytes32 listening = Bytes32.of(entropy.bytes(32));
            TestWire dialer = new TestWire(listening)
                    .begin(line -> Session.dialled(one, one, line, Channel.of(true, dialling, listening)));
            TestWire listener = new TestWire(listening)
                    .begin(line -> Session.accepted(other, line, Channel.of(false, dialling, listening)));
            TestWire.carry(dialer, listener);
            assertThat(dialer.hungUp()).isEmpty();
            assertThat(listener.hungUp()).isEmpty();
        }

        void everybodyMeets() {
            for (int round = 0; round < 2; round++) {
                for (int one = 0; one < honest.size(); one++) {
                    for (int other = one + 1; other < honest.size(); other++) {
                        meet(honest.get(one), honest.get(other));
                    }
                }
            }
        }

        DocumentId document() {
            return honest.get(0).replica().document(notes);
        }

        void assertAllHoldTheSame() {
            for (TestParty party : honest) {
                assertThat(party.facts()).isEqualTo(honest.get(0).facts());
                assertThat(party.frontiers().of(document()))
                        .isEqualTo(honest.get(0).frontiers().of(document()));
                assertThat(party.frontiers().root())
                        .isEqualTo(honest.get(0).frontiers().root());
            }
        }

        List<Contradiction> proofsOf(TestParty party) {
            return party.replica().doubts().all();
        }
    }

    @Test
    void two_homes_that_heard_different_answers_come_to_the_same() {
        Street street = new Street(1, 3);
        street.write(street.mallorys.get(0), "a yes to Ana");
        street.write(street.mallorys.get(1), "a no to Ben");
        street.honest.get(1).take(street.said.get(0));
        street.honest.get(2).take(street.said.get(1));
        assertThat(street.honest.get(1).facts()).containsExactly("a yes to Ana");
        street.write(street.honest.get(1), "Ana says thank you");

        street.everybodyMeets();

        street.assertAllHoldTheSame();
        assertThat(street.honest.get(2).facts())
                .as("what rests on it waits too")
                .isEmpty();
        for (TestParty party : street.honest) {
            assertThat(street.proofsOf(party)).hasSize(1);
            assertThat(street.proofsOf(party).get(0).device()).isEqualTo(street.mallory.device());
            assertThat(street.proofsOf(party).get(0).fork()).isEqualTo(1);
        }
    }

    @Test
    void what_was_said_before_the_fork_still_counts() {
        Street street = new Street(2, 3);
        TestParty one = street.mallorys.get(0);
        TestParty other = street.mallorys.get(1);
        street.write(one, "the truth");
        other.take(street.said.get(0));
        street.write(one, "a yes");
        street.write(one, "and more");
        street.write(other, "a no");
        street.honest.get(1).take(street.said.get(0));
        street.honest.get(1).take(street.said.get(1));
        street.honest.get(1).take(street.said.get(2));
        street.honest.get(2).take(street.said.get(0));
        street.honest.get(2).take(street.said.get(3));

        street.everybodyMeets();

        street.assertAllHoldTheSame();
        assertThat(street.honest.get(0).facts()).containsExactly("the truth");
        assertThat(street.honest.get(0).frontiers().of(street.document()).entry(street.mallory.device()))
                .isEqualTo(new Frontier.Entry(1, street.said.get(0).id(), 2));
    }

    @Test
    void a_fork_far_back_is_found_though_only_the_ends_are_compared() {
        Street street = new Street(3, 2);
        for (int twin = 0; twin < 2; twin++) {
            for (int word = 0; word < 8; word++) {
                street.write(street.mallorys.get(twin), "twin " + twin + " word " + word);
                street.honest.get(twin).take(street.said.get(street.said.size() - 1));
            }
        }

        street.everybodyMeets();

        street.assertAllHoldTheSame();
        assertThat(street.honest.get(0).facts()).isEmpty();
        assertThat(street.proofsOf(street.honest.get(1)).get(0).fork()).isEqualTo(1);
    }

    @Test
    void a_proof_convinces_somebody_who_holds_nothing_and_later_answers_are_not_kept() {
        Street street = new Street(4, 3);
        street.write(street.mallorys.get(0), "yes");
        street.write(street.mallorys.get(1), "no");
        Contradiction proof = Contradiction.between(
                        street.said.get(0).excerpt(), street.said.get(1).excerpt())
                .orElseThrow();
        TestParty ana = street.honest.get(1);

        assertThat(ana.take(Contradiction.parse(proof.toBytes()).orElseThrow())).isTrue();
        assertThat(ana.take(proof)).as("once is enough").isFalse();
        assertThat(ana.take(street.said.get(0))).isEqualTo(Receipt.KNOWN);

        street.meet(ana, street.honest.get(2));
        assertThat(street.proofsOf(street.honest.get(2))).containsExactly(proof);
        assertThat(ana.facts()).isEmpty();
    }

    @Test
    void who_is_contradicted_by_an_own_twin_writes_no_more_there() {
        Street street = new Street(5, 2);
        TestParty one = street.mallorys.get(0);
        street.write(one, "yes");
        street.write(street.mallorys.get(1), "no");

        one.take(street.said.get(1));
        street.write(one, "really");

        assertThat(street.said).hasSize(2);
    }

    @Test
    void whatever_is_said_to_whom_in_whatever_order_all_homes_come_to_the_same() {
        Property.cases(60, 30).hold((random, size) -> {
            Street street = new Street(random.nextLong(), 3 + random.nextInt(2));
            for (int step = 0; step < size; step++) {
                step(street, random, step);
            }
            street.everybodyMeets();
            street.assertAllHoldTheSame();
        });
    }

    private static void step(Street street, Random random, int step) {
        List<TestParty> all = street.all();
        TestParty somebody = all.get(random.nextInt(all.size()));
        switch (random.nextInt(5)) {
            case 0, 1 -> street.write(somebody, "word " + step);
            case 2 -> street.write(street.mallorys.get(random.nextInt(2)), "lie " + step);
            case 3 -> {
                if (!street.said.isEmpty()) {
                    somebody.take(street.said.get(random.nextInt(street.said.size())));
                }
            }
            default -> {
                TestParty other = all.get(random.nextInt(all.size()));
                if (!other.keys().equals(somebody.keys())) {
                    street.meet(somebody, other);
                }
            }
        }
    }
}
