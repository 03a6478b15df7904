package org.doorlight.protocol.charter;

import java.util.Locale;
import java.util.Optional;

/** What a member may do, from least to most (PROTOCOL §2). The founder has no special power after founding. */
public enum Role {
    /** Carries ciphertext, holds no keys. */
    RELAY,
    /** Reads, writes nothing. */
    READER,
    /** Reads, writes its own documents, invites members and admits them. */
    MEMBER,
    /** May also appoint, and remove. Looks after the box, not the people. */
    STEWARD;

    /** The word people type. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a word; empty if it is none. */
    public static Optional<Role> of(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** True for those who hold the circle's keys. */
    public boolean reads() {
        return compareTo(READER) >= 0;
    }

    /** True for those whose documents count. */
    public boolean writes() {
        return compareTo(MEMBER) >= 0;
    }

    /** True if somebody in this role may invite somebody into that one. */
    public boolean mayInvite(Role invited) {
        return writes() && (this == STEWARD || invited != STEWARD);
    }
}
