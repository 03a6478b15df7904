package org.doorlight.protocol.vectors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Consents;
import org.doorlight.protocol.charter.Declaration;
import org.doorlight.protocol.charter.DeviceKeys;
import org.doorlight.protocol.charter.Invitations;
import org.doorlight.protocol.charter.Role;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.crypto.InviteKeys;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.crypto.SigningKey;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.replica.Identity;

/** Statements of one circle, in order, and statements it must not take (PROTOCOL §2). */
final class StatementVectors {
    static final int SEQUENCE_AT = 37;
    static final int PREVIOUS_AT = 41;
    static final int HEADS_AT = 73;

    private static final long EXPIRES_AT = 1_800_000_000_000L;
    /** An Ed25519 key mixed with a point of small order: it can sign, and is not let in. */
    private static final String MIXED_KEY = "9d896bb552bb50f95821fd35b8c37bd04608e306ff823e9a76e629f0c166965d";

    private final SeededEntropy entropy = new SeededEntropy(2);
    private final Identity founder = Identity.fresh(entropy);
    private final Identity ana = Identity.fresh(entropy);
    private final Identity ben = Identity.fresh(entropy);
    private final Bytes16 salt = Bytes16.of(entropy.bytes(16));
    private final Charter charter = Charter.found(founder.keys(), founder.signing(), salt);
    private final ArrayNode positive = Sheet.list();
    private final ArrayNode negative = Sheet.list();

    private StatementVectors() {}

    static ObjectNode make() {
        return new StatementVectors().sheet();
    }

    private ObjectNode sheet() {
        positive(charter.all().get(0), "founder", Sheet.object().put("salt", Sheet.hex(salt.toBytes())));
        InviteKeys forAna = InviteKeys.ofQr(entropy.bytes(InviteKeys.QR_SECRET_BYTES));
        InviteKeys forBen = InviteKeys.ofQr(entropy.bytes(InviteKeys.QR_SECRET_BYTES));
        InviteKeys open = InviteKeys.ofQr(entropy.bytes(InviteKeys.QR_SECRET_BYTES));
        Statement first = invite(founder, "founder", forAna, Role.MEMBER);
        admit(founder, "founder", first, forAna, ana, "ana");
        Statement second = invite(ana, "ana", forBen, Role.READER);
        admit(founder, "founder", second, forBen, ben, "ben");
        Statement third = invite(founder, "founder", open, Role.STEWARD);
        badShapes();
        badFoundings();
        badFollowers(third, open);
        Identity phone = Identity.fresh(new SeededEntropy(20));
        addDevice(phone);
        badAdditions();

        ObjectNode sheet =
                Sheet.object().put("about", "PROTOCOL §2: the statements of one circle, each after those it follows");
        ObjectNode devices = Sheet.object();
        devices.set("founder", Sheet.device(founder));
        devices.set("ana", Sheet.device(ana));
        devices.set("ben", Sheet.device(ben));
        devices.set("anaPhone", Sheet.device(phone));
        sheet.set("devices", devices);
        sheet.put("circle", Sheet.hex(charter.circle()));
        sheet.set("positive", positive);
        sheet.set("resolved", resolved());
        sheet.set("negative", negative);
        return sheet;
    }

    private Statement invite(Identity by, String author, InviteKeys code, Role role) {
        byte[] tag = code.tag(charter.circle().toBytes());
        var invite = new Declaration.Invite(key(code), Bytes32.of(tag), role, EXPIRES_AT);
        Statement statement = charter.declare(by.device(), by.signing(), invite);
        positive(
                statement,
                author,
                Sheet.object()
                        .put("inviteKey", Sheet.hex(code.oneTimeKey().publicKey()))
                        .put("tag", Sheet.hex(tag))
                        .put("role", role.word())
                        .put("expiresAt", EXPIRES_AT));
        return statement;
    }

