package org.doorlight.protocol.envelope;

import java.nio.charset.StandardCharsets;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.id.AudienceId;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;

/**
 * How a document's id binds its circle, owner, kind and audience (PROTOCOL §5). Whoever sees only the header can check the owner;
 * whoever can open the body can check the rest. So nobody writes into a document that is not theirs, and nothing can be re-filed.
 */
public final class Seals {
    /** Bytes of the salt that makes two documents of one kind and owner different. */
    public static final int SALT_BYTES = 16;

    private Seals() {}

    /** Hash of kind, audience and salt; the kind is preceded by its length in one byte. */
    public static Bytes16 seal(String kind, AudienceId audience, byte[] salt) {
        byte[] name = kind.getBytes(StandardCharsets.UTF_8);
        byte[] length = {(byte) name.length};
        return Bytes16.of(Digest.hash16(Label.SEAL, length, name, audience.toBytes(), salt));
    }

    /** The document's id; {@link MemberId#NOBODY} owns what its audience shares. */
    public static DocumentId document(CircleId circle, MemberId owner, Bytes16 seal) {
        return DocumentId.of(Digest.hash16(Label.DOCUMENT_ID, circle.toBytes(), owner.toBytes(), seal.toBytes()));
    }

    /** True if a header's document belongs to this member or to nobody. */
    public static boolean mayWrite(Header header, MemberId author) {
        return document(header.circle(), author, header.seal()).equals(header.document())
                || document(header.circle(), MemberId.NOBODY, header.seal()).equals(header.document());
    }
}
