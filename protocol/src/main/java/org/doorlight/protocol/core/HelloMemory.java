package org.doorlight.protocol.core;

import java.util.Optional;
import org.doorlight.protocol.hello.Pause;
import org.doorlight.protocol.hello.Picture;
import org.doorlight.protocol.hello.Touch;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.wire.message.HelloRecord;

/**
 * What a box remembers about hellos and tells nobody: it outlives a power cut, and no neighbour ever sees when somebody touched a picture.
 */
final class HelloMemory {
    private final CircleId circle;
    private final HelloTools tools;
    private HelloRecord record = HelloRecord.getDefaultInstance();

    HelloMemory(CircleId circle, HelloTools tools) {
        this.circle = circle;
        this.tools = tools;
    }

    /** Puts back what was written down. */
    void restore(byte[] sealed) {
        tools.vault()
                .open(Shelf.HELLO, circle.toBytes(), sealed)
                .flatMap(value -> Records.parse(HelloRecord.parser(), value))
                .ifPresent(found -> record = found);
        tools.clock().notBefore(record.getSignedAt());
    }

    private void keep(HelloRecord.Builder next) {
        record = next.build();
        byte[] key = circle.toBytes();
        tools.outbox()
                .add(new Effect.SaveRecord(
                        Shelf.HELLO, key, tools.vault().seal(Shelf.HELLO, key, record.toByteArray())));
    }

    // ---- touches and pauses

    Optional<Touch> touch() {
        int picture = record.getTouchPicture();
        return picture == 0
                ? Optional.empty()
                : Optional.of(new Touch(Picture.values()[picture - 1], record.getTouchAt()));
    }

    /** A touch proves that the input works. */
    void touched(Touch touch) {
        keep(record.toBuilder()
                .setTouchPicture(touch.picture().ordinal() + 1)
                .setTouchAt(touch.at())
                .setProvenAt(touch.at()));
    }

    Optional<Pause> pause() {
        return record.getPauseUntil() == 0
                ? Optional.empty()
                : Optional.of(new Pause(record.getPauseFrom(), record.getPauseUntil()));
    }

    /** A pause that begins now; an earlier one ends. */
    void pause(Pause pause) {
        keep(record.toBuilder()
                .setProvenAt(record.getProvenAt() + pausedSinceProof(pause.from()))
                .setPauseFrom(pause.from())
                .setPauseUntil(pause.until()));
    }

    /** How long no touch has shown that the input works, pauses left out. */
    long unprovenMillis(long now) {
        return Math.max(0, now - record.getProvenAt() - pausedSinceProof(now));
    }

    private long pausedSinceProof(long now) {
        long from = Math.max(record.getPauseFrom(), record.getProvenAt());
        return Math.max(0, Math.min(now, record.getPauseUntil()) - from);
    }

    // ---- the plan

    /** From when on its windows count. */
    long planSince() {
        return record.getPlanSince();
    }

    void planFrom(long now) {
        keep(record.toBuilder().setPlanSince(now));
    }

    /** Something was signed while the time was sure: no earlier time is believed from now on. */
    void signed(long now) {
        keep(record.toBuilder().setSignedAt(now));
        tools.clock().notBefore(now);
    }

    // ---- the picture code

    /** The person's own picture code; empty if there is none. */
    Optional<String> code() {
        return Optional.of(record.getCode()).filter(code -> !code.isEmpty());
    }

    void code(String code) {
        keep(record.toBuilder().setCode(code));
    }
}