    private static Bytes32 key(InviteKeys code) {
        return Bytes32.of(code.oneTimeKey().publicKey());
    }

    private void admit(Identity by, String author, Statement invite, InviteKeys code, Identity newcomer, String name) {
        Declaration.Admit admit = admission(invite, code.oneTimeKey(), newcomer.keys());
        ObjectNode fields = Sheet.object()
                .put("invite", Sheet.hex(admit.invite()))
                .put("newcomer", name)
                .put("channel", Sheet.hex(admit.channel().toBytes()))
                .put("proof", Sheet.hex(admit.proof()));
        positive(charter.declare(by.device(), by.signing(), admit), author, fields);
    }

    private Declaration.Admit admission(Statement invite, SigningKey oneTime, DeviceKeys newcomer) {
        Bytes32 channel = Bytes32.of(entropy.bytes(32));
        byte[] proof = Invitations.prove(oneTime, charter.circle(), newcomer, channel);
        return new Declaration.Admit(invite.id(), newcomer, channel, proof);
    }

    private void positive(Statement statement, String author, ObjectNode fields) {
        byte[] bytes = statement.bytes();
        ObjectNode sheet = Sheet.object()
                .put("says", word(statement))
                .put("author", author)
                .put("sequence", statement.sequence())
                .put("previous", Sheet.hex(statement.previous()));
        sheet.set(
                "heads", Sheet.texts(statement.heads().stream().map(Sheet::hex).toList()));
        sheet.setAll(fields);
        int bodyAt = HEADS_AT + 1 + 32 * statement.heads().size() + 2;
        positive.add(sheet.put("body", Sheet.hex(Arrays.copyOfRange(bytes, bodyAt, bytes.length - 64)))
                .put("statement", Sheet.hex(bytes))
                .put("id", Sheet.hex(statement.id()))
                .put("signature", Sheet.hex(Craft.signatureOf(bytes))));
    }

    private static String word(Statement statement) {
        return statement.declaration().getClass().getSimpleName();
    }

    private ObjectNode resolved() {
        ArrayNode devices = Sheet.list();
        charter.resolved()
                .devices()
                .forEach((device, standing) -> devices.add(Sheet.object()
                        .put("device", Sheet.hex(device))
                        .put("member", Sheet.hex(standing.member()))
                        .put("role", standing.role().word())));
        ObjectNode sheet = Sheet.object();
        sheet.set("devices", devices);
        sheet.set("openInvites", texts(charter.resolved().openInvites().keySet()));
        sheet.set("usedInvites", texts(charter.resolved().usedInvites()));
        sheet.set("heads", texts(charter.heads()));
        return sheet;
    }

    private static ArrayNode texts(Iterable<StatementId> ids) {
        ArrayNode list = Sheet.list();
        ids.forEach(id -> list.add(Sheet.hex(id)));
        return list;
    }

    // ---- what must not pass

