package org.doorlight.node.api;

/**
 * A request that does not get as far as the core. Checked, so that nobody can overlook it: it is what a caller did, not a bug.
 * The message is the sentence the caller reads.
 */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final String sentence;
    private final String allow;

    Refused(ProblemType type, String sentence) {
        this(type, sentence, "");
    }

    private Refused(ProblemType type, String sentence, String allow) {
        super(sentence, null, false, false);
        this.type = type;
        this.sentence = sentence;
        this.allow = allow;
    }

    static Refused invalid(String sentence) {
        return new Refused(ProblemType.INVALID, sentence);
    }

    /** @param allow the methods that would do, as in the Allow header */
    static Refused method(String allow) {
        return new Refused(ProblemType.METHOD_NOT_ALLOWED, "This address takes " + allow + ".", allow);
    }

    Response response() {
        Response problem = Response.problem(type, sentence);
        return allow.isEmpty() ? problem : problem.with("Allow", allow);
    }
}
