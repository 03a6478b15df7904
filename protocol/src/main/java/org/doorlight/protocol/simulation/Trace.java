package org.doorlight.protocol.simulation;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.doorlight.protocol.core.Ask;
import org.doorlight.protocol.core.Input;

/** A hash over everything that happened to anybody, in order: two runs with equal traces were the same world. */
final class Trace {
    private final MessageDigest sha256 = newSha256();
    private final Wording wording = new Wording();
    private long inputs;

    /** One more thing happened. */
    void happened(long nanos, int node, Input input) {
        inputs++;
        sha256.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(nanos)
                .putInt(node)
                .array());
        input.accept(wording);
    }

    long inputs() {
        return inputs;
    }

    /** The hash of everything so far, in hexadecimal. */
    String hash() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) sha256.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Every Java platform's SHA-256 can be copied", e);
        }
    }

    private void add(char kind, long number) {
        sha256.update(ByteBuffer.allocate(Character.BYTES + Long.BYTES)
                .putChar(kind)
                .putLong(number)
                .array());
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private final class Wording implements Input.Visitor<Boolean> {
        @Override
        public Boolean timeService(Input.TimeService input) {
            add('s', input.keepsTime() ? 1 : 0);
            return true;
        }

        @Override
        public Boolean connected(Input.Connected input) {
            add('c', input.session().number());
            sha256.update(input.dialerCertificate().toBytes());
            return true;
        }

        @Override
        public Boolean dialFailed(Input.DialFailed input) {
            add('f', input.dial());
            return true;
        }

        @Override
        public Boolean received(Input.Received input) {
            add('r', input.session().number());
            sha256.update(input.frame());
            return true;
        }

        @Override
        public Boolean disconnected(Input.Disconnected input) {
            add('d', input.session().number());
            return true;
        }

        @Override
        public Boolean asked(Input.Asked input) {
            add('a', input.ticket());
            Ask ask = input.ask();
            sha256.update((byte) ask.getClass().getSimpleName().length());
            return true;
        }

        @Override
        public Boolean unasked(Input.Unasked input) {
            add('u', input.ticket());
            return true;
        }

        @Override
        public Boolean again(Input.Again input) {
            add('g', 0);
            return true;
        }

        @Override
        public Boolean tried(Input.Tried input) {
            add('v', input.aborted() ? 1 : 0);
            sha256.update(input.document().toBytes());
            return true;
        }

        @Override
        public Boolean tick(Input.Tick input) {
            add('t', 0);
            return true;
        }
    }
}
