package org.doorlight.protocol.charter;

import static org.doorlight.protocol.wire.Limits.HEADS_MAX;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.crypto.SigningKey;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.StatementId;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one circle that this node holds, and what they come to (PROTOCOL §2). Statements only ever come in; each is
 * checked once, on its way in.
 */
public final class Charter {
    private static final int RESOLVED_KEPT_MAX = 16;

    /** How a statement fared on its way in. */
    public enum Receipt {
        ADDED,
        KNOWN,
        /** A statement before it is not here yet. */
        GAP,
        /** Signed by no device of this circle, out of its place, or of another circle. */
        REFUSED
    }

    private final CircleId circle;
    private final History history = new History();
    private final SortedMap<DeviceId, DeviceKeys> keys = new TreeMap<>();
    private final SortedMap<DeviceId, List<StatementId>> introductions = new TreeMap<>();
    private final SortedMap<String, Resolved> resolvedAt = new TreeMap<>();
    private final SortedMap<DeviceId, SortedSet<Integer>> numbers = new TreeMap<>();
    private final SortedMap<DeviceId, Long> forks = new TreeMap<>();
    private @Nullable Resolved resolved;

    private Charter(CircleId circle) {
        this.circle = circle;
    }

    /** Begins with nothing: the founding statement is known by the circle's id and comes as any other. */
    public static Charter awaiting(CircleId circle) {
        return new Charter(circle);
    }

    /** Takes in all that fit, whatever order they come in; those that follow something missing are left and returned. */
    public List<Statement> addAll(Collection<Statement> statements) {
        List<Statement> left = new ArrayList<>(statements);
        boolean any = true;
        while (any) {
            any = left.removeIf(statement -> add(statement) != Receipt.GAP);
        }
        return left;
    }

    /** Founds a circle. The salt makes two circles of one device differ. */
    public static Charter found(DeviceKeys founder, SigningKey key, Bytes16 salt) {
        var place = new Statement.Place(Bytes16.ZERO, founder.device(), 1, StatementId.NONE, new TreeSet<>());
        return of(Statement.write(place, new Declaration.Found(founder, salt), key))
                .orElseThrow();
    }

    /** Begins with a founding statement; empty if it is none, or not signed by the founder it names. */
    public static Optional<Charter> of(Statement founding) {
        if (!(founding.declaration() instanceof Declaration.Found found)) {
            return Optional.empty();
        }
        DeviceKeys founder = found.keys();
        boolean genuine = founder.device().equals(founding.device())
                && founder.areUsable()
                && founding.signedBy(founder.signing());
        if (!genuine) {
            return Optional.empty();
        }
        Charter charter = new Charter(founding.circle());
        charter.admit(founding);
        return Optional.of(charter);
    }

    public CircleId circle() {
        return circle;
    }

    /** Takes a statement in, if it is one of this circle's and in its place. */
    public Receipt add(Statement statement) {
        if (history.contains(statement.id())) {
            return Receipt.KNOWN;
        }
        if (!statement.circle().equals(circle)) {
            return Receipt.REFUSED;
        }
        if (statement.heads().isEmpty()) {
            return addFounding(statement);
        }
        if (!statement.heads().stream().allMatch(history::contains)) {
            return Receipt.GAP;
        }
        DeviceKeys author = keys.get(statement.device());
        boolean good = author != null
                && followsAdmission(statement)
                && inSequence(statement)
                && statement.signedBy(author.signing())
                && provesCode(statement)
                && hasConsent(statement)
                && bringsUsableKeys(statement);
        if (!good) {
            return Receipt.REFUSED;
        }
        admit(statement);
        return Receipt.ADDED;
    }

    /** The circle's id is the hash of its founding statement, so there is only one. */
    private Receipt addFounding(Statement founding) {
        if (!ids().isEmpty() || of(founding).isEmpty()) {
            return Receipt.REFUSED;
        }
        admit(founding);
        return Receipt.ADDED;
    }

