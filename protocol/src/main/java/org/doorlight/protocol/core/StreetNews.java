package org.doorlight.protocol.core;

import java.time.Duration;
import java.util.Optional;
import org.doorlight.protocol.hello.HeatMode;
import org.doorlight.protocol.hello.RollCall;
import org.doorlight.protocol.hello.RollCalls;
import org.jspecify.annotations.Nullable;

/** Tells those who follow events what of the street together looks different since the last time somebody looked. */
final class StreetNews {
    private static final long EVERY_MILLIS = Duration.ofMinutes(1).toMillis();

    private final HelloCircle hello;
    private final HelloTools tools;
    private @Nullable Picture told;
    private long lookedAt;

    /** What people see of it. */
    private record Picture(
            Optional<RollCalls.Current> rollCall,
            Optional<RollCall> standing,
            boolean offered,
            Optional<HeatMode> heat) {}

    StreetNews(HelloCircle hello, HelloTools tools) {
        this.hello = hello;
        this.tools = tools;
    }

    /** Looks when something was said, and once a minute for what time alone changes. */
    void tell() {
        long time = tools.clock().stopwatch();
        boolean touched = hello.circle().board().takeTogetherTouched();
        if (touched || told == null || time - lookedAt >= EVERY_MILLIS) {
            lookedAt = time;
            look();
        }
    }

    private void look() {
        Picture now = picture();
        Picture before = told == null ? now : told;
        told = now;
        boolean sameCall = now.rollCall().equals(before.rollCall())
                && now.standing().equals(before.standing())
                && now.offered() == before.offered();
        if (!sameCall) {
            announce("roll-call.changed");
        }
        if (!now.heat().equals(before.heat())) {
            announce("heat.changed");
        }
    }

    private Picture picture() {
        Optional<RollCalls.Current> current = hello.rollCalls().current();
        return new Picture(
                current,
                current.map(hello.rollCalls()::standing),
                hello.buddy().isStreetOff(),
                HelloHeat.now(hello.circle(), tools.clock().millis()));
    }

    private void announce(String type) {
        tools.news().announce(type, hello.circle().id(), null, tools.clock().moment());
    }
}
