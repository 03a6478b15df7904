package org.doorlight.protocol.envelope;

import java.nio.ByteBuffer;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EnvelopeId;
import org.doorlight.protocol.id.EpochId;

/**
 * What an envelope says in clear, to relays too: {@value #LENGTH} bytes (PROTOCOL §5).
 *
 * <pre>
 * magic 4 | version 1 | suite 1 | kind 1 | circle 16 | document 16 | seal 16 | device 16 | serial 8 | first 8 | count 2
 *         | epoch 16 | nonce 24 | previous 32 | bodyLength 4
 * </pre>
 *
 * @param seal ties the document to its kind, audience and owner without naming them
 * @param serial this device's envelopes in this circle, counted from 1
 * @param first number of this device's first change of this document in the body, from 1: Automerge's own sequence number
 * @param count changes in the body
 * @param nonce 24 bytes
 * @param previous this device's preceding envelope of this document
 * @param bodyLength bytes of the sealed body
 */
public record Header(
        Kind kind,
        CircleId circle,
        DocumentId document,
        Bytes16 seal,
        DeviceId device,
        long serial,
        long first,
        int count,
        EpochId epoch,
        byte[] nonce,
        EnvelopeId previous,
        int bodyLength) {
    /** Bytes of a header. */
    public static final int LENGTH = 165;

    static final int MAGIC = 0x444c454e; // "DLEN"
    static final byte VERSION = 1;
    static final byte SUITE = 1;
    static final int NONCE_BYTES = 24;
    static final int NONCE_OFFSET = 105;

    /** Number of the last change in the body. */
    public long last() {
        return first + count - 1;
    }

    byte[] toBytes() {
        ByteBuffer to = ByteBuffer.allocate(LENGTH);
        to.putInt(MAGIC).put(VERSION).put(SUITE).put((byte) kind.number());
        circle.value().write(to);
        document.value().write(to);
        seal.write(to);
        device.value().write(to);
        to.putLong(serial).putLong(first).putShort((short) count);
        epoch.value().write(to);
        to.put(nonce);
        previous.value().write(to);
        return to.putInt(bodyLength).array();
    }

    /** Reads behind magic, version, suite and kind, which the caller has looked at. */
    static Header read(Kind kind, ByteBuffer from) {
        CircleId circle = new CircleId(Bytes16.read(from));
        DocumentId document = new DocumentId(Bytes16.read(from));
        Bytes16 seal = Bytes16.read(from);
        DeviceId device = new DeviceId(Bytes16.read(from));
        long serial = from.getLong();
        long first = from.getLong();
        int count = Short.toUnsignedInt(from.getShort());
        EpochId epoch = new EpochId(Bytes16.read(from));
        byte[] nonce = new byte[NONCE_BYTES];
        from.get(nonce);
        EnvelopeId previous = new EnvelopeId(Bytes32.read(from));
        return new Header(
                kind, circle, document, seal, device, serial, first, count, epoch, nonce, previous, from.getInt());
    }
}
