package org.doorlight.node.net;

import io.netty.util.concurrent.Promise;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorlight.protocol.core.SessionId;
import org.jspecify.annotations.Nullable;

/** The sessions that stand, by number. Network thread only. */
final class Sessions {
    private final Map<SessionId, Session> standing = new HashMap<>();
    private long numbered;
    private @Nullable Promise<Void> drained;

    /** A number that was never used before in this process. */
    SessionId number() {
        return new SessionId(++numbered);
    }

    void add(Session session) {
        standing.put(session.id(), session);
        if (drained != null) {
            session.close();
        }
    }

    void remove(Session session) {
        standing.remove(session.id());
        tellIfDrained();
    }

    Optional<Session> find(SessionId id) {
        return Optional.ofNullable(standing.get(id));
    }

    /** Closes every session, later ones too; the promise is kept when the last one is gone. */
    void drain(Promise<Void> whenGone) {
        drained = whenGone;
        List.copyOf(standing.values()).forEach(Session::close);
        tellIfDrained();
    }

    private void tellIfDrained() {
        if (drained != null && standing.isEmpty()) {
            drained.trySuccess(null);
        }
    }
}
