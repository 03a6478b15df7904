package org.doorlight.protocol.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.crypto.Hmac;
import org.doorlight.protocol.crypto.Hpke;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.epoch.EpochBook;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.epoch.GrantMaker;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.replica.Identity;
import org.doorlight.protocol.sync.Channel;
import org.doorlight.protocol.sync.ProofVectors;
import org.doorlight.protocol.wire.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GrantVectorsTest {
    private static final JsonNode SHEET = Sheet.read("grant");

    private final Charter charter = charter();
    private final Identity founder = device("founder");

    static List<JsonNode> positive() {
        return Sheet.all(SHEET.get("positive"));
    }

    static List<JsonNode> negative() {
        return Sheet.all(SHEET.get("negative"));
    }

    @Test
    void seeds_make_the_devices_and_the_statements_their_circle() {
        SHEET.get("devices")
                .forEach(device ->
                        assertThat(Sheet.device(Sheet.identity(device))).isEqualTo(device));
        assertThat(charter.circle().toBytes()).isEqualTo(Sheet.bytes(SHEET, "circle"));
    }

    @ParameterizedTest
    @MethodSource("positive")
    void each_grant_is_made_again_from_its_random_bytes(JsonNode vector) {
        Grant grant = bookOf(founder).hand(maker(vector));

        assertThat(grant.bytes()).isEqualTo(Sheet.bytes(vector, "grant"));
        assertThat(grant.id().toBytes()).isEqualTo(Sheet.bytes(vector, "epoch"));
        assertThat(grant.core().audience().toBytes()).isEqualTo(Sheet.bytes(vector, "audience"));
        assertThat(grant.core().sealed()).isEqualTo(Sheet.bytes(vector, "sealed"));
        assertThat(Digest.hash(Label.SECRET_HASH, Sheet.bytes(vector, "secret")))
                .isEqualTo(grant.core().secretHash().toBytes())
                .isEqualTo(Sheet.bytes(vector, "secretHash"));
    }

    private GrantMaker maker(JsonNode vector) {
        Iterator<JsonNode> drawn = vector.get("random").iterator();
        Entropy again = length -> HexFormat.of().parseHex(drawn.next().asText());
        if (vector.has("carry")) {
            int generation = vector.get("carryGeneration").asInt();
            return GrantMaker.everyone(
                    founder.device(), founder.signing(), generation, Sheet.bytes(vector, "carry"), again);
        }
        SortedSet<MemberId> members = new TreeSet<>();
        vector.get("members").forEach(member -> members.add(MemberId.parse(member.asText())));
        var owner = MemberId.of(Sheet.bytes(vector, "owner"));
        return GrantMaker.narrow(founder.device(), founder.signing(), owner, members, again);
    }

    @ParameterizedTest
    @MethodSource("positive")
    void each_wrap_is_plain_hpke_and_opens_for_its_device_alone(JsonNode vector) {
        byte[] epoch = Sheet.bytes(vector, "epoch");
        byte[] secret = Sheet.bytes(vector, "secret");
        byte[] grant = Sheet.bytes(vector, "grant");

        for (JsonNode one : vector.get("wraps")) {
            Identity recipient = byId(Sheet.text(one, "device"));
            byte[] key = recipient.keys().agreement().toBytes();
            byte[] info = Sheet.bytes(one, "info");
            byte[] seed = Sheet.bytes(one, "ephemeralSeed");

            assertThat(Digest.hash(Label.WRAP_INFO, charter.circle().toBytes(), epoch, key))
                    .isEqualTo(info);
            assertThat(Hmac.sha256(secret, Label.WRAP_EPHEMERAL, epoch, key)).isEqualTo(seed);
            assertThat(Hpke.wrap(key, info, secret, seed)).contains(Sheet.bytes(one, "wrap"));
            assertThat(Hpke.unwrap(recipient.agreement(), info, Sheet.bytes(one, "wrap")))
                    .contains(secret);
            assertThat(Sheet.hex(grant)).contains(Sheet.text(one, "wrap"));
        }
    }

    @ParameterizedTest
    @MethodSource("positive")
    void a_grant_opens_for_those_it_has_wraps_for(JsonNode vector) {
        Grant grant = Grant.parse(Sheet.bytes(vector, "grant")).orElseThrow();
        List<String> readers = Sheet.all(vector.get("wraps")).stream()
                .map(one -> Sheet.text(one, "device"))
                .toList();

        for (String name : List.of("founder", "ana", "rea")) {
            EpochBook book = bookOf(device(name));
            assertThat(book.add(grant)).isEqualTo(EpochBook.Receipt.ADDED);
            assertThat(book.secret(grant.id()).isPresent())
                    .isEqualTo(readers.contains(device(name).device().hex()));
        }
    }

    @ParameterizedTest
    @MethodSource("negative")
    void each_negative_is_refused_where_and_why_it_says(JsonNode vector) {
        byte[] bytes = Sheet.bytes(vector, "grant");
        String reason = Sheet.text(vector, "reason");
        Optional<Grant> read = Grant.parse(bytes);

        if (Sheet.text(vector, "refusedBy").equals("shape")) {
            assertThat(read).isEmpty();
            assertThat(Grant.flaw(bytes)).contains(Flaw.valueOf(reason));
        } else {
            assertThat(bookOf(device("ana")).add(read.orElseThrow())).isEqualTo(EpochBook.Receipt.valueOf(reason));
        }
    }

    @Test
    void circle_and_devices_are_proved_on_a_channel_each_in_its_own_role() {
        JsonNode proofs = SHEET.get("proofs");
        Channel channel = new Channel(true, Bytes32.of(Sheet.bytes(proofs, "binding")));
        var carry = new EpochBook.Carry(
                proofs.get("generation").asInt(), EpochId.of(new byte[16]), Sheet.bytes(proofs, "carry"));
        byte[] byAna = Sheet.bytes(proofs, "anaByDialer");

        assertThat(ProofVectors.circle(carry, true, channel)).isEqualTo(Sheet.bytes(proofs, "circleByDialer"));
        assertThat(ProofVectors.circle(carry, false, channel)).isEqualTo(Sheet.bytes(proofs, "circleByListener"));
        assertThat(ProofVectors.device(device("ana"), charter.circle(), carry, true, channel))
                .isEqualTo(byAna);
        assertThat(ProofVectors.device(founder, charter.circle(), carry, false, channel))
                .isEqualTo(Sheet.bytes(proofs, "founderByListener"));
        assertThat(ProofVectors.provesDevice(byAna, device("ana"), charter.circle(), carry, true, channel))
                .isTrue();
        assertThat(ProofVectors.provesDevice(byAna, device("ana"), charter.circle(), carry, false, channel))
                .isFalse();
    }

    private static Charter charter() {
        List<Statement> statements = Sheet.all(SHEET.get("statements")).stream()
                .map(one ->
                        Statement.parse(HexFormat.of().parseHex(one.asText())).orElseThrow())
                .toList();
        Charter charter = Charter.of(statements.get(0)).orElseThrow();
        statements.stream().skip(1).forEach(charter::add);
        return charter;
    }

    private EpochBook bookOf(Identity device) {
        return new EpochBook(charter, device.device(), device.agreement());
    }

    private static Identity device(String name) {
        return Sheet.identity(SHEET.get("devices").get(name));
    }

    private static Identity byId(String hex) {
        return Sheet.all(SHEET.get("devices")).stream()
                .filter(device -> Sheet.text(device, "device").equals(hex))
                .map(Sheet::identity)
                .findFirst()
                .orElseThrow();
    }
}
