package org.doorlight.protocol.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * One chunk with its contents in the clear and its checksum confirmed.
 *
 * @param type a document or a change, never a compressed one
 * @param id SHA-256 over type, length and contents
 * @param bytes the whole uncompressed chunk
 * @param contents a cursor at the start of the contents
 */
record Chunk(ChunkFrame.Type type, ChangeId id, byte[] bytes, ByteCursor contents) {

    static Chunk confirm(byte[] checksum, ChunkFrame.Type type, byte[] contents) throws Refusal {
        byte[] bytes = assemble(checksum, type, contents);
        byte[] hash = sha256(bytes, ChunkFrame.TYPE_OFFSET);
        if (!Arrays.equals(checksum, 0, checksum.length, hash, 0, checksum.length)) {
            throw new Refusal(Reason.WRONG_CHECKSUM, "the checksum does not fit the contents");
        }
        var cursor = new ByteCursor(bytes);
        cursor.take(bytes.length - contents.length);
        return new Chunk(type, new ChangeId(hash), bytes, cursor);
    }

    private static byte[] assemble(byte[] checksum, ChunkFrame.Type type, byte[] contents) {
        byte[] magic = ChunkFrame.magic();
        int header = ChunkFrame.TYPE_OFFSET + 1 + lengthOfNumber(contents.length);
        byte[] bytes = new byte[header + contents.length];
        System.arraycopy(magic, 0, bytes, 0, magic.length);
        System.arraycopy(checksum, 0, bytes, magic.length, checksum.length);
        bytes[ChunkFrame.TYPE_OFFSET] = (byte) type.ordinal();
        writeNumber(contents.length, bytes, ChunkFrame.TYPE_OFFSET + 1);
        System.arraycopy(contents, 0, bytes, header, contents.length);
        return bytes;
    }

    private static int lengthOfNumber(int number) {
        return Math.max(1, (38 - Integer.numberOfLeadingZeros(number)) / 7);
    }

    private static void writeNumber(int number, byte[] bytes, int from) {
        int position = from;
        int rest = number;
        while (rest >= 0x80) {
            bytes[position++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[position] = (byte) rest;
    }

    private static byte[] sha256(byte[] bytes, int from) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, from, bytes.length - from);
            return digest.digest();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
