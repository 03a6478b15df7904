package org.doorlight.protocol.crypto;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.doorlight.protocol.Vectors.hex;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class InviteCodeTest {
    private static final InviteCode CODE = InviteCode.of(hex("00443214c74254b635cf"));

    @Test
    void a_code_is_printed_in_groups_of_four_with_its_check_at_the_end() {
        assertThat(CODE.text()).isEqualTo("0123-4567-89AB-CDEF-D8");
    }

    @Test
    void ten_zero_bytes_and_ten_full_bytes_use_both_ends_of_the_alphabet() {
        assertThat(InviteCode.of(new byte[10]).text()).startsWith("0000-0000-0000-0000-");
        assertThat(InviteCode.of(hex("ff".repeat(10))).text()).startsWith("ZZZZ-ZZZZ-ZZZZ-ZZZZ-");
    }

    @Test
    void every_printed_code_is_read_again() {
        SeededEntropy entropy = new SeededEntropy(1);

        for (int round = 0; round < 1_000; round++) {
            InviteCode code = InviteCode.of(entropy.bytes(10));

            assertThat(read(code.text())).isEqualTo(code).hasSameHashCodeAs(code);
        }
    }

    @Test
    void a_code_is_read_however_it_is_typed() {
        String text = CODE.text();

        assertThat(read(text.replace("-", ""))).isEqualTo(CODE);
        assertThat(read(text.replace("-", " "))).isEqualTo(CODE);
        assertThat(read(text.replace("-", " \u2013 "))).isEqualTo(CODE);
        assertThat(read("\t" + text + "\u00a0\r\n")).isEqualTo(CODE);
        assertThat(read(text.toLowerCase(Locale.ROOT))).isEqualTo(CODE);
        assertThat(read(text.replace('0', 'O'))).isEqualTo(CODE);
        assertThat(read(text.replace('0', 'o'))).isEqualTo(CODE);
        assertThat(read(text.replace('1', 'I'))).isEqualTo(CODE);
        assertThat(read(text.replace('1', 'i'))).isEqualTo(CODE);
        assertThat(read(text.replace('1', 'L'))).isEqualTo(CODE);
        assertThat(read(text.replace('1', 'l'))).isEqualTo(CODE);
    }

    @Test
    void a_wrong_character_is_noticed_but_for_one_in_a_thousand() {
        String typed = CODE.text().replace("-", "");
        int unnoticed = 0;
        for (int at = 0; at < typed.length(); at++) {
            for (int value = 0; value < 32; value++) {
                String mistyped = typed.substring(0, at) + Crockford.character(value) + typed.substring(at + 1);
                unnoticed += !mistyped.equals(typed) && isRead(mistyped) ? 1 : 0;
            }
        }
        assertThat(unnoticed).as("of 18 × 31 mistakes").isLessThanOrEqualTo(3);
    }

    @Test
    void two_neighbouring_characters_swapped_are_noticed() {
        String typed = CODE.text().replace("-", "");

        for (int at = 0; at + 1 < typed.length(); at++) {
            if (typed.charAt(at) != typed.charAt(at + 1)) {
                String swapped =
                        typed.substring(0, at) + typed.charAt(at + 1) + typed.charAt(at) + typed.substring(at + 2);
                assertThat(isRead(swapped)).as(swapped).isFalse();
            }
        }
    }

    @Test
    void the_reason_says_what_to_look_at() {
        String typed = CODE.text();

        assertThat(reason("")).isEqualTo("A code has 18 letters and digits; this has 0.");
        assertThat(reason(typed.substring(1))).isEqualTo("A code has 18 letters and digits; this has 17.");
        assertThat(reason(typed + "7")).isEqualTo("A code has 18 letters and digits; this has 19.");
        assertThat(reason(typed.replace('3', 'U')))
                .isEqualTo("The letter U never occurs in a code. Please compare it once more.");
        assertThat(reason(typed.replace('3', '*')))
                .isEqualTo("One of these characters never occurs in a code. Please compare it once more.");
        assertThat(reason(typed.replace('3', '5')))
                .isEqualTo("This code has a typing mistake somewhere. Please compare it once more.");
        assertThat(reason("-".repeat(65))).isEqualTo("This is too long for a code, which has 18 letters and digits.");
    }

    @Test
    void letters_of_other_alphabets_are_not_taken_for_ours() {
        for (String strange :
                new String[] {"\u0131", "\u017f", "\u212a", "\uff21", "\u0661", "\u0430", "\ud83d\ude00"}) {
            assertThat(isRead(strange + CODE.text().substring(1))).isFalse();
        }
    }

    @Test
    void any_text_at_all_gets_an_answer() {
        SeededEntropy entropy = new SeededEntropy(2);

        for (int round = 0; round < 5_000; round++) {
            String garbage = new String(entropy.bytes(round % 80), UTF_16BE);
            assertThat(isRead(garbage)).isFalse();
        }
    }

    @Test
    void a_code_never_shows_itself_unasked() {
        assertThat(CODE).hasToString("InviteCode[hidden]");
        assertThat(InviteCode.parse(CODE.text()).toString()).doesNotContain("0123");
        assertThat(InviteCode.parse(CODE.text() + "7").toString()).doesNotContain("0123");
    }

    @Test
    void a_code_keeps_its_own_bytes() {
        byte[] random = hex("00443214c74254b635cf");
        InviteCode code = InviteCode.of(random);

        random[0]++;
        code.secret()[1]++;

        assertThat(code).isEqualTo(CODE);
        assertThat(code).isNotEqualTo(InviteCode.of(random));
        assertThatThrownBy(() -> InviteCode.of(new byte[9])).isInstanceOf(IllegalArgumentException.class);
    }

    private static InviteCode read(String typed) {
        return InviteCode.parse(typed).either(code -> code, reason -> {
            throw new AssertionError(reason);
        });
    }

    private static boolean isRead(String typed) {
        return InviteCode.parse(typed).either(code -> true, reason -> false);
    }

    private static String reason(String typed) {
        return InviteCode.parse(typed).either(code -> "a code", reason -> reason);
    }
}
