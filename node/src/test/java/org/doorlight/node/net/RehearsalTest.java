package org.doorlight.node.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private final List<ByteBuf> said = new ArrayList<>();
    private final List<ChannelFuture> sent = new ArrayList<>();

    /** Says so many things at once, as a handshake's flight of messages. */
    private final class Talker extends ChannelInboundHandlerAdapter {
        @Override
        public void channelActive(ChannelHandlerContext context) {
            for (int word = 0; word < 3; word++) {
                ByteBuf bytes = Unpooled.buffer().writeByte(word);
                said.add(bytes);
                sent.add(context.writeAndFlush(bytes));
            }
        }
    }

    private static final class ClosesAtTheFirstWord extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ((ByteBuf) message).release();
            Channels.shut(context.channel());
        }
    }

    private static final class Stumbles extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ((ByteBuf) message).release();
            throw new IllegalStateException("out of time");
        }
    }

    @Test
    void an_end_that_closes_halfway_ends_the_rehearsal_and_nothing_else() {
        assertThatCode(() -> Rehearsal.play(new Talker(), new ClosesAtTheFirstWord()))
                .doesNotThrowAnyException();

        assertThat(said).hasSize(3).allMatch(bytes -> bytes.refCnt() == 0);
    }

    @Test
    void an_end_that_stumbles_does_so_quietly() {
        assertThatCode(() -> Rehearsal.play(new Talker(), new Stumbles())).doesNotThrowAnyException();

        assertThat(said).hasSize(3).allMatch(bytes -> bytes.refCnt() == 0);
    }
}
