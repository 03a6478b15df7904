package org.doorlight.protocol.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.doorlight.protocol.care.CareRequest;
import org.doorlight.protocol.care.Commitment;
import org.doorlight.protocol.care.Slot;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.Identifier;
import org.doorlight.protocol.id.MemberId;
import org.jspecify.annotations.Nullable;

/** What people mean by the beginning of an id, or by a circle's name. */
final class References {
    /** A request and the circle it lies in. */
    record Found(Circle circle, CareBoard.Posted posted) {}

    /** One of this home's own yeses, and what it was said to. */
    record OwnYes(Circle circle, CareBoard.Posted posted, Commitment yes) {}

    private final Circles circles;

    References(Circles circles) {
        this.circles = circles;
    }

    /** The circle of this name or id; without one, the only circle there is. */
    Circle circle(@Nullable String said) throws Refusal {
        List<Circle> all = new ArrayList<>(circles.all());
        if (all.isEmpty()) {
            throw new Refusal(
                    Problem.Kind.NOT_FOUND,
                    "This home is in no circle yet. Start one with: doorlight circle create NAME, or join one with: doorlight join CODE");
        }
        if (said == null) {
            if (all.size() > 1) {
                throw new Refusal(
                        Problem.Kind.INVALID,
                        "This home is in several circles. Say which one: --circle with its name or id (doorlight circle list shows them).");
            }
            return all.get(0);
        }
        List<Circle> named =
                all.stream().filter(circle -> Viewer.name(circle).equals(said)).toList();
        return named.size() == 1
                ? named.get(0)
                : byId(all, Circle::id, said, "circle", "doorlight circle list shows those there are.");
    }

    /** The request of this id, in one circle or in any. */
    Found request(@Nullable String circle, String said) throws Refusal {
        Collection<Circle> where = circle == null ? circles.all() : List.of(circle(circle));
        List<DocumentId> ids = new ArrayList<>();
        where.forEach(one -> ids.addAll(one.board().care().requestIds()));
        DocumentId id = byId(ids, found -> found, said, "request", "doorlight request list shows those there are.");
        for (Circle one : where) {
            Optional<CareBoard.Posted> posted = one.board().care().request(id);
            if (posted.isPresent()) {
                return new Found(one, posted.get());
            }
        }
        throw new IllegalStateException("a request that was just found is gone");
    }

    /** The member of this id. */
    MemberId member(Circle circle, String said) throws Refusal {
        List<MemberId> members =
                new ArrayList<>(circle.replica().charter().resolved().members().keySet());
        return byId(members, member -> member, said, "member", "doorlight member list shows those there are.");
    }

    /** The members of these ids. */
    SortedSet<MemberId> members(Circle circle, List<String> said) throws Refusal {
        SortedSet<MemberId> members = new TreeSet<>();
        for (String one : said) {
            members.add(member(circle, one));
        }
        return members;
    }

    /** The slot of this id in a request. */
    static Slot slot(CareRequest request, String said) throws Refusal {
        return byId(request.slots(), Slot::id, said, "slot", "doorlight request show REQUEST shows those there are.");
    }

    /** The yes of this id among some. */
    static Commitment commitment(Collection<Commitment> among, String said) throws Refusal {
        return byId(among, Commitment::id, said, "commitment", "doorlight request show REQUEST shows those there are.");
    }

    /** This home's own yeses in a circle, oldest first. */
    static List<Commitment> ownYeses(Circle circle) {
        return circle.replica()
                .ownPlace()
                .map(place -> circle.board().care().commitments(place.member()))
                .orElse(List.of());
    }

    /** The own yes of this id, in one circle or in any. */
    OwnYes ownYes(@Nullable String circle, String said) throws Refusal {
        Collection<Circle> where = circle == null ? circles.all() : List.of(circle(circle));
        List<OwnYes> own = new ArrayList<>();
        boolean anothers = false;
        for (Circle one : where) {
            for (Commitment yes : ownYeses(one)) {
                one.board()
                        .care()
                        .request(yes.offer().request())
                        .ifPresent(posted -> own.add(new OwnYes(one, posted, yes)));
            }
            anothers |= one.board().care().hasYes(said.toLowerCase(Locale.ROOT));
        }
        boolean isOwn = own.stream().anyMatch(one -> one.yes().id().hex().startsWith(said.toLowerCase(Locale.ROOT)));
        if (anothers && !isOwn && !said.isEmpty()) {
            throw new Refusal(Problem.Kind.NOT_ALLOWED, "Only the home that said yes can do that.");
        }
        return byId(own, one -> one.yes().id(), said, "commitment", "doorlight commitments shows yours.");
    }

    static <T> T byId(Collection<T> all, Function<T, Identifier> id, String said, String what, String next)
            throws Refusal {
        String beginning = said.toLowerCase(Locale.ROOT);
        List<T> found = beginning.isEmpty()
                ? List.of()
                : all.stream()
                        .filter(one -> id.apply(one).hex().startsWith(beginning))
                        .toList();
        if (found.isEmpty()) {
            throw new Refusal(Problem.Kind.NOT_FOUND, "There is no " + what + " with that id here; " + next);
        }
        if (found.size() > 1) {
            throw new Refusal(
                    Problem.Kind.INVALID,
                    "More than one " + what + " begins like that. Type a few more characters of the id.");
        }
        return found.get(0);
    }
}
