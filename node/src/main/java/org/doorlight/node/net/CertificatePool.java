package org.doorlight.node.net;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Makes throw-away certificates ahead on a quiet thread, so that a connection need not wait for one. */
final class CertificatePool implements AutoCloseable {
    private final BlockingQueue<ThrowAwayCertificate> ready;
    private final Thread maker = new Thread(this::keepFull, "doorlight-certificates");
    private Runnable first = () -> {};

    /** @param ahead how many to keep ready */
    CertificatePool(int ahead) {
        ready = new ArrayBlockingQueue<>(ahead);
        maker.setDaemon(true);
    }

    /** Begins to make them, after something else that is better done on a quiet thread. */
    void start(Runnable before) {
        first = before;
        maker.start();
    }

    /** One that nobody else has; made on the spot if none is ready. */
    ThrowAwayCertificate take() {
        ThrowAwayCertificate waiting = ready.poll();
        return waiting != null ? waiting : ThrowAwayCertificate.make();
    }

    @Override
    public void close() {
        maker.interrupt();
        ready.clear();
    }

    private void keepFull() {
        first.run();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                ready.put(ThrowAwayCertificate.make());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
