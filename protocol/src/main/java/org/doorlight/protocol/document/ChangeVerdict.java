package org.doorlight.protocol.document;

/** What {@link ChangeValidator} found: a change that native code may see, or one that it may not, and why. */
public sealed interface ChangeVerdict {

    /** The change is well formed, within its limits and consistent with itself. */
    record Acceptable(ChangeSummary summary) implements ChangeVerdict {}

    /**
     * The bytes must not reach native code.
     *
     * @param reason the kind of refusal, stable, for counting and comparing
     * @param detail a sentence for a person, with numbers but never with content
     */
    record Refused(Reason reason, String detail) implements ChangeVerdict {}
}
