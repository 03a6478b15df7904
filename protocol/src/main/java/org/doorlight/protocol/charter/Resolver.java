package org.doorlight.protocol.charter;

import static org.doorlight.protocol.wire.Limits.DEVICES_OF_MEMBER_MAX;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.StatementId;

/**
 * The pure function from statements to standing (PROTOCOL §2). Its answer depends on the set alone, never on the order of arrival:
 * every question is asked of a statement's own causal past, and ties go to the smaller statement id.
 *
 * <p>Two passes. First each statement is judged in its own past: was its author in by then, in a role that may say this, and was the
 * invitation unused? Then invitations used twice by statements that did not know of each other are settled: the smaller statement id
 * stands; whatever came in through the other does not.
 */
final class Resolver {
    private final History history;

    // First pass: sound statements, and where to find them again.
    private final SortedSet<StatementId> sound = new TreeSet<>();
    private final SortedMap<DeviceId, List<Statement>> introductions = new TreeMap<>();
    private final SortedMap<StatementId, List<StatementId>> uses = new TreeMap<>();

    // Second pass: what stands.
    private final SortedSet<StatementId> standing = new TreeSet<>();
    private final SortedMap<DeviceId, Standing> devices = new TreeMap<>();
    private final SortedMap<StatementId, Declaration.Invite> openInvites = new TreeMap<>();
    private final SortedSet<StatementId> usedInvites = new TreeSet<>();

    private Resolver(History history) {
        this.history = history;
    }

    static Resolved resolve(History history) {
        return new Resolver(history).resolve();
    }

    private Resolved resolve() {
        history.ordered().forEach(this::judge);
        history.ordered().stream()
                .filter(statement -> sound.contains(statement.id()))
                .forEach(this::settle);
        return new Resolved(devices, openInvites, usedInvites);
    }

    // ---- first pass

    private void judge(Statement statement) {
        if (!statement.declaration().accept(new Soundness(statement))) {
            return;
        }
        sound.add(statement.id());
        History.keysIntroducedBy(statement)
                .ifPresent(keys -> introductions
                        .computeIfAbsent(keys.device(), unseen -> new ArrayList<>())
                        .add(statement));
        if (statement.declaration() instanceof Declaration.Admit admit) {
            uses.computeIfAbsent(admit.invite(), unseen -> new ArrayList<>()).add(statement.id());
        }
    }

    private final class Soundness implements Declaration.Visitor<Boolean> {
        private final Statement statement;

        Soundness(Statement statement) {
            this.statement = statement;
        }

        @Override
        public Boolean found(Declaration.Found found) {
            return true;
        }

        @Override
        public Boolean invite(Declaration.Invite invite) {
            return authorRoles().anyMatch(role -> role.mayInvite(invite.role()));
        }

        @Override
        public Boolean admit(Declaration.Admit admit) {
            return authorRoles().anyMatch(Role::writes)
                    && soundInvite(admit.invite()).isPresent()
                    && history.isBefore(admit.invite(), statement.id())
                    && usesOf(admit.invite()).stream().noneMatch(use -> history.isBefore(use, statement.id()));
        }

        @Override
        public Boolean addDevice(Declaration.AddDevice add) {
            boolean byThatMember = admissionsBefore(statement)
                    .anyMatch(admission -> memberBy(admission).equals(add.member()));
            return byThatMember && isNew(add.keys().device()) && devicesOf(add.member()) < DEVICES_OF_MEMBER_MAX;
        }

        private boolean isNew(DeviceId device) {
            return introductions.getOrDefault(device, List.of()).stream().noneMatch(this::isBefore);
        }

        private long devicesOf(MemberId member) {
            return introductions.values().stream()
                    .flatMap(List::stream)
                    .filter(admission -> memberBy(admission).equals(member) && isBefore(admission))
                    .count();
        }

        private boolean isBefore(Statement earlier) {
            return history.isBefore(earlier.id(), statement.id());
        }

