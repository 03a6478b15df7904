package org.doorlight.protocol.simulation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.doorlight.protocol.core.view.MemberView;
import org.doorlight.protocol.core.view.RequestView;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;

/**
 * When all is whole again, everybody holds the same and sees the same, and nothing is missing that somebody was told is written. Looked
 * at twice: as the nodes are, and once more after each has started anew from its disk.
 */
final class Convergence implements Watcher {
    private final World world;
    private final People people;
    private final Ledger ledger;

    Convergence(World world, People people, Ledger ledger) {
        this.world = world;
        this.people = people;
        this.ledger = ledger;
    }

    @Override
    public void putBack(SimulatedNode node, SimulatedDisk older) {
        new Losses(world, ledger).account(node, older);
    }

    @Override
    public void settled() {
        look("");
        world.members().forEach(SimulatedNode::stop);
        world.members().forEach(SimulatedNode::start);
        compareScreens(" after a restart");
    }

    /** Looks at all disks and all screens now. */
    void look(String when) {
        compareDisks();
        compareScreens(when);
    }

    // ---- what everybody holds
    // ---------------------------------------------------------------------------------------------------

    /** True if everybody holds as many readable envelopes of each document and device. */
    boolean isReached() {
        SortedSet<DeviceId> apart = world.twofoldDevices();
        if (isReached(filing -> isLookedAt(filing, apart))) {
            return true;
        }
        Forked forked = Forked.on(world.members());
        return forked.isAnything() && isReached(filing -> isLookedAt(filing, apart) && forked.counts(filing));
    }

    /** What liars wrote is looked at by {@link Culprits}: a disk may hold one of two answers. */
    private static boolean isLookedAt(SimulatedDisk.Filing filing, SortedSet<DeviceId> apart) {
        return !apart.contains(filing.envelope().device());
    }

    private boolean isReached(Predicate<SimulatedDisk.Filing> which) {
        List<SimulatedNode> members = world.members();
        SortedMap<String, Long> first = counts(members.get(0), which);
        return members.stream().allMatch(node -> counts(node, which).equals(first));
    }

    private static SortedMap<String, Long> counts(SimulatedNode node, Predicate<SimulatedDisk.Filing> which) {
        SortedMap<String, Long> counts = new TreeMap<>();
        node.disk()
                .folders
                .forEach((folder, filings) -> filings.stream()
                        .filter(filing -> filing.row().isWhole())
                        .filter(which)
                        .map(SimulatedDisk.Filing::envelope)
                        .map(envelope ->
                                folder.document().hex() + envelope.device().hex() + envelope.first())
                        .distinct()
                        .forEach(place -> counts.put(place, 1L)));
        return counts;
    }

    private void compareDisks() {
        List<SimulatedNode> members = world.members();
        SortedSet<DeviceId> apart = world.twofoldDevices();
        Forked forked = Forked.on(members);
        Predicate<SimulatedDisk.Filing> which = filing -> isLookedAt(filing, apart) && forked.counts(filing);
        SortedMap<String, String> first = frontier(members.get(0), which);
        for (SimulatedNode node : members) {
            SortedMap<String, String> frontier = frontier(node, which);
            if (!frontier.equals(first)) {
                world.violated("convergence: " + members.get(0) + " holds " + first.size() + " chains and " + node
                        + " holds " + frontier.size() + "; they differ at " + firstDifference(first, frontier));
            }
        }
    }

    /** For each document and device the last envelope, by number and name. */
    private static SortedMap<String, String> frontier(SimulatedNode node, Predicate<SimulatedDisk.Filing> which) {
        SortedMap<String, String> frontier = new TreeMap<>();
        node.disk()
                .folders
                .forEach((folder, filings) -> filings.stream()
                        .filter(filing -> filing.row().isWhole())
                        .filter(which)
                        .map(filing -> Envelope.parse(filing.row().bytes()))
                        .flatMap(Optional::stream)
                        .forEach(envelope -> frontier.merge(
                                folder.document().brief()
                                        + "/"
                                        + envelope.header().device().brief(),
                                String.format("%08d", envelope.header().last())
                                        + envelope.id().hex(),
                                (one, other) -> one.compareTo(other) >= 0 ? one : other)));
        return frontier;
    }

    private static String firstDifference(SortedMap<String, String> one, SortedMap<String, String> other) {
        SortedMap<String, String> all = new TreeMap<>(one);
        all.putAll(other);
        return all.keySet().stream()
                .filter(key -> !Objects.equals(one.get(key), other.get(key)))
                .findFirst()
                .orElse("nothing");
    }

    // ---- what everybody sees
    // ----------------------------------------------------------------------------------------------------

    private void compareScreens(String when) {
        SortedMap<String, SortedMap<DocumentId, RequestView>> boards = new TreeMap<>();
        for (SimulatedNode node : world.members()) {
            SortedMap<DocumentId, RequestView> board = new TreeMap<>();
            people.board(node).forEach(view -> board.put(view.id(), view));
            boards.put(node.name(), board);
        }
        ledger.all().forEach(wish -> compare(wish, boards, when));
        boards.forEach((name, board) -> board.values().forEach(view -> {
            if (ledger.titled(view.title()).isEmpty() && !view.title().startsWith(Forgery.TITLE)) {
                world.violated("convergence: " + name + " shows a request nobody asked" + when);
            }
        }));
        compareMembers(when);
    }

