package org.doorlight.protocol.core;

/** An ask that cannot be granted; thrown and caught inside this package only, so that the happy way of an ask reads straight on. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    Refusal(Problem.Kind kind, String sentence) {
        super(sentence, null, false, false);
        this.problem = new Problem(kind, sentence);
    }

    /** A document of this home's is not whole here, and comes again from a neighbour. */
    static Refusal notWhole() {
        return new Refusal(
                Problem.Kind.UNAVAILABLE,
                "Part of this is damaged on this box, so nothing can be added to it now. Once a neighbour's box has sent it again, try again.");
    }

    Problem problem() {
        return problem;
    }
}