        private Stream<Role> authorRoles() {
            return admissionsBefore(statement).map(Resolver.this::roleGivenBy);
        }
    }

    /** The statements that brought a statement's author in, as far as it could know of them, ascending by id. */
    private Stream<Statement> admissionsBefore(Statement statement) {
        return introductions.getOrDefault(statement.device(), List.of()).stream()
                .filter(earlier -> history.isBefore(earlier.id(), statement.id()))
                .sorted(Comparator.comparing(Statement::id));
    }

    /** Whose device a sound statement brought in. */
    private static MemberId memberBy(Statement admission) {
        return admission.declaration() instanceof Declaration.AddDevice add
                ? add.member()
                : new MemberId(admission.id().value());
    }

    /** A member's devices all have the role its first one came in with. */
    private Role roleGivenBy(Statement admission) {
        if (admission.declaration() instanceof Declaration.AddDevice add) {
            return roleGivenBy(history.get(new StatementId(add.member().value())));
        }
        return admission.declaration() instanceof Declaration.Admit admit
                ? soundInvite(admit.invite()).map(Declaration.Invite::role).orElse(Role.RELAY)
                : Role.STEWARD;
    }

    private Optional<Declaration.Invite> soundInvite(StatementId id) {
        return sound.contains(id) && history.get(id).declaration() instanceof Declaration.Invite invite
                ? Optional.of(invite)
                : Optional.empty();
    }

    private List<StatementId> usesOf(StatementId invite) {
        return uses.getOrDefault(invite, List.of());
    }

    // ---- second pass

    private void settle(Statement statement) {
        statement.declaration().accept(new Settlement(statement));
    }

    private final class Settlement implements Declaration.Visitor<Boolean> {
        private final Statement statement;

        Settlement(Statement statement) {
            this.statement = statement;
        }

        @Override
        public Boolean found(Declaration.Found found) {
            return bringIn(found.keys(), Role.STEWARD);
        }

        @Override
        public Boolean invite(Declaration.Invite invite) {
            boolean stands =
                    authorRole().filter(role -> role.mayInvite(invite.role())).isPresent();
            if (stands) {
                standing.add(statement.id());
            }
            if (stands && usesOf(statement.id()).isEmpty()) {
                openInvites.put(statement.id(), invite);
            }
            return stands;
        }

        @Override
        public Boolean admit(Declaration.Admit admit) {
            boolean stands = authorRole().filter(Role::writes).isPresent()
                    && standing.contains(admit.invite())
                    && isSmallestUse(admit.invite());
            if (stands) {
                usedInvites.add(admit.invite());
                bringIn(admit.keys(), roleGivenBy(statement));
            }
            return stands;
        }

        @Override
        public Boolean addDevice(Declaration.AddDevice add) {
            boolean stands = admissionsBefore(statement)
                    .filter(admission -> standing.contains(admission.id()))
                    .findFirst()
                    .filter(admission -> memberBy(admission).equals(add.member()))
                    .isPresent();
            return stands && bringIn(add.keys(), roleGivenBy(statement));
        }

        /** By the first admission that stands: a role that was lost gives no right. */
        private Optional<Role> authorRole() {
            return admissionsBefore(statement)
                    .filter(admission -> standing.contains(admission.id()))
                    .map(Resolver.this::roleGivenBy)
                    .findFirst();
        }

        private boolean isSmallestUse(StatementId invite) {
            return usesOf(invite).stream().allMatch(use -> statement.id().compareTo(use) <= 0);
        }

        private boolean bringIn(DeviceKeys keys, Role role) {
            standing.add(statement.id());
            var here = new Standing(keys, memberBy(statement), role, statement.id());
            devices.merge(keys.device(), here, Resolver::firstByAdmission);
            return true;
        }
    }

    private static Standing firstByAdmission(Standing one, Standing other) {
        return one.admission().compareTo(other.admission()) <= 0 ? one : other;
    }
}
