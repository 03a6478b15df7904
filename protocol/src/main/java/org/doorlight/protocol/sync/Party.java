package org.doorlight.protocol.sync;

import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.DeviceKeys;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.crypto.SigningKey;
import org.doorlight.protocol.document.FrontierIndex;
import org.doorlight.protocol.document.Receipt;
import org.doorlight.protocol.envelope.Contradiction;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.epoch.EpochBook;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.id.StatementId;

/** One circle as a session sees it: what is held to be given, and where to put what comes. */
public interface Party {
    /** This node's own keys in the circle. */
    DeviceKeys keys();

    SigningKey signing();

    /** The other end of a channel proved to hold this node's own keys: this node dialled itself, or somebody runs a copy (PROTOCOL §1). */
    void metOwnKeys(Channel channel);

    Charter charter();

    /** The other end has said all it knows of the charter. */
    default void charterCompared() {}

    /** False while this home cannot say anything in the charter. */
    default boolean mayAdmit() {
        return true;
    }

    /** What this node says of the time. */
    default Time time() {
        return Time.UNKNOWN;
    }

    /** What a device of the circle says of the time. */
    default void heard(DeviceId device, Time time) {}

    EpochBook epochs();

    FrontierIndex frontiers();

    Charter.Receipt take(Statement statement);

    EpochBook.Receipt take(Grant grant);

    void takeWrap(EpochId epoch, byte[] wrapped);

    Receipt take(Envelope envelope);

    /** Takes in the proof that a device gave two answers; true if it says more than what is known. */
    boolean take(Contradiction proof);

    /** Compares chains of envelopes, as the other end holds them, with those held here; true if one contradicts. */
    boolean compare(List<Envelope> chain);

    /** The proof that a device gave two answers in a document. */
    Optional<Contradiction> contradiction(DocumentId document, DeviceId device);

    /**
     * A stored envelope.
     *
     * @param arrival its place in this store's order
     * @param last number of its device's last change in it
     */
    record Stored(long arrival, DeviceId device, long last, byte[] bytes) {}

    /** Envelopes of a document in order of arrival, behind a place in it; at least one if there is one, then up to so many bytes. */
    List<Stored> envelopes(DocumentId document, long afterArrival, long bytesMax);

    /** Lets a newcomer in through an open invitation; the proof has been checked. */
    void admit(StatementId invite, DeviceKeys newcomer, Bytes32 channel, byte[] proof);
}
