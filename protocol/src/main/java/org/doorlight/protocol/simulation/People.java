package org.doorlight.protocol.simulation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.doorlight.protocol.core.Ask;
import org.doorlight.protocol.core.CareAsk;
import org.doorlight.protocol.core.Reply;
import org.doorlight.protocol.core.view.CircleView;
import org.doorlight.protocol.core.view.CommitmentView;
import org.doorlight.protocol.core.view.InviteView;
import org.doorlight.protocol.core.view.MemberView;
import org.doorlight.protocol.core.view.RequestView;
import org.doorlight.protocol.core.view.StatusView;
import org.doorlight.protocol.core.view.View;
import org.doorlight.protocol.core.view.Views;
import org.doorlight.protocol.id.MemberId;
import org.jspecify.annotations.Nullable;

/** What the people of a street do with their nodes; what they are told goes into the ledger. */
final class People {
    private static final long DAY_MILLIS = 86_400_000;

    private final World world;
    // By host and guest: codes on notes.
    private final SortedMap<String, Deque<String>> notesOf = new TreeMap<>();
    private final Ledger ledger;
    private long changes;

    People(World world, Ledger ledger) {
        this.world = world;
        this.ledger = ledger;
    }

    /** Changes that were acknowledged to somebody. */
    long changes() {
        return changes;
    }

    // ---- forming a circle
    // -------------------------------------------------------------------------------------------------------

    void found(SimulatedNode founder, String circle) {
        founder.ask(new Ask.CreateCircle(circle, null), reply -> {
            if (reply instanceof Reply.Done) {
                founder.joined();
            }
        });
    }

    /**
     * One neighbour writes an invitation, the other types the code; if it does not work, nothing has changed. A home with three invitations
     * open writes no more; then the guest looks for a note it had from that home before. Nobody gets a note that was another's: a code that
     * two have typed lets one of them in.
     */
    void invite(SimulatedNode host, SimulatedNode guest) {
        host.ask(new Ask.Invite(null, "member"), reply -> {
            Deque<String> notes =
                    notesOf.computeIfAbsent(host.name() + " for " + guest.name(), unseen -> new ArrayDeque<>());
            done(reply, InviteView.class).ifPresent(invite -> notes.addFirst(invite.code()));
            Optional.ofNullable(notes.pollFirst()).ifPresent(code -> {
                notes.addLast(code);
                guest.ask(
                        new Ask.Join(code, List.of(host.address())),
                        joined -> done(joined, CircleView.class).ifPresent(circle -> guest.joined()));
            });
        });
    }

    // ---- asking for a hand
    // ------------------------------------------------------------------------------------------------------

    /** A request to be. */
    record Draft(
            String title,
            List<String> rules,
            SortedSet<String> readers,
            @Nullable String door) {
        Draft {
            rules = List.copyOf(rules);
        }

        static Draft of(String title) {
            return new Draft(title, List.of(), new TreeSet<>(), null);
        }
    }

    /** Somebody asks; the ledger hears when they are told it is written. */
    void post(SimulatedNode author, Draft draft) {
        post(author, draft, refused -> {});
    }

    /** The same; who asked hears with which sentence it was refused. */
    void post(SimulatedNode author, Draft draft, Consumer<String> refused) {
        if (!author.isOn()) {
            return;
        }
        Optional<List<String>> to = memberIds(author, draft.readers());
        if (to.isEmpty()) {
            // The cards of those who are meant have not arrived yet.
            return;
        }
        Ledger.Wish wish = ledger.wish(draft.title(), author, draft.readers(), draft.door());
        var ask = new Ask.AddRequest(
                null, "meal", draft.title(), List.of(slot(author)), draft.rules(), draft.door(), to.get());
        author.ask(ask, reply -> {
            if (reply instanceof Reply.Refused no) {
                refused.accept(no.problem().sentence());
            }
            done(reply, RequestView.class).ifPresent(view -> {
                wish.written(view.id());
                changes += wish.door().isPresent() ? 2 : 1;
            });
        });
    }

    private static Ask.SlotDraft slot(SimulatedNode author) {
        Instant start = Instant.ofEpochMilli(author.clock().now().wallMillis() + 2 * DAY_MILLIS);
        return new Ask.SlotDraft(start.atOffset(ZoneOffset.UTC).withNano(0).toString(), "1h", 1);
    }

