package org.doorlight.protocol.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import org.doorlight.protocol.wire.message.SessionMessage;

/** Messages as frames: a frame is one {@link SessionMessage}; the length in front of it is the channel's business. */
public final class Frames {
    private Frames() {}

    /** The bytes of a message. The caller sends none above {@link Limits#FRAME_BYTES_MAX}. */
    public static byte[] encode(SessionMessage message) {
        return message.toByteArray();
    }

    /** The message in a frame; empty if the bytes are none, or none this version knows. */
    public static Optional<SessionMessage> decode(byte[] frame) {
        if (frame.length == 0 || frame.length > Limits.FRAME_BYTES_MAX) {
            return Optional.empty();
        }
        try {
            SessionMessage message = SessionMessage.parseFrom(frame);
            return message.getBodyCase() == SessionMessage.BodyCase.BODY_NOT_SET
                    ? Optional.empty()
                    : Optional.of(message);
        } catch (InvalidProtocolBufferException malformed) {
            return Optional.empty();
        }
    }
}
