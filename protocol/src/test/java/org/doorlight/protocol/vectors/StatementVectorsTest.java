package org.doorlight.protocol.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Declaration;
import org.doorlight.protocol.charter.Role;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.replica.Identity;
import org.doorlight.protocol.wire.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatementVectorsTest {
    private static final JsonNode SHEET = Sheet.read("statement");

    static List<JsonNode> positive() {
        return Sheet.all(SHEET.get("positive"));
    }

    static List<JsonNode> negative() {
        return Sheet.all(SHEET.get("negative"));
    }

    @Test
    void seeds_make_the_devices() {
        SHEET.get("devices")
                .forEach(device ->
                        assertThat(Sheet.device(Sheet.identity(device))).isEqualTo(device));
    }

    @ParameterizedTest
    @MethodSource("positive")
    void each_statement_is_laid_out_and_signed_again_from_its_fields(JsonNode vector) {
        Identity author = device(vector, "author");
        boolean founding = vector.get("heads").isEmpty();
        byte[] circle = founding ? new byte[16] : Sheet.bytes(SHEET, "circle");
        byte[] body = Sheet.bytes(vector, "body");
        ByteBuffer to = ByteBuffer.allocate(76 + 32 * vector.get("heads").size() + body.length);
        to.put("DLST".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put(circle);
        to.put(author.device().toBytes()).putInt(vector.get("sequence").asInt());
        to.put(Sheet.bytes(vector, "previous")).put((byte) vector.get("heads").size());
        vector.get("heads")
                .forEach(head -> to.put(StatementId.parse(head.asText()).toBytes()));
        byte[] unsigned = to.putShort((short) body.length).put(body).array();

        assertThat(Digest.hash(Label.STATEMENT_ID, unsigned)).isEqualTo(Sheet.bytes(vector, "id"));
        assertThat(Craft.sign(unsigned, Label.STATEMENT_SIGNATURE, author.signing()))
                .isEqualTo(Sheet.bytes(vector, "statement"))
                .endsWith(Sheet.bytes(vector, "signature"));
        if (founding) {
            assertThat(Digest.hash16(Label.CIRCLE_ID, unsigned)).isEqualTo(Sheet.bytes(SHEET, "circle"));
        }
    }

    @ParameterizedTest
    @MethodSource("positive")
    void each_statement_says_what_its_vector_says(JsonNode vector) {
        Statement statement = statement(vector).orElseThrow();

        assertThat(statement.id().toBytes()).isEqualTo(Sheet.bytes(vector, "id"));
        assertThat(statement.circle().toBytes()).isEqualTo(Sheet.bytes(SHEET, "circle"));
        assertThat(statement.declaration()).usingRecursiveComparison().isEqualTo(declaration(vector));
    }

    private static Declaration declaration(JsonNode vector) {
        return switch (Sheet.text(vector, "says")) {
            case "Found" ->
                new Declaration.Found(device(vector, "author").keys(), Bytes16.of(Sheet.bytes(vector, "salt")));
            case "Invite" ->
                new Declaration.Invite(
                        Bytes32.of(Sheet.bytes(vector, "inviteKey")),
                        Bytes32.of(Sheet.bytes(vector, "tag")),
                        Role.of(Sheet.text(vector, "role")).orElseThrow(),
                        vector.get("expiresAt").asLong());
            case "AddDevice" ->
                new Declaration.AddDevice(
                        MemberId.of(Sheet.bytes(vector, "member")),
                        device(vector, "newcomer").keys(),
                        Sheet.bytes(vector, "consent"));
            default ->
                new Declaration.Admit(
                        StatementId.of(Sheet.bytes(vector, "invite")),
                        device(vector, "newcomer").keys(),
                        Bytes32.of(Sheet.bytes(vector, "channel")),
                        Sheet.bytes(vector, "proof"));
        };
    }

    /** PROTOCOL §2, with nothing but a signing key and bytes in a row. */
    @Test
    void a_consent_is_a_signature_over_circle_member_and_keys() {
        JsonNode added = positive().stream()
                .filter(vector -> Sheet.text(vector, "says").equals("AddDevice"))
                .findFirst()
                .orElseThrow();
        Identity phone = device(added, "newcomer");

        byte[] consent = phone.signing()
                .sign(
                        Label.DEVICE_CONSENT,
                        Sheet.bytes(SHEET, "circle"),
                        Sheet.bytes(added, "member"),
                        phone.keys().signing().toBytes(),
                        phone.keys().agreement().toBytes());

        assertThat(consent).isEqualTo(Sheet.bytes(added, "consent"));
    }

    @Test
    void together_they_come_to_these_devices_and_invitations() {
        Charter charter = charter(positive().size());
        JsonNode resolved = SHEET.get("resolved");

        assertThat(charter.resolved().devices()).hasSize(resolved.get("devices").size());
        for (JsonNode device : resolved.get("devices")) {
            var standing = charter.resolved()
                    .device(DeviceId.of(Sheet.bytes(device, "device")))
                    .orElseThrow();
            assertThat(standing.member().toBytes()).isEqualTo(Sheet.bytes(device, "member"));
            assertThat(standing.role().word()).isEqualTo(Sheet.text(device, "role"));
        }
        assertThat(hex(charter.resolved().openInvites().keySet())).isEqualTo(resolved.get("openInvites"));
        assertThat(hex(charter.resolved().usedInvites())).isEqualTo(resolved.get("usedInvites"));
        assertThat(hex(charter.heads())).isEqualTo(resolved.get("heads"));
    }

    private static JsonNode hex(Iterable<StatementId> ids) {
        var list = Sheet.list();
        ids.forEach(id -> list.add(id.hex()));
        return list;
    }

    @ParameterizedTest
    @MethodSource("negative")
    void each_negative_is_refused_where_and_why_it_says(JsonNode vector) {
        byte[] bytes = Sheet.bytes(vector, "statement");
        String reason = Sheet.text(vector, "reason");
        Optional<Statement> read = Statement.parse(bytes);

        switch (Sheet.text(vector, "refusedBy")) {
            case "shape" -> {
                assertThat(read).isEmpty();
                assertThat(Statement.flaw(bytes)).contains(Flaw.valueOf(reason));
            }
            case "founding" -> assertThat(Charter.of(read.orElseThrow())).isEmpty();
            default ->
                assertThat(charter(vector.get("held").asInt()).add(read.orElseThrow()))
                        .isEqualTo(Charter.Receipt.valueOf(reason));
        }
    }

    /** The charter of the first so many statements. */
    private static Charter charter(int held) {
        Charter charter = Charter.of(statement(positive().get(0)).orElseThrow()).orElseThrow();
        positive().stream()
                .limit(held)
                .skip(1)
                .forEach(vector ->
                        assertThat(charter.add(statement(vector).orElseThrow())).isEqualTo(Charter.Receipt.ADDED));
        return charter;
    }

    private static Optional<Statement> statement(JsonNode vector) {
        return Statement.parse(Sheet.bytes(vector, "statement"));
    }

    private static Identity device(JsonNode vector, String field) {
        return Sheet.identity(SHEET.get("devices").get(Sheet.text(vector, field)));
    }
}
