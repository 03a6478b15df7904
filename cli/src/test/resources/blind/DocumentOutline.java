package org.doorlight.protocol.document;

/** The second door with a hole in it: everything fits. Compiled and put into a copy of the program by BlindProgram, for tests alone. */
public final class DocumentOutline {
    private int changes;

    /** How many changes were waved through. */
    public int changes() {
        return changes;
    }

    /** Waves it through. */
    public Admission admit(ChangeSummary summary) {
        changes++;
        return new Admission.Admitted();
    }
}
