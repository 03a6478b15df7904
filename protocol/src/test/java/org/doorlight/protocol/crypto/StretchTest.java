package org.doorlight.protocol.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.doorlight.protocol.Vectors.hex;

import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

class StretchTest {
    private static final byte[] PASSWORD = "soup on Tuesday".getBytes(US_ASCII);
    private static final byte[] SALT = new byte[16];

    @Test
    void the_argon2id_example_of_rfc_9106_section_5_3_gives_its_tag() {
        Argon2Parameters.Builder parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(hex("02".repeat(16)))
                .withSecret(hex("03".repeat(8)))
                .withAdditional(hex("04".repeat(12)));

        assertThat(Stretch.argon2id(parameters, hex("01".repeat(32)), 32))
                .isEqualTo(hex("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"));
    }

    @Test
    void the_costs_in_use_are_one_lane_argon2id_version_13() {
        Argon2Parameters.Builder parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(8 * 1024)
                .withIterations(3)
                .withParallelism(1)
                .withSalt(SALT);

        assertThat(Stretch.stretch(PASSWORD, SALT, StretchCost.CODE, 32))
                .isEqualTo(Stretch.argon2id(parameters, PASSWORD, 32));
    }

    @Test
    void another_password_salt_or_cost_gives_another_key() {
        byte[] key = cheaply(PASSWORD, SALT);

        assertThat(cheaply(PASSWORD, SALT)).isEqualTo(key);
        Tampering.everyByte(
                PASSWORD, changed -> assertThat(cheaply(changed, SALT)).isNotEqualTo(key));
        Tampering.everyByte(
                SALT, changed -> assertThat(cheaply(PASSWORD, changed)).isNotEqualTo(key));
        assertThat(Stretch.stretch(PASSWORD, SALT, new StretchCost(8, 2), 32)).isNotEqualTo(key);
        assertThat(Stretch.stretch(PASSWORD, SALT, new StretchCost(16, 1), 32)).isNotEqualTo(key);
    }

    @Test
    void a_short_salt_or_result_is_a_mistake() {
        assertThatThrownBy(() -> cheaply(PASSWORD, new byte[7])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Stretch.stretch(PASSWORD, SALT, StretchCost.CHEAPEST, 3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_cost_beyond_what_a_small_board_bears_is_not_allowed() {
        assertThat(StretchCost.isAllowed(256 * 1024, 16)).isTrue();
        for (int[] cost : new int[][] {{7, 1}, {256 * 1024 + 1, 1}, {8, 0}, {8, 17}, {-1, -1}}) {
            assertThat(StretchCost.isAllowed(cost[0], cost[1])).isFalse();
            assertThatThrownBy(() -> new StretchCost(cost[0], cost[1])).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static byte[] cheaply(byte[] password, byte[] salt) {
        return Stretch.stretch(password, salt, StretchCost.CHEAPEST, 32);
    }
}
