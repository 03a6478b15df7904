package org.doorlight.protocol.vectors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.automerge.ChangeHash;
import org.automerge.Document;
import org.automerge.ObjectId;
import org.automerge.Transaction;
import org.doorlight.protocol.crypto.Aead;
import org.doorlight.protocol.crypto.Hkdf;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.document.Actors;
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
import org.doorlight.protocol.wire.message.EnvelopeBody;

/** Envelopes, documents and actors (PROTOCOL §5, §6). */
final class EnvelopeVectors {
    private static final String KIND = "request";
    private static final int SERIAL_AT = 71;
    private static final int FIRST_AT = 79;
    private static final int COUNT_AT = 87;
    private static final int NONCE_AT = 105;
    private static final int BODY_LENGTH_AT = 161;

    private final SeededEntropy entropy = new SeededEntropy(1);
    private final Identity device = Identity.fresh(entropy);
    private final CircleId circle = CircleId.of(entropy.bytes(16));
    private final MemberId owner = MemberId.of(entropy.bytes(32));
    private final AudienceId audience = AudienceId.of(entropy.bytes(16));
    private final byte[] salt = entropy.bytes(Seals.SALT_BYTES);
    private final Bytes16 seal = Seals.seal(KIND, audience, salt);
    private final DocumentId document = Seals.document(circle, owner, seal);
    private final EpochId epoch = EpochId.of(entropy.bytes(16));
    private final byte[] secret = entropy.bytes(32);
    private final ArrayNode positive = Sheet.list();
    private final ArrayNode negative = Sheet.list();

    private EnvelopeVectors() {}

    static ObjectNode make() {
        return new EnvelopeVectors().sheet();
    }

    private ObjectNode sheet() {
        EnvelopeId none = EnvelopeId.of(new byte[32]);
        byte[] change = change();
        ObjectNode first = Sheet.object();
        first.set("changes", Sheet.texts(List.of(Sheet.hex(change))));
        Envelope one = positive("the first change of a request", first, 1, 1, 1, none, body(change));
        positive("nothing inside, the smallest body", Sheet.object(), 2, 2, 500, one.id(), new byte[0]);
        positive("one byte too long for 256", Sheet.object(), 3, 502, 1, one.id(), entropy.bytes(237));
        badShapes(one.bytes());
        badSignatures(one.bytes());
        badBodies(one);

        ObjectNode sheet = Sheet.object().put("about", "PROTOCOL §5 and §6: documents, actors, envelopes");
        sheet.set("device", Sheet.device(device));
        sheet.set("document", document());
        sheet.put("epoch", Sheet.hex(epoch)).put("epochSecret", Sheet.hex(secret));
        sheet.set("positive", positive);
        sheet.set("negative", negative);
        return sheet;
    }

    private ObjectNode document() {
        return Sheet.object()
                .put("circle", Sheet.hex(circle))
                .put("owner", Sheet.hex(owner))
                .put("kind", KIND)
                .put("audience", Sheet.hex(audience))
                .put("salt", Sheet.hex(salt))
                .put("seal", Sheet.hex(seal.toBytes()))
                .put("document", Sheet.hex(document))
                .put("sharedDocument", Sheet.hex(Seals.document(circle, MemberId.NOBODY, seal)))
                .put("actor", Sheet.hex(actor()));
    }

    private byte[] actor() {
        return Actors.of(device.keys().signing(), document).bytes();
    }

    private byte[] change() {
        Document live = new Document(actor());
        try (Transaction transaction = live.startTransaction()) {
            transaction.set(ObjectId.ROOT, "asked", "soup on Tuesday?".getBytes(StandardCharsets.UTF_8));
            transaction.commit();
        }
        byte[] change = live.encodeChangesSince(new ChangeHash[0]);
        live.free();
        return change;
    }

    private byte[] body(byte[] change) {
        return EnvelopeBody.newBuilder()
                .setKind(KIND)
                .setOwner(ByteString.copyFrom(owner.toBytes()))
                .setAudience(ByteString.copyFrom(audience.toBytes()))
                .setSalt(ByteString.copyFrom(salt))
                .addHeads(ByteString.copyFrom(entropy.bytes(32)))
                .addChanges(ByteString.copyFrom(change))
                .build()
                .toByteArray();
    }

    private Envelope positive(
            String name, ObjectNode extra, long serial, long first, int count, EnvelopeId previous, byte[] text) {
        byte[] random = entropy.bytes(Sealing.RANDOM_BYTES);
        Header draft = new Header(
                Kind.CHANGES,
                circle,
                document,
                seal,
                device.device(),
                serial,
                first,
                count,
                epoch,
                new byte[0],
                previous,
                0);
        Envelope envelope = Sealing.seal(draft, secret, device.signing(), text, random);
        ObjectNode sheet = Sheet.object()
                .put("name", name)
                .put("serial", serial)
                .put("first", first)
                .put("count", count)
                .put("previous", Sheet.hex(previous))
                .put("random", Sheet.hex(random))
                .put("text", Sheet.hex(text));
        sheet.setAll(extra);
        positive.add(sheet.put("key", Sheet.hex(key()))
                .put(
                        "nonceKey",
                        Sheet.hex(Hkdf.derive(
                                secret,
                                32,
                                Label.ENVELOPE_NONCE,
                                device.device().toBytes())))
                .put("nonce", Sheet.hex(envelope.header().nonce()))
                .put("envelope", Sheet.hex(envelope.bytes()))
                .put("id", Sheet.hex(envelope.id()))
                .put("signature", Sheet.hex(Craft.signatureOf(envelope.bytes()))));
        return envelope;
    }

