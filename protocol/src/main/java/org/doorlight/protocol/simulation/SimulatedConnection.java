package org.doorlight.protocol.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.core.SessionId;
import org.doorlight.protocol.id.Bytes32;

/** One stream between two ports: frames arrive whole and in order, or not at all. */
final class SimulatedConnection {
    /** One side of it. */
    final class End {
        private final SimulatedPort port;
        private final SessionId session;
        /** What this end has sent and the other has not got, oldest first. */
        private final Deque<byte[]> underWay = new ArrayDeque<>();
        /** How many of them have reached a cut and wait there. */
        private int waiting;

        private long lastArrival;
        private boolean over;

        private End(SimulatedPort port) {
            this.port = port;
            this.session = port.nextSession();
        }

        private End other() {
            return this == dialler ? listener : dialler;
        }

        private boolean isCut() {
            return !network.carries(port.host(), other().port.host());
        }

        void send(byte[] frame) {
            if (over) {
                return;
            }
            network.sent(port.host(), frame);
            underWay.add(frame);
            if (network.breaksNow()) {
                breakOff();
                return;
            }
            plan(this::arrive);
        }

        /** Things of one direction never overtake each other. */
        private void plan(Runnable arrival) {
            Timeline timeline = network.timeline();
            lastArrival = Math.max(lastArrival, timeline.now() + network.way());
            timeline.at(lastArrival, arrival);
        }

        private void arrive() {
            if (other().over) {
                hearThatNobodyIsThere();
                return;
            }
            if (underWay.isEmpty()) {
                return;
            }
            if (waiting > 0 || isCut()) {
                waiting++;
                doNotWaitForEver();
                return;
            }
            deliver();
        }

        /** A machine that is up again answers for a connection it knows nothing of; one that is off says nothing. */
        private void hearThatNobodyIsThere() {
            if (!over && network.isUp(other().port.host()) && !isCut()) {
                network.timeline().after(network.way(), this::finish);
            }
        }

        private void deliver() {
            byte[] frame = underWay.remove();
            network.gone(1);
            other().port.hear(new Input.Received(other().session, frame));
        }

        /** What this end sent never arrives any more; both ends hear of it, each in its own time. */
        private void breakOff() {
            finish();
            network.timeline().after(network.way(), other()::finish);
        }

        void close() {
            if (over) {
                return;
            }
            over = true;
            port.over(session);
            // The goodbye travels behind what was sent before.
            plan(this::hangUp);
        }

        private void hangUp() {
            if (isCut() || waiting > 0) {
                network.timeline().after(network.hangNanos(), other()::finish);
            } else {
                other().finish();
            }
        }

        /** The machine is gone. What it sent before may still arrive; the other end finds out later. */
        void vanish() {
            over = true;
            network.timeline().after(network.hangNanos(), other()::finish);
        }

        private void finish() {
            network.gone(other().underWay.size());
            other().underWay.clear();
            if (!over) {
                over = true;
                port.over(session);
            }
        }

        private void doNotWaitForEver() {
            if (waiting == 1) {
                network.timeline().after(network.hangNanos(), () -> {
                    if (waiting > 0 && !isOver()) {
                        finish();
                        network.timeline().after(network.hangNanos(), other()::finish);
                    }
                });
            }
        }

        private void goOn() {
            if (waiting > 0 && !isCut()) {
                int released = waiting;
                waiting = 0;
                for (int frame = 0; frame < released; frame++) {
                    plan(this::arrive);
                }
            }
        }
    }

    private final SimulatedNetwork network;
    private final End dialler;
    private final End listener;

    SimulatedConnection(SimulatedNetwork network, SimulatedPort from, SimulatedPort to) {
        this.network = network;
        this.dialler = new End(from);
        this.listener = new End(to);
    }

    void open(long dial, Dice dice) {
        Bytes32 dialling = certificate(dice);
        Bytes32 listening = certificate(dice);
        dialler.port.opened(dialler.session, dialler);
        listener.port.opened(listener.session, listener);
        dialler.port.hear(new Input.Connected(dialler.session, dial, dialling, listening, listener.port.host()));
        listener.port.hear(new Input.Connected(listener.session, null, dialling, listening, dialler.port.host()));
    }

    private static Bytes32 certificate(Dice dice) {
        byte[] hash = new byte[Bytes32.LENGTH];
        for (int at = 0; at < hash.length; at++) {
            hash[at] = (byte) dice.below(1 << Byte.SIZE);
        }
        return Bytes32.of(hash);
    }

    boolean isOf(SimulatedPort port) {
        return dialler.port == port || listener.port == port;
    }

    End endOf(SimulatedPort port) {
        return dialler.port == port ? dialler : listener;
    }

    boolean isOver() {
        return dialler.over && listener.over;
    }

    void review() {
        dialler.goOn();
        listener.goOn();
    }
}
