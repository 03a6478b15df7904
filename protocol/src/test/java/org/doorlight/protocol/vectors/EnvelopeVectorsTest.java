package org.doorlight.protocol.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.document.Actors;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.document.ChangeSummary;
import org.doorlight.protocol.document.ChangeValidator;
import org.doorlight.protocol.document.ChangeVerdict;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.envelope.Header;
import org.doorlight.protocol.envelope.Kind;
import org.doorlight.protocol.envelope.Sealing;
import org.doorlight.protocol.envelope.Seals;
import org.doorlight.protocol.id.AudienceId;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EnvelopeId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.replica.Identity;
import org.doorlight.protocol.wire.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopeVectorsTest {
    private static final JsonNode SHEET = Sheet.read("envelope");

    private final Identity device = Sheet.identity(SHEET.get("device"));
    private final JsonNode document = SHEET.get("document");
    private final CircleId circle = CircleId.of(Sheet.bytes(document, "circle"));
    private final DocumentId documentId = DocumentId.of(Sheet.bytes(document, "document"));
    private final byte[] secret = Sheet.bytes(SHEET, "epochSecret");

    static List<JsonNode> positive() {
        return Sheet.all(SHEET.get("positive"));
    }

    static List<JsonNode> negative() {
        return Sheet.all(SHEET.get("negative"));
    }

    @Test
    void seeds_make_the_device_and_its_nature_names_the_document() {
        var audience = AudienceId.of(Sheet.bytes(document, "audience"));
        var owner = MemberId.of(Sheet.bytes(document, "owner"));
        var seal = Seals.seal(Sheet.text(document, "kind"), audience, Sheet.bytes(document, "salt"));

        assertThat(Sheet.device(device)).isEqualTo(SHEET.get("device"));
        assertThat(seal.toBytes()).isEqualTo(Sheet.bytes(document, "seal"));
        assertThat(Seals.document(circle, owner, seal)).isEqualTo(documentId);
        assertThat(Seals.document(circle, MemberId.NOBODY, seal).toBytes())
                .isEqualTo(Sheet.bytes(document, "sharedDocument"));
        assertThat(Actors.of(device.keys().signing(), documentId).bytes()).isEqualTo(Sheet.bytes(document, "actor"));
    }

    @ParameterizedTest
    @MethodSource("positive")
    void each_envelope_is_made_again_from_its_inputs(JsonNode vector) {
        Envelope made =
                Sealing.seal(draft(vector), secret, device.signing(), Sheet.bytes(vector, "text"), random(vector));

        assertThat(made.bytes()).isEqualTo(Sheet.bytes(vector, "envelope"));
        assertThat(made.header().nonce()).isEqualTo(Sheet.bytes(vector, "nonce"));
        assertThat(made.id().toBytes()).isEqualTo(Sheet.bytes(vector, "id"));
        assertThat(device.signing()
                        .sign(Label.ENVELOPE_SIGNATURE, Digest.sha256(header(made), Digest.sha256(body(made)))))
                .isEqualTo(Sheet.bytes(vector, "signature"));
    }

    @ParameterizedTest
    @MethodSource("positive")
    void each_envelope_is_read_back(JsonNode vector) {
        Envelope read = Envelope.parse(Sheet.bytes(vector, "envelope")).orElseThrow();

        assertThat(read.signedBy(device.keys().signing().toBytes())).isTrue();
        assertThat(Sealing.open(read, secret)).contains(Sheet.bytes(vector, "text"));
        assertThat(Seals.mayWrite(read.header(), MemberId.of(Sheet.bytes(document, "owner"))))
                .isTrue();
    }

    @Test
    void the_change_inside_the_first_is_its_device_s_own() {
        JsonNode vector = positive().get(0);
        Body body = Body.decode(Sheet.bytes(vector, "text")).orElseThrow();

        assertThat(body.changes()).hasSize(1);
        assertThat(Sheet.hex(body.changes().get(0)))
                .isEqualTo(vector.get("changes").get(0).asText());
        ChangeSummary change = ((ChangeVerdict.Acceptable)
                        ChangeValidator.validate(body.changes().get(0)))
                .summary();
        assertThat(change.actor().bytes()).isEqualTo(Sheet.bytes(document, "actor"));
        assertThat(change.sequence()).isEqualTo(vector.get("first").asLong());
    }

    @ParameterizedTest
    @MethodSource("negative")
    void each_negative_is_refused_where_and_why_it_says(JsonNode vector) {
        byte[] bytes = Sheet.bytes(vector, "envelope");
        Optional<Envelope> read = Envelope.parse(bytes);

        String reason = Sheet.text(vector, "reason");
        switch (Sheet.text(vector, "refusedBy")) {
            case "shape" -> {
                assertThat(read).isEmpty();
                assertThat(Envelope.flaw(bytes)).contains(Flaw.valueOf(reason));
            }
            case "signature" ->
                assertThat(read.orElseThrow().signedBy(device.keys().signing().toBytes()))
                        .isFalse();
            default -> {
                assertThat(read.orElseThrow().signedBy(device.keys().signing().toBytes()))
                        .isTrue();
                assertThat(Sealing.open(read.orElseThrow(), secret)).isEmpty();
            }
        }
    }

    private Header draft(JsonNode vector) {
        return new Header(
                Kind.CHANGES,
                circle,
                documentId,
                Bytes16.of(Sheet.bytes(document, "seal")),
                device.device(),
                vector.get("serial").asLong(),
                vector.get("first").asLong(),
                vector.get("count").asInt(),
                EpochId.of(Sheet.bytes(SHEET, "epoch")),
                new byte[0],
                EnvelopeId.of(Sheet.bytes(vector, "previous")),
                0);
    }

    private static byte[] random(JsonNode vector) {
        return Sheet.bytes(vector, "random");
    }

    private static byte[] header(Envelope envelope) {
        return Arrays.copyOf(envelope.bytes(), 165);
    }

    private static byte[] body(Envelope envelope) {
        return Arrays.copyOfRange(envelope.bytes(), 165, envelope.bytes().length - 64);
    }
}
