package org.doorlight.protocol.simulation;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.envelope.Header;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EnvelopeId;
import org.doorlight.protocol.wire.Frames;
import org.doorlight.protocol.wire.Limits;
import org.doorlight.protocol.wire.message.SessionMessage;

/**
 * What must hold of all envelopes ever: no key is used twice with one nonce, no number of a device means two envelopes, and none leaves a
 * node that would not survive a power cut there at that moment.
 */
final class Envelopes implements Watcher {
    private final World world;
    private final SortedMap<String, EnvelopeId> byNonce = new TreeMap<>();
    private final SortedMap<String, EnvelopeId> byNumber = new TreeMap<>();
    private final SortedMap<String, EnvelopeId> bySerial = new TreeMap<>();
    private final SortedSet<DeviceId> doubtful = new TreeSet<>();
    private final SortedMap<EnvelopeId, Boolean> saved = new TreeMap<>();
    private final SortedMap<EnvelopeId, Boolean> spoken = new TreeMap<>();
    private final SortedMap<DeviceId, List<String>> doubled = new TreeMap<>();
    private long delivered;

    Envelopes(World world) {
        this.world = world;
    }

    /** How often an envelope was saved at a node of somebody else. */
    long delivered() {
        return delivered;
    }

    @Override
    public void saved(SimulatedNode at, Effect.Save effect) {
        if (effect instanceof Effect.SaveEnvelope save) {
            savedEnvelope(at, save);
        }
    }

    private void savedEnvelope(SimulatedNode at, Effect.SaveEnvelope effect) {
        Optional<Envelope> envelope = Envelope.parse(effect.bytes());
        if (envelope.isEmpty()) {
            world.violated("envelopes: " + at + " saved an envelope that is none");
            return;
        }
        if (saved.put(envelope.get().id(), true) == null) {
            isSealed(envelope.get());
        } else {
            // The first to save an envelope is its author.
            delivered++;
        }
    }

    private void isSealed(Envelope envelope) {
        Header header = envelope.header();
        if (Integer.bitCount(header.bodyLength()) != 1) {
            world.violated("secrecy: an envelope of " + header.bodyLength() + " bytes tells how long its words are");
        }
        String device = header.device().hex();
        String nonce = header.epoch().hex() + header.document().hex() + device + Arrays.toString(header.nonce());
        once(byNonce, nonce, envelope, "a key was used twice with one nonce");
    }

    /** What a turn numbered that never became durable nobody has heard of, and its numbers are free; so this looks at the wire. */
    private void isSpoken(Envelope envelope) {
        Header header = envelope.header();
        if (doubtful.contains(header.device())) {
            return;
        }
        String device = header.device().hex();
        for (long number = header.first(); number <= header.last(); number++) {
            once(byNumber, header.document().hex() + device + number, envelope, "one number means two envelopes");
        }
        once(bySerial, device + header.serial(), envelope, "one serial means two envelopes");
    }

    private void once(SortedMap<String, EnvelopeId> all, String key, Envelope envelope, String otherwise) {
        EnvelopeId before = all.putIfAbsent(key, envelope.id());
        if (before != null && !before.equals(envelope.id())) {
            doubled.computeIfAbsent(envelope.header().device(), unseen -> new ArrayList<>())
                    .add("envelopes: " + otherwise + " (" + before.brief() + ", "
                            + envelope.id().brief() + ")");
        }
    }

    /** Whoever means harm may do so; nobody else. */
    @Override
    public void settled() {
        SortedSet<DeviceId> dishonest = world.dishonestDevices();
        doubled.forEach((device, sentences) -> {
            if (!dishonest.contains(device)) {
                sentences.forEach(world::violated);
            }
        });
        doubled.clear();
    }

    /** Where nothing tells that a home was put back or copied, it may number twice until it meets a neighbour who knows. */
    @Override
    public void mayContradictItself(SimulatedNode node) {
        Identities.on(node).ifPresent(identity -> doubtful.add(identity.device()));
    }

    @Override
    public void answered(SimulatedNode from) {
        speaks(from);
    }

    /** Remember before you speak: what is said may rest on anything that came before it in its turn. */
    private void speaks(SimulatedNode from) {
        if (from.isTurnOpen()) {
            world.violated("remember before you speak: " + from + " spoke before its turn was durable");
        }
    }

    @Override
    public void sent(SimulatedNode from, byte[] frame) {
        speaks(from);
        if (frame.length > Limits.FRAME_BYTES_MAX) {
            world.violated("bounds: " + from + " sent a frame of " + frame.length + " bytes");
        }
        if (frame.length < Envelope.BYTES_MIN) {
            return;
        }
        Optional<SessionMessage> message = Frames.decode(frame);
        if (message.isEmpty()) {
            world.violated("bounds: " + from + " sent a frame that is none");
        } else if (message.get().getBodyCase() == SessionMessage.BodyCase.ENVELOPES) {
            message.get().getEnvelopes().getEnvelopesList().forEach(bytes -> leaves(from, bytes));
        }
    }

    /** Remember before you speak. Sends leave after the commit, so what is on the disk now is durable. */
    private void leaves(SimulatedNode from, ByteString said) {
        Optional<Envelope> envelope = Envelope.parse(said.toByteArray());
        if (envelope.isEmpty()) {
            world.violated("envelopes: " + from + " sent an envelope that is none");
            return;
        }
        if (spoken.put(envelope.get().id(), true) == null) {
            isSealed(envelope.get());
            isSpoken(envelope.get());
        }
        if (!isKept(from, envelope.get())) {
            world.violated("remember before you speak: " + from + " sent envelope "
                    + envelope.get().id().brief() + ", which is not on that node's disk");
        }
    }

    private static boolean isKept(SimulatedNode node, Envelope envelope) {
        DocumentId document = envelope.header().document();
        List<SimulatedDisk.Filing> filings = node.disk()
                .folders
                .getOrDefault(new SimulatedDisk.Folder(envelope.header().circle(), document), List.of());
        return filings.stream().anyMatch(filing -> Arrays.equals(filing.row().bytes(), envelope.bytes()));
    }
}
