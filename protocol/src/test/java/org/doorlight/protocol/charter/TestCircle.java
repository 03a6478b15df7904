package org.doorlight.protocol.charter;

import java.util.List;
import java.util.TreeSet;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.crypto.InviteKeys;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.replica.Identity;

/** A circle for tests, with its founder and a way to let people in; copies of its charter stand for nodes that are cut off. */
public final class TestCircle {
    /** An advisory end of invitations, far away. */
    private static final long LATER = 4_000_000_000_000L;

    private final Entropy entropy;
    private final Identity founder;
    private final Charter charter;

    private TestCircle(Entropy entropy) {
        this.entropy = entropy;
        this.founder = Identity.fresh(entropy);
        this.charter = Charter.found(founder.keys(), founder.signing(), Bytes16.of(entropy.bytes(16)));
    }

    public static TestCircle founded(long seed) {
        return new TestCircle(new SeededEntropy(seed));
    }

    /** An invitation as whoever holds its code knows it. */
    public record Ticket(StatementId invite, InviteKeys code) {}

    public Charter charter() {
        return charter;
    }

    public Identity founder() {
        return founder;
    }

    public Identity somebody() {
        return Identity.fresh(entropy);
    }

    public byte[] random(int length) {
        return entropy.bytes(length);
    }

    /** Somebody new, invited and admitted by the founder. */
    public Identity joined(Role role) {
        Identity newcomer = somebody();
        admit(charter, founder, invite(charter, founder, role), newcomer);
        return newcomer;
    }

    public Ticket invite(Charter where, Identity by, Role role) {
        InviteKeys code = InviteKeys.ofQr(entropy.bytes(InviteKeys.QR_SECRET_BYTES));
        Statement invite = where.declare(by.device(), by.signing(), inviteFor(code, role));
        return new Ticket(invite.id(), code);
    }

    public Declaration.Invite inviteFor(InviteKeys code, Role role) {
        return new Declaration.Invite(
                Bytes32.of(code.oneTimeKey().publicKey()),
                Bytes32.of(code.tag(charter.circle().toBytes())),
                role,
                LATER);
    }

    public Statement admit(Charter where, Identity by, Ticket ticket, Identity newcomer) {
        return where.declare(by.device(), by.signing(), admission(ticket, newcomer));
    }

    public Declaration.Admit admission(Ticket ticket, Identity newcomer) {
        Bytes32 channel = Bytes32.of(entropy.bytes(32));
        byte[] proof = Invitations.prove(ticket.code().oneTimeKey(), charter.circle(), newcomer.keys(), channel);
        return new Declaration.Admit(ticket.invite(), newcomer.keys(), channel, proof);
    }

    /** A member's device brings another one in. */
    public Statement addDevice(Charter where, Identity by, Identity another) {
        return where.declare(by.device(), by.signing(), addition(memberOf(where, by), another));
    }

    public Declaration.AddDevice addition(MemberId member, Identity another) {
        return Consents.give(another.signing(), charter.circle(), member, another.keys());
    }

    public static MemberId memberOf(Charter where, Identity device) {
        return where.resolved().device(device.device()).orElseThrow().member();
    }

    /** The charter as another node holds it that has heard everything so far. */
    public static Charter copyOf(Charter charter) {
        Charter copy = Charter.of(again(charter.all().get(0))).orElseThrow();
        tell(charter, copy);
        return copy;
    }

    /** Tells one node everything another holds. */
    public static void tell(Charter from, Charter to) {
        from.all().forEach(statement -> to.add(again(statement)));
    }

    /** The same statement, read from its bytes. */
    static Statement again(Statement statement) {
        return Statement.parse(statement.bytes().clone()).orElseThrow();
    }

    /** A first statement of a device that names these heads and hides whatever else it knows. */
    Statement first(Identity by, Declaration declaration, StatementId... heads) {
        var named = new TreeSet<>(List.of(heads));
        var place = new Statement.Place(charter.circle().value(), by.device(), 1, StatementId.NONE, named);
        return Statement.write(place, declaration, by.signing());
    }
}
