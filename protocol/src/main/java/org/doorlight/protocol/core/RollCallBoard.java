package org.doorlight.protocol.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.hello.RollCalls;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.replica.Holding;

/** Roll-calls and the answers to them, of one circle, as their documents say (HELLO §6). */
final class RollCallBoard {
    private final SortedMap<MemberId, SortedMap<DocumentId, SortedMap<String, byte[]>>> pages = new TreeMap<>();

    void update(Body.Nature nature, Holding holding) {
        pages.computeIfAbsent(nature.owner(), unseen -> new TreeMap<>()).put(holding.document(), holding.facts());
    }

    void forget(DocumentId document) {
        pages.values().forEach(of -> of.remove(document));
    }

    /** Everything these members started. */
    Collection<RollCalls.Call> calls(SortedSet<MemberId> members) {
        List<RollCalls.Call> calls = new ArrayList<>();
        for (MemberId member : members) {
            of(member).forEach((id, facts) -> RollCalls.read(id, member, facts).ifPresent(calls::add));
        }
        return calls;
    }

    /** Everything a member wrote about roll-calls. */
    SortedMap<String, byte[]> facts(MemberId member) {
        SortedMap<String, byte[]> all = new TreeMap<>();
        of(member).values().forEach(all::putAll);
        return all;
    }

    /** The document of this member in which one of these stands already. */
    Optional<DocumentId> documentWith(MemberId member, SortedSet<String> keys) {
        return of(member).entrySet().stream()
                .filter(page -> keys.stream().anyMatch(page.getValue()::containsKey))
                .map(page -> page.getKey())
                .findFirst();
    }

    private SortedMap<DocumentId, SortedMap<String, byte[]>> of(MemberId member) {
        return pages.getOrDefault(member, new TreeMap<>());
    }
}
