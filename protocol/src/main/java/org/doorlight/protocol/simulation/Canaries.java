package org.doorlight.protocol.simulation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.doorlight.protocol.core.Archive;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Shelf;

/** Secrecy: what people wrote never shows on a wire or a disk, and what few may read is not even sealed at anybody else's. */
final class Canaries implements Watcher {
    private final World world;
    private final Ledger ledger;
    private final List<String> words = new ArrayList<>();

    Canaries(World world, Ledger ledger) {
        this.world = world;
        this.ledger = ledger;
    }

    /** From now on these words are looked for, everywhere. */
    void guard(String word) {
        words.add(asBytes(word));
    }

    @Override
    public void sent(SimulatedNode from, byte[] frame) {
        look(frame, from, "sent");
    }

    @Override
    public void saved(SimulatedNode at, Effect.Save effect) {
        if (effect instanceof Effect.SaveEnvelope save) {
            look(save.bytes(), at, "saved");
        } else if (effect instanceof Effect.SaveRecord save) {
            look(save.value(), at, "saved");
        }
    }

    private void look(byte[] bytes, SimulatedNode node, String did) {
        if (words.isEmpty()) {
            return;
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (String word : words) {
            if (text.contains(word)) {
                world.violated("secrecy: " + node + " " + did + " private words in the clear");
            }
        }
    }

    @Override
    public void settled() {
        List<Ledger.Wish> forFew = ledger.all().stream()
                .filter(wish ->
                        wish.door().isPresent() || !world.members().stream().allMatch(wish::isFor))
                .toList();
        for (SimulatedNode node : world.members()) {
            String known = knownTo(node);
            for (Ledger.Wish wish : forFew) {
                boolean title = !wish.isFor(node) && known.contains(asBytes(wish.title()));
                boolean door = !wish.mayKnowDoor(node)
                        && wish.door()
                                .filter(text -> known.contains(asBytes(text)))
                                .isPresent();
                if (title || door) {
                    world.violated("secrecy: " + node + " can read what is not meant for that home: "
                            + (title ? wish.title() : "the door details of " + wish.title()));
                }
            }
        }
    }

    /** Everything a home could read from its own disk. */
    private static String knownTo(SimulatedNode node) {
        StringBuilder all = new StringBuilder();
        SimulatedStore store = new SimulatedStore(node.disk(), new Dice(0));
        for (Archive.Kept kept : store.records(Shelf.DOCUMENT)) {
            node.vault()
                    .open(Shelf.DOCUMENT, kept.key(), kept.value())
                    .ifPresent(value -> all.append(new String(value, StandardCharsets.ISO_8859_1)));
        }
        return all.toString();
    }

    private static String asBytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
