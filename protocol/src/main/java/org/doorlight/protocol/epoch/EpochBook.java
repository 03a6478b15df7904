package org.doorlight.protocol.epoch;

import static org.doorlight.protocol.wire.Limits.CARRY_KNOWN_MAX;
import static org.doorlight.protocol.wire.Limits.CARRY_PROOFS;
import static org.doorlight.protocol.wire.Limits.GRANT_BYTES_PER_DEVICE_MAX;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.DeviceKeys;
import org.doorlight.protocol.charter.Resolved;
import org.doorlight.protocol.charter.Role;
import org.doorlight.protocol.charter.Standing;
import org.doorlight.protocol.crypto.AgreementKey;
import org.doorlight.protocol.id.AudienceId;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.id.MemberId;

/** What one node holds of a circle's epochs: grants as received, and the secrets it could open. */
public final class EpochBook {
    /** How a grant fared on its way in. */
    public enum Receipt {
        ADDED,
        KNOWN,
        /** The charter does not reach the heads it names yet. */
        GAP,
        /** Not signed by a device that may, or not for the audience its heads come to. */
        REFUSED
    }

    /** An epoch whose secret is held. */
    private record Opened(byte[] secret, SortedSet<MemberId> members) {}

    /**
     * The key by which a node proves to belong, also held by relays.
     *
     * @param generation grows at removals only
     * @param secret 32 bytes
     */
    public record Carry(int generation, EpochId from, byte[] secret) {}

    private final CircleId circle;
    private final Charter charter;
    private DeviceId self;
    // This device's key, and those of devices this home was before: what was wrapped for them is for this home.
    private final SortedMap<DeviceId, AgreementKey> own = new TreeMap<>();
    private final SortedMap<EpochId, Grant> grants = new TreeMap<>();
    private final SortedMap<DeviceId, Integer> bytesOfDevice = new TreeMap<>();
    private final SortedMap<EpochId, Opened> opened = new TreeMap<>();
    private final CarryRing carries;
    // What may be written with: opened, and not followed by another epoch.
    private final SortedMap<AudienceId, SortedSet<EpochId>> writable = new TreeMap<>();
    private final SortedMap<AudienceId, SortedSet<EpochId>> followed = new TreeMap<>();
    private final SortedSet<EpochId> keyless = new TreeSet<>();

    public EpochBook(Charter charter, DeviceId self, AgreementKey key) {
        this.circle = charter.circle();
        this.charter = charter;
        this.self = self;
        this.carries = new CarryRing(charter, this::grantedBy);
        own.put(self, key);
    }

    /** From now on this book is that device's. What it was before stays open, and what was wrapped for that too. */
    public void become(DeviceId device, AgreementKey key) {
        self = device;
        own.put(device, key);
    }

    /** Opens what was wrapped for an earlier device of this home as well. */
    public void openWith(DeviceId earlier, AgreementKey key) {
        own.put(earlier, key);
    }

    // ---- taking in

    /** Takes a grant in if its author may hand it out and it is for whom it says; tries to open it. */
    public Receipt add(Grant grant) {
        return add(grant, Optional.empty());
    }

    /**
     * The same, for a grant this node has tried to open before.
     *
     * @param known the secret as this node wrote it down, or {@link #noSecret()}: to unwrap it once more costs as much as to take in two
     *     changes, and to try in vain costs that for every wrap
     */
    public Receipt add(Grant grant, Optional<byte[]> known) {
        if (grants.containsKey(grant.id())) {
            return Receipt.KNOWN;
        }
        Optional<Resolved> then = charter.resolvedAt(grant.core().heads());
        if (then.isEmpty()) {
            return Receipt.GAP;
        }
        if (!isValid(grant, then.get())) {
            return Receipt.REFUSED;
        }
        grants.put(grant.id(), grant);
        carries.look();
        if (isForEveryone(grant.core())) {
            keyless.add(grant.id());
        }
        bytesOfDevice.merge(grant.core().device(), grant.bytes().length, Integer::sum);
        boolean learned = known.filter(secret -> learn(grant.id(), secret)).isPresent();
        boolean inVain =
                known.filter(secret -> Arrays.equals(secret, noSecret())).isPresent();
        if (!learned && !inVain) {
            openWithOwnKey(grant, then.get());
        }
        return Receipt.ADDED;
    }

