package org.doorlight.protocol.document;

import java.util.List;

/** What {@link DocumentOutline} says to a change: yes, not yet, or never. */
public sealed interface Admission {

    /** The change fits what came before it; it may be applied, and the outline counts on that. */
    record Admitted() implements Admission {}

    /**
     * The change follows others that are not there yet. Offer it again after them; the engine must not see it before.
     *
     * @param missing the changes to wait for, ascending
     */
    record Early(List<ChangeId> missing) implements Admission {
        public Early {
            missing = List.copyOf(missing);
        }
    }

    /**
     * The change contradicts what came before it and must not reach native code. All but {@link Reason#SEQUENCE_TAKEN}
     * depend on nothing but the change and those it follows, so every node comes to the same conclusion.
     *
     * @param reason the kind of refusal
     * @param detail a sentence for a person, without content
     */
    record Refused(Reason reason, String detail) implements Admission {}
}
