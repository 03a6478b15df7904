package org.doorlight.cli;

/** The command line's first step, for now only able to say which version it is. */
public final class Doorlight {
    private Doorlight() {}

    /** Prints the version. */
    public static void main(String[] arguments) {
        System.out.println("doorlight " + Doorlight.class.getPackage().getImplementationVersion());
    }
}
