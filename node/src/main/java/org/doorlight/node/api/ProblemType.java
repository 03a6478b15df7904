package org.doorlight.node.api;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.Locale;
import org.doorlight.protocol.core.Problem;

/** The kinds of problem documents (RFC 9457) this API answers with. Their names are part of the outward contract. */
enum ProblemType {
    INVALID(400, "The request is not valid"),
    UNAUTHORIZED(401, "The token is missing or wrong"),
    NOT_ALLOWED(403, "Not allowed"),
    FOREIGN_ORIGIN(403, "Called from another site"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Not done this way"),
    CONFLICT(409, "Does not fit how things stand"),
    TOO_LARGE(413, "Too large"),
    LINE_TOO_LONG(414, "The address is too long"),
    WRONG_HOST(421, "Called by another name"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    UNAVAILABLE(503, "Not possible now"),
    TIMED_OUT(504, "No answer in time");

    final int status;
    final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    String urn() {
        return "urn:doorlight:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ProblemType of(Problem.Kind kind) {
        return switch (kind) {
            case INVALID -> INVALID;
            case NOT_FOUND -> NOT_FOUND;
            case NOT_ALLOWED -> NOT_ALLOWED;
            case CONFLICT -> CONFLICT;
            case TIMED_OUT -> TIMED_OUT;
            case UNAVAILABLE -> UNAVAILABLE;
        };
    }

    /** What was wrong with bytes that did not make a request. */
    static ProblemType ofDecoding(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return LINE_TOO_LONG;
        }
        return cause instanceof TooLongHttpHeaderException ? HEADERS_TOO_LARGE : INVALID;
    }
}
