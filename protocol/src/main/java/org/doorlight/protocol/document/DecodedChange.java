package org.doorlight.protocol.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A change read from front to back, each operation judged by itself, none yet compared with others.
 *
 * @param header the fields before the columns
 * @param operations the columns as rows; the first has the counter {@code header.startOperation()}
 */
record DecodedChange(ChangeHeader header, List<Operation> operations) {

    static DecodedChange read(ByteCursor cursor) throws Refusal {
        ChangeHeader header = ChangeHeader.read(cursor);
        ColumnTable table = ColumnTable.readList(cursor, ColumnLayout.CHANGE_OPERATIONS)
                .readColumns(cursor, ChangeLimits.CHANGE_PLAIN_BYTES_MAX);
        if (!cursor.isEmpty()) {
            // The format leaves room for additions here, such as an author's name. Nothing reads them, so nothing
            // may hide in them.
            throw new Refusal(Reason.TRAILING_BYTES, cursor.remaining() + " bytes follow the columns");
        }
        return new DecodedChange(header, readOperations(header, table));
    }

    private static List<Operation> readOperations(ChangeHeader header, ColumnTable table) throws Refusal {
        var bounds = new OperationIdGroup.Bounds(
                ChangeLimits.CHANGE_OPERATIONS_MAX, ChangeLimits.CHANGE_PREDECESSORS_MAX, header.actors());
        OperationColumns columns = OperationColumns.ofChange(table, bounds);
        var operations = new ArrayList<Operation>();
        while (columns.hasNext()) {
            Operation operation = columns.next();
            OperationShape.check(operation);
            operations.add(operation);
        }
        columns.finish();
        if (header.startOperation() + operations.size() > ChangeLimits.OPERATION_COUNTER_MAX) {
            throw new Refusal(Reason.NUMBER_OUT_OF_RANGE, "the last operation's counter is out of range");
        }
        return operations;
    }
}
