package org.doorlight.protocol.replica;

import org.doorlight.protocol.charter.DeviceKeys;
import org.doorlight.protocol.crypto.SigningKey;
import org.doorlight.protocol.envelope.Header;
import org.doorlight.protocol.epoch.EpochBook;
import org.doorlight.protocol.id.DeviceId;

/**
 * Who this home is in the circle at present, how far it has counted, and whether somebody else may be speaking under its keys
 * (PROTOCOL §1).
 */
public final class Self {
    private final EpochBook epochs;
    private Identity now;
    private long serial;
    private boolean doubted;

    Self(Identity identity, EpochBook epochs) {
        this.now = identity;
        this.epochs = epochs;
        identity.earlier().forEach(old -> epochs.openWith(old.device(), old.agreement()));
    }

    /** The keys it speaks with. */
    public Identity identity() {
        return now;
    }

    public DeviceId device() {
        return now.device();
    }

    public DeviceKeys keys() {
        return now.keys();
    }

    public SigningKey signing() {
        return now.signing();
    }

    boolean is(DeviceId device) {
        return device().equals(device);
    }

    // ---- counting

    long nextSerial() {
        return ++serial;
    }

    /** Counts on from what is held of this home; the serial up to which it has come. */
    long counted(Header own) {
        serial = Math.max(serial, own.serial());
        return serial;
    }

    /** Counts on from a document that was written down; what an earlier device of this home counted in it is no longer counted on. */
    void counted(Holding holding) {
        if (holding.frontier().of(device()).isPresent()) {
            serial = Math.max(serial, holding.ownSerial());
        }
    }

    // ---- doubt

    /** Somebody else has spoken under these keys, or may have: they are to be changed before the next word. */
    public void doubt() {
        doubted = true;
    }

    /** True from when somebody else may be speaking under these keys until there are others. */
    public boolean isDoubted() {
        return doubted;
    }

    /** From now on this home is another device. What the one before can open stays open. */
    void become(Identity fresh) {
        now = fresh;
        serial = 0;
        doubted = false;
        epochs.become(fresh.device(), fresh.agreement());
    }
}
