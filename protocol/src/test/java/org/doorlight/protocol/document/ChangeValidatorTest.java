package org.doorlight.protocol.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorlight.protocol.document.ChangeParts.join;
import static org.doorlight.protocol.document.ChangeParts.signed;
import static org.doorlight.protocol.document.ChangeParts.sized;
import static org.doorlight.protocol.document.ChangeParts.text;
import static org.doorlight.protocol.document.ChangeParts.unsigned;
import static org.doorlight.protocol.document.Verdicts.accepted;
import static org.doorlight.protocol.document.Verdicts.refused;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One fault at a time: around the columns, in the fields before them, and in the columns as such. */
class ChangeValidatorTest {
    private final ChangeParts change = ChangeParts.simple();

    @Test
    void a_change_is_summed_up() {
        change.dependencies = List.of(bytes(32, 1), bytes(32, 2));
        change.actor = bytes(16, 9);
        change.sequence = 3;
        change.startOperation = 7;

        ChangeSummary summary = accepted(change.chunk());

        assertThat(summary.actor()).isEqualTo(new ActorId(bytes(16, 9)));
        assertThat(summary.sequence()).isEqualTo(3);
        assertThat(summary.startOperation()).isEqualTo(7);
        assertThat(summary.operations()).isEqualTo(1);
        assertThat(summary.dependencies()).containsExactly(new ChangeId(bytes(32, 1)), new ChangeId(bytes(32, 2)));
        assertThat(summary.plain().bytes()).isEqualTo(change.chunk());
        assertThat(Arrays.copyOf(summary.id().bytes(), 4)).isEqualTo(Arrays.copyOfRange(change.chunk(), 4, 8));
    }

    @Test
    void a_compressed_change_is_the_same_change() {
        assertThat(accepted(change.compressedChunk())).isEqualTo(accepted(change.chunk()));
    }

    @Test
    void a_change_without_operations_is_accepted() {
        change.columns.clear();

        assertThat(accepted(change.chunk()).operations()).isZero();
    }

    @Test
    void no_bytes_and_random_bytes_are_refused() {
        refused(new byte[0], Reason.TRUNCATED);
        refused(bytes(100, 42), Reason.WRONG_MAGIC);
    }

    @Test
    void a_change_cut_anywhere_is_refused() {
        byte[] chunk = change.chunk();

        for (int length = 0; length < chunk.length; length++) {
            refused(Arrays.copyOf(chunk, length), Reason.TRUNCATED);
        }
    }

    @Test
    void a_change_with_a_wrong_checksum_is_refused() {
        byte[] chunk = change.chunk();
        chunk[5] ^= 1;

        refused(chunk, Reason.WRONG_CHECKSUM);
    }

    @Test
    void a_byte_after_the_change_is_refused_alone_and_explained_in_a_file() {
        byte[] file = join(change.chunk(), new byte[] {0});

        refused(file, Reason.TRAILING_BYTES);
        List<ChangeVerdict> verdicts = ChangeValidator.validateAll(file);
        assertThat(verdicts).hasSize(2);
        Verdicts.summary(verdicts.get(0));
        assertThat(Verdicts.reason(verdicts.get(1))).isEqualTo(Reason.TRUNCATED);
    }

    @Test
    void bytes_after_the_columns_are_refused() {
        change.extra = bytes(3, 1);

        refused(change.chunk(), Reason.TRAILING_BYTES);
    }

    @Test
    void a_whole_document_and_an_unknown_chunk_are_refused_for_what_they_are() {
        refused(ChangeParts.chunk(0, change.contents()), Reason.WHOLE_DOCUMENT);
        refused(ChangeParts.chunk(3, change.contents()), Reason.UNKNOWN_CHUNK_TYPE);
    }

    @Test
    void a_chunk_beyond_the_size_bound_is_refused() {
        refused(ChangeParts.chunk(1, new byte[ChangeLimits.CHANGE_PLAIN_BYTES_MAX + 1]), Reason.TOO_MANY_BYTES);
    }

    @Test
    void damaged_compression_is_refused() {
        byte[] deflated = ChangeParts.deflate(change.contents());
        byte[] cut = Arrays.copyOf(deflated, deflated.length - 3);

        refused(ChangeParts.chunk(2, cut), Reason.BAD_COMPRESSION);
        refused(ChangeParts.chunk(2, join(deflated, new byte[] {0})), Reason.BAD_COMPRESSION);
        refused(ChangeParts.chunk(2, bytes(20, 0xff)), Reason.BAD_COMPRESSION);
        refused(ChangeParts.chunk(2, new byte[0]), Reason.BAD_COMPRESSION);
    }

