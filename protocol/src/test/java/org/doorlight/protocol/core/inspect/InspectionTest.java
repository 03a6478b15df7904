package org.doorlight.protocol.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.doorlight.protocol.Property;
import org.doorlight.protocol.Vectors;
import org.doorlight.protocol.charter.Role;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.charter.TestCircle;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.crypto.SigningKey;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.envelope.Header;
import org.doorlight.protocol.envelope.Kind;
import org.doorlight.protocol.envelope.Sealing;
import org.doorlight.protocol.epoch.EpochBook;
import org.doorlight.protocol.epoch.GrantMaker;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EnvelopeId;
import org.doorlight.protocol.id.EpochId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionTest {
    private final SeededEntropy entropy = new SeededEntropy(11);
    private final TestCircle circle = TestCircle.founded(11);

    @Test
    void an_envelope_is_explained_as_far_as_a_relay_could() {
        Envelope envelope = envelope();

        Inspection found = acceptable(envelope.bytes(), Inspection.Kind.ENVELOPE);

        assertThat(found.detail()).contains("cannot be checked without the circle");
        assertThat(fact(found, "id")).isEqualTo(envelope.id().hex());
        assertThat(fact(found, "device")).isEqualTo(envelope.header().device().hex());
        assertThat(fact(found, "serial")).isEqualTo(7L);
        assertThat(fact(found, "last")).isEqualTo(4L);
        assertThat(fact(found, "bodyBytes")).isEqualTo(256L);
        assertThat(found.facts()).noneMatch(fact -> fact.name().equals("previous"));
    }

    @ParameterizedTest
    @CsvSource({
        "4, UNKNOWN_VERSION",
        "5, UNKNOWN_SUITE",
        "6, UNKNOWN_KIND",
        "71, NUMBER_OUT_OF_RANGE",
        "79, NUMBER_OUT_OF_RANGE",
        "87, NUMBER_OUT_OF_RANGE",
        "164, WRONG_LENGTH"
    })
    void an_envelope_out_of_bounds_is_refused_for_what_is_wrong(int at, String reason) {
        byte[] bytes = envelope().bytes().clone();
        bytes[at] ^= (byte) 0x80;

        refused(bytes, Inspection.Kind.ENVELOPE, reason);
    }

    @Test
    void a_cut_envelope_is_still_seen_to_be_meant_as_one() {
        byte[] bytes = envelope().bytes();

        refused(Arrays.copyOf(bytes, 4), Inspection.Kind.ENVELOPE, "TOO_SHORT");
        refused(Arrays.copyOf(bytes, bytes.length - 1), Inspection.Kind.ENVELOPE, "TOO_SHORT");
        refused(Arrays.copyOf(bytes, bytes.length + 1), Inspection.Kind.ENVELOPE, "WRONG_LENGTH");
        refused(Arrays.copyOf(bytes, Envelope.BYTES_MAX + 1), Inspection.Kind.ENVELOPE, "TOO_LONG");
    }

    @Test
    void a_founding_statement_proves_itself() {
        Inspection found = acceptable(founding().bytes(), Inspection.Kind.STATEMENT);

        assertThat(fact(found, "says")).isEqualTo("found");
        assertThat(fact(found, "role")).isEqualTo("steward");
        assertThat(fact(found, "signature")).isEqualTo("verified");
        assertThat(fact(found, "circle")).isEqualTo(circle.charter().circle().hex());
        assertThat(fact(found, "heads")).isEqualTo(List.of());
    }

    @Test
    void a_founding_statement_with_any_byte_changed_is_refused() {
        byte[] bytes = founding().bytes();

        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            assertThat(Inspection.of(changed).isAcceptable()).as("byte " + at).isFalse();
        }
        bytes = bytes.clone();
        bytes[bytes.length - 1] ^= 1;
        refused(bytes, Inspection.Kind.STATEMENT, "WRONG_SIGNATURE");
    }

    @Test
    void an_invitation_and_an_admission_are_explained_but_not_vouched_for() {
        circle.joined(Role.READER);
        List<Statement> all = circle.charter().all();

        Inspection invite = acceptable(all.get(1).bytes(), Inspection.Kind.STATEMENT);
        Inspection admit = acceptable(all.get(2).bytes(), Inspection.Kind.STATEMENT);

        assertThat(fact(invite, "says")).isEqualTo("invite");
        assertThat(fact(invite, "role")).isEqualTo("reader");
        assertThat(fact(invite, "heads")).isEqualTo(List.of(all.get(0).id().hex()));
        assertThat(fact(admit, "says")).isEqualTo("admit");
        assertThat(fact(admit, "invite")).isEqualTo(all.get(1).id().hex());
        assertThat(List.of(fact(invite, "signature"), fact(admit, "signature"))).containsOnly("unchecked");
    }

    @Test
    void another_device_of_a_member_is_explained_but_not_vouched_for() {
        var phone = circle.somebody();
        Statement addition = circle.addDevice(circle.charter(), circle.founder(), phone);

        Inspection added = acceptable(addition.bytes(), Inspection.Kind.STATEMENT);

        assertThat(fact(added, "says")).isEqualTo("add-device");
        assertThat(fact(added, "newDevice")).isEqualTo(phone.device().hex());
        assertThat(fact(added, "signature")).isEqualTo("unchecked");
    }

    @Test
    void a_key_grant_says_for_whom_it_is_and_how_many_wraps_it_has() {
        var founder = circle.founder();
        var book = new EpochBook(circle.charter(), founder.device(), founder.agreement());
        var member = circle.charter()
                .resolved()
                .device(founder.device())
                .orElseThrow()
                .member();
        byte[] everyone = book.hand(GrantMaker.everyone(
                        founder.device(), founder.signing(), 1, entropy.bytes(GrantMaker.CARRY_BYTES), entropy))
                .bytes();
        byte[] narrow = book.hand(
                        GrantMaker.narrow(founder.device(), founder.signing(), member, new TreeSet<>(), entropy))
                .bytes();

        Inspection forAll = acceptable(everyone, Inspection.Kind.GRANT);
        Inspection forFew = acceptable(narrow, Inspection.Kind.GRANT);

        assertThat(fact(forAll, "readers")).isEqualTo("everyone");
        assertThat(fact(forAll, "wraps")).isEqualTo(1L);
        assertThat(fact(forFew, "readers")).isEqualTo("a few");
        assertThat(fact(forFew, "wraps")).isEqualTo(4L);
        refused(Arrays.copyOf(narrow, narrow.length - 1), Inspection.Kind.GRANT, "WRONG_LENGTH");
        refused(Arrays.copyOf(narrow, 100), Inspection.Kind.GRANT, "TOO_SHORT");
    }

    @Test
    void a_file_of_changes_is_explained_change_by_change() {
        Inspection found = acceptable(resource("several-actors.changes"), Inspection.Kind.CHUNKS);

        assertThat(found.parts()).hasSizeGreaterThan(3).allSatisfy(part -> {
            assertThat(part.kind()).isEqualTo(Inspection.Kind.CHANGE);
            assertThat((String) fact(part, "hash")).hasSize(64);
        });
        assertThat(fact(found, "chunkCount")).isEqualTo((long) found.parts().size());
    }

    @Test
    void one_bad_chunk_makes_the_file_refused_and_is_named() {
        byte[] bytes = resource("several-actors.changes");
        bytes[bytes.length - 1] ^= 1;

        Inspection found = refused(bytes, Inspection.Kind.CHUNKS, "WRONG_CHECKSUM");

        assertThat(found.detail()).startsWith("Chunk " + found.parts().size() + ": The checksum");
    }

    @ParameterizedTest
    @CsvSource({
        "fixtures/counter_value_is_ok.automerge, automerge-change, ",
        "fixtures/two_change_chunks_compressed.automerge, automerge-file, ",
        "interop/exemplar, automerge-document, ",
        "fixtures/counter_value_is_overlong.automerge, automerge-change, NUMBER_NOT_SHORTEST",
        "fuzz-crashers/crash-da39a3ee5e6b4b0d3255bfef95601890afd80709, automerge-document, TRUNCATED",
        "fuzz-crashers/invalid_deflate_stream.automerge, automerge-document, WRONG_CHECKSUM"
    })
    void the_fixtures_of_automerge_are_told_apart(String name, String kind, String reason) throws IOException {
        Inspection found = Inspection.of(Files.readAllBytes(Vectors.file("automerge/" + name)));

        assertThat(found.kind().word()).isEqualTo(kind);
        assertThat(found.refused().map(Inspection.Refused::reason).orElse(null)).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 64, 4096})
    void random_bytes_are_nothing_doorlight_knows(int length) {
        refused(entropy.bytes(length), Inspection.Kind.UNKNOWN, "UNKNOWN_FORMAT");
    }

    @Test
    void nothing_and_too_much_are_refused_too() {
        refused(new byte[0], Inspection.Kind.UNKNOWN, "EMPTY");
        refused(new byte[Inspection.BYTES_MAX + 1], Inspection.Kind.UNKNOWN, "TOO_MANY_BYTES");
        refused(new byte[Inspection.BYTES_MAX], Inspection.Kind.UNKNOWN, "UNKNOWN_FORMAT");
    }

    @Test
    void whatever_the_bytes_are_there_is_an_answer() {
        List<byte[]> seeds = List.of(envelope().bytes(), founding().bytes(), resource("lists.changes"));
        Property.cases(600, 40).hold((random, size) -> {
            byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
            for (int change = 0; change < size; change++) {
                bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt();
            }
            byte[] cut = Arrays.copyOf(bytes, 4 + random.nextInt(bytes.length));

            assertThat(Inspection.of(cut).detail()).endsWith(".");
        });
    }

    private static Inspection acceptable(byte[] bytes, Inspection.Kind kind) {
        Inspection found = Inspection.of(bytes);
        assertThat(found.refused()).as(found.detail()).isEmpty();
        assertThat(found.kind()).isEqualTo(kind);
        return found;
    }

    private static Inspection refused(byte[] bytes, Inspection.Kind kind, String reason) {
        Inspection found = Inspection.of(bytes);
        assertThat(found.refused()).contains(new Inspection.Refused(reason));
        assertThat(found.kind()).isEqualTo(kind);
        assertThat(found.detail()).endsWith(".");
        return found;
    }

    private static Object fact(Inspection found, String name) {
        return found.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .map(Inspection.Fact::value)
                .findFirst()
                .orElseThrow();
    }

    private Statement founding() {
        return circle.charter().all().get(0);
    }

    private static Envelope envelope() {
        SeededEntropy seeded = new SeededEntropy(5);
        Header draft = new Header(
                Kind.CHANGES,
                CircleId.of(seeded.bytes(16)),
                DocumentId.of(seeded.bytes(16)),
                Bytes16.of(seeded.bytes(16)),
                DeviceId.of(seeded.bytes(16)),
                7,
                3,
                2,
                EpochId.of(seeded.bytes(16)),
                new byte[0],
                EnvelopeId.of(new byte[32]),
                0);
        return Sealing.seal(
                draft, seeded.bytes(32), new SigningKey(seeded.bytes(32)), seeded.bytes(40), seeded.bytes(32));
    }

    private static byte[] resource(String name) {
        try (InputStream stream = InspectionTest.class.getResourceAsStream("/automerge/" + name)) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
