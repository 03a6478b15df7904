package org.doorlight.protocol.sync;

import static org.doorlight.protocol.wire.Limits.UNPROVEN_FRAME_BYTES_MAX;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.charter.DeviceKeys;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.crypto.InviteKeys;
import org.doorlight.protocol.envelope.Contradiction;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.wire.Frames;
import org.doorlight.protocol.wire.message.Grants;
import org.doorlight.protocol.wire.message.SessionMessage;
import org.doorlight.protocol.wire.message.Statements;

/** One session with one node about one circle, from the first word to the last (PROTOCOL §7). Knows no socket and no clock. */
public final class Session {
    private final Line line;
    private Stage stage;

    private Session(Line line, Stage stage) {
        this.line = line;
        this.stage = stage;
    }

    /** Somebody dialled this node and will say what for. */
    public static Session accepted(Household household, Line line, Channel channel) {
        return new Session(line, new AwaitOpening(household, line, channel));
    }

    /** This node dialled for a circle. */
    public static Session dialled(Household household, Party party, Line line, Channel channel) {
        return new Session(line, AwaitAnswer.open(household, party, line, channel));
    }

    /** This node dialled to come in with a code. */
    public static Session joining(InviteKeys code, DeviceKeys self, JoinOutcome outcome, Line line, Channel channel) {
        return new Session(line, JoinGuest.open(code, self, outcome, line, channel));
    }

    /** Takes one frame in. Whatever is wrong with it ends this session and nothing else. */
    public void receive(byte[] frame) {
        if (stage == Stage.Over.OVER) {
            return;
        }
        if (!stage.isProven() && frame.length > UNPROVEN_FRAME_BYTES_MAX) {
            end("a long frame from somebody unproven");
            return;
        }
        Optional<SessionMessage> message = Frames.decode(frame);
        if (message.isEmpty()) {
            end("a frame that is none");
            return;
        }
        Optional<DocumentExchange> documents =
                exchange().filter(Exchange::isCharterAgreed).map(Exchange::documents);
        if (documents.isEmpty() || !DocumentExchange.isAbout(message.get())) {
            stage = stage.on(message.get());
        } else if (!documents.get().on(message.get())) {
            end(Said.OUT_OF_TURN);
        }
    }

    private void end(String why) {
        // Whom it was with is known until it is over.
        line.hangUp(why);
        stage = Stage.Over.OVER;
    }

    // ---- live

    /**
     * Passes on what has just come in elsewhere. Statements at once: they may come in while the other end is still comparing charters
     * and would be in none of its lists; the rest to an end that is ready for it.
     */
    public void push(List<Statement> statements, List<Grant> grants, List<Envelope> envelopes) {
        exchange().ifPresent(exchange -> {
            if (!statements.isEmpty()) {
                Batches.of(statements, statement -> statement.bytes().length).forEach((batch, last) -> {
                    Statements.Builder message = Statements.newBuilder();
                    batch.forEach(statement -> message.addStatements(ByteString.copyFrom(statement.bytes())));
                    line.send(Said.message().setStatements(message).build());
                });
            }
            if (!grants.isEmpty() && exchange.isPeerAgreed()) {
                Batches.of(grants, grant -> grant.bytes().length).forEach((batch, last) -> {
                    Grants.Builder message = Grants.newBuilder();
                    batch.forEach(grant -> message.addGrants(ByteString.copyFrom(grant.bytes())));
                    line.send(Said.message().setGrants(message).build());
                });
            }
            if (!envelopes.isEmpty() && exchange.isPeerAgreed()) {
                exchange.documents().push(envelopes);
            }
        });
    }

    /** Passes on proofs that a device gave two answers. */
    public void pushProofs(List<Contradiction> proofs) {
        exchange()
                .filter(exchange -> !proofs.isEmpty() && exchange.isPeerAgreed())
                .ifPresent(exchange -> exchange.documents().pushProofs(proofs));
    }

    /** Says what time it is here, now that this has changed. */
    public void sayTime() {
        exchange().filter(Exchange::isCharterAgreed).ifPresent(Exchange::sayTime);
    }

    /** Compares again, in case something went by. */
    public void compare() {
        exchange().filter(Exchange::isPeerAgreed).ifPresent(Exchange::compare);
    }

    // ---- asking

    private Optional<Exchange> exchange() {
        return stage instanceof Exchange exchange ? Optional.of(exchange) : Optional.empty();
    }

    /** True once the circle and both devices are proved and the other end stands in the charter. */
    public boolean isOpen() {
        return exchange().filter(Exchange::isCharterAgreed).isPresent();
    }

    /** True while the other end still has to prove something, or to come in. */
    public boolean isProving() {
        return exchange().isEmpty();
    }

    public Optional<CircleId> circle() {
        return exchange().map(exchange -> exchange.party().charter().circle());
    }

    /** This node's own device in the circle. */
    public Optional<DeviceId> ownDevice() {
        return exchange().map(exchange -> exchange.party().keys().device());
    }

    /** The device at the other end. */
    public Optional<DeviceId> device() {
        return exchange().map(exchange -> exchange.peerDevice());
    }

    /** For people: {@code proving}, {@code joining}, {@code syncing}, {@code live} or {@code over}. */
    public String word() {
        return stage.word();
    }
}
