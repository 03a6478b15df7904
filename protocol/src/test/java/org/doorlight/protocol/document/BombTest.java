package org.doorlight.protocol.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorlight.protocol.document.ChangeParts.join;
import static org.doorlight.protocol.document.ChangeParts.signed;
import static org.doorlight.protocol.document.ChangeParts.sized;
import static org.doorlight.protocol.document.ChangeParts.text;
import static org.doorlight.protocol.document.ChangeParts.unsigned;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.doorlight.protocol.document.OperationWriter.Row;
import org.junit.jupiter.api.Test;

/** Few bytes that claim much: refused quickly, and without the memory they ask for. */
class BombTest {
    private static final long MILLISECONDS_MAX = 50;
    private static final long ALLOCATED_BYTES_MAX = 8 * 1024 * 1024;

    @Test
    void a_change_that_inflates_to_64_mebibytes_is_refused() {
        byte[] deflated = deflated(64 * 1024 * 1024);

        refused("64 MiB inflated", ChangeParts.chunk(2, deflated), Reason.TOO_MANY_BYTES);
    }

    @Test
    void a_run_that_claims_a_trillion_rows_is_refused() {
        byte[] run = join(signed(1L << 40), unsigned(1));

        for (int spec : new int[] {
            ColumnSpec.OBJECT_ACTOR, ColumnSpec.KEY_COUNTER, ColumnSpec.ACTION, ColumnSpec.PREDECESSOR_COUNT
        }) {
            refusedFor(
                    "run in column " + spec,
                    ChangeParts.simple().column(spec, run).chunk(),
                    Reason.TOO_MANY_OPERATIONS,
                    Reason.UNKNOWN_ACTOR);
        }
        refused(
                "run of inserts",
                ChangeParts.simple()
                        .column(ColumnSpec.INSERT, unsigned(1L << 40))
                        .chunk(),
                Reason.TOO_MANY_OPERATIONS);
        refused(
                "run of nulls",
                ChangeParts.simple()
                        .column(ColumnSpec.MARK_NAME, signed(0), unsigned(1L << 40))
                        .chunk(),
                Reason.TOO_MANY_OPERATIONS);
    }

    @Test
    void more_operations_than_allowed_in_a_few_bytes_are_refused() {
        refused(
                "10,001 operations",
                sets(ChangeLimits.CHANGE_OPERATIONS_MAX + 1, "k").chunk(),
                Reason.TOO_MANY_OPERATIONS);
    }

    @Test
    void a_long_key_repeated_for_every_operation_is_refused() {
        refused(
                "10,000 long keys",
                sets(ChangeLimits.CHANGE_OPERATIONS_MAX, "k".repeat(1000)).chunk(),
                Reason.TOO_LONG);
    }

    @Test
    void a_thousand_predecessors_for_every_operation_are_refused() {
        int rows = ChangeLimits.CHANGE_OPERATIONS_MAX;
        ChangeParts parts = sets(rows, "k")
                .column(ColumnSpec.PREDECESSOR_COUNT, signed(rows), unsigned(1000))
                .column(ColumnSpec.PREDECESSOR_ACTOR, signed(rows * 1000L), unsigned(0))
                .column(ColumnSpec.PREDECESSOR_COUNTER, signed(rows * 1000L), signed(1));

        refused("ten million predecessors", parts.chunk(), Reason.TOO_MANY_OPERATIONS);
    }

    @Test
    void a_thousand_nested_maps_are_refused() {
        var writer = new OperationWriter().add(new Row(Action.MAKE_MAP).at("m"));
        for (int depth = 1; depth < 1000; depth++) {
            writer.add(new Row(Action.MAKE_MAP).in(depth).at("m"));
        }

        refused("1,000 nested maps", writer.into(new ChangeParts()).chunk(), Reason.TOO_DEEP);
    }

    @Test
    void counts_that_claim_more_than_there_is_are_refused() {
        byte[] many = unsigned(1L << 40);
        byte[] fields = join(unsigned(0), unsigned(1), new byte[1], unsigned(1), unsigned(1), signed(0), unsigned(0));

        refused("columns", ChangeParts.chunk(1, join(fields, unsigned(0), many)), Reason.TOO_MANY_COLUMNS);
        refused("actors", ChangeParts.chunk(1, join(fields, many)), Reason.TOO_MANY_ACTORS);
        refused("dependencies", ChangeParts.chunk(1, many), Reason.TOO_MANY_DEPENDENCIES);
        refused("chunk", join(ChangeParts.magic(), new byte[4], new byte[] {1}, many), Reason.TRUNCATED);
        byte[] column = join(unsigned(1), unsigned(ColumnSpec.VALUE), unsigned(Integer.MAX_VALUE));
        refused("column", ChangeParts.chunk(1, join(fields, unsigned(0), column)), Reason.TRUNCATED);
    }

