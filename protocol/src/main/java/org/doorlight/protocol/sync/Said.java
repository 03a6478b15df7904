package org.doorlight.protocol.sync;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.doorlight.protocol.charter.DeviceKeys;
import org.doorlight.protocol.document.Frontier;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EnvelopeId;
import org.doorlight.protocol.id.Identifier;
import org.doorlight.protocol.wire.message.FrontierEntry;
import org.doorlight.protocol.wire.message.SessionMessage;

/** Bytes in messages as ids and back. What has the wrong length is nobody's id and is left out. */
final class Said {
    /** Why a session ends whose other end breaks the rules of the conversation. */
    static final String OUT_OF_TURN = "said something out of bounds or out of turn";

    private Said() {}

    static SessionMessage.Builder message() {
        return SessionMessage.newBuilder();
    }

    static ByteString bytes(Identifier id) {
        return ByteString.copyFrom(id.toBytes());
    }

    static ByteString bytes(Bytes32 value) {
        return ByteString.copyFrom(value.toBytes());
    }

    static List<ByteString> all(Collection<? extends Identifier> ids) {
        return ids.stream().map(Said::bytes).toList();
    }

    static <T> SortedSet<T> ids16(List<ByteString> said, Function<Bytes16, T> id) {
        SortedSet<T> ids = new TreeSet<>();
        said.forEach(one -> bytes16(one).map(id).ifPresent(ids::add));
        return ids;
    }

    static <T> SortedSet<T> ids32(List<ByteString> said, Function<Bytes32, T> id) {
        SortedSet<T> ids = new TreeSet<>();
        said.forEach(one -> bytes32(one).map(id).ifPresent(ids::add));
        return ids;
    }

    static Optional<Bytes16> bytes16(ByteString said) {
        return said.size() == Bytes16.LENGTH ? Optional.of(Bytes16.of(said.toByteArray())) : Optional.empty();
    }

    static Optional<Bytes32> bytes32(ByteString said) {
        return said.size() == Bytes32.LENGTH ? Optional.of(Bytes32.of(said.toByteArray())) : Optional.empty();
    }

    static Optional<DeviceKeys> keys(ByteString signing, ByteString agreement) {
        return bytes32(signing).flatMap(first -> bytes32(agreement).map(second -> new DeviceKeys(first, second)));
    }

    static <T> List<T> parsed(List<ByteString> said, Function<byte[], Optional<T>> parser) {
        List<T> parsed = new ArrayList<>(said.size());
        said.forEach(one -> parser.apply(one.toByteArray()).ifPresent(parsed::add));
        return parsed;
    }

    static org.doorlight.protocol.wire.message.Frontier frontier(DocumentId document, Frontier frontier) {
        var message = org.doorlight.protocol.wire.message.Frontier.newBuilder().setDocument(bytes(document));
        frontier.entries()
                .forEach((device, entry) -> message.addEntries(FrontierEntry.newBuilder()
                        .setDevice(bytes(device))
                        .setCount(entry.count())
                        .setLast(bytes(entry.last()))
                        .setFork(entry.fork())));
        return message.build();
    }

    static Frontier frontier(org.doorlight.protocol.wire.message.Frontier message) {
        SortedMap<DeviceId, Frontier.Entry> entries = new TreeMap<>();
        for (FrontierEntry entry : message.getEntriesList()) {
            Optional<DeviceId> device = bytes16(entry.getDevice()).map(DeviceId::new);
            Optional<EnvelopeId> last = bytes32(entry.getLast()).map(EnvelopeId::new);
            boolean counts = entry.getCount() >= 0 && entry.getFork() >= 0 && entry.getCount() + entry.getFork() != 0;
            if (device.isPresent() && last.isPresent() && counts) {
                entries.put(device.get(), new Frontier.Entry(entry.getCount(), last.get(), entry.getFork()));
            }
        }
        return new Frontier(entries);
    }
}
