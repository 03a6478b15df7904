package org.doorlight.node.net;

import io.netty.channel.embedded.EmbeddedChannel;

/**
 * One handshake of a node with itself, in memory, before anybody calls: the first one of a cold JVM takes most of a second, and nobody
 * should wait at the door for that.
 */
final class Rehearsal {
    private Rehearsal() {}

    /** Plays it through on the calling thread. */
    static void play(TlsEnds ends) {
        EmbeddedChannel dialer = new EmbeddedChannel(ends.dialling().handler());
        EmbeddedChannel listener = new EmbeddedChannel(ends.accepting().handler());
        boolean talking = true;
        while (talking) {
            talking = carry(dialer, listener);
            talking |= carry(listener, dialer);
        }
        dialer.finishAndReleaseAll();
        listener.finishAndReleaseAll();
    }

    private static boolean carry(EmbeddedChannel from, EmbeddedChannel to) {
        boolean any = false;
        for (Object said = from.readOutbound(); said != null; said = from.readOutbound()) {
            to.writeInbound(said);
            any = true;
        }
        return any;
    }
}
