package org.doorlight.cli.client;

/**
 * A command is not done, for a reason a person can do something about. Ends the command with exit code 1.
 *
 * <p>It is an exception because a command ends at the first refusal, wherever it comes from; nothing else in the program looks at it.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param sentence plain words on one line: what happened and what to do next
     */
    public Refusal(String sentence) {
        super(sentence);
    }

    /** As above, with what lies underneath, which is shown when debugging only. */
    public Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence to print. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
