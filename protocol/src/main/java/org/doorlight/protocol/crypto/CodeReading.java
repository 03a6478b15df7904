package org.doorlight.protocol.crypto;

import java.util.function.Function;

/** What came of reading a typed invitation code. */
public sealed interface CodeReading {

    /** Calls the one function that fits. */
    <T> T either(Function<InviteCode, T> whenRead, Function<String, T> whenUnreadable);

    /** A code whose check characters fit. */
    record Read(InviteCode code) implements CodeReading {
        @Override
        public <T> T either(Function<InviteCode, T> whenRead, Function<String, T> whenUnreadable) {
            return whenRead.apply(code);
        }
    }

    /** No code. The reason is a plain sentence for the person who typed it, and tells at most one character of it. */
    record Unreadable(String reason) implements CodeReading {
        @Override
        public <T> T either(Function<InviteCode, T> whenRead, Function<String, T> whenUnreadable) {
            return whenUnreadable.apply(reason);
        }
    }
}
