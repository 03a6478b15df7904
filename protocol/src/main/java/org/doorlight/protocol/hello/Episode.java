package org.doorlight.protocol.hello;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.id.EpisodeId;
import org.doorlight.protocol.id.MemberId;

/**
 * One time that a hello did not come, or that a box could not be heard.
 *
 * @param since when its box signed, or when enough buddies had
 * @param ending empty while it is open
 */
public record Episode(MemberId member, WindowId window, Reason reason, long since, Optional<Ending> ending) {
    /** What it is about: a person, or a box. */
    public enum Reason {
        QUIET,
        SILENT_BOX
    }

    /** The same for everybody who notices it. */
    public EpisodeId id() {
        byte[] name = window.toString().getBytes(StandardCharsets.US_ASCII);
        return EpisodeId.of(Digest.hash16(Label.EPISODE_ID, member.toBytes(), name));
    }

    public boolean isOpen() {
        return ending.isEmpty();
    }
}
