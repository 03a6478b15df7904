package org.doorlight.protocol.charter;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.StatementId;

/**
 * What a set of statements comes to.
 *
 * @param devices every device that counts
 * @param openInvites invitations that may still be used
 * @param usedInvites invitations somebody came in by
 */
public record Resolved(
        SortedMap<DeviceId, Standing> devices,
        SortedMap<StatementId, Declaration.Invite> openInvites,
        SortedSet<StatementId> usedInvites) {
    public Resolved {
        devices = Collections.unmodifiableSortedMap(new TreeMap<>(devices));
        openInvites = Collections.unmodifiableSortedMap(new TreeMap<>(openInvites));
        usedInvites = Collections.unmodifiableSortedSet(new TreeSet<>(usedInvites));
    }

    public Optional<Standing> device(DeviceId device) {
        return Optional.ofNullable(devices.get(device));
    }

    /** How many devices of a member count. */
    public long devicesOf(MemberId member) {
        return devices.values().stream()
                .filter(standing -> standing.member().equals(member))
                .count();
    }

    /** Every member with its highest role, ascending by id. */
    public SortedMap<MemberId, Role> members() {
        SortedMap<MemberId, Role> members = new TreeMap<>();
        devices.values().forEach(standing -> members.merge(standing.member(), standing.role(), Resolved::higher));
        return members;
    }

    private static Role higher(Role one, Role other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** The devices of those who hold the circle's keys, ascending: the order of wraps in a grant (PROTOCOL §4). */
    public SortedMap<DeviceId, Standing> readers() {
        SortedMap<DeviceId, Standing> readers = new TreeMap<>(devices);
        readers.values().removeIf(standing -> !standing.role().reads());
        return readers;
    }
}