    private void badShapes() {
        byte[] found = charter.all().get(0).bytes();
        byte[] invite = charter.all().get(1).bytes();
        shape("another magic", Craft.flipped(invite, 0), "WRONG_MAGIC");
        shape("version 2", Craft.with(invite, 4, 2), "UNKNOWN_VERSION");
        shape("sequence 0", Craft.withInt(invite, SEQUENCE_AT, 0), "NUMBER_OUT_OF_RANGE");
        shape("sequence 4097", Craft.withInt(invite, SEQUENCE_AT, 4097), "NUMBER_OUT_OF_RANGE");
        shape("33 heads claimed", Craft.with(invite, HEADS_AT, 33), "TOO_MANY");
        shape("more heads than bytes", Craft.with(invite, HEADS_AT, 32), "TOO_SHORT");
        shape("one head twice", withHeads(invite, heads(7, 7)), "HEADS_OUT_OF_ORDER");
        shape("heads descending", withHeads(invite, heads(8, 7)), "HEADS_OUT_OF_ORDER");
        shape("a byte more", Arrays.copyOf(invite, invite.length + 1), "WRONG_LENGTH");
        shape("a byte less", Arrays.copyOf(invite, invite.length - 1), "WRONG_LENGTH");
        shape("4097 bytes", Arrays.copyOf(invite, 4097), "TOO_LONG");
        shape("a body that is no message", Craft.with(invite, HEADS_AT + 1 + 32 + 2, 0xff), "UNREADABLE_BODY");
        shape("a founding that names a circle", Craft.with(found, 5, 1), "OUT_OF_PLACE");
        shape("a founding that is not the first", Craft.withInt(found, SEQUENCE_AT, 2), "OUT_OF_PLACE");
        shape("an invitation without circle", Craft.with(invite, 5, new byte[16]), "OUT_OF_PLACE");
        shape("an invitation without heads", withHeads(invite, new byte[0]), "OUT_OF_PLACE");
        shape(
                "a first statement with one before",
                Craft.with(charter.all().get(3).bytes(), PREVIOUS_AT, 1),
                "OUT_OF_PLACE");
    }

    private static byte[] heads(int one, int other) {
        byte[] heads = new byte[64];
        heads[0] = (byte) one;
        heads[32] = (byte) other;
        return heads;
    }

    /** A statement with one head, given others in its place. */
    private static byte[] withHeads(byte[] statement, byte[] heads) {
        byte[] before = Craft.with(Arrays.copyOf(statement, HEADS_AT + 1), HEADS_AT, heads.length / 32);
        return Craft.join(before, heads, Arrays.copyOfRange(statement, HEADS_AT + 1 + 32, statement.length));
    }

    private void shape(String name, byte[] bytes, String reason) {
        negative.add(Sheet.negative(name, "statement", bytes, "shape", reason));
    }

    private void badFoundings() {
        byte[] found = charter.all().get(0).bytes();
        founding("a founding with a bit of its signature turned", Craft.flipped(found, found.length - 1));
        founding("a founding signed by another device", sign(found, ana));
        founding("a founding by a device that its keys do not make", sign(Craft.flipped(found, 21), founder));
        founding("S with the group order added", Craft.withOrderAdded(found));
    }

    private void founding(String name, byte[] bytes) {
        negative.add(Sheet.negative(name, "statement", bytes, "founding", "REFUSED"));
    }

    private void badFollowers(Statement openInvite, InviteKeys open) {
        byte[] last = openInvite.bytes();
        Identity stranger = Identity.fresh(entropy);
        // A statement is known by its id, which leaves the signature out; so here the genuine one must not be held.
        int before = positive.size() - 1;
        follower("a bit of its signature turned", before, Craft.flipped(last, last.length - 1), "REFUSED");
        follower("signed by another device of the circle", before, sign(last, ana), "REFUSED");
        byte[] asStranger = Craft.with(Craft.withInt(last, SEQUENCE_AT, 1), PREVIOUS_AT, new byte[32]);
        byte[] strangers = Craft.with(asStranger, 21, stranger.device().toBytes());
        follower("by a device nobody admitted", sign(strangers, stranger), "REFUSED");
        follower("of another circle", sign(Craft.flipped(last, 5), founder), "REFUSED");
        follower("after a statement nobody has", sign(Craft.flipped(last, HEADS_AT + 1), founder), "GAP");
        follower("a number left out", sign(Craft.withInt(last, SEQUENCE_AT, 9), founder), "REFUSED");
        follower(
                "a previous one that is another device's",
                sign(Craft.with(last, PREVIOUS_AT, charter.all().get(3).id().toBytes()), founder),
                "REFUSED");

        SigningKey code = open.oneTimeKey();
        Declaration.Admit good = admission(openInvite, code, stranger.keys());
        admission("a proof by another key", bent(good, stranger.keys(), flippedProof(good)));
        admission(
                "a proof for other device keys",
                bent(good, Identity.fresh(entropy).keys(), good.proof()));
        DeviceKeys nobody = new DeviceKeys(stranger.keys().signing(), Bytes32.of(new byte[32]));
        admission("an agreement key of small order", admission(openInvite, code, nobody));
        DeviceKeys mixed = new DeviceKeys(
                Bytes32.of(HexFormat.of().parseHex(MIXED_KEY)), stranger.keys().agreement());
        admission("a signing key mixed with a small point", admission(openInvite, code, mixed));
        Statement noInvite = charter.all().get(0);
        admission("an invite that is none", admission(noInvite, code, stranger.keys()));
    }