    @Test
    void dependencies_that_are_not_strictly_ascending_are_refused() {
        change.dependencies = List.of(bytes(32, 2), bytes(32, 1));
        refused(change.chunk(), Reason.DEPENDENCIES_OUT_OF_ORDER);

        change.dependencies = List.of(bytes(32, 1), bytes(32, 1));
        refused(change.chunk(), Reason.DEPENDENCIES_OUT_OF_ORDER);
    }

    @Test
    void too_many_dependencies_are_refused() {
        for (int index = 0; index <= ChangeLimits.CHANGE_DEPENDENCIES_MAX; index++) {
            change.dependencies.add(bytes(32, index));
        }

        refused(change.chunk(), Reason.TOO_MANY_DEPENDENCIES);
    }

    @Test
    void an_empty_or_endless_actor_is_refused() {
        change.actor = new byte[0];
        refused(change.chunk(), Reason.BAD_ACTOR);

        change.actor = new byte[ChangeLimits.ACTOR_BYTES_MAX + 1];
        refused(change.chunk(), Reason.BAD_ACTOR);
    }

    @Test
    void other_actors_out_of_order_or_naming_the_author_are_refused() {
        change.others = List.of(bytes(16, 2), bytes(16, 1));
        refused(change.chunk(), Reason.ACTORS_OUT_OF_ORDER);

        change.others = List.of(change.actor);
        refused(change.chunk(), Reason.ACTORS_OUT_OF_ORDER);
    }

    @Test
    void an_actor_that_no_operation_names_is_refused() {
        change.others = List.of(bytes(16, 1));

        refused(change.chunk(), Reason.ACTOR_UNUSED);
    }

    @Test
    void a_sequence_or_first_operation_of_zero_or_beyond_bounds_is_refused() {
        for (long number : new long[] {0, -1, Integer.MAX_VALUE + 1L, 1L << 42}) {
            change.sequence = number;
            refused(change.chunk(), Reason.NUMBER_OUT_OF_RANGE);
            change.sequence = 1;
            change.startOperation = number;
            refused(change.chunk(), Reason.NUMBER_OUT_OF_RANGE);
            change.startOperation = 1;
        }
    }

    @Test
    void a_second_change_that_depends_on_nothing_is_refused() {
        change.sequence = 2;

        refused(change.chunk(), Reason.SEQUENCE_WITHOUT_DEPENDENCY);
    }

    @Test
    void a_message_that_is_no_text_or_too_long_is_refused() {
        change.message = new byte[] {(byte) 0xc3};
        refused(change.chunk(), Reason.BAD_TEXT);

        change.message = new byte[ChangeLimits.MESSAGE_BYTES_MAX + 1];
        refused(change.chunk(), Reason.TOO_LONG);
    }

    @Test
    void unknown_unordered_doubled_empty_and_compressed_columns_are_refused() {
        change.columns.add(new ChangeParts.Column(0xb1, bytes(1, 1)));
        refused(change.chunk(), Reason.UNKNOWN_COLUMN);

        change.columns.set(5, new ChangeParts.Column(ColumnSpec.ACTION, bytes(1, 1)));
        refused(change.chunk(), Reason.COLUMNS_OUT_OF_ORDER);

        change.columns.set(5, new ChangeParts.Column(ColumnSpec.PREDECESSOR_COUNT, bytes(1, 1)));
        refused(change.chunk(), Reason.COLUMNS_OUT_OF_ORDER);

        change.columns.set(5, new ChangeParts.Column(ColumnSpec.PREDECESSOR_ACTOR, new byte[0]));
        refused(change.chunk(), Reason.EMPTY_COLUMN);

        change.columns.set(5, new ChangeParts.Column(ColumnSpec.EXPAND | ColumnSpec.DEFLATE_BIT, bytes(1, 1)));
        refused(change.chunk(), Reason.COMPRESSED_COLUMN);
    }

    @Test
    void each_column_that_every_operation_needs_is_missed() {
        for (int spec :
                new int[] {ColumnSpec.INSERT, ColumnSpec.ACTION, ColumnSpec.VALUE_METADATA, ColumnSpec.PREDECESSOR_COUNT
                }) {
            refused(ChangeParts.simple().column(spec).chunk(), Reason.MISSING_COLUMN);
        }
    }