    /** What came in by chance before it does not count: the author has to stand in the statement's own past, on every node alike. */
    private boolean followsAdmission(Statement statement) {
        return introductions.getOrDefault(statement.device(), List.of()).stream()
                .anyMatch(admission -> follows(statement, admission));
    }

    private boolean follows(Statement statement, StatementId earlier) {
        return statement.heads().stream().anyMatch(head -> isAtOrBefore(earlier, head));
    }

    private boolean isAtOrBefore(StatementId earlier, StatementId later) {
        return earlier.equals(later) || history.isBefore(earlier, later);
    }

    /** A device's own statements form a chain inside the heads it names; so nobody can hide what they said before. */
    private boolean inSequence(Statement statement) {
        if (statement.sequence() == 1) {
            return true;
        }
        if (!history.contains(statement.previous())) {
            return false;
        }
        Statement before = history.get(statement.previous());
        return before.device().equals(statement.device())
                && before.sequence() + 1 == statement.sequence()
                && follows(statement, before.id());
    }

    private boolean provesCode(Statement statement) {
        if (!(statement.declaration() instanceof Declaration.Admit admit)) {
            return true;
        }
        return history.contains(admit.invite())
                && follows(statement, admit.invite())
                && history.get(admit.invite()).declaration() instanceof Declaration.Invite invite
                && Invitations.proves(invite, circle, admit);
    }

    private boolean hasConsent(Statement statement) {
        return !(statement.declaration() instanceof Declaration.AddDevice add) || Consents.isGiven(circle, add);
    }

    private static boolean bringsUsableKeys(Statement statement) {
        return History.keysIntroducedBy(statement).map(DeviceKeys::areUsable).orElse(true);
    }

    private void admit(Statement statement) {
        history.append(statement);
        boolean second = !numbers.computeIfAbsent(statement.device(), unseen -> new TreeSet<>())
                .add(statement.sequence());
        if (second) {
            forks.merge(statement.device(), (long) statement.sequence(), Math::min);
        }
        History.keysIntroducedBy(statement).ifPresent(found -> {
            keys.putIfAbsent(found.device(), found);
            introductions
                    .computeIfAbsent(found.device(), unseen -> new ArrayList<>())
                    .add(statement.id());
        });
        resolved = null;
    }

    /**
     * Devices that signed two statements under one number, with the lowest such number (PROTOCOL §2). Both count, as any two that do not
     * know of each other; the two of them are the proof, and everybody holds them.
     */
    public SortedMap<DeviceId, Long> forks() {
        return Collections.unmodifiableSortedMap(forks);
    }

    /** What all statements held come to. */
    public Resolved resolved() {
        if (resolved == null) {
            resolved = Resolver.resolve(history);
        }
        return resolved;
    }

    /** What the statements up to these heads come to; empty if one of them is not here. */
    public Optional<Resolved> resolvedAt(Collection<StatementId> heads) {
        if (!holds(heads)) {
            return Optional.empty();
        }
        SortedSet<StatementId> ends = new TreeSet<>(heads);
        if (ends.equals(history.heads())) {
            return Optional.of(resolved());
        }
        if (resolvedAt.size() >= RESOLVED_KEPT_MAX) {
            resolvedAt.clear();
        }
        return Optional.of(resolvedAt.computeIfAbsent(key(ends), unseen -> Resolver.resolve(history.upTo(ends))));
    }

    private static String key(SortedSet<StatementId> ends) {
        StringBuilder key = new StringBuilder();
        ends.forEach(end -> key.append(end.hex()));
        return key.toString();
    }

    public boolean holds(Collection<StatementId> statements) {
        return statements.stream().allMatch(history::contains);
    }

    public SortedSet<StatementId> heads() {
        return history.heads();
    }

    public SortedSet<StatementId> ids() {
        return history.ids();
    }

    /** All statements, each after everything it follows. */
    public List<Statement> all() {
        return history.ordered();
    }

