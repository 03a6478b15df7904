package org.doorlight.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.Refusal;
import org.doorlight.node.HomeSetup;
import org.doorlight.node.NodeFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a home: its folder and its keys. Needs no running node. */
@Command(
        name = "init",
        description = "Make a home: a folder with this household's keys.",
        footer = {"", "Example:", "  doorlight init --name \"The Okafors\""})
public final class Init extends DoorlightCommand {
    private static final List<String> KINDS = List.of("household", "person", "kiosk");

    @Option(names = "--name", paramLabel = "NAME", required = true, description = "What neighbours call this home.")
    private String name = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "household",
            description = "household, person or kiosk. Default: household.")
    private String kind = "";

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "A file with the passphrase that locks the keys. Each start needs it again.")
    private @Nullable Path passphraseFile;

    @Override
    public Integer call() {
        if (!KINDS.contains(kind)) {
            throw wrongUse("--kind is one of: " + String.join(", ", KINDS));
        }
        Path home = shared().home();
        make(home);
        shared().tell("A home for " + Words.safe(name) + " lies in " + home + ".");
        shared().tell("Start its node with: doorlight run");
        shared().tellJson(JsonObject.empty()
                .with("home", home.toString())
                .with("name", name)
                .with("kind", kind)
                .with("passphrase", passphraseFile != null));
        warn();
        return DONE;
    }

    private void make(Path home) {
        try {
            HomeSetup.init(home, name, kind, Optional.ofNullable(passphraseFile));
        } catch (NodeFailure refused) {
            throw new Refusal(String.valueOf(refused.getMessage()), refused);
        }
    }

    private void warn() {
        if (passphraseFile == null) {
            shared().terminal()
                    .err()
                    .println(
                            "Without a passphrase, whoever can read this folder can read the keys. --passphrase-file locks them.");
        }
    }
}
