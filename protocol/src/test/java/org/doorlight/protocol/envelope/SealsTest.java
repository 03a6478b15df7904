package org.doorlight.protocol.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.id.AudienceId;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EnvelopeId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.id.MemberId;
import org.junit.jupiter.api.Test;

class SealsTest {
    private static final SeededEntropy ENTROPY = new SeededEntropy(9);
    private static final CircleId CIRCLE = CircleId.of(ENTROPY.bytes(16));
    private static final AudienceId AUDIENCE = AudienceId.of(ENTROPY.bytes(16));
    private static final MemberId ANA = MemberId.of(ENTROPY.bytes(32));
    private static final MemberId BEN = MemberId.of(ENTROPY.bytes(32));
    private static final byte[] SALT = ENTROPY.bytes(16);
    private static final Bytes16 SEAL = Seals.seal("request", AUDIENCE, SALT);
    private static final DocumentId ANAS = Seals.document(CIRCLE, ANA, SEAL);

    @Test
    void only_its_owner_may_write_a_document() {
        assertThat(Seals.mayWrite(header(CIRCLE, ANAS, SEAL), ANA)).isTrue();
        assertThat(Seals.mayWrite(header(CIRCLE, ANAS, SEAL), BEN)).isFalse();
    }

    @Test
    void a_shared_document_is_everybodys() {
        DocumentId notes = Seals.document(CIRCLE, MemberId.NOBODY, SEAL);

        assertThat(Seals.mayWrite(header(CIRCLE, notes, SEAL), ANA)).isTrue();
        assertThat(Seals.mayWrite(header(CIRCLE, notes, SEAL), BEN)).isTrue();
    }

    @Test
    void an_envelope_filed_under_another_document_seal_or_circle_is_nobodys_to_write() {
        Bytes16 otherSeal = Seals.seal("door", AUDIENCE, SALT);
        DocumentId bens = Seals.document(CIRCLE, BEN, SEAL);
        CircleId otherCircle = new CircleId(Bytes16.ZERO);

        assertThat(Seals.mayWrite(header(CIRCLE, bens, SEAL), ANA)).isFalse();
        assertThat(Seals.mayWrite(header(CIRCLE, ANAS, otherSeal), ANA)).isFalse();
        assertThat(Seals.mayWrite(header(otherCircle, ANAS, SEAL), ANA)).isFalse();
    }

    @Test
    void a_seal_names_kind_audience_and_salt() {
        byte[] otherSalt = SALT.clone();
        otherSalt[15] ^= 1;

        List<Bytes16> seals = List.of(
                SEAL,
                Seals.seal("door", AUDIENCE, SALT),
                Seals.seal("requests", AUDIENCE, SALT),
                Seals.seal("request", new AudienceId(Bytes16.ZERO), SALT),
                Seals.seal("request", AUDIENCE, otherSalt));

        assertThat(new TreeSet<>(seals)).hasSize(seals.size());
    }

    @Test
    void a_document_names_circle_owner_and_seal() {
        List<DocumentId> documents = List.of(
                ANAS,
                Seals.document(CIRCLE, BEN, SEAL),
                Seals.document(CIRCLE, MemberId.NOBODY, SEAL),
                Seals.document(new CircleId(Bytes16.ZERO), ANA, SEAL),
                Seals.document(CIRCLE, ANA, Bytes16.ZERO));

        assertThat(new TreeSet<>(documents)).hasSize(documents.size());
    }

    private static Header header(CircleId circle, DocumentId document, Bytes16 seal) {
        DeviceId device = new DeviceId(Bytes16.ZERO);
        EpochId epoch = new EpochId(Bytes16.ZERO);
        return new Header(
                Kind.CHANGES, circle, document, seal, device, 1, 1, 1, epoch, new byte[24], EnvelopeId.NONE, 256);
    }
}