    @Test
    void the_largest_change_allowed_is_judged_in_good_time() {
        var writer = new OperationWriter()
                .add(new Row(Action.MAKE_TEXT).at("t"))
                .add(new Row(Action.SET).in(1).first());
        for (int row = 2; row < ChangeLimits.CHANGE_OPERATIONS_MAX; row++) {
            writer.add(new Row(Action.SET).in(1).after(row).value(ValueType.TEXT, (byte) 'a'));
        }
        byte[] chunk = writer.into(new ChangeParts()).chunk();

        for (int warm = 0; warm < 20; warm++) {
            ChangeValidator.validate(chunk);
        }
        measure("10,000 operations", chunk);
        Verdicts.accepted(chunk);
    }

    @Test
    void a_saved_document_whose_columns_inflate_without_end_is_refused() {
        byte[] deflated = deflated(64 * 1024 * 1024);
        byte[] list = join(
                unsigned(1), unsigned(ColumnSpec.CHANGE_ACTOR | ColumnSpec.DEFLATE_BIT), unsigned(deflated.length));
        byte[] contents = join(unsigned(0), unsigned(0), list, unsigned(0), deflated);

        long start = System.nanoTime();
        DocumentVerdict verdict = DocumentChunkValidator.validate(ChangeParts.chunk(0, contents));
        report("column of 64 MiB", start);

        assertThat(((DocumentVerdict.Refused) verdict).reason()).isEqualTo(Reason.TOO_MANY_BYTES);
    }

    @Test
    void a_saved_document_of_many_operations_in_a_few_bytes_is_explained_in_good_time() {
        int rows = ChangeLimits.DOCUMENT_OPERATIONS_MAX;
        ChangeParts changes = new ChangeParts()
                .column(ColumnSpec.CHANGE_ACTOR, signed(-1), unsigned(0))
                .column(ColumnSpec.CHANGE_SEQUENCE, signed(-1), signed(1))
                .column(ColumnSpec.CHANGE_MAX_OPERATION, signed(-1), signed(rows))
                .column(ColumnSpec.CHANGE_TIME, signed(-1), signed(0))
                .column(ColumnSpec.CHANGE_DEPENDENCY_COUNT, signed(-1), unsigned(0));
        ChangeParts operations = sets(rows, "k")
                .column(ColumnSpec.PREDECESSOR_COUNT)
                .column(ColumnSpec.ID_ACTOR, signed(rows), unsigned(0))
                .column(ColumnSpec.ID_COUNTER, signed(rows), signed(1))
                .column(ColumnSpec.SUCCESSOR_COUNT, signed(rows), unsigned(0));
        byte[] contents = join(
                unsigned(1),
                sized(new byte[16]),
                unsigned(1),
                new byte[32],
                changes.columnList(),
                operations.columnList(),
                changes.columnBytes(),
                operations.columnBytes());

        long start = System.nanoTime();
        DocumentVerdict verdict = DocumentChunkValidator.validate(ChangeParts.chunk(0, contents));
        report("document of 50,000 operations (" + contents.length + " bytes)", start);

        assertThat(verdict).isInstanceOf(DocumentVerdict.Acceptable.class);
    }

    /** One map key set over and over, each time in a row of its own. */
    private static ChangeParts sets(int rows, String key) {
        return new ChangeParts()
                .column(ColumnSpec.KEY_TEXT, signed(rows), text(key))
                .column(ColumnSpec.INSERT, unsigned(rows))
                .column(ColumnSpec.ACTION, signed(rows), unsigned(Action.SET.ordinal()))
                .column(ColumnSpec.VALUE_METADATA, signed(rows), unsigned(ValueType.TRUE.ordinal()))
                .column(ColumnSpec.PREDECESSOR_COUNT, signed(rows), unsigned(0));
    }

    private static byte[] deflated(int zeros) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(new byte[zeros]);
        deflater.finish();
        byte[] deflated = new byte[zeros / 500];
        int length = deflater.deflate(deflated);
        assertThat(deflater.finished()).isTrue();
        deflater.end();
        return Arrays.copyOf(deflated, length);
    }

    private static void refused(String name, byte[] chunk, Reason reason) {
        refusedFor(name, chunk, reason);
    }

    private static void refusedFor(String name, byte[] chunk, Reason... reasons) {
        assertThat(List.of(reasons)).contains(Verdicts.reason(measure(name, chunk)));
    }

    private static ChangeVerdict measure(String name, byte[] chunk) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        ChangeVerdict verdict = ChangeValidator.validate(chunk);
        report(name + " (" + chunk.length + " bytes)", start);
        assertThat(threads.getCurrentThreadAllocatedBytes() - allocated)
                .as(name)
                .isLessThan(ALLOCATED_BYTES_MAX);
        return verdict;
    }

    // A busy machine may stop this thread for longer than the work takes, so the assertions are generous; a saved
    // document, which only a person asks about, may take two seconds.
    private static void report(String name, long start) {
        long microseconds = (System.nanoTime() - start) / 1000;
        System.out.printf("bomb: %s: %,d microseconds%n", name, microseconds);
        long factor = name.startsWith("document") ? 40 : 10;
        assertThat(microseconds).as(name).isLessThan(factor * MILLISECONDS_MAX * 1000);
    }
}
