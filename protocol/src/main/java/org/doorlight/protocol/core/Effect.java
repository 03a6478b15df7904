package org.doorlight.protocol.core;

import java.util.List;
import org.doorlight.protocol.core.view.Event;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;

/**
 * What a node wants done. Saves are performed at once inside the turn's store transaction, in order; everything else is held back
 * until that transaction is durable (remember before you speak).
 */
public sealed interface Effect {
    /** Who carries effects out: the real edges, or the simulator's. */
    interface Edge {
        void saveEnvelope(SaveEnvelope effect);

        void saveRecord(SaveRecord effect);

        void deleteRecord(DeleteRecord effect);

        void send(Send effect);

        void close(Close effect);

        void dial(Dial effect);

        void answer(Answer effect);

        void announce(Announce effect);

        void note(Note effect);

        void again(Again effect);

        void attempt(Try effect);
    }

    void perform(Edge edge);

    /** True for what belongs into the turn's store transaction. */
    default boolean isSave() {
        return false;
    }

    /**
     * Append an envelope. Its place in the order of arrival is given by the store.
     *
     * @param first number of the device's first change of this document in it, from 1
     * @param count how many changes it holds; 0 for kinds without changes
     * @param bytes the envelope exactly as sent and signed
     */
    record SaveEnvelope(CircleId circle, DocumentId document, DeviceId device, long first, int count, byte[] bytes)
            implements Effect {
        @Override
        public void perform(Edge edge) {
            edge.saveEnvelope(this);
        }

        @Override
        public boolean isSave() {
            return true;
        }
    }

    /** Put a record under its key, replacing an earlier one. Secrets and private text arrive here sealed. */
    record SaveRecord(Shelf shelf, byte[] key, byte[] value) implements Effect {
        @Override
        public void perform(Edge edge) {
            edge.saveRecord(this);
        }

        @Override
        public boolean isSave() {
            return true;
        }
    }

    /** Remove the record under this key, if there is one. */
    record DeleteRecord(Shelf shelf, byte[] key) implements Effect {
        @Override
        public void perform(Edge edge) {
            edge.deleteRecord(this);
        }

        @Override
        public boolean isSave() {
            return true;
        }
    }

    /** Send one frame; dropped silently if the session is gone. */
    record Send(SessionId session, byte[] frame) implements Effect {
        @Override
        public void perform(Edge edge) {
            edge.send(this);
        }
    }

    /** End a session after what was sent before has left. */
    record Close(SessionId session) implements Effect {
        @Override
        public void perform(Edge edge) {
            edge.close(this);
        }
    }

    /** Try to reach a node; leads to one {@link Input.Connected} or {@link Input.DialFailed} with this number. */
    record Dial(long number, Address address) implements Effect {
        @Override
        public void perform(Edge edge) {
            edge.dial(this);
        }
    }

    /** The answer to an {@link Input.Asked}. */
    record Answer(long ticket, Reply reply) implements Effect {
        @Override
        public void perform(Edge edge) {
            edge.answer(this);
        }
    }

    /** Something the household's own screens and scripts may want to know. */
    record Announce(Event event) implements Effect {
        @Override
        public void perform(Edge edge) {
            edge.announce(this);
        }
    }

    /** Lead to one {@link Input.Again} when this turn is durable: the node has something to do that must not come before. */
    record Again() implements Effect {
        @Override
        public void perform(Edge edge) {
            edge.again(this);
        }
    }

    /**
     * Apply these changes to an empty document in a process of its own, where an abort hurts nobody; leads to one {@link Input.Tried}.
     *
     * @param changes uncompressed change chunks in order
     */
    record Try(CircleId circle, DocumentId document, List<byte[]> changes) implements Effect {
        public Try {
            changes = List.copyOf(changes);
        }

        @Override
        public void perform(Edge edge) {
            edge.attempt(this);
        }

        @Override
        public String toString() {
            return "Try[" + document + ", " + changes.size() + " changes]";
        }
    }

    /** One line for the node's log: no names, content or keys. */
    record Note(String line) implements Effect {
        @Override
        public void perform(Edge edge) {
            edge.note(this);
        }
    }
}
