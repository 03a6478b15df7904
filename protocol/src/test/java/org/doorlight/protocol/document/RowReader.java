package org.doorlight.protocol.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.doorlight.protocol.document.OperationWriter.Id;
import org.doorlight.protocol.document.OperationWriter.Row;

/** Takes the operations of a well-formed change apart into rows that a test may bend. */
final class RowReader {
    private RowReader() {}

    static List<Row> rows(byte[] plain) throws Refusal {
        ByteCursor cursor = ChunkFrame.read(new ByteCursor(plain)).contents();
        ChangeHeader header = ChangeHeader.read(cursor);
        var table = ColumnTable.readList(cursor, ColumnLayout.CHANGE_OPERATIONS).readColumns(cursor, Integer.MAX_VALUE);
        var bounds = new OperationIdGroup.Bounds(100_000, 100_000, header.actors());
        ChangeParts parts = ChangeParts.of(plain);
        var metadata = new UnsignedColumn(
                "value",
                new ByteCursor(parts.bytesOf(ColumnSpec.VALUE_METADATA)),
                100_000,
                Integer.MAX_VALUE,
                Reason.TOO_LONG);
        var raw = new ByteCursor(parts.bytesOf(ColumnSpec.VALUE));
        var columns = OperationColumns.ofChange(table, bounds);
        var rows = new ArrayList<Row>();
        while (columns.hasNext()) {
            Row row = row(columns.next());
            metadata.nextValue();
            row.valueMetadata = metadata.value();
            row.value = raw.take(metadata.value() >>> 4).copy();
            rows.add(row);
        }
        return rows;
    }

    private static Row row(Operation operation) {
        var row = new Row(operation.action());
        row.object = operation.object().isNone() ? null : id(operation.object());
        if (operation.key() instanceof Key.Name name) {
            row.key = name.text().toString();
        } else if (operation.key() instanceof Key.Element element) {
            row.element = id(element.id());
        }
        row.insert = operation.insert();
        row.predecessors = Arrays.stream(operation.others()).map(RowReader::id).toList();
        row.expand = operation.expand();
        row.markName =
                operation.markName() == null ? null : operation.markName().toString();
        return row;
    }

    private static Id id(OperationId id) {
        return new Id(id.actor(), id.counter());
    }
}
