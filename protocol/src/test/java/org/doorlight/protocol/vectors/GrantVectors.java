package org.doorlight.protocol.vectors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Role;
import org.doorlight.protocol.charter.Standing;
import org.doorlight.protocol.charter.TestCircle;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.crypto.Hmac;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.epoch.EpochBook;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.epoch.GrantMaker;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.replica.Identity;
import org.doorlight.protocol.sync.Channel;
import org.doorlight.protocol.sync.ProofVectors;

/** Grants of one circle, their wraps, and the proof that the carry secret in them is for (PROTOCOL §4, §7.2). */
final class GrantVectors {
    private static final int GENERATION_AT = 54;
    private static final int PARENTS_AT = 90;

    private final TestCircle circle = TestCircle.founded(3);
    private final Identity founder = circle.founder();
    private final Identity ana = circle.joined(Role.MEMBER);
    private final Identity rea = circle.joined(Role.READER);
    private final Charter charter = circle.charter();
    private final SeededEntropy entropy = new SeededEntropy(33);
    private final EpochBook book = new EpochBook(charter, founder.device(), founder.agreement());
    private final ArrayNode positive = Sheet.list();
    private final ArrayNode negative = Sheet.list();

    private GrantVectors() {}

    static ObjectNode make() {
        return new GrantVectors().sheet();
    }

    /** Random bytes that are written down as they are drawn. */
    private record Noted(Entropy source, List<byte[]> drawn) implements Entropy {
        @Override
        public byte[] bytes(int length) {
            drawn.add(source.bytes(length));
            return drawn.get(drawn.size() - 1);
        }
    }

    private ObjectNode sheet() {
        byte[] carry = entropy.bytes(GrantMaker.CARRY_BYTES);
        Noted random = new Noted(entropy, new ArrayList<>());
        var maker = GrantMaker.everyone(founder.device(), founder.signing(), 1, carry, random);
        Grant everyone = positive(
                "everyone", maker, random, Sheet.object().put("carry", Sheet.hex(carry)), List.of(founder, ana, rea));
        Noted more = new Noted(entropy, new ArrayList<>());
        SortedSet<MemberId> few = new TreeSet<>(List.of(member(founder), member(ana)));
        var narrow = GrantMaker.narrow(founder.device(), founder.signing(), member(founder), few, more);
        ObjectNode members = Sheet.object().put("owner", Sheet.hex(member(founder)));
        members.set("members", Sheet.texts(few.stream().map(Sheet::hex).toList()));
        positive("a few", narrow, more, members, List.of(founder, ana));
        badShapes(everyone.bytes());
        badGrants(everyone.bytes());

        ObjectNode sheet = Sheet.object().put("about", "PROTOCOL §4 and §7.2: grants, wraps, circle and device proofs");
        ObjectNode devices = Sheet.object();
        devices.set("founder", Sheet.device(founder));
        devices.set("ana", Sheet.device(ana));
        devices.set("rea", Sheet.device(rea));
        sheet.set("devices", devices);
        sheet.put("circle", Sheet.hex(charter.circle()));
        sheet.set(
                "statements",
                Sheet.texts(charter.all().stream()
                        .map(one -> Sheet.hex(one.bytes()))
                        .toList()));
        sheet.set("positive", positive);
        sheet.set("negative", negative);
        sheet.set("proofs", proofs(new EpochBook.Carry(1, everyone.id(), carry)));
        return sheet;
    }

    private MemberId member(Identity device) {
        return charter.resolved().device(device.device()).map(Standing::member).orElseThrow();
    }

    private Grant positive(
            String readers, GrantMaker maker, Noted random, ObjectNode extra, List<Identity> recipients) {
        Grant grant = book.hand(maker);
        Grant.Core core = grant.core();
        byte[] secret = book.secret(grant.id()).orElseThrow();
        ObjectNode sheet = Sheet.object().put("readers", readers).put("author", Sheet.hex(core.device()));
        sheet.set("random", Sheet.texts(random.drawn().stream().map(Sheet::hex).toList()));
        sheet.put("secret", Sheet.hex(secret)).setAll(extra);
        sheet.put("audience", Sheet.hex(core.audience())).put("carryGeneration", core.carryGeneration());
        sheet.set("heads", Sheet.texts(core.heads().stream().map(Sheet::hex).toList()));
        sheet.put("secretHash", Sheet.hex(core.secretHash().toBytes())).put("sealed", Sheet.hex(core.sealed()));
        ArrayNode wraps = Sheet.list();
        recipients.forEach(recipient -> wraps.add(wrap(grant, secret, recipient)));
        sheet.set("wraps", wraps);
        positive.add(sheet.put("epoch", Sheet.hex(grant.id())).put("grant", Sheet.hex(grant.bytes())));
        return grant;
    }

