package org.doorlight.protocol.fuzz;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Role;
import org.doorlight.protocol.charter.TestCircle;
import org.doorlight.protocol.crypto.InviteKeys;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.document.Frontier;
import org.doorlight.protocol.document.FrontierIndex;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.envelope.Header;
import org.doorlight.protocol.envelope.Kind;
import org.doorlight.protocol.envelope.Sealing;
import org.doorlight.protocol.epoch.EpochBook;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.epoch.GrantMaker;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EnvelopeId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.replica.Identity;
import org.doorlight.protocol.sync.Channel;
import org.doorlight.protocol.sync.JoinOutcome;
import org.doorlight.protocol.sync.Line;
import org.doorlight.protocol.sync.Session;
import org.doorlight.protocol.vectors.Craft;
import org.doorlight.protocol.wire.Frames;
import org.doorlight.protocol.wire.message.SessionMessage;

/**
 * Frames into a session. The first byte says which: one a stranger opens, one that is open, one that waits for an answer, one that joins.
 * Then frames, each behind its length in two bytes.
 */
public final class FrameTarget implements FuzzTarget {
    private static final int STRANGER = 0;
    private static final int OPEN = 1;
    private static final int DIALLED = 2;
    private static final int JOINING = 3;
    private static final int MODES = 4;

    private final SeededEntropy entropy = new SeededEntropy(8);
    private final TestCircle circle = TestCircle.founded(8);
    private final Identity newcomer = circle.somebody();
    private final InviteKeys code;
    private final FuzzParty founder;
    private final FuzzParty ana;
    private final Channel dialler;
    private final Channel listener;

    public FrameTarget() {
        Identity member = circle.joined(Role.MEMBER);
        code = circle.invite(circle.charter(), circle.founder(), Role.MEMBER).code();
        EpochBook book = bookOf(circle.charter(), circle.founder());
        Grant grant = book.hand(GrantMaker.everyone(
                circle.founder().device(), circle.founder().signing(), 1, entropy.bytes(32), entropy));
        List<Envelope> shelf = List.of(envelope(1, grant.id()), envelope(2, grant.id()));
        founder = party(circle.founder(), circle.charter(), book, shelf);
        Charter copy = TestCircle.copyOf(circle.charter());
        EpochBook hers = bookOf(copy, member);
        hers.add(grant);
        ana = party(member, copy, hers, shelf.subList(0, 1));
        dialler = Channel.of(true, Bytes32.of(entropy.bytes(32)), Bytes32.of(entropy.bytes(32)));
        listener = new Channel(false, dialler.binding());
    }

    private static EpochBook bookOf(Charter charter, Identity identity) {
        return new EpochBook(charter, identity.device(), identity.agreement());
    }

    private Envelope envelope(int number, EpochId epoch) {
        CircleId id = circle.charter().circle();
        Header draft = new Header(
                Kind.CHANGES,
                id,
                DocumentId.of(new byte[16]),
                Bytes16.ZERO,
                circle.founder().device(),
                number,
                number,
                1,
                epoch,
                new byte[0],
                EnvelopeId.of(new byte[32]),
                0);
        byte[] text = entropy.bytes(30);
        return Sealing.seal(draft, entropy.bytes(32), circle.founder().signing(), text, entropy.bytes(32));
    }

    private static FuzzParty party(Identity identity, Charter charter, EpochBook book, List<Envelope> shelf) {
        FrontierIndex frontiers = new FrontierIndex();
        List<FuzzParty.Stored> stored = new ArrayList<>();
        for (Envelope envelope : shelf) {
            Header header = envelope.header();
            var entry = new Frontier.Entry(header.last(), envelope.id());
            frontiers.put(header.document(), frontiers.of(header.document()).with(header.device(), entry));
            stored.add(new FuzzParty.Stored(stored.size() + 1, header.device(), header.last(), envelope.bytes()));
        }
        return new FuzzParty(identity, charter, book, frontiers, stored);
    }

    /** What a session says, as the frames it would send. */
    private record Ear(Deque<byte[]> heard) implements Line {
        Ear() {
            this(new ArrayDeque<>());
        }

