package org.doorlight.protocol.document;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.id.AudienceId;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.wire.Limits;
import org.doorlight.protocol.wire.message.EnvelopeBody;

/**
 * What is sealed inside an envelope of changes (PROTOCOL §5).
 *
 * @param heads the charter heads the author had seen; they delay, they never decide
 * @param changes Automerge change chunks in order
 */
public record Body(Nature nature, List<StatementId> heads, List<byte[]> changes) {
    /**
     * What a document is; never changes, because its id is made of it.
     *
     * @param kind short word, as {@code request}
     * @param owner who alone writes it; {@link MemberId#NOBODY} if its audience shares it
     * @param salt 16 bytes
     */
    public record Nature(String kind, MemberId owner, AudienceId audience, byte[] salt) {
        private static final int KIND_BYTES_MAX = 32;
        private static final int SALT_BYTES = 16;

        public Nature {
            int length = kind.getBytes(StandardCharsets.UTF_8).length;
            if (length == 0 || length > KIND_BYTES_MAX || salt.length != SALT_BYTES) {
                throw new IllegalArgumentException("not a nature");
            }
            salt = salt.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Nature that
                    && kind.equals(that.kind)
                    && owner.equals(that.owner)
                    && audience.equals(that.audience)
                    && Arrays.equals(salt, that.salt);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(salt);
        }
    }

    public Body {
        if (heads.size() > Limits.HEADS_MAX) {
            throw new IllegalArgumentException(heads.size() + " heads");
        }
        heads = List.copyOf(heads);
        changes = List.copyOf(changes);
    }

    /** The bytes that are padded and sealed. */
    public byte[] encode() {
        var body = EnvelopeBody.newBuilder()
                .setKind(nature.kind())
                .setOwner(ByteString.copyFrom(nature.owner().toBytes()))
                .setAudience(ByteString.copyFrom(nature.audience().toBytes()))
                .setSalt(ByteString.copyFrom(nature.salt()));
        heads.forEach(head -> body.addHeads(ByteString.copyFrom(head.toBytes())));
        changes.forEach(change -> body.addChanges(ByteString.copyFrom(change)));
        return body.build().toByteArray();
    }

    /** Reads an opened body; empty if it is none. */
    public static Optional<Body> decode(byte[] text) {
        try {
            EnvelopeBody body = EnvelopeBody.parseFrom(text);
            var nature = new Nature(
                    body.getKind(),
                    new MemberId(Bytes32.of(body.getOwner().toByteArray())),
                    new AudienceId(Bytes16.of(body.getAudience().toByteArray())),
                    body.getSalt().toByteArray());
            List<StatementId> heads = body.getHeadsList().stream()
                    .map(head -> new StatementId(Bytes32.of(head.toByteArray())))
                    .toList();
            List<byte[]> changes =
                    body.getChangesList().stream().map(ByteString::toByteArray).toList();
            return Optional.of(new Body(nature, heads, changes));
        } catch (InvalidProtocolBufferException malformed) {
            return Optional.empty();
        } catch (IllegalArgumentException wrongLength) {
            // A hash, salt or kind out of its bounds: the types above check lengths for us.
            return Optional.empty();
        }
    }
}
