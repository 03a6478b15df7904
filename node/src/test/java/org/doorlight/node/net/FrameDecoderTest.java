package org.doorlight.node.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Frames come out as they went in, however the network cuts them up. */
class FrameDecoderTest {
    private static final int FRAME_BYTES_MAX = 10;

    private final List<Object> events = new ArrayList<>();
    private final EmbeddedChannel channel =
            new EmbeddedChannel(new FrameDecoder(() -> FRAME_BYTES_MAX), new ChannelInboundHandlerAdapter() {
                @Override
                public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
                    events.add(event);
                }
            });

    @Test
    void byte_by_byte_is_as_good_as_all_at_once() {
        byte[] stream = {0, 0, 0, 2, 5, 6, 0, 0, 0, 1, 7};

        IntStream.range(0, stream.length).forEach(n -> write(stream[n]));

        assertThat((byte[]) channel.readInbound()).containsExactly(5, 6);
        assertThat((byte[]) channel.readInbound()).containsExactly(7);
        assertThat(channel.inboundMessages()).isEmpty();
    }

    @Test
    void nothing_comes_after_a_length_out_of_bounds() {
        write(0, 0, 0, 1, 9, 0, 0, 0, FRAME_BYTES_MAX + 1);
        write(0, 0, 0, 1, 9);
        channel.finish();

        assertThat((byte[]) channel.readInbound()).containsExactly(9);
        assertThat(channel.inboundMessages()).isEmpty();
        assertThat(events).containsExactly(FrameDecoder.OutOfBounds.SEEN);
    }

    @Test
    void half_a_frame_at_the_end_is_forgotten() {
        write(0, 0, 0, 3, 1, 2);
        channel.finish();

        assertThat(channel.inboundMessages()).isEmpty();
        assertThat(events).isEmpty();
    }

    private void write(int... bytes) {
        byte[] copy = new byte[bytes.length];
        IntStream.range(0, bytes.length).forEach(n -> copy[n] = (byte) bytes[n]);
        channel.writeInbound(Unpooled.wrappedBuffer(copy));
    }
}
