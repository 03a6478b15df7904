package org.doorlight.cli.command;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/** What surrounds the program: its three streams and its environment. Tests bring their own. */
public record Terminal(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {
    public Terminal {
        environment = Map.copyOf(environment);
    }

    /** True when whoever starts the program wants to see what lies under a problem. */
    public boolean debugging() {
        return "1".equals(environment.get("DOORLIGHT_DEBUG"));
    }
}
