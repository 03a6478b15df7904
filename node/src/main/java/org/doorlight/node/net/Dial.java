package org.doorlight.node.net;

import io.netty.channel.Channel;
import java.util.function.Consumer;
import org.doorlight.protocol.core.Input;
import org.jspecify.annotations.Nullable;

/** One try to reach a node: it ends in exactly one {@link Input.Connected} or {@link Input.DialFailed}. Network thread only. */
final class Dial implements Opening {
    private enum Stage {
        TRYING,
        STANDING,
        FAILED
    }

    private final long number;
    private final Consumer<Input> inbox;
    private Stage stage = Stage.TRYING;
    private @Nullable Channel channel;

    Dial(long number, Consumer<Input> inbox) {
        this.number = number;
        this.inbox = inbox;
    }

    @Override
    public Long dialled() {
        return number;
    }

    @Override
    public void stands() {
        stage = Stage.STANDING;
    }

    boolean isTrying() {
        return stage == Stage.TRYING;
    }

    /** From here on the dial ends with this channel. */
    void through(Channel begun) {
        channel = begun;
    }

    /** Tells the core that this dial led nowhere, unless it has led somewhere or was given up before. */
    void fail() {
        if (!isTrying()) {
            return;
        }
        stage = Stage.FAILED;
        if (channel != null) {
            Channels.shut(channel);
        }
        inbox.accept(new Input.DialFailed(number));
    }
}
