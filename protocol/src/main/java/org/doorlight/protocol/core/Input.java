package org.doorlight.protocol.core;

import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DocumentId;
import org.jspecify.annotations.Nullable;

/** What may happen to a node. Edges turn their events into inputs and put them into the loop's queue. */
public sealed interface Input {
    /** One method for each case; the compiler counts them. */
    interface Visitor<R> {
        R connected(Connected input);

        R dialFailed(DialFailed input);

        R received(Received input);

        R disconnected(Disconnected input);

        R asked(Asked input);

        R unasked(Unasked input);

        R tick(Tick input);

        R again(Again input);

        R tried(Tried input);

        R timeService(TimeService input);
    }

    <R> R accept(Visitor<R> visitor);

    /**
     * A channel stands: TLS 1.3 is through on both sides and both ends have seen each other's certificate.
     *
     * @param dialled the number of the {@link Effect.Dial} that led here; null if the other side dialled
     * @param dialerCertificate SHA-256 of the dialling side's certificate
     * @param listenerCertificate SHA-256 of the listening side's certificate
     * @param remote where the other end is, for people to read
     */
    record Connected(
            SessionId session,
            @Nullable Long dialled,
            Bytes32 dialerCertificate,
            Bytes32 listenerCertificate,
            String remote)
            implements Input {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.connected(this);
        }
    }

    /** A dial led nowhere: refused, timed out, or no TLS at the other end. */
    record DialFailed(long dial) implements Input {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dialFailed(this);
        }
    }

    /**
     * One whole frame from a session, without its length prefix.
     *
     * @param frame 1 byte to {@code FRAME_BYTES_MAX}; owned by the core from here on
     */
    record Received(SessionId session, byte[] frame) implements Input {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.received(this);
        }
    }

    /** A session is over, whoever ended it. Comes exactly once for each {@link Connected}. */
    record Disconnected(SessionId session) implements Input {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.disconnected(this);
        }
    }

    /**
     * Somebody asks through the local API.
     *
     * @param ticket comes back in the one {@link Effect.Answer} this ask gets, now or later
     */
    record Asked(long ticket, Ask ask) implements Input {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.asked(this);
        }
    }

    /** Whoever asked has gone away before the answer; a waiting join may stop. */
    record Unasked(long ticket) implements Input {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unasked(this);
        }
    }

    /** The turn that asked for it with {@link Effect.Again} is durable. */
    record Again() implements Input {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.again(this);
        }
    }

    /**
     * How an {@link Effect.Try} went.
     *
     * @param aborted true if native code ended the process that tried; false if it came through, or the trial could not be held
     */
    record Tried(CircleId circle, DocumentId document, boolean aborted) implements Input {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tried(this);
        }
    }

    /**
     * Whether the system's time service keeps the wall clock right.
     *
     * @param keepsTime false if it does not, or if there is none
     */
    record TimeService(boolean keepsTime) implements Input {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.timeService(this);
        }
    }

    /** Time has passed. The loop sends one at start and then at least once a second. */
    record Tick() implements Input {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tick(this);
        }
    }
}