    @Test
    void a_column_with_fewer_or_more_rows_than_operations_is_refused() {
        refused(withColumn(ColumnSpec.INSERT, unsigned(2)), Reason.ROW_COUNT);
        refused(withColumn(ColumnSpec.KEY_TEXT, signed(2), text("soup")), Reason.ROW_COUNT);
        refused(withColumn(ColumnSpec.ACTION, signed(2), unsigned(1)), Reason.ROW_COUNT);
    }

    @Test
    void an_operation_without_action_value_or_count_is_refused() {
        for (int spec : new int[] {ColumnSpec.ACTION, ColumnSpec.VALUE_METADATA, ColumnSpec.PREDECESSOR_COUNT}) {
            refused(withColumn(spec, signed(0), unsigned(1)), Reason.MISSING_VALUE);
        }
    }

    @Test
    void values_that_do_not_fit_their_type_are_refused() {
        refused(withValue(3, unsigned(200), 1), Reason.TRUNCATED);
        refused(withValue(8, new byte[] {(byte) 0xd0, 0x7f}, 2), Reason.NUMBER_NOT_SHORTEST);
        refused(withValue(8, unsigned(1), 0), Reason.TRUNCATED);
        refused(withValue(4, new byte[] {1, 1}, 2), Reason.BAD_VALUE);
        refused(withValue(2, new byte[] {1}, 1), Reason.BAD_VALUE);
        refused(withValue(5, new byte[7], 7), Reason.TRUNCATED);
        refused(withValue(5, new byte[9], 9), Reason.BAD_VALUE);
        refused(withValue(6, new byte[] {(byte) 0xff}, 1), Reason.BAD_TEXT);
        refused(withValue(7, new byte[3], 2), Reason.BAD_VALUE);
        refused(withValue(10, new byte[1], 1), Reason.BAD_VALUE);
        refused(withValue(7, new byte[1], ChangeLimits.VALUE_BYTES_MAX + 1), Reason.TOO_LONG);
    }

    @Test
    void a_value_of_each_type_is_accepted() {
        accepted(withValue(3, unsigned(-1L), 10));
        accepted(withValue(4, signed(Long.MIN_VALUE), 10));
        accepted(withValue(5, new byte[8], 8));
        accepted(withValue(6, "soup 🥣".getBytes(java.nio.charset.StandardCharsets.UTF_8), 9));
        accepted(withValue(7, bytes(1000, 0xff), 1000));
        accepted(withValue(8, signed(-5), 1));
        accepted(withValue(9, signed(0), 1));
    }

    @Test
    void a_key_beyond_its_bound_is_refused() {
        byte[] key = sized(bytes(ChangeLimits.KEY_BYTES_MAX + 1, 'a'));

        refused(withColumn(ColumnSpec.KEY_TEXT, signed(-1), key), Reason.TOO_LONG);
    }

    @Test
    void a_file_of_too_many_chunks_ends_in_one_refusal() {
        byte[] chunk = change.chunk();
        byte[] file = new byte[chunk.length * (ChangeLimits.FILE_CHUNKS_MAX + 5)];
        for (int at = 0; at < file.length; at += chunk.length) {
            System.arraycopy(chunk, 0, file, at, chunk.length);
        }

        List<ChangeVerdict> verdicts = ChangeValidator.validateAll(file);

        assertThat(verdicts).hasSize(ChangeLimits.FILE_CHUNKS_MAX + 1);
        assertThat(Verdicts.reason(verdicts.get(ChangeLimits.FILE_CHUNKS_MAX))).isEqualTo(Reason.TOO_MANY_CHUNKS);
    }

    private byte[] withColumn(int spec, byte[]... bytes) {
        return ChangeParts.simple().column(spec, bytes).chunk();
    }

    private byte[] withValue(int type, byte[] raw, int length) {
        return ChangeParts.simple()
                .column(ColumnSpec.VALUE_METADATA, signed(-1), unsigned((long) length << 4 | type))
                .column(ColumnSpec.VALUE, raw)
                .chunk();
    }

    private static byte[] bytes(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        if (length > 2) {
            bytes[0] = (byte) (value >> 8);
        }
        return bytes;
    }
}
