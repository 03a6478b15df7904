package org.doorlight.protocol.core;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.document.Frontier;
import org.doorlight.protocol.id.AudienceId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EnvelopeId;
import org.doorlight.protocol.id.Identifier;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.replica.Holding;
import org.doorlight.protocol.wire.message.ClockRecord;
import org.doorlight.protocol.wire.message.DocumentRecord;
import org.doorlight.protocol.wire.message.FactRecord;
import org.doorlight.protocol.wire.message.FrontierEntryRecord;

/** This node's own records as bytes and back, before sealing and after. */
final class Records {
    private Records() {}

    static byte[] of(Holding holding) {
        DocumentRecord.Builder record = DocumentRecord.newBuilder().setOwnSerial(holding.ownSerial());
        holding.frontier()
                .entries()
                .forEach((device, entry) -> record.addFrontier(FrontierEntryRecord.newBuilder()
                        .setDevice(bytes(device))
                        .setCount(entry.count())
                        .setLast(bytes(entry.last()))
                        .setFork(entry.fork())));
        holding.nature()
                .ifPresent(nature -> record.setKind(nature.kind())
                        .setOwner(bytes(nature.owner()))
                        .setAudience(bytes(nature.audience()))
                        .setSalt(ByteString.copyFrom(nature.salt())));
        holding.facts()
                .forEach((key, value) ->
                        record.addFacts(FactRecord.newBuilder().setKey(key).setValue(ByteString.copyFrom(value))));
        holding.applied()
                .forEach((device, count) -> record.addApplied(
                        ClockRecord.newBuilder().setDevice(bytes(device)).setCount(count)));
        return record.build().toByteArray();
    }

    private static ByteString bytes(Identifier id) {
        return ByteString.copyFrom(id.toBytes());
    }

    static Optional<Holding> holding(DocumentId document, byte[] bytes) {
        return parse(DocumentRecord.parser(), bytes).map(record -> holding(document, record));
    }

    private static Holding holding(DocumentId document, DocumentRecord record) {
        SortedMap<DeviceId, Frontier.Entry> entries = new TreeMap<>();
        record.getFrontierList()
                .forEach(entry -> entries.put(
                        DeviceId.of(entry.getDevice().toByteArray()),
                        new Frontier.Entry(
                                entry.getCount(), EnvelopeId.of(entry.getLast().toByteArray()), entry.getFork())));
        SortedMap<String, byte[]> facts = new TreeMap<>();
        record.getFactsList()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().toByteArray()));
        SortedMap<DeviceId, Long> applied = new TreeMap<>();
        record.getAppliedList()
                .forEach(clock -> applied.put(DeviceId.of(clock.getDevice().toByteArray()), clock.getCount()));
        Body.Nature nature = record.getKind().isEmpty()
                ? null
                : new Body.Nature(
                        record.getKind(),
                        MemberId.of(record.getOwner().toByteArray()),
                        AudienceId.of(record.getAudience().toByteArray()),
                        record.getSalt().toByteArray());
        Holding holding = new Holding(document);
        holding.restore(new Frontier(entries), nature, facts, applied, record.getOwnSerial());
        return holding;
    }

    /** Reads a record this node wrote and sealed itself; empty only if an older or newer version meant something else by it. */
    static <T extends MessageLite> Optional<T> parse(Parser<T> parser, byte[] bytes) {
        try {
            return Optional.of(parser.parseFrom(bytes));
        } catch (InvalidProtocolBufferException malformed) {
            return Optional.empty();
        }
    }
}