    private Optional<List<String>> memberIds(SimulatedNode author, SortedSet<String> names) {
        List<MemberView> known = members(author);
        List<String> ids = new ArrayList<>();
        for (String name : names) {
            // A home that had to begin anew is in the circle twice; both are meant.
            List<String> found = known.stream()
                    .filter(member -> member.name().equals(name))
                    .map(MemberView::id)
                    .map(MemberId::hex)
                    .toList();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            ids.addAll(found);
        }
        return Optional.of(ids);
    }

    /** Takes a request back. */
    void withdraw(Ledger.Wish wish) {
        wish.document().filter(id -> wish.author().isOn()).ifPresent(id -> {
            wish.withdrawalWished();
            wish.author()
                    .ask(
                            new Ask.WithdrawRequest(null, id.hex()),
                            reply -> done(reply, RequestView.class).ifPresent(view -> {
                                wish.withdrawalDone();
                                changes++;
                            }));
        });
    }

    // ---- lending one
    // ----------------------------------------------------------------------------------------------------------

    /** Somebody says yes to a request, if it is on their screen and not their own. */
    void offer(SimulatedNode helper, Ledger.Wish wish) {
        Optional<RequestView> seen = !helper.isOn() || helper.isOf(wish.author())
                ? Optional.empty()
                : board(helper).stream()
                        .filter(view -> view.title().equals(wish.title()))
                        .findFirst();
        seen.ifPresent(view -> {
            // Whatever they are told: a node that ends in the middle may have said it.
            wish.helpedBy(helper);
            var yes = new CareAsk.Offer(
                    null, view.id().hex(), view.slots().get(0).id().hex(), null);
            helper.ask(yes, reply -> done(reply, CommitmentView.class).ifPresent(told -> changes++));
        });
    }

    /** Somebody says something about the newest of their yeses. */
    void say(SimulatedNode helper, CareAsk.Word word) {
        if (!helper.isOn()) {
            return;
        }
        List<CommitmentView> own = commitments(helper);
        if (!own.isEmpty()) {
            String newest = own.get(own.size() - 1).id().hex();
            helper.ask(
                    new CareAsk.Say(null, newest, word),
                    reply -> done(reply, CommitmentView.class).ifPresent(told -> changes++));
        }
    }

    /** The requester chooses the last of those who have said yes. */
    void accept(Ledger.Wish wish) {
        SimulatedNode author = wish.author();
        wish.document()
                .filter(id -> author.isOn())
                .ifPresent(id -> board(author).stream()
                        .filter(view -> view.id().equals(id))
                        .flatMap(view -> view.slots().stream())
                        .flatMap(slot -> slot.offers().stream())
                        .reduce((earlier, later) -> later)
                        .ifPresent(yes -> author.ask(
                                new CareAsk.Choose(null, id.hex(), yes.id().hex(), true),
                                reply -> done(reply, RequestView.class).ifPresent(told -> changes++))));
    }

    List<CommitmentView> commitments(SimulatedNode node) {
        return look(node, new CareAsk.ListCommitments(null), CommitmentView.class);
    }

    // ---- looking
    // ----------------------------------------------------------------------------------------------------------------

    List<RequestView> board(SimulatedNode node) {
        return look(node, new Ask.ListRequests(null, null, OptionalInt.empty(), null), RequestView.class);
    }

    List<MemberView> members(SimulatedNode node) {
        return look(node, new Ask.ListMembers(null), MemberView.class);
    }

    /** How a node says it is. */
    StatusView status(SimulatedNode node) {
        return answer(node, new Ask.Status())
                .flatMap(reply -> done(reply, StatusView.class))
                .orElseThrow(() -> new IllegalStateException(node + " does not say how it is"));
    }

    /** What a node shows at the world's own time, whatever its clock says. */
    private <T extends View> List<T> look(SimulatedNode node, Ask ask, Class<T> kind) {
        List<T> found = new ArrayList<>();
        answer(node, ask).ifPresent(reply -> {
            if (reply instanceof Reply.Done done && done.view() instanceof Views<?> views) {
                views.items().forEach(item -> found.add(kind.cast(item)));
            }
        });
        return found;
    }

    private Optional<Reply> answer(SimulatedNode node, Ask ask) {
        return node.answerAt(
                SimulatedClock.WORLD_BEGINS_MILLIS + world.timeline().now() / 1_000_000, ask);
    }

    private static <T extends View> Optional<T> done(Reply reply, Class<T> kind) {
        return reply instanceof Reply.Done done && kind.isInstance(done.view())
                ? Optional.of(kind.cast(done.view()))
                : Optional.empty();
    }
}
