package org.doorlight.node.api;

import java.util.Optional;

/**
 * What callers have to show.
 *
 * @param whole opens everything; visible ASCII, not empty
 * @param touch opens {@code POST /api/v1/hello/touch} and nothing else; the same; empty for no such token
 */
public record ApiTokens(String whole, Optional<String> touch) {
    private static final String VISIBLE = "[\\x21-\\x7e]+";

    public ApiTokens {
        if (!whole.matches(VISIBLE)
                || touch.filter(token -> !token.matches(VISIBLE)).isPresent()) {
            throw new IllegalArgumentException("a token must be visible ASCII");
        }
    }

    /** One token for everything. */
    public static ApiTokens of(String whole) {
        return new ApiTokens(whole, Optional.empty());
    }
}
