package org.doorlight.node.api;

/** The local API cannot be offered. The message is a plain sentence for people that says what to do next. */
public final class ApiFailure extends Exception {
    private static final long serialVersionUID = 1L;

    ApiFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
