package org.doorlight.protocol.hello;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Bytes of facts, there and back. What cannot be read is left alone. */
final class Facts {
    private Facts() {}

    static SortedMap<String, byte[]> one(HelloKey key, MessageLite value) {
        SortedMap<String, byte[]> facts = new TreeMap<>();
        facts.put(key.toString(), value.toByteArray());
        return facts;
    }

    static <T extends MessageLite> Optional<T> parse(Parser<T> parser, byte[] value) {
        try {
            return Optional.of(parser.parseFrom(value));
        } catch (InvalidProtocolBufferException malformed) {
            return Optional.empty();
        }
    }
}
