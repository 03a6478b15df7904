package org.doorlight.protocol.core;

/** An ask that cannot be granted; thrown and caught inside this package only, so that the happy way of an ask reads straight on. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    Refusal(Problem.Kind kind, String sentence) {
        super(sentence, null, false, false);
        this.problem = new Problem(kind, sentence);
    }

    Problem problem() {
        return problem;
    }
}