    private void compare(Ledger.Wish wish, SortedMap<String, SortedMap<DocumentId, RequestView>> boards, String when) {
        Optional<RequestView> own = find(wish, boards.getOrDefault(wish.author().name(), new TreeMap<>()));
        if (wish.document().isPresent() && own.isEmpty() && !wish.mayBeLost()) {
            world.violated("durability: " + wish.author() + " was told that " + wish.title()
                    + " is written, and it is lost at home" + when);
        }
        own.ifPresent(view -> compareOwn(wish, view, when));
        for (SimulatedNode node : world.members()) {
            Optional<RequestView> seen = find(wish, boards.getOrDefault(node.name(), new TreeMap<>()));
            compareOne(wish, own, node, seen, when);
        }
    }

    private static Optional<RequestView> find(Ledger.Wish wish, SortedMap<DocumentId, RequestView> board) {
        return wish.document().isPresent()
                ? wish.document().map(board::get)
                : board.values().stream()
                        .filter(view -> view.title().equals(wish.title()))
                        .findFirst();
    }

    private void compareOwn(Ledger.Wish wish, RequestView view, String when) {
        boolean withdrawn = view.state().equals("WITHDRAWN");
        if (wish.isWithdrawn() && !withdrawn && !wish.mayBeOpenAgain()) {
            world.violated("durability: the withdrawal of " + wish.title() + " is lost" + when);
        }
        if (withdrawn && !wish.mayBeWithdrawn()) {
            world.violated("convergence: " + wish.title() + " is withdrawn, and nobody did it" + when);
        }
        boolean hasDoor = wish.door().equals(Optional.ofNullable(view.door()));
        if (wish.document().isPresent() && !hasDoor && !wish.doorMayBeLost()) {
            world.violated("durability: the door details of " + wish.title() + " are lost at home" + when);
        }
    }

    private void compareOne(
            Ledger.Wish wish, Optional<RequestView> own, SimulatedNode node, Optional<RequestView> seen, String when) {
        if (!wish.isFor(node)) {
            seen.ifPresent(view -> world.violated(
                    "secrecy: " + node + " sees " + wish.title() + ", which is not for that home" + when));
            return;
        }
        if (!seen.map(Convergence::withoutDoor).equals(own.map(Convergence::withoutDoor))) {
            world.violated("liveness: " + wish.author() + " shows " + own.map(RequestView::state) + " for "
                    + wish.title() + " and " + node + " shows " + seen.map(RequestView::state) + when);
        }
        if (!wish.mayKnowDoor(node) && seen.map(RequestView::door).isPresent()) {
            world.violated("secrecy: " + node + " sees the door details of " + wish.title() + when);
        }
        seen.ifPresent(view -> compareYeses(wish, node, view, when));
    }

    /** Never more helpers than are needed, and whoever is confirmed can find the door. */
    private void compareYeses(Ledger.Wish wish, SimulatedNode node, RequestView view, String when) {
        boolean ended =
                List.of("WITHDRAWN", "CARED_ELSEWHERE", "PAUSED", "CLOSED").contains(view.state());
        for (RequestView.SlotView slot : view.slots()) {
            if (slot.holders().size() > slot.need()) {
                world.violated("care: " + node + " shows too many holders of " + wish.title() + when);
            }
            boolean confirmed = people.commitments(node).stream()
                    .anyMatch(yes ->
                            yes.request().equals(view.id()) && yes.state().equals("CONFIRMED"));
            if (confirmed && !ended && !wish.doorMayBeLost() && wish.door().isPresent() && view.door() == null) {
                world.violated("liveness: " + node + " is confirmed for " + wish.title() + " and has no door" + when);
            }
        }
    }

    /** Without what is for one home alone: door details, story, and what only whoever asks reads about a talk or as a hint. */
    private static RequestView withoutDoor(RequestView view) {
        return new RequestView(
                view.id(),
                view.circle(),
                view.title(),
                view.kind(),
                view.state(),
                view.requester(),
                view.rules(),
                null,
                null,
                view.follows(),
                view.slots().stream().map(Convergence::withoutHint).toList());
    }

    private static RequestView.SlotView withoutHint(RequestView.SlotView slot) {
        return new RequestView.SlotView(
                slot.id(),
                slot.start(),
                slot.duration(),
                slot.need(),
                slot.state(),
                slot.holders(),
                slot.standby(),
                slot.offers().stream().map(Convergence::withoutTalk).toList(),
                null);
    }

    private static RequestView.OfferView withoutTalk(RequestView.OfferView offer) {
        return new RequestView.OfferView(offer.id(), offer.helper(), offer.state(), offer.onMyWay(), offer.note(), "");
    }

    private void compareMembers(String when) {
        List<SimulatedNode> members = world.members();
        List<MemberView> first = people.members(members.get(0));
        for (SimulatedNode node : members) {
            List<MemberView> seen = people.members(node);
            if (!seen.equals(first)) {
                world.violated("convergence: " + members.get(0) + " knows " + first.size() + " members and " + node
                        + " knows " + seen.size() + ", or by other names" + when);
            }
        }
    }
}
