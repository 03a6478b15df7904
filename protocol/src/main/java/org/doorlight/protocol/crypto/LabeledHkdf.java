package org.doorlight.protocol.crypto;

import java.nio.charset.StandardCharsets;

/** LabeledExtract and LabeledExpand (RFC 9180 §4) for one suite id. These labels are the RFC's, not {@link Label}s. */
record LabeledHkdf(byte[] suiteId) {
    private static final byte[] VERSION = ascii("HPKE-v1");

    byte[] extract(byte[] salt, String label, byte[] ikm) {
        return Hkdf.extract(salt, Bytes.join(VERSION, suiteId, ascii(label), ikm));
    }

    byte[] expand(byte[] prk, String label, byte[] info, int length) {
        byte[] lengthBytes = {(byte) (length >>> 8), (byte) length};
        return Hkdf.expand(prk, Bytes.join(lengthBytes, VERSION, suiteId, ascii(label), info), length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
