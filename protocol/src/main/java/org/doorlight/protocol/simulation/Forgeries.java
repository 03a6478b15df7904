package org.doorlight.protocol.simulation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.crypto.AgreementKey;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.document.Receipt;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.envelope.Header;
import org.doorlight.protocol.envelope.Sealing;
import org.doorlight.protocol.epoch.EpochBook;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EnvelopeId;
import org.doorlight.protocol.replica.Holding;
import org.doorlight.protocol.replica.Identity;
import org.doorlight.protocol.replica.Replica;

/**
 * Forged letters are refused. When all has come to rest, one home's keys write what no honest node writes, and a copy of another home is
 * handed it: in a wrong name, in another's document, out of its chain, filed wrong, under a false key.
 */
final class Forgeries implements Watcher {
    private static final String MARK = "forged";
    private static final int GRANTS_TRIED_MAX = 4;

    private final World world;

    Forgeries(World world) {
        this.world = world;
    }

    @Override
    public void settled() {
        List<SimulatedNode> members = world.dice().another().shuffled(world.members());
        if (members.size() < 2) {
            return;
        }
        Optional<Kept> writer = Kept.of(members.get(0));
        Optional<Kept> reader = Kept.of(members.get(1));
        if (writer.isPresent()
                && reader.isPresent()
                && !writer.get().member().equals(reader.get().member())) {
            new Attempt(writer.get(), reader.get()).make();
            falseKeys(reader.get());
        }
    }

    private void unless(boolean good, String otherwise) {
        if (!good) {
            world.violated("forgeries: " + otherwise);
        }
    }

    /** A key has to be the one its grant was signed for. */
    private void falseKeys(Kept reader) {
        SeededEntropy entropy = new SeededEntropy(2);
        AgreementKey nobody = new AgreementKey(entropy.bytes(AgreementKey.SEED_BYTES));
        EpochBook book = new EpochBook(reader.charter(), Identity.fresh(entropy).device(), nobody);
        for (Grant grant : reader.grants()
                .subList(0, Math.min(GRANTS_TRIED_MAX, reader.grants().size()))) {
            book.add(grant);
            unless(!book.learn(grant.id(), new byte[Sealing.RANDOM_BYTES]), "a false key is taken for an epoch's");
        }
    }

    /** One home's attempt to fool another. */
    private final class Attempt {
        private final Kept writer;
        private final Kept reader;

        Attempt(Kept writer, Kept reader) {
            this.writer = writer;
            this.reader = reader;
        }

        void make() {
            // A document both can read that the writer has written, and nobody else.
            reader.envelopes().stream()
                    .filter(envelope ->
                            envelope.header().device().equals(writer.identity().device()))
                    .filter(envelope -> reader.reads(envelope.header().epoch()))
                    .map(envelope -> envelope.header().document())
                    .findFirst()
                    .ifPresent(this::about);
        }

        private void about(DocumentId document) {
            Optional<Envelope> one = written(document, "one");
            Optional<Envelope> two = written(document, "two");
            unless(one.isPresent() && two.isPresent(), "a home cannot write into its own document");
            one.ifPresent(this::bend);
            one.ifPresent(honest -> two.ifPresent(other -> compare(honest, other)));
        }

        /** As a home and its copy, put back from a backup, would write each its own next word. */
        private void compare(Envelope honest, Envelope other) {
            unless(!rootWith(honest).equals(rootWith(other)), "two letters of one number look equal");
            unless(
                    !Arrays.equals(honest.header().nonce(), other.header().nonce()),
                    "two letters of one number are sealed with one nonce");
        }

        private void bend(Envelope honest) {
            unless(counts(honest), "an honest letter does not count");
            unless(!isStored(withFlippedBit(honest)), "a letter with a wrong signature is taken in");
            unless(!isStored(from(stranger(), honest)), "a stranger's letter is taken in");
            unless(!isStored(behindAnother(honest)), "a letter that follows none of those before it is taken in");
            unless(!counts(filedWrong(honest)), "what was sealed for another document counts");
            unless(
                    inDocumentOfReader(honest).filter(this::isStored).isEmpty(),
                    "a letter in another's document is taken in");
        }

