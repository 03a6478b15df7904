package org.doorlight.protocol.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.Property;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.SlotId;
import org.doorlight.protocol.wire.message.AskedFact;
import org.doorlight.protocol.wire.message.DoorFact;
import org.doorlight.protocol.wire.message.SlotFact;
import org.doorlight.protocol.wire.message.TextRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests, doors and names as facts, and back (CARE S1 to S6). */
class FactsTest {
    private static final SeededEntropy ENTROPY = new SeededEntropy(79);
    private static final DeviceId ANA = DeviceId.of(ENTROPY.bytes(16));
    private static final DeviceId BEN = DeviceId.of(ENTROPY.bytes(16));
    private static final SlotId SLOT = SlotId.of(ENTROPY.bytes(16));
    private static final SlotId LATER = SlotId.of(ENTROPY.bytes(16));
    private static final DocumentId DOCUMENT = DocumentId.of(ENTROPY.bytes(16));
    private static final Whisper DOOR = new Whisper(Whisper.DOOR, DOCUMENT, "blue door", Optional.empty());
    private static final CareRequest REQUEST = CareRequest.fresh(
            new CareRequest.Asked(
                    RequestKind.CHILD_MINDING,
                    "Zwei Stunden mit Lea 🔔",
                    List.of("shoes off", "ten minutes"),
                    1_800_000_000_000L,
                    Optional.of(DOCUMENT)),
            List.of(
                    new Slot(SLOT, 1_800_000_100_000L, 3_600_000, 2, "Europe/Berlin"),
                    new Slot(LATER, 1_800_000_200_000L, 60_000, 1, "Asia/Kathmandu")));

    // ---- keys