        @Override
        public void send(SessionMessage message) {
            heard.add(Frames.encode(message));
        }

        @Override
        public void part() {
            // A session that is over takes nothing more.
        }

        @Override
        public void hangUp(String why) {
            if (why.isBlank()) {
                throw new AssertionError("hung up without saying why");
            }
        }
    }

    private static final class Newcomer implements JoinOutcome {
        @Override
        public boolean wants(CircleId circle) {
            return true;
        }

        @Override
        public boolean hasProved() {
            return false;
        }

        @Override
        public void welcomed(Charter charter, List<Grant> grants, List<GivenKey> keys) {
            charter.resolved();
        }

        @Override
        public void refused(String why) {
            // Nothing to be done here.
        }
    }

    @Override
    public void run(byte[] input) {
        Frames.decode(input);
        if (input.length == 0) {
            return;
        }
        Session session = session(Math.floorMod(input[0], MODES));
        ByteBuffer rest = ByteBuffer.wrap(input, 1, input.length - 1);
        while (rest.remaining() >= 2) {
            byte[] frame = new byte[Math.min(Short.toUnsignedInt(rest.getShort()), rest.remaining())];
            rest.get(frame);
            session.receive(frame);
        }
        session.compare();
        session.push(List.of(), List.of(), List.of());
        session.word();
    }

    private Session session(int mode) {
        return switch (mode) {
            case STRANGER -> Session.accepted(founder, new Ear(), listener);
            case OPEN -> open();
            case DIALLED -> Session.dialled(founder, founder, new Ear(), dialler);
            default -> Session.joining(code, newcomer.keys(), new Newcomer(), new Ear(), dialler);
        };
    }

    /** A session of the founder's that stands open, because the other end said everything right. */
    private Session open() {
        Ear own = new Ear();
        Ear other = new Ear();
        Session session = Session.accepted(founder, own, listener);
        new Talk().between(Session.dialled(ana, ana, other, dialler), other, session, own);
        if (!session.isOpen()) {
            throw new AssertionError("both ends did all right and the session is not open");
        }
        return session;
    }

    /** What two ends said to each other. */
    private record Talk(List<byte[]> said, List<byte[]> answered) {
        Talk() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        Talk between(Session dials, Ear itsWords, Session listens, Ear answers) {
            while (!itsWords.heard().isEmpty() || !answers.heard().isEmpty()) {
                pass(itsWords, listens, said);
                pass(answers, dials, answered);
            }
            return this;
        }

        private static void pass(Ear words, Session to, List<byte[]> noted) {
            while (!words.heard().isEmpty()) {
                byte[] frame = words.heard().remove();
                noted.add(frame);
                to.receive(frame);
            }
        }
    }

    @Override
    public List<byte[]> seeds() {
        Ear answers = new Ear();
        Ear members = new Ear();
        Ear newcomers = new Ear();
        Session hers = Session.dialled(ana, ana, members, dialler);
        Talk met = new Talk().between(hers, members, Session.accepted(founder, answers, listener), answers);
        Session joins = Session.joining(code, newcomer.keys(), new Newcomer(), newcomers, dialler);
        Talk joined = new Talk().between(joins, newcomers, Session.accepted(founder, answers, listener), answers);

        List<byte[]> seeds = new ArrayList<>();
        seeds.add(input(STRANGER, met.said()));
        seeds.add(input(STRANGER, joined.said()));
        seeds.add(input(JOINING, joined.answered()));
        seeds.add(input(DIALLED, met.answered()));
        met.said().forEach(frame -> seeds.add(input(OPEN, List.of(frame))));
        met.answered().forEach(frame -> seeds.add(input(OPEN, List.of(frame))));
        return seeds;
    }

    private static byte[] input(int mode, List<byte[]> frames) {
        byte[] input = {(byte) mode};
        for (byte[] frame : frames) {
            byte[] length =
                    ByteBuffer.allocate(2).putShort((short) frame.length).array();
            input = Craft.join(input, length, frame);
        }
        return input;
    }
}
