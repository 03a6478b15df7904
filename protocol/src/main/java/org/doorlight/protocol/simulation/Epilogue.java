package org.doorlight.protocol.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What has to work when all is well again, with every home just started anew: each can write with no neighbour in reach, and in peace
 * what is written reaches everybody at once.
 */
final class Epilogue {
    private static final Duration MOMENT = Duration.ofSeconds(5);
    private static final Duration TO_FIND_EACH_OTHER = Duration.ofMinutes(3);
    private static final int LAST_WORDS = 3;

    private final World world;
    private final People people;
    private final Ledger ledger;
    private final Convergence convergence;

    Epilogue(World world, People people, Ledger ledger, Convergence convergence) {
        this.world = world;
        this.people = people;
        this.ledger = ledger;
        this.convergence = convergence;
    }

    /** @param word stands in every title */
    void play(String word) {
        writeAlone(word);
        world.pass(TO_FIND_EACH_OTHER);
        if (!convergence.isReached()) {
            world.violated("liveness: not everybody found each other within " + TO_FIND_EACH_OTHER.toMinutes()
                    + " minutes of peace");
            return;
        }
        sayLastWords(word);
        convergence.look(" in the end");
    }

    /** No server, and nobody who has to be there: a home needs no other to write. */
    private void writeAlone(String word) {
        for (SimulatedNode node : world.members()) {
            world.network().place(node.name(), "alone " + node.number());
        }
        List<String> titles = new ArrayList<>();
        for (SimulatedNode node : world.members()) {
            titles.add(word + " alone " + node.number());
            people.post(node, People.Draft.of(titles.get(titles.size() - 1)));
        }
        world.pass(MOMENT);
        for (String title : titles) {
            ledger.titled(title)
                    .filter(wish -> wish.document().isEmpty())
                    .ifPresent(wish ->
                            world.violated("liveness: " + wish.author() + " could not write without a neighbour"));
        }
        world.network().mendAll();
        world.members().forEach(SimulatedNode::wake);
    }

    /** Comparing comes round every half minute; news has to be faster than that. */
    private void sayLastWords(String word) {
        Credits credits = new Credits();
        world.watchedBy(credits);
        List<SimulatedNode> speakers = world.dice().another().shuffled(world.members());
        for (SimulatedNode speaker : speakers.subList(0, Math.min(LAST_WORDS, speakers.size()))) {
            people.post(speaker, People.Draft.of(word + " last " + speaker.number()));
            world.pass(MOMENT);
            if (!convergence.isReached()) {
                world.violated("liveness: in peace, what " + speaker + " wrote did not reach everybody within "
                        + MOMENT.toSeconds() + " seconds");
            }
        }
        // Who means harm acknowledges what it likes.
        boolean allHonest = world.nodes().stream().allMatch(SimulatedNode::isHonest);
        if (allHonest && credits.outstanding() != 0) {
            world.violated("bounds: " + credits.outstanding() + " batches arrived in peace and were not acknowledged");
        }
    }
}
