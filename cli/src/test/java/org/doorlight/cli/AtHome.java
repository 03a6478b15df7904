package org.doorlight.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A home whose node answers from a script, and somebody who types there. */
abstract class AtHome {
    @TempDir
    Path folder;

    Path home;
    ScriptedApi node;

    @BeforeEach
    void a_node_answers() throws IOException {
        home = folder.resolve("home");
        node = new ScriptedApi(home);
    }

    @AfterEach
    void the_node_stops() {
        node.close();
    }

    CommandLineRun doorlight(String... arguments) {
        return CommandLineRun.with("", Map.of("DOORLIGHT_HOME", home.toString()), arguments);
    }
}
