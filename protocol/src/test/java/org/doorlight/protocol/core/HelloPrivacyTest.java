package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.EpochId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a member sees who is in nobody's plan, with all that is sealed and its own keys, on days on which nothing happens (HELLO §8). Emil looks at
 * everybody's envelopes of three days: Rosa has a plan, Ben and Chidi are her buddies, Finn has no part in it.
 */
class HelloPrivacyTest {
    private static final int DAYS = 3;

    private final HelloStreet on = new HelloStreet(64, "Ben", "Chidi");
    private TestHome emil;
    private TestHome finn;
    private int before;

    @BeforeEach
    void three_quiet_days() {
        emil = on.street.joined("Emil", on.rosa);
        finn = on.street.joined("Finn", on.rosa);
        on.withClock().withPlan();
        // A day for those without a plan to begin their documents.
        quietDay(24);
        before = emil.archive().envelopes().size();
        for (int day = 0; day < DAYS; day++) {
            quietDay(25 + day);
        }
    }

    /** Rosa says hello at some time in her window, and once more in the evening; from noon to noon. */
    private void quietDay(int date) {
        on.until("2026-11-" + date + "T0" + (7 + date % 3) + ":20");
        on.saysHello(on.rosa);
        on.until("2026-11-" + date + "T12:00");
        on.saysHello(on.rosa);
    }

    private List<Envelope> arrived() {
        List<TestArchive.Stored> all = emil.archive().envelopes();
        return all.subList(before, all.size()).stream()
                .map(stored -> Envelope.parse(stored.filed().bytes()).orElseThrow())
                .toList();
    }

    private List<Envelope> of(TestHome home) {
        DeviceId device = home.members().stream()
                .filter(member -> member.id().equals(on.member(home)))
                .findFirst()
                .orElseThrow()
                .devices()
                .get(0);
        return arrived().stream()
                .filter(envelope -> envelope.header().device().equals(device))
                .toList();
    }

    @Test
    void everybody_writes_one_note_a_day_of_one_size_into_one_document() {
        for (TestHome home : List.of(on.rosa, on.buddies.get(0), on.buddies.get(1), emil, finn)) {
            List<Envelope> notes = of(home);
            assertThat(notes).as(home.name()).hasSize(DAYS);
            assertThat(notes)
                    .extracting(envelope -> envelope.bytes().length)
                    .containsOnly(arrived().get(0).bytes().length);
            assertThat(notes.stream()
                            .map(envelope -> envelope.header().document())
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void every_document_of_hellos_looks_as_if_it_were_for_eight() {
        Map<EpochId, Grant> grants = new TreeMap<>();
        emil.archive()
                .records(Shelf.GRANT)
                .forEach(kept -> Grant.parse(kept.value()).ifPresent(grant -> grants.put(grant.id(), grant)));
        for (Envelope envelope : arrived()) {
            Grant grant = grants.get(envelope.header().epoch());
            assertThat(grant).isNotNull();
            assertThat(grant.wraps()).hasSize(8);
        }
        List<Integer> sealed = new ArrayList<>();
        arrived()
                .forEach(envelope ->
                        sealed.add(grants.get(envelope.header().epoch()).core().sealed().length));
        assertThat(new TreeSet<>(sealed)).as("lengths of sealed member lists").hasSize(1);
    }

    @Test
    void an_outsider_opens_none_of_it_but_its_own() {
        for (Envelope envelope : arrived()) {
            boolean own = of(emil).contains(envelope);
            assertThat(emil.secrets().containsKey(envelope.header().epoch())).isEqualTo(own);
        }
    }
}