    /** Whether a grant that was taken in holds nothing for this home, and never will: keys it has later are in none of its wraps. */
    public boolean isNotForUs(Grant grant) {
        return !opened.containsKey(grant.id()) && !isForEveryone(grant.core());
    }

    /** What is written down of such a grant: as long as a secret, so that the sealed record does not show which of the two it is. */
    public static byte[] noSecret() {
        return new byte[Grant.SECRET_BYTES];
    }

    /** Only what this node could open counts as a successor, and only of the same audience: nobody takes an epoch from others by naming it. */
    private void open(Grant grant, Opened found) {
        opened.put(grant.id(), found);
        keyless.remove(grant.id());
        AudienceId audience = grant.core().audience();
        SortedSet<EpochId> gone = followed.computeIfAbsent(audience, unseen -> new TreeSet<>());
        gone.addAll(grant.core().parents());
        SortedSet<EpochId> ready = writable.computeIfAbsent(audience, unseen -> new TreeSet<>());
        ready.add(grant.id());
        ready.removeAll(gone);
    }

    private boolean isValid(Grant grant, Resolved then) {
        Grant.Core core = grant.core();
        Optional<Standing> author =
                then.device(core.device()).filter(standing -> standing.role().writes());
        return core.circle().equals(circle)
                && author.isPresent()
                && charter.resolved().device(core.device()).isPresent()
                && (own.containsKey(core.device())
                        || bytesOfDevice.getOrDefault(core.device(), 0) < GRANT_BYTES_PER_DEVICE_MAX)
                && (!isForEveryone(core)
                        || grant.wraps().size() == then.readers().size())
                && grant.signedBy(author.get().keys().signing());
    }

    private boolean isForEveryone(Grant.Core core) {
        return core.audience().equals(Audiences.everyone(circle));
    }

    private void openWithOwnKey(Grant grant, Resolved then) {
        for (var one : own.entrySet()) {
            candidates(grant, then, one.getKey()).stream()
                    .map(wrap -> Wraps.unwrap(circle, grant.id(), wrap, one.getValue()))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(secret -> learn(grant.id(), secret));
        }
    }

    /** Everyone's wraps stand in the order of devices; a narrow audience's tell nothing, so all are tried. */
    private List<byte[]> candidates(Grant grant, Resolved then, DeviceId device) {
        if (!isForEveryone(grant.core())) {
            return grant.wraps();
        }
        int place = new ArrayList<>(then.readers().keySet()).indexOf(device);
        return place < 0 ? List.of() : List.of(grant.wraps().get(place));
    }

    /** Opens an epoch with a wrap that came by itself; false if it is not for this device or not of this epoch. */
    public boolean addWrap(EpochId epoch, byte[] wrapped) {
        return grants.containsKey(epoch)
                && !opened.containsKey(epoch)
                && own.values().stream()
                        .map(key -> Wraps.unwrap(circle, epoch, wrapped, key))
                        .flatMap(Optional::stream)
                        .anyMatch(secret -> learn(epoch, secret));
    }

    /** Takes an epoch's secret, from a wrap or from this node's own records; false if it is not the one the grant commits to. */
    public boolean learn(EpochId epoch, byte[] secret) {
        Grant grant = grants.get(epoch);
        if (opened.containsKey(epoch)) {
            return true;
        }
        if (grant == null || !Wraps.hashOf(secret).equals(grant.core().secretHash())) {
            return false;
        }
        return isForEveryone(grant.core()) ? learnEveryone(grant, secret) : learnNarrow(grant, secret);
    }

    private boolean learnEveryone(Grant grant, byte[] secret) {
        Optional<byte[]> carry = GrantSeal.openCarry(secret, grant.core().sealed());
        carry.ifPresent(found -> {
            open(grant, new Opened(secret, new TreeSet<>()));
            restore(new Carry(grant.core().carryGeneration(), grant.id(), found));
        });
        return carry.isPresent();
    }

