package org.doorlight.protocol.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.doorlight.protocol.care.CareRequest;
import org.doorlight.protocol.care.RequestFacts;
import org.doorlight.protocol.care.RequestKind;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.document.Actors;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.document.LiveDocument;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.envelope.Header;
import org.doorlight.protocol.envelope.Kind;
import org.doorlight.protocol.envelope.Sealing;
import org.doorlight.protocol.envelope.Seals;
import org.doorlight.protocol.epoch.Audiences;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EnvelopeId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.replica.Identity;

/** Makes envelopes with an admitted member's true keys. */
final class Forge {
    final Identity self;
    final Charter charter;
    final EpochId epoch;
    final byte[] secret;
    final Body.Nature nature;

    Forge(TestHome home) {
        this(home, home.archive().size().bytes());
    }

    Forge(TestHome home, long document) {
        self = home.identity();
        charter = home.charter();
        epoch = everyone(home, charter);
        secret = home.secrets().get(epoch);
        byte[] salt = new byte[16];
        new Random(document).nextBytes(salt);
        MemberId owner = charter.resolved().device(self.device()).orElseThrow().member();
        nature = new Body.Nature(RequestFacts.REQUEST, owner, Audiences.everyone(charter.circle()), salt);
    }

    /** The epoch of the whole circle. */
    private static EpochId everyone(TestHome home, Charter charter) {
        return home.archive().records(Shelf.GRANT).stream()
                .flatMap(kept -> Grant.parse(kept.value()).stream())
                .filter(grant -> grant.core().audience().equals(Audiences.everyone(charter.circle())))
                .map(Grant::id)
                .filter(home.secrets()::containsKey)
                .findFirst()
                .orElseThrow();
    }

    Bytes16 sealOf(Body.Nature of) {
        return Seals.seal(of.kind(), of.audience(), of.salt());
    }

    DocumentId document() {
        return Seals.document(charter.circle(), nature.owner(), sealOf(nature));
    }

    Header draft(Bytes16 seal, long first) {
        return draft(seal, first, 1);
    }

    Header draft(Bytes16 seal, long first, int count) {
        return new Header(
                Kind.CHANGES,
                charter.circle(),
                Seals.document(charter.circle(), nature.owner(), seal),
                seal,
                self.device(),
                99,
                first,
                count,
                epoch,
                new byte[0],
                EnvelopeId.NONE,
                0);
    }

    /** A header for the next change behind an envelope. */
    Header after(Envelope envelope) {
        Header before = envelope.header();
        return new Header(
                before.kind(),
                before.circle(),
                before.document(),
                before.seal(),
                before.device(),
                before.serial() + 1,
                before.last() + 1,
                1,
                before.epoch(),
                new byte[0],
                envelope.id(),
                0);
    }

    List<byte[]> changes() {
        return changes("Forged");
    }

    List<byte[]> changes(String title) {
        long at = TestStreet.BEGINNING.toEpochMilli() + 60_000;
        var asked = CareRequest.fresh(
                new CareRequest.Asked(RequestKind.MEAL, title, List.of(), at, Optional.empty()), List.of());
        try (var live = new LiveDocument(Actors.of(self.keys().signing(), document()))) {
            return List.of(
                    live.write(RequestFacts.asked(asked, self.device())).plain().bytes());
        }
    }

    Body body(Body.Nature is, List<byte[]> changes) {
        return new Body(is, new ArrayList<>(new TreeSet<>(charter.heads())), changes);
    }

    Envelope sealed(Header draft, Body body) {
        return Sealing.seal(draft, secret, self.signing(), body.encode(), new byte[32]);
    }

    Envelope envelope(UnaryOperator<Header> change) {
        return sealed(change.apply(draft(sealOf(nature), 1)), body(nature, changes()));
    }

    /** A first envelope of a document of any kind that everybody may read, with these facts. */
    Envelope first(String kind, SortedMap<String, byte[]> facts) {
        Body.Nature of = new Body.Nature(kind, nature.owner(), nature.audience(), nature.salt());
        DocumentId document = Seals.document(charter.circle(), of.owner(), sealOf(of));
        try (var live = new LiveDocument(Actors.of(self.keys().signing(), document))) {
            List<byte[]> changes = List.of(live.write(facts).plain().bytes());
            return sealed(draft(sealOf(of), 1), body(of, changes));
        }
    }
}
