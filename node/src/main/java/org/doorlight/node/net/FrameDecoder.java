package org.doorlight.node.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Cuts the stream into frames: a u32 big-endian length, then that many bytes (PROTOCOL §11). The length is checked before
 * anything is set aside for it, and room grows only with the bytes that really came.
 *
 * <p>Netty's own LengthFieldBasedFrameDecoder lets an empty frame through and keeps swallowing after one that is too long.
 */
final class FrameDecoder extends ByteToMessageDecoder {
    /** Bytes of the length in front of each frame. */
    static final int PREFIX_BYTES = 4;

    /** Goes up the pipeline once, when the other end announces a frame out of bounds; nothing is decoded after it. */
    enum OutOfBounds {
        SEEN
    }

    private final IntSupplier frameBytesMax;
    private boolean broken;

    /** @param frameBytesMax asked for each frame, since a stranger's bound is smaller */
    FrameDecoder(IntSupplier frameBytesMax) {
        this.frameBytesMax = frameBytesMax;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (broken) {
            in.skipBytes(in.readableBytes());
            return;
        }
        if (in.readableBytes() < PREFIX_BYTES) {
            return;
        }
        long length = in.getUnsignedInt(in.readerIndex());
        if (length < 1 || length > frameBytesMax.getAsInt()) {
            broken = true;
            ctx.fireUserEventTriggered(OutOfBounds.SEEN);
        } else if (in.readableBytes() >= PREFIX_BYTES + length) {
            out.add(frame(in, (int) length));
        }
    }

    private static byte[] frame(ByteBuf in, int length) {
        byte[] frame = new byte[length];
        in.skipBytes(PREFIX_BYTES).readBytes(frame);
        return frame;
    }
}
