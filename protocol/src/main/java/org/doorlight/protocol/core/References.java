package org.doorlight.protocol.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.Identifier;
import org.doorlight.protocol.id.MemberId;
import org.jspecify.annotations.Nullable;

/** What people mean by the beginning of an id, or by a circle's name. */
final class References {
    /** A request and the circle it lies in. */
    record Found(Circle circle, Board.Posted posted) {}

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
        where.forEach(one -> ids.addAll(one.board().requestIds()));
        DocumentId id = byId(ids, found -> found, said, "request", "doorlight request list shows those there are.");
        for (Circle one : where) {
            Optional<Board.Posted> posted = one.board().request(id);
            if (posted.isPresent()) {
                return new Found(one, posted.get());
            }
        }
        throw new IllegalStateException("a request that was just found is gone");
    }

    /** The member of this id. */
    MemberId member(Circle circle, String said) throws Refusal {
        List<MemberId> members =
                new ArrayList<>(circle.replica().standing().members().keySet());
        return byId(members, member -> member, said, "member", "doorlight member list shows those there are.");
    }

    private static <T> T byId(Collection<T> all, Function<T, Identifier> id, String said, String what, String next)
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
