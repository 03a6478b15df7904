package org.doorlight.protocol.core;

import java.util.List;
import org.doorlight.protocol.core.view.Event;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;

/**
 * What a node wants done. A {@link Save} goes into the turn's store transaction at once, in order; a {@link Deed} is held back until that
 * transaction is durable (remember before you speak).
 */
public sealed interface Effect {
    /** What belongs into the turn's store transaction. */
    sealed interface Save extends Effect {
        void saveIn(Store store);
    }

    /** What leaves the node, and so waits until the turn is durable. */
    sealed interface Deed extends Effect {
        void perform(Edge edge);
    }

    /** Who carries deeds out: the real edges, or the simulator's. */
    interface Edge {
        void send(Send effect);

        void close(Close effect);

        void dial(Dial effect);

        void answer(Answer effect);

        void announce(Announce effect);

        void note(Note effect);

        void again(Again effect);

        void attempt(Try effect);
    }

    /**
     * Append an envelope. Its place in the order of arrival is given by the store.
     *
     * @param first number of the device's first change of this document in it, from 1
     * @param count how many changes it holds; 0 for kinds without changes
     * @param bytes the envelope exactly as sent and signed
     */
    record SaveEnvelope(CircleId circle, DocumentId document, DeviceId device, long first, int count, byte[] bytes)
            implements Save {
        @Override
        public void saveIn(Store store) {
            store.saveEnvelope(this);
        }
    }

    /** Put a record under its key, replacing an earlier one. Secrets and private text arrive here sealed. */
    record SaveRecord(Shelf shelf, byte[] key, byte[] value) implements Save {
        @Override
        public void saveIn(Store store) {
            store.saveRecord(this);
        }
    }

    /** Remove the record under this key, if there is one. */
    record DeleteRecord(Shelf shelf, byte[] key) implements Save {
        @Override
        public void saveIn(Store store) {
            store.deleteRecord(this);
        }
    }

    /** Send one frame; dropped silently if the session is gone. */
    record Send(SessionId session, byte[] frame) implements Deed {
        @Override
        public void perform(Edge edge) {
            edge.send(this);
        }
    }

    /** End a session after what was sent before has left. */
    record Close(SessionId session) implements Deed {
        @Override
        public void perform(Edge edge) {
            edge.close(this);
        }
    }

    /** Try to reach a node; leads to one {@link Input.Connected} or {@link Input.DialFailed} with this number. */
    record Dial(long number, Address address) implements Deed {
        @Override
        public void perform(Edge edge) {
            edge.dial(this);
        }
    }

    /** The answer to an {@link Input.Asked}. */
    record Answer(long ticket, Reply reply) implements Deed {
        @Override
        public void perform(Edge edge) {
            edge.answer(this);
        }
    }

    /** Something the household's own screens and scripts may want to know. */
    record Announce(Event event) implements Deed {
        @Override
        public void perform(Edge edge) {
            edge.announce(this);
        }
    }

    /** Lead to one {@link Input.Again} when this turn is durable: the node has something to do that must not come before. */
    record Again() implements Deed {
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
    record Try(CircleId circle, DocumentId document, List<byte[]> changes) implements Deed {
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
    record Note(String line) implements Deed {
        @Override
        public void perform(Edge edge) {
            edge.note(this);
        }
    }
}
