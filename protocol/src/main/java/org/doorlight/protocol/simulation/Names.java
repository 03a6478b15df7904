package org.doorlight.protocol.simulation;

import java.util.List;

/** What the households of a simulated street are called. */
final class Names {
    private static final List<String> FIRST = List.of(
            "Ana", "Ben", "Chidi", "Dora", "Emil", "Fatma", "Gita", "Hugo", "Ines", "Jun", "Kaya", "Lev", "Mei", "Nils",
            "Olga", "Pau", "Quinn", "Rosa", "Sami", "Tove");

    private Names() {}

    static String of(int house) {
        return house < FIRST.size() ? FIRST.get(house) : "House " + (house + 1);
    }
}
