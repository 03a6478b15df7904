package org.doorlight.protocol.care;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.SlotId;

/**
 * A street without a network: Rosa with two devices, who asks; Ana with two, Ben and Chidi with one each, who may help. Letters reach
 * anybody in any order, some of them twice, and no two clocks agree.
 */
final class CareStreet {
    static final long HOUR = Duration.ofHours(1).toMillis();
    static final long NOW = Instant.parse("2026-11-23T12:00:00Z").toEpochMilli();
    static final long SOON = Instant.parse("2026-11-24T18:00:00Z").toEpochMilli();

    private static final long[] CLOCKS = {
        0, NOW, NOW - 1, NOW + 1, NOW + 86_400_000L, NOW - 86_400_000L, 4_000_000_000_000L, -5, Long.MAX_VALUE
    };

    private final Random random;
    private final DocumentId request;
    private final List<SlotId> slots = new ArrayList<>();
    private final List<CareDevice> devices = new ArrayList<>();
    private final List<CareDevice.Letter> letters = new ArrayList<>();

    CareStreet(Random random) {
        this.random = random;
        SeededEntropy entropy = new SeededEntropy(random.nextLong());
        request = DocumentId.of(entropy.bytes(16));
        slots.add(SlotId.of(entropy.bytes(16)));
        slots.add(SlotId.of(entropy.bytes(16)));
        for (int household : new int[] {2, 2, 1, 1}) {
            MemberId member = MemberId.of(entropy.bytes(32));
            for (int device = 0; device < household; device++) {
                devices.add(new CareDevice(this, member, DeviceId.of(entropy.bytes(16)), anyClock()));
            }
        }
    }

    private long anyClock() {
        return CLOCKS[random.nextInt(CLOCKS.length)];
    }

    Random random() {
        return random;
    }

    DocumentId request() {
        return request;
    }

    List<SlotId> slots() {
        return slots;
    }

    SlotId slot() {
        return slots.get(0);
    }

    MemberId rosa() {
        return devices.get(0).member();
    }

    CareDevice rosasBox() {
        return devices.get(0);
    }

    CareDevice rosasPhone() {
        return devices.get(1);
    }

    CareDevice anasBox() {
        return devices.get(2);
    }

    CareDevice anasPhone() {
        return devices.get(3);
    }

    CareDevice ben() {
        return devices.get(4);
    }

    CareDevice chidi() {
        return devices.get(5);
    }

    List<CareDevice> devices() {
        return devices;
    }

    // ---- stories

    /** Rosa asks for soup on Tuesday at six; the second slot, on Wednesday, takes two. Everybody hears of it. */
    CareStreet rosaAsks() {
        return rosaAsksFor(RequestKind.MEAL);
    }

    CareStreet rosaAsksFor(RequestKind kind) {
        Slot tuesday = new Slot(slots.get(0), SOON, HOUR, 1, "UTC");
        Slot wednesday = new Slot(slots.get(1), SOON + 24 * HOUR, HOUR, 2, "UTC");
        rosasBox()
                .asks(CareRequest.fresh(
                        new CareRequest.Asked(kind, "Soup", List.of("step"), NOW, Optional.empty()),
                        List.of(tuesday, wednesday)));
        return everybodyHears();
    }

    CareStreet everybodyHears() {
        devices.forEach(CareDevice::hearAll);
        return this;
    }

    // ---- letters

    void post(CareDevice.Letter letter) {
        letters.add(letter);
    }

    List<CareDevice.Letter> letters() {
        return letters;
    }

    /** In another order, some of them twice. */
    static List<CareDevice.Letter> mixed(List<CareDevice.Letter> letters, Random random) {
        List<CareDevice.Letter> mixed = new ArrayList<>(letters);
        letters.stream().filter(letter -> random.nextInt(3) == 0).forEach(mixed::add);
        Collections.shuffle(mixed, random);
        return mixed;
    }

    /** Some of them, mixed. */
    List<CareDevice.Letter> some() {
        List<CareDevice.Letter> mixed = mixed(letters, random);
        return mixed.subList(0, random.nextInt(mixed.size() + 1));
    }

    /** Somebody who has heard nothing yet and owns nothing. */
    CareDevice newcomer() {
        SeededEntropy entropy = new SeededEntropy(random.nextLong());
        return new CareDevice(this, MemberId.of(entropy.bytes(32)), DeviceId.of(entropy.bytes(16)), anyClock());
    }
}