    private byte[] key() {
        return Hkdf.derive(
                secret,
                32,
                Label.ENVELOPE_KEY,
                circle.toBytes(),
                document.toBytes(),
                device.device().toBytes(),
                epoch.toBytes());
    }

    private void badShapes(byte[] good) {
        shape("another magic", Craft.flipped(good, 0), "WRONG_MAGIC");
        shape("version 2", Craft.with(good, 4, 2), "UNKNOWN_VERSION");
        shape("suite 2", Craft.with(good, 5, 2), "UNKNOWN_SUITE");
        shape("kind 2", Craft.with(good, 6, 2), "UNKNOWN_KIND");
        shape("serial 0", Craft.withLong(good, SERIAL_AT, 0), "NUMBER_OUT_OF_RANGE");
        shape("serial above 2^63 - 1", Craft.withLong(good, SERIAL_AT, -1), "NUMBER_OUT_OF_RANGE");
        shape("first change 0", Craft.withLong(good, FIRST_AT, 0), "NUMBER_OUT_OF_RANGE");
        shape(
                "first change that may overflow",
                Craft.withLong(good, FIRST_AT, Long.MAX_VALUE - 499),
                "NUMBER_OUT_OF_RANGE");
        shape("no changes", Craft.with(good, COUNT_AT, new byte[] {0, 0}), "NUMBER_OUT_OF_RANGE");
        shape("501 changes", Craft.with(good, COUNT_AT, new byte[] {1, (byte) 0xf5}), "NUMBER_OUT_OF_RANGE");
        shape("a body length that is no size", Craft.withInt(good, BODY_LENGTH_AT, 511), "WRONG_LENGTH");
        shape("another body length than its own", Craft.withInt(good, BODY_LENGTH_AT, 1024), "WRONG_LENGTH");
        shape("a byte more", Arrays.copyOf(good, good.length + 1), "WRONG_LENGTH");
        shape("a byte less", Arrays.copyOf(good, good.length - 1), "TOO_SHORT");
        shape("only a header", Arrays.copyOf(good, Header.LENGTH), "TOO_SHORT");
    }

    private void shape(String name, byte[] bytes, String reason) {
        negative.add(Sheet.negative(name, "envelope", bytes, "shape", reason));
    }

    private void badSignatures(byte[] good) {
        signature("a bit of the signature turned", Craft.flipped(good, good.length - 64));
        signature("a bit of the header turned", Craft.flipped(good, NONCE_AT));
        signature("a bit of the body turned", Craft.flipped(good, Header.LENGTH));
        signature("S with the group order added", Craft.withOrderAdded(good));
        signature(
                "signed under the label of another purpose",
                Craft.signAgain(good, Label.STATEMENT_SIGNATURE, device.signing()));
        signature(
                "signed by another device",
                Craft.signEnvelopeAgain(good, Identity.fresh(entropy).signing()));
    }

    private void signature(String name, byte[] bytes) {
        negative.add(Sheet.negative(name, "envelope", bytes, "signature", "WRONG_SIGNATURE"));
    }

    /** All of these its own device signed. */
    private void badBodies(Envelope good) {
        byte[] otherSerial = Craft.withLong(good.bytes(), SERIAL_AT, 9);
        opening("another header than it was sealed with", Craft.signEnvelopeAgain(otherSerial, device.signing()));
        byte[] otherEpoch = Craft.flipped(good.bytes(), 89);
        opening("of an epoch it was not sealed under", Craft.signEnvelopeAgain(otherEpoch, device.signing()));
        byte[] padded =
                Aead.open(key(), good.header().nonce(), head(good), body(good)).orElseThrow();
        opening("padding that is not zero", sealedAgain(good, Craft.flipped(padded, padded.length - 1)));
        opening("a text longer than its body", sealedAgain(good, Craft.withInt(padded, 0, padded.length - 3)));
        opening("a text of negative length", sealedAgain(good, Craft.withInt(padded, 0, -1)));
    }

    private void opening(String name, byte[] bytes) {
        negative.add(Sheet.negative(name, "envelope", bytes, "opening", "WRONG_BODY"));
    }

    private static byte[] head(Envelope envelope) {
        return Arrays.copyOf(envelope.bytes(), Header.LENGTH);
    }

    private static byte[] body(Envelope envelope) {
        return Arrays.copyOfRange(envelope.bytes(), Header.LENGTH, envelope.bytes().length - 64);
    }

    private byte[] sealedAgain(Envelope like, byte[] padded) {
        byte[] body = Aead.seal(key(), like.header().nonce(), head(like), padded);
        ByteBuffer unsigned =
                ByteBuffer.allocate(Header.LENGTH + body.length).put(head(like)).put(body);
        return Craft.signEnvelope(unsigned.array(), device.signing());
    }
}
