package org.doorlight.node.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.doorlight.protocol.core.Address;
import org.doorlight.protocol.core.Ask;
import org.jspecify.annotations.Nullable;

/** The shapes of request bodies. What the words in them mean is the core's to judge. */
final class Bodies {
    private static final String USUAL_ROLE = "member";

    private Bodies() {}

    /** Of routes that are told everything by their address. */
    record Nothing() {}

    /** @param zone IANA time zone name; the node's own if absent */
    record NewCircle(String name, @Nullable String zone) {
        Ask ask() {
            return new Ask.CreateCircle(name, zone);
        }
    }

    /** @param role {@code member} if absent */
    record NewInvite(@Nullable String role) {
        Ask ask(@Nullable String circle) {
            return new Ask.Invite(circle, Objects.requireNonNullElse(role, USUAL_ROLE));
        }
    }

    /** @param peers {@code HOST:PORT} of nodes to try first */
    record Joining(String code, @Nullable List<String> peers) {
        Ask ask() throws Refused {
            return new Ask.Join(code, addresses(orNone(peers)));
        }

        private static List<Address> addresses(List<String> peers) throws Refused {
            if (peers.size() > ApiLimits.JOIN_PEERS_MAX) {
                throw Refused.invalid("\"peers\" has more than " + ApiLimits.JOIN_PEERS_MAX + " items.");
            }
            List<Address> addresses = new ArrayList<>();
            for (String peer : peers) {
                addresses.add(Address.parse(peer)
                        .filter(address -> address.port() > 0)
                        .orElseThrow(() -> Refused.invalid(
                                "\"peers[" + addresses.size() + "]\" must be HOST:PORT, as 192.168.1.20:7845.")));
            }
            return addresses;
        }
    }

    /** The fields of {@link Ask.AddRequest}. */
    record NewRequest(
            String kind,
            String title,
            List<NewSlot> slots,
            @Nullable List<String> rules,
            @Nullable String door,
            @Nullable List<String> to,
            @Nullable List<String> doorTo,
            @Nullable String story,
            @Nullable String follows) {
        Ask ask(@Nullable String circle) {
            var drafts = slots.stream().map(NewSlot::draft).toList();
            var few = new Ask.ForFew(orNone(doorTo), story, follows);
            return new Ask.AddRequest(circle, kind, title, drafts, orNone(rules), door, orNone(to), few);
        }
    }

    /** @param need one helper if absent */
    record NewSlot(String start, String duration, @Nullable Integer need) {
        Ask.SlotDraft draft() {
            return new Ask.SlotDraft(start, duration, Objects.requireNonNullElse(need, 1));
        }
    }

    private static List<String> orNone(@Nullable List<String> texts) {
        return Objects.requireNonNullElse(texts, List.of());
    }
}