    private ObjectNode wrap(Grant grant, byte[] secret, Identity recipient) {
        byte[] key = recipient.keys().agreement().toBytes();
        byte[] epoch = grant.id().toBytes();
        return Sheet.object()
                .put("device", Sheet.hex(recipient.device()))
                .put(
                        "info",
                        Sheet.hex(Digest.hash(Label.WRAP_INFO, charter.circle().toBytes(), epoch, key)))
                .put("ephemeralSeed", Sheet.hex(Hmac.sha256(secret, Label.WRAP_EPHEMERAL, epoch, key)))
                .put(
                        "wrap",
                        Sheet.hex(book.wrapFor(grant.id(), recipient.keys()).orElseThrow()));
    }

    private ObjectNode proofs(EpochBook.Carry carry) {
        Channel channel = Channel.of(true, Bytes32.of(entropy.bytes(32)), Bytes32.of(entropy.bytes(32)));
        return Sheet.object()
                .put("binding", Sheet.hex(channel.binding().toBytes()))
                .put("generation", carry.generation())
                .put("carry", Sheet.hex(carry.secret()))
                .put("circleByDialer", Sheet.hex(ProofVectors.circle(carry, true, channel)))
                .put("circleByListener", Sheet.hex(ProofVectors.circle(carry, false, channel)))
                .put("anaByDialer", Sheet.hex(ProofVectors.device(ana, charter.circle(), carry, true, channel)))
                .put(
                        "founderByListener",
                        Sheet.hex(ProofVectors.device(founder, charter.circle(), carry, false, channel)));
    }

    // ---- what must not pass

    private void badShapes(byte[] good) {
        int headsAt = PARENTS_AT + 1;
        int sealedAt = headsAt + 1 + 32;
        int wrapsAt = good.length - 3 * Grant.WRAP_BYTES - 2;
        shape("another magic", Craft.flipped(good, 0), "WRONG_MAGIC");
        shape("version 2", Craft.with(good, 4, 2), "UNKNOWN_VERSION");
        shape("suite 2", Craft.with(good, 5, 2), "UNKNOWN_SUITE");
        shape("a negative carry generation", Craft.withInt(good, GENERATION_AT, -1), "NUMBER_OUT_OF_RANGE");
        shape("33 parents", Craft.with(good, PARENTS_AT, 33), "TOO_MANY");
        shape("33 heads", Craft.with(good, headsAt, 33), "TOO_MANY");
        shape("more sealed than 32 KiB", Craft.with(good, sealedAt, new byte[] {(byte) 0x80, 1}), "TOO_MANY");
        shape("more sealed than bytes", Craft.with(good, sealedAt, new byte[] {0x7f, 1}), "TOO_SHORT");
        shape("no heads", withoutHeads(good, headsAt), "NO_HEADS");
        shape("513 wraps", Craft.with(good, wrapsAt, new byte[] {2, 1}), "TOO_MANY");
        shape("a wrap more than there is", Craft.with(good, wrapsAt, new byte[] {0, 4}), "WRONG_LENGTH");
        shape("a byte more", Arrays.copyOf(good, good.length + 1), "WRONG_LENGTH");
        shape("a byte less", Arrays.copyOf(good, good.length - 1), "WRONG_LENGTH");
        shape("cut in the middle", Arrays.copyOf(good, 100), "TOO_SHORT");
    }

    private static byte[] withoutHeads(byte[] good, int headsAt) {
        byte[] before = Craft.with(Arrays.copyOf(good, headsAt + 1), headsAt, 0);
        return Craft.join(before, Arrays.copyOfRange(good, headsAt + 1 + 32, good.length));
    }

    private void shape(String name, byte[] bytes, String reason) {
        negative.add(Sheet.negative(name, "grant", bytes, "shape", reason));
    }

    private void badGrants(byte[] good) {
        int signatureAt = good.length - 3 * Grant.WRAP_BYTES - 2 - 64;
        book("a bit of the signature turned", Craft.flipped(good, signatureAt), "REFUSED");
        book("another device's signature", signed(good, signatureAt, ana), "REFUSED");
        book("a sealed byte changed", Craft.flipped(good, signatureAt - 1), "REFUSED");
        byte[] byReader = Craft.with(good, 22, rea.device().toBytes());
        book("handed out by a reader", signed(byReader, signatureAt, rea), "REFUSED");
        byte[] byStranger =
                Craft.with(good, 22, Identity.fresh(entropy).device().toBytes());
        book("handed out by a stranger", signed(byStranger, signatureAt, founder), "REFUSED");
        book("of another circle", signed(Craft.flipped(good, 6), signatureAt, founder), "REFUSED");
        book("at heads nobody has", signed(Craft.flipped(good, PARENTS_AT + 2), signatureAt, founder), "GAP");
        byte[] two = Arrays.copyOf(good, good.length - Grant.WRAP_BYTES);
        book("a wrap for everyone but one", Craft.with(two, signatureAt + 64, new byte[] {0, 2}), "REFUSED");
    }

    private static byte[] signed(byte[] grant, int signatureAt, Identity by) {
        byte[] signed = Craft.sign(Arrays.copyOf(grant, signatureAt), Label.GRANT_SIGNATURE, by.signing());
        return Craft.with(grant, 0, signed);
    }

    private void book(String name, byte[] bytes, String receipt) {
        negative.add(Sheet.negative(name, "grant", bytes, "book", receipt));
    }
}
