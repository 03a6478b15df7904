package org.doorlight.protocol.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.doorlight.protocol.document.ChangeParts.join;
import static org.doorlight.protocol.document.ChangeParts.signed;
import static org.doorlight.protocol.document.ChangeParts.text;
import static org.doorlight.protocol.document.ChangeParts.unsigned;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The decoders one by one. */
class ColumnTest {
    private static final int ROWS_MAX = 100;

    @Test
    void runs_singles_and_rows_without_value_are_read_in_turn() throws Refusal {
        byte[] bytes = join(
                signed(3),
                unsigned(7),
                signed(-2),
                unsigned(1),
                unsigned(2),
                signed(0),
                unsigned(2),
                signed(2),
                unsigned(2));

        assertThat(drain(bytes)).containsExactly(7L, 7L, 7L, 1L, 2L, -1L, -1L, 2L, 2L);
    }

    @Test
    void runs_that_could_be_shorter_are_refused() {
        byte[] one = unsigned(1);
        for (byte[] runs : List.of(
                join(signed(1), one),
                join(signed(-2), one, one),
                join(signed(-1), one, signed(-1), unsigned(3)),
                join(signed(2), one, signed(2), one),
                join(signed(2), one, signed(-1), one),
                join(signed(-1), one, signed(2), one),
                join(signed(0), unsigned(0)),
                join(signed(-1), one, signed(0), unsigned(1), signed(0), unsigned(1)),
                join(signed(0), unsigned(4)))) {
            assertThat(refusal(runs)).isEqualTo(Reason.RUN_NOT_SHORTEST);
        }
    }

    @Test
    void a_run_of_more_rows_than_allowed_is_refused_at_once() {
        for (long count : new long[] {ROWS_MAX + 1, 1L << 40, Long.MAX_VALUE}) {
            assertThat(refusal(join(signed(count), unsigned(1)))).isEqualTo(Reason.TOO_MANY_OPERATIONS);
            assertThat(refusal(join(signed(-count), unsigned(1)))).isEqualTo(Reason.TOO_MANY_OPERATIONS);
            assertThat(refusal(join(signed(0), unsigned(count)))).isEqualTo(Reason.TOO_MANY_OPERATIONS);
        }
        assertThat(refusal(signed(Long.MIN_VALUE))).isEqualTo(Reason.TOO_MANY_OPERATIONS);
        assertThat(refusal(join(signed(60), unsigned(1), signed(60), unsigned(2))))
                .isEqualTo(Reason.TOO_MANY_OPERATIONS);
    }

    @Test
    void differences_add_up_within_their_range() throws Refusal {
        byte[] bytes = join(signed(3), signed(2), signed(-2), signed(-1), signed(4), signed(0), unsigned(1));
        var column = new DeltaColumn("counter", new ByteCursor(bytes), ROWS_MAX, 0, 100);

        assertThat(List.of(
                        column.nextOr(-1),
                        column.nextOr(-1),
                        column.nextOr(-1),
                        column.nextOr(-1),
                        column.nextOr(-1),
                        column.nextOr(-1)))
                .containsExactly(2L, 4L, 6L, 5L, 9L, -1L);
        column.finish();
    }

    @Test
    void a_sum_below_or_above_its_range_or_beyond_64_bits_is_refused() {
        assertThat(deltaRefusal(join(signed(-1), signed(-1)))).isEqualTo(Reason.NUMBER_OUT_OF_RANGE);
        assertThat(deltaRefusal(join(signed(51), signed(2)))).isEqualTo(Reason.NUMBER_OUT_OF_RANGE);
        assertThat(deltaRefusal(join(signed(-2), signed(100), signed(Long.MAX_VALUE))))
                .isEqualTo(Reason.NUMBER_OUT_OF_RANGE);
    }

    @Test
    void booleans_alternate_from_false_on() throws Refusal {
        var column = new BooleanColumn("insert", new ByteCursor(join(unsigned(0), unsigned(2), unsigned(1))), ROWS_MAX);

        assertThat(List.of(column.next(), column.next(), column.next())).containsExactly(true, true, false);
        column.finish();
    }

    @Test
    void booleans_with_a_later_empty_count_or_too_many_rows_are_refused() {
        assertThat(booleanRefusal(join(unsigned(1), unsigned(0), unsigned(1)))).isEqualTo(Reason.RUN_NOT_SHORTEST);
        assertThat(booleanRefusal(unsigned(1L << 40))).isEqualTo(Reason.TOO_MANY_OPERATIONS);
    }

    @Test
    void a_repeated_text_counts_each_time() {
        byte[] bytes = join(signed(ROWS_MAX), text("a".repeat(50)));
        var column = new TextColumn("key", new ByteCursor(bytes), ROWS_MAX, 100, 1_000);

        var refusal = catchThrowableOfType(Refusal.class, () -> {
            while (column.hasNext()) {
                column.nextOrNull();
            }
        });

        assertThat(refusal.reason()).isEqualTo(Reason.TOO_LONG);
    }

    private static List<Long> drain(byte[] bytes) throws Refusal {
        var column = new UnsignedColumn("number", new ByteCursor(bytes), ROWS_MAX, 100, Reason.NUMBER_OUT_OF_RANGE);
        var values = new ArrayList<Long>();
        while (column.hasNext()) {
            values.add(column.nextOr(-1));
        }
        column.finish();
        return values;
    }

    private static Reason refusal(byte[] bytes) {
        return catchThrowableOfType(Refusal.class, () -> drain(bytes)).reason();
    }

    private static Reason deltaRefusal(byte[] bytes) {
        var column = new DeltaColumn("counter", new ByteCursor(bytes), ROWS_MAX, 0, 100);
        return catchThrowableOfType(Refusal.class, () -> {
                    while (column.hasNext()) {
                        column.next();
                    }
                })
                .reason();
    }

    private static Reason booleanRefusal(byte[] bytes) {
        var column = new BooleanColumn("insert", new ByteCursor(bytes), ROWS_MAX);
        return catchThrowableOfType(Refusal.class, () -> {
                    for (int row = 0; row < ROWS_MAX; row++) {
                        column.next();
                    }
                })
                .reason();
    }
}
