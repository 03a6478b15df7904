package org.doorlight.protocol.core.inspect;

import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.document.ChangeLimits;

/**
 * What can be said of some bytes without trusting them. Pure, and an answer for any bytes.
 *
 * @param kind what the bytes are meant to be
 * @param refused why they are not acceptable; empty if they are
 * @param detail what that means, one sentence or a few, without content
 * @param facts what they say of themselves; of refused ones as much as could be read, often nothing
 * @param parts the chunks of a file that holds several, in their order
 */
public record Inspection(
        Kind kind, Optional<Refused> refused, String detail, List<Fact> facts, List<Inspection> parts) {
    /** More is not looked at. */
    public static final int BYTES_MAX = ChangeLimits.FILE_BYTES_MAX;

    public Inspection {
        facts = List.copyOf(facts);
        parts = List.copyOf(parts);
    }

    /** What bytes may be meant to be. */
    public enum Kind {
        ENVELOPE("envelope", "a Doorlight envelope: sealed changes of one document, from one device"),
        STATEMENT("statement", "a charter statement: who is in a circle, signed by one device"),
        GRANT("grant", "a key grant: the key of an audience, wrapped for the devices that may read"),
        CHANGE("automerge-change", "an Automerge change"),
        DOCUMENT("automerge-document", "a saved Automerge document"),
        CHUNKS("automerge-file", "several Automerge chunks"),
        UNKNOWN("unknown", "nothing Doorlight knows");

        private final String word;
        private final String words;

        Kind(String word, String words) {
            this.word = word;
            this.words = words;
        }

        /** The word programs read; fixed. */
        public String word() {
            return word;
        }

        /** The kind in words for people. */
        public String words() {
            return words;
        }
    }

    /**
     * Why bytes are refused.
     *
     * @param reason fixed, for counting and comparing
     */
    public record Refused(String reason) {}

    /**
     * One thing the bytes say.
     *
     * @param name for programs; fixed
     * @param words for people
     * @param value a text, a {@code Long}, or a list of texts
     */
    public record Fact(String name, String words, Object value) {}

    /** Explains bytes, at most {@link #BYTES_MAX} of them. */
    public static Inspection of(byte[] bytes) {
        if (bytes.length == 0) {
            return unknown("EMPTY", "There is nothing in it.");
        }
        if (bytes.length > BYTES_MAX) {
            return unknown("TOO_MANY_BYTES", "It has more than " + BYTES_MAX + " bytes; so much is not looked at.");
        }
        return InspectedEnvelope.of(bytes)
                .or(() -> InspectedStatement.of(bytes))
                .or(() -> InspectedGrant.of(bytes))
                .or(() -> InspectedChunks.of(bytes))
                .orElseGet(() -> unknown("UNKNOWN_FORMAT", "It begins like nothing Doorlight knows."));
    }

    private static Inspection unknown(String reason, String detail) {
        return refused(Kind.UNKNOWN, reason, detail, List.of());
    }

    static Inspection acceptable(Kind kind, String detail, List<Fact> facts) {
        return new Inspection(kind, Optional.empty(), detail, facts, List.of());
    }

    static Inspection refused(Kind kind, String reason, String detail, List<Fact> facts) {
        return new Inspection(kind, Optional.of(new Refused(reason)), detail, facts, List.of());
    }

    public boolean isAcceptable() {
        return refused.isEmpty();
    }
}
