package org.doorlight.protocol.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteCursorTest {

    @ParameterizedTest
    @CsvSource({"00,0", "7f,127", "8001,128", "ff7f,16383", "ffffffffffffffff7f,9223372036854775807"})
    void an_unsigned_number_in_its_shortest_form_is_read(String hex, long number) throws Refusal {
        assertThat(cursor(hex).unsigned()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "8000, NUMBER_NOT_SHORTEST",
        "ff00, NUMBER_NOT_SHORTEST",
        "ffffffffffffffffff01, NUMBER_OUT_OF_RANGE",
        "81818181818181818102, NUMBER_OUT_OF_RANGE",
        "8181818181818181818101, NUMBER_OUT_OF_RANGE",
        "ff, TRUNCATED"
    })
    void any_other_unsigned_number_is_refused(String hex, Reason reason) {
        assertThat(catchThrowableOfType(Refusal.class, () -> cursor(hex).unsigned())
                        .reason())
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "00,0",
        "7f,-1",
        "3f,63",
        "40,-64",
        "8001,128",
        "ff3f,8191",
        "8040,-8192",
        "ffffffffffffffffff00,9223372036854775807",
        "8080808080808080807f,-9223372036854775808"
    })
    void a_signed_number_in_its_shortest_form_is_read(String hex, long number) throws Refusal {
        assertThat(cursor(hex).signed()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "bf00, NUMBER_NOT_SHORTEST",
        "81ff7f, NUMBER_NOT_SHORTEST",
        "ffffffffffffffffff01, NUMBER_OUT_OF_RANGE",
        "8080808080808080807e, NUMBER_OUT_OF_RANGE",
        "8181818181818181818101, NUMBER_OUT_OF_RANGE",
        "90, TRUNCATED"
    })
    void any_other_signed_number_is_refused(String hex, Reason reason) {
        assertThat(catchThrowableOfType(Refusal.class, () -> cursor(hex).signed())
                        .reason())
                .isEqualTo(reason);
    }

    @Test
    void a_length_beyond_the_bytes_is_refused_before_anything_is_allocated() {
        var refusal = catchThrowableOfType(Refusal.class, () -> cursor("0102").take(Long.MAX_VALUE));

        assertThat(refusal.reason()).isEqualTo(Reason.TRUNCATED);
    }

    @ParameterizedTest
    @CsvSource({"c3", "c0af", "eda080", "f4908080", "80"})
    void a_text_that_is_not_utf8_is_refused(String hex) {
        assertThat(catchThrowableOfType(Refusal.class, () -> cursor(hex).text()).reason())
                .isEqualTo(Reason.BAD_TEXT);
    }

    private static ByteCursor cursor(String hex) {
        return new ByteCursor(HexFormat.of().parseHex(hex));
    }
}
