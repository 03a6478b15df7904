package org.doorlight.protocol.sync;

import org.doorlight.protocol.wire.message.SessionMessage;

/** Where a session stands. Each stage has one method for what may come, and names the stage that follows. */
interface Stage {
    Stage on(SessionMessage message);

    /** True once both ends have proved circle and device, or while a newcomer is being let in: larger frames are allowed then. */
    default boolean isProven() {
        return false;
    }

    /** For people: {@code proving}, {@code joining}, {@code syncing} or {@code live}. */
    String word();

    /** Nothing is expected any more. */
    enum Over implements Stage {
        OVER;

        @Override
        public Stage on(SessionMessage message) {
            return this;
        }

        @Override
        public String word() {
            return "over";
        }
    }
}