    /** What an invitation says, whether it is open or used. */
    public Optional<Declaration.Invite> invitation(StatementId invite) {
        boolean known = history.contains(invite);
        return known && history.get(invite).declaration() instanceof Declaration.Invite terms
                ? Optional.of(terms)
                : Optional.empty();
    }

    /** The invitation a device that counts came in by; empty for the founder's. */
    public Optional<StatementId> cameInBy(DeviceId device) {
        return resolved()
                .device(device)
                .map(standing -> history.get(standing.admission()).declaration())
                .filter(Declaration.Admit.class::isInstance)
                .map(admission -> ((Declaration.Admit) admission).invite());
    }

    /** Invitations somebody came in by. */
    public List<Declaration.Invite> usedInvites() {
        return resolved().usedInvites().stream()
                .map(history::get)
                .map(Statement::declaration)
                .filter(Declaration.Invite.class::isInstance)
                .map(Declaration.Invite.class::cast)
                .toList();
    }

    /** All statements but these, each after everything it follows. */
    public List<Statement> statementsWithout(Collection<StatementId> known) {
        SortedSet<StatementId> left = new TreeSet<>(known);
        return history.ordered().stream()
                .filter(statement -> !left.contains(statement.id()))
                .toList();
    }

    /** The keys of a device some statement here has introduced, whether it counts or not. */
    public Optional<DeviceKeys> keysOf(DeviceId device) {
        return Optional.ofNullable(keys.get(device));
    }

    /** Invitations this member wrote that may still be used. */
    public Map<StatementId, Declaration.Invite> openInvitesOf(Standing writer) {
        SortedMap<StatementId, Declaration.Invite> own =
                new TreeMap<>(resolved().openInvites());
        own.keySet().removeIf(id -> !memberOf(history.get(id).device()).equals(Optional.of(writer.member())));
        return own;
    }

    private Optional<MemberId> memberOf(DeviceId device) {
        return resolved().device(device).map(Standing::member);
    }

    /** Signs a declaration with the keys of a device of this circle, in its place behind all heads, and takes it in. */
    public Statement declare(DeviceId device, SigningKey key, Declaration declaration) {
        Optional<Statement> before = lastOf(device);
        List<StatementId> needed = new ArrayList<>(admissionOf(device));
        before.map(Statement::id).ifPresent(needed::add);
        if (declaration instanceof Declaration.Admit admit) {
            needed.add(admit.invite());
        }
        int sequence = before.map(Statement::sequence).orElse(0) + 1;
        StatementId previous = before.map(Statement::id).orElse(StatementId.NONE);
        var statement = Statement.write(
                new Statement.Place(circle.value(), device, sequence, previous, headsOver(needed)), declaration, key);
        if (add(statement) != Receipt.ADDED) {
            throw new IllegalStateException("this node's own statement was refused");
        }
        return statement;
    }

    private Optional<Statement> lastOf(DeviceId device) {
        return history.ordered().stream()
                .filter(statement -> statement.device().equals(device))
                .reduce((earlier, later) -> later);
    }

    /** What somebody names who signs beside the charter: all heads, or as many as fit, and the device's admission in their past. */
    public SortedSet<StatementId> headsFor(DeviceId device) {
        return headsOver(admissionOf(device));
    }

    private List<StatementId> admissionOf(DeviceId device) {
        return resolved().device(device).map(Standing::admission).stream().toList();
    }

    /** All heads, or as many as fit; each of the statements needed is among them or before one of them. */
    private SortedSet<StatementId> headsOver(List<StatementId> needed) {
        SortedSet<StatementId> chosen = new TreeSet<>();
        needed.stream()
                .flatMap(one -> history.heads().stream()
                        .filter(head -> isAtOrBefore(one, head))
                        .limit(1))
                .forEach(chosen::add);
        for (StatementId head : history.heads()) {
            if (chosen.size() < HEADS_MAX) {
                chosen.add(head);
            }
        }
        return chosen;
    }
}
