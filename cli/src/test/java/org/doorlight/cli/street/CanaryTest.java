package org.doorlight.cli.street;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** A scanner that finds nothing proves something only if it finds what is there. */
class CanaryTest {
    private final Canary canary = new Canary("Zaunkönig-4711");

    @Test
    void it_is_found_as_it_is_and_in_wide_letters() {
        assertThat(canary.foundIn("a Zaunkönig-4711 b".getBytes(StandardCharsets.UTF_8)))
                .contains("UTF-8");
        assertThat(canary.foundIn("xZaunkönig-4711".getBytes(StandardCharsets.UTF_16LE)))
                .contains("UTF-16LE");
    }

    @Test
    void it_is_found_in_base64_at_every_offset() {
        for (String before : new String[] {"", "x", "xy", "xyz", "xyzw"}) {
            byte[] text = (before + "Zaunkönig-4711 and more").getBytes(StandardCharsets.UTF_8);
            assertThat(canary.foundIn(Base64.getEncoder().encode(text))).isNotEmpty();
        }
    }

    @Test
    void it_is_not_found_where_it_is_not() {
        assertThat(canary.foundIn("Zaunkönig-4712".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
