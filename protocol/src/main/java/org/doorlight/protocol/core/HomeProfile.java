package org.doorlight.protocol.core;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.wire.Limits;
import org.doorlight.protocol.wire.message.HomeRecord;

/**
 * Who lives here: what this home's card says in every circle it enters.
 *
 * @param kind {@code household}, {@code person} or {@code kiosk}
 */
public record HomeProfile(String name, String kind) {
    /** The longest name, in characters. */
    public static final int NAME_CHARACTERS_MAX = Limits.NAME_CHARACTERS_MAX;

    private static final byte[] KEY = "home".getBytes(StandardCharsets.US_ASCII);

    /** The save that writes it down in a new home. */
    public Effect.SaveRecord save(Vault vault) {
        byte[] value =
                HomeRecord.newBuilder().setName(name).setKind(kind).build().toByteArray();
        return new Effect.SaveRecord(Shelf.HOME, KEY, vault.seal(Shelf.HOME, KEY, value));
    }

    /** Reads it back; empty if it is missing or sealed under another home's key. */
    public static Optional<HomeProfile> load(Archive archive, Vault vault) {
        List<Archive.Kept> kept = archive.records(Shelf.HOME);
        return kept.stream()
                .findFirst()
                .flatMap(record -> vault.open(Shelf.HOME, record.key(), record.value()))
                .flatMap(value -> Records.parse(HomeRecord.parser(), value))
                .map(record -> new HomeProfile(record.getName(), record.getKind()));
    }
}