    /** Ana's laptop brings in her phone. */
    private void addDevice(Identity phone) {
        MemberId member = memberOf(ana);
        Declaration.AddDevice add = Consents.give(phone.signing(), charter.circle(), member, phone.keys());
        ObjectNode fields = Sheet.object()
                .put("member", Sheet.hex(member))
                .put("newcomer", "anaPhone")
                .put("consent", Sheet.hex(add.consent()));
        positive(charter.declare(ana.device(), ana.signing(), add), "ana", fields);
    }

    private MemberId memberOf(Identity device) {
        return charter.resolved().device(device.device()).orElseThrow().member();
    }

    private void badAdditions() {
        Identity phone = Identity.fresh(new SeededEntropy(21));
        MemberId member = memberOf(founder);
        Declaration.AddDevice toAna = Consents.give(phone.signing(), charter.circle(), memberOf(ana), phone.keys());
        addition("its consent to another member", new Declaration.AddDevice(member, phone.keys(), toAna.consent()));
        addition("consent by another key", Consents.give(founder.signing(), charter.circle(), member, phone.keys()));
        DeviceKeys nobody = new DeviceKeys(phone.keys().signing(), Bytes32.of(new byte[32]));
        addition("an agreement key of small order", Consents.give(phone.signing(), charter.circle(), member, nobody));
    }

    private void addition(String name, Declaration.AddDevice add) {
        next("an added device with " + name, Bodies.of(add));
    }

    private static byte[] flippedProof(Declaration.Admit admit) {
        return Craft.flipped(admit.proof(), 0);
    }

    private static Declaration.Admit bent(Declaration.Admit admit, DeviceKeys keys, byte[] proof) {
        return new Declaration.Admit(admit.invite(), keys, admit.channel(), proof);
    }

    private static byte[] sign(byte[] statement, Identity by) {
        return Craft.signAgain(statement, Label.STATEMENT_SIGNATURE, by.signing());
    }

    private void follower(String name, byte[] bytes, String receipt) {
        follower(name, positive.size(), bytes, receipt);
    }

    private void follower(String name, int held, byte[] bytes, String receipt) {
        negative.add(
                Sheet.negative(name, "statement", bytes, "charter", receipt).put("held", held));
    }

    /** A founder's next statement behind all, rightly signed, that admits wrongly. */
    private void admission(String name, Declaration.Admit admit) {
        next("an admission with " + name, Bodies.of(admit));
    }

    private void next(String name, byte[] body) {
        Statement last = charter.all().stream()
                .filter(statement -> statement.device().equals(founder.device()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        List<StatementId> heads = List.copyOf(charter.heads());
        ByteBuffer to = ByteBuffer.allocate(HEADS_AT + 1 + 32 * heads.size() + 2 + body.length);
        to.put("DLST".getBytes(StandardCharsets.US_ASCII)).put((byte) 1);
        to.put(charter.circle().toBytes()).put(founder.device().toBytes());
        to.putInt(last.sequence() + 1).put(last.id().toBytes()).put((byte) heads.size());
        heads.forEach(head -> to.put(head.toBytes()));
        to.putShort((short) body.length).put(body);
        follower(name, Craft.sign(to.array(), Label.STATEMENT_SIGNATURE, founder.signing()), "REFUSED");
    }
}