        /** What the writer's own node would say next there. */
        private Optional<Envelope> written(DocumentId document, String text) {
            Replica replica = writer.replica(document);
            SortedMap<String, byte[]> facts = new TreeMap<>();
            facts.put(MARK, text.getBytes(StandardCharsets.UTF_8));
            Optional<Envelope> envelope =
                    replica.holding(document).flatMap(Holding::nature).flatMap(nature -> replica.write(nature, facts));
            replica.close();
            return envelope;
        }

        private boolean isStored(Envelope forged) {
            Replica replica = reader.replica(forged.header().document());
            Receipt receipt = Kept.take(replica, forged);
            replica.close();
            return receipt == Receipt.STORED;
        }

        private boolean counts(Envelope letter) {
            DocumentId document = letter.header().document();
            Replica replica = reader.replica(document);
            Kept.take(replica, letter);
            boolean counts = replica.holding(document)
                    .filter(holding -> holding.facts().containsKey(MARK))
                    .isPresent();
            replica.close();
            return counts;
        }

        private String rootWith(Envelope letter) {
            Replica replica = reader.replica(letter.header().document());
            Kept.take(replica, letter);
            String root = replica.frontiers().root().toString();
            replica.close();
            return root;
        }

        // ---- forging

        private Envelope withFlippedBit(Envelope honest) {
            byte[] bytes = honest.bytes().clone();
            bytes[bytes.length - Long.BYTES] ^= 1;
            return Envelope.parse(bytes).orElseThrow();
        }

        private Identity stranger() {
            return Identity.fresh(new SeededEntropy(1));
        }

        private Envelope from(Identity author, Envelope honest) {
            Header header = honest.header();
            return sealed(author, place(header, author, 1, EnvelopeId.NONE), honest, body(honest));
        }

        private Envelope behindAnother(Envelope honest) {
            Header header = honest.header();
            return sealed(
                    writer.identity(),
                    place(header, writer.identity(), header.first(), honest.id()),
                    honest,
                    body(honest));
        }

        private Envelope filedWrong(Envelope honest) {
            Body body = body(honest);
            Body.Nature nature = body.nature();
            byte[] salt = nature.salt().clone();
            salt[0] ^= 1;
            var elsewhere = new Body.Nature(nature.kind(), nature.owner(), nature.audience(), salt);
            Header header = honest.header();
            return sealed(
                    writer.identity(),
                    place(header, writer.identity(), header.first(), header.previous()),
                    honest,
                    new Body(elsewhere, body.heads(), body.changes()));
        }

        /** The writer puts itself into a document of the reader's; empty if there is none. */
        private Optional<Envelope> inDocumentOfReader(Envelope honest) {
            return reader.envelopes().stream()
                    .map(Envelope::header)
                    .filter(header -> header.device().equals(reader.identity().device()))
                    .findFirst()
                    .map(theirs -> place(theirs, writer.identity(), 1, EnvelopeId.NONE))
                    .map(place -> sealed(writer.identity(), place, honest, body(honest)));
        }

        private Body body(Envelope honest) {
            return Sealing.open(honest, secretOf(honest)).flatMap(Body::decode).orElseThrow();
        }

        private byte[] secretOf(Envelope honest) {
            Replica whole = writer.replica();
            try {
                return whole.epochs().secret(honest.header().epoch()).orElseThrow();
            } finally {
                whole.close();
            }
        }

        private Header place(Header like, Identity author, long first, EnvelopeId previous) {
            return new Header(
                    like.kind(),
                    like.circle(),
                    like.document(),
                    like.seal(),
                    author.device(),
                    like.serial(),
                    first,
                    1,
                    like.epoch(),
                    new byte[0],
                    previous,
                    0);
        }

        private Envelope sealed(Identity author, Header draft, Envelope honest, Body body) {
            byte[] random = new byte[Sealing.RANDOM_BYTES];
            return Sealing.seal(draft, secretOf(honest), author.signing(), body.encode(), random);
        }
    }
}