    /** PROTOCOL §4: only the owner's devices hand out a narrow audience, and its name binds its owner. */
    private boolean learnNarrow(Grant grant, byte[] secret) {
        Optional<GrantSeal.Members> members = GrantSeal.openMembers(
                        secret, grant.core().sealed())
                .filter(found -> Audiences.narrow(circle, found.owner(), found.salt())
                        .equals(grant.core().audience()))
                .filter(found -> charter.resolvedAt(grant.core().heads())
                        .flatMap(then -> then.device(grant.core().device()))
                        .filter(author -> author.member().equals(found.owner()))
                        .isPresent());
        members.ifPresent(found -> open(grant, new Opened(secret, found.members())));
        return members.isPresent();
    }

    /** Puts back a carry secret: with it a circle can be proved whose grants or secrets are damaged here, and they come again. */
    public void restore(Carry carry) {
        carries.add(carry);
    }

    // ---- handing out

    /** Makes an epoch of these terms, takes it in, and returns it to be saved and sent. */
    public Grant hand(GrantMaker maker) {
        Grant grant = maker.make(charter);
        if (add(grant) != Receipt.ADDED || !opened.containsKey(grant.id())) {
            throw new IllegalStateException("this node's own grant was refused");
        }
        return grant;
    }

    /** The same wrap every holder would make, for a device that is in the audience now; empty if it is not, or the secret is not here. */
    public Optional<byte[]> wrapFor(EpochId epoch, DeviceKeys recipient) {
        Opened known = opened.get(epoch);
        if (known == null || !mayRead(epoch, known, recipient.device())) {
            return Optional.empty();
        }
        return Wraps.wrap(circle, epoch, known.secret(), recipient.agreement());
    }

    private boolean mayRead(EpochId epoch, Opened known, DeviceId device) {
        Optional<Standing> standing =
                charter.resolved().device(device).filter(found -> found.role().reads());
        Grant grant = grants.get(epoch);
        return grant != null
                && standing.isPresent()
                && (isForEveryone(grant.core())
                        || known.members().contains(standing.get().member()));
    }

    // ---- asking

    public Optional<byte[]> secret(EpochId epoch) {
        return Optional.ofNullable(opened.get(epoch)).map(Opened::secret);
    }

    public Optional<AudienceId> audience(EpochId epoch) {
        return Optional.ofNullable(grants.get(epoch)).map(grant -> grant.core().audience());
    }

    /** The epoch to write with: the causally latest whose secret is held, ties by the smallest id; empty if one has to be made. */
    public Optional<EpochId> forWriting(AudienceId audience) {
        return writable.getOrDefault(audience, new TreeSet<>()).stream().findFirst();
    }

    /** Carry secrets to prove a circle with, at most eight. */
    public List<Carry> carries() {
        return carries.first(CARRY_PROOFS);
    }

    /** Carry secrets to recognise somebody by: more than one end can name, so that both need not have chosen the same. */
    public List<Carry> carriesKnown() {
        return carries.first(CARRY_KNOWN_MAX);
    }

    /** The member whose device handed it out. A grant that is damaged here is counted as one's own. */
    private String grantedBy(Carry carry) {
        Grant grant = grants.get(carry.from());
        DeviceId device = grant == null ? self : grant.core().device();
        return charter.resolved()
                .device(device)
                .map(standing -> standing.member().hex())
                .orElse(device.hex());
    }

    /** Who is in a narrow audience that may be written with here; empty for everyone's, and while its secret is not held. */
    public SortedSet<MemberId> members(AudienceId audience) {
        return forWriting(audience).map(opened::get).map(Opened::members).orElseGet(Collections::emptySortedSet);
    }

    public Optional<Grant> grant(EpochId epoch) {
        return Optional.ofNullable(grants.get(epoch));
    }

    /** Every epoch whose grant is held. */
    public SortedSet<EpochId> held() {
        return new TreeSet<>(grants.keySet());
    }

    /** Everyone's epochs whose secret is missing here, though this device should have it. */
    public SortedSet<EpochId> keyless() {
        boolean reads = charter.resolved()
                .device(self)
                .map(Standing::role)
                .filter(Role::reads)
                .isPresent();
        return reads ? new TreeSet<>(keyless) : new TreeSet<>();
    }

    /** Grants held that are not among these. */
    public List<Grant> without(Collection<EpochId> known) {
        SortedSet<EpochId> left = new TreeSet<>(known);
        return grants.values().stream()
                .filter(grant -> !left.contains(grant.id()))
                .toList();
    }
}
