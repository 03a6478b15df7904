package org.doorlight.node;

/** Which Doorlight this is. */
public final class Version {
    /** As in the build. */
    public static final String TEXT = "0.1.0";

    private Version() {}
}