    @Test
    void a_key_reads_back_as_it_was_written() {
        FactKey key = new FactKey("slot", SLOT.hex(), ANA);

        assertThat(FactKey.parse(key.toString())).contains(key);
        assertThat(key).hasToString("slot/" + SLOT.hex() + "/" + ANA.hex());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//",
                "asked",
                "asked/-",
                "asked/-/",
                "asked/-/00",
                "asked/-/0000000000000000000000000000000G",
                "asked/-/00000000000000000000000000000AAA",
                "asked/-/000000000000000000000000000000000",
                "asked/-/00000000000000000000000000000000/1",
                "asked/-/00000000000000000000000000000000/"
            })
    void a_key_of_another_shape_is_somebodys_future(String key) {
        assertThat(FactKey.parse(key)).isEmpty();
    }

    // ---- requests

    @Test
    void a_request_reads_back_from_its_facts() {
        assertThat(RequestReader.read(RequestFacts.asked(REQUEST, ANA))).contains(REQUEST);
    }

    @Test
    void a_request_reads_the_same_in_whatever_order_its_facts_came() {
        SortedMap<String, byte[]> all = RequestFacts.asked(REQUEST, ANA);
        all.putAll(RequestFacts.withdrawn(5, ANA));
        Property.cases(50, 1).hold((random, size) -> {
            List<Map.Entry<String, byte[]>> mixed = new ArrayList<>(all.entrySet());
            Collections.shuffle(mixed, random);
            SortedMap<String, byte[]> facts = new TreeMap<>();
            mixed.forEach(fact -> {
                facts.put(fact.getKey(), fact.getValue());
                RequestReader.read(facts);
            });

            assertThat(RequestReader.read(facts)).isEqualTo(RequestReader.read(all));
        });
    }

    @Test
    void a_request_is_none_until_it_says_what_it_is() {
        SortedMap<String, byte[]> facts = RequestFacts.asked(REQUEST, ANA);
        facts.keySet().removeIf(key -> key.startsWith("asked"));

        assertThat(RequestReader.read(facts)).isEmpty();
        assertThat(RequestReader.read(new TreeMap<>())).isEmpty();
    }

    @Test
    void withdrawn_is_for_ever_whatever_else_is_said() {
        SortedMap<String, byte[]> facts = RequestFacts.asked(REQUEST, ANA);
        facts.putAll(RequestFacts.withdrawn(5, BEN));
        facts.put(new FactKey("withdrawn", FactKey.WHOLE, ANA).toString(), new byte[] {-1});
        facts.putAll(RequestFacts.asked(REQUEST, BEN));

        assertThat(RequestReader.read(facts).orElseThrow().intent().withdrawn()).isTrue();
    }

    @Test
    void facts_of_somebodys_future_are_left_where_they_are() {
        SortedMap<String, byte[]> facts = RequestFacts.asked(REQUEST, ANA);
        facts.put("mood/-/" + ANA.hex(), new byte[] {1, 2, 3});
        facts.put("no key at all", new byte[0]);
        facts.put("slot/not-an-id/" + ANA.hex(), new byte[] {8, 1});
        facts.put("slot/" + "0".repeat(31) + "G/" + ANA.hex(), new byte[] {8, 1});

        assertThat(RequestReader.read(facts)).contains(REQUEST);
    }

    @Test
    void a_fact_that_is_none_counts_for_nothing() {
        SortedMap<String, byte[]> facts = RequestFacts.asked(REQUEST, ANA);
        facts.put(new FactKey("asked", FactKey.WHOLE, BEN).toString(), new byte[] {-1, -1});
        facts.put(new FactKey("slot", SLOT.hex(), BEN).toString(), new byte[] {-1, -1});

        assertThat(RequestReader.read(facts)).contains(REQUEST);
    }

    @Test
    void a_slot_that_cannot_be_is_none() {
        SlotFact good = SlotFact.newBuilder()
                .setVersion(1)
                .setStart(1)
                .setDurationMillis(1)
                .setNeed(1)
                .setZone("UTC")
                .build();
        SortedMap<String, byte[]> bare = RequestFacts.asked(withoutSlots(), ANA);
        String key = new FactKey("slot", SLOT.hex(), ANA).toString();

        bare.put(key, good.toByteArray());
        assertThat(RequestReader.read(bare).orElseThrow().slots()).hasSize(1);
        for (SlotFact bad : List.of(
                good.toBuilder().setStart(0).build(),
                good.toBuilder().setStart(-5).build(),
                good.toBuilder().setDurationMillis(0).build(),
                good.toBuilder().setDurationMillis(-1).build(),
                good.toBuilder().setNeed(0).build(),
                good.toBuilder().setNeed(-1).build())) {
            bare.put(key, bad.toByteArray());
            assertThat(RequestReader.read(bare).orElseThrow().slots()).isEmpty();
        }
    }

    private static CareRequest withoutSlots() {
        return CareRequest.fresh(REQUEST.asked(), List.of());
    }

    @Test
    void of_two_words_about_a_slot_the_newer_counts() {
        SortedMap<String, byte[]> facts = RequestFacts.asked(withoutSlots(), ANA);
        SlotFact fact = SlotFact.newBuilder()
                .setStart(1)
                .setDurationMillis(1)
                .setNeed(1)
                .setVersion(1)
                .build();
        for (DeviceId newer : List.of(ANA, BEN)) {
            DeviceId older = newer.equals(ANA) ? BEN : ANA;
            facts.put(new FactKey("slot", SLOT.hex(), older).toString(), fact.toByteArray());
            facts.put(
                    new FactKey("slot", SLOT.hex(), newer).toString(),
                    fact.toBuilder().setVersion(2).setNeed(7).build().toByteArray());

            assertThat(RequestReader.read(facts).orElseThrow().slots())
                    .extracting(Slot::need)
                    .containsExactly(7);
        }
    }

    @Test
    void of_two_who_say_what_it_is_the_earlier_counts() {
        SortedMap<String, byte[]> facts = new TreeMap<>();
        AskedFact early = AskedFact.newBuilder()
                .setKind("pet")
                .setTitle("Early")
                .setAskedAt(1)
                .build();
        AskedFact late = AskedFact.newBuilder()
                .setKind("pet")
                .setTitle("Late")
                .setAskedAt(2)
                .build();
        facts.put(new FactKey("asked", FactKey.WHOLE, ANA).toString(), late.toByteArray());
        facts.put(new FactKey("asked", FactKey.WHOLE, BEN).toString(), early.toByteArray());

        assertThat(RequestReader.read(facts).orElseThrow().title()).isEqualTo("Early");
    }

    @Test
    void a_kind_of_somebodys_future_is_shown_as_other() {
        SortedMap<String, byte[]> facts = new TreeMap<>();
        facts.put(
                new FactKey("asked", FactKey.WHOLE, ANA).toString(),
                AskedFact.newBuilder().setKind("teleport").build().toByteArray());

        assertThat(RequestReader.read(facts).orElseThrow().kind()).isEqualTo(RequestKind.OTHER);
    }

    // ---- doors

    @Test
    void a_door_reads_back_with_its_request() {
        assertThat(Whisper.read(Whisper.DOOR, DOOR.facts(ANA))).contains(DOOR);
        assertThat(Whisper.read(Whisper.DOOR, RequestFacts.asked(REQUEST, ANA))).isEmpty();
    }

    @Test
    void the_newer_door_counts_and_one_of_no_request_does_not() {
        SortedMap<String, byte[]> facts = DOOR.facts(ANA);
        facts.put(
                new FactKey("door", FactKey.WHOLE, BEN).toString(),
                DoorFact.newBuilder().setVersion(9).setText("nowhere").build().toByteArray());

        assertThat(Whisper.read(Whisper.DOOR, facts).orElseThrow().text()).isEqualTo("blue door");
    }

    // ---- names

    @Test
    void a_register_reads_back() {
        SortedMap<String, byte[]> facts = ProfileFacts.set(ProfileFacts.NAME, "Ana", ANA);
        facts.putAll(ProfileFacts.set(ProfileFacts.KIND, "household", ANA));

        assertThat(name(facts)).isEqualTo("Ana");
        assertThat(ProfileFacts.register(facts, ProfileFacts.KIND).orElseThrow().getValue())
                .isEqualTo("household");
        assertThat(ProfileFacts.register(facts, ProfileFacts.ZONE)).isEmpty();
    }

    @Test
    void registers_of_several_devices_join_by_version_then_by_the_smaller_text() {
        for (DeviceId first : List.of(ANA, BEN)) {
            DeviceId second = first.equals(ANA) ? BEN : ANA;
            SortedMap<String, byte[]> facts = new TreeMap<>();
            facts.put(key(first), register(1, "Zoe"));
            facts.put(key(second), register(1, "Ana"));
            assertThat(name(facts)).isEqualTo("Ana");

            facts.put(key(first), register(2, "Zoe"));
            assertThat(name(facts)).isEqualTo("Zoe");

            facts.put(key(second), register(-1, "the largest of all"));
            assertThat(name(facts)).isEqualTo("the largest of all");

            facts.put(key(second), new byte[] {-1});
            assertThat(name(facts)).isEqualTo("Zoe");
        }
    }

    private static String key(DeviceId device) {
        return new FactKey(ProfileFacts.NAME, FactKey.WHOLE, device).toString();
    }

    private static byte[] register(long version, String value) {
        return TextRegister.newBuilder()
                .setVersion(version)
                .setValue(value)
                .build()
                .toByteArray();
    }

    private static String name(SortedMap<String, byte[]> facts) {
        return ProfileFacts.register(facts, ProfileFacts.NAME).orElseThrow().getValue();
    }
}
