package org.doorlight.protocol.document;

import static org.doorlight.protocol.document.OperationWriter.change;
import static org.doorlight.protocol.document.Verdicts.accepted;
import static org.doorlight.protocol.document.Verdicts.refused;

import java.util.List;
import org.doorlight.protocol.document.OperationWriter.Id;
import org.doorlight.protocol.document.OperationWriter.Row;
import org.junit.jupiter.api.Test;

/** What operations must look like, and what they may refer to. The first operation of each change here is number 1. */
class OperationRulesTest {
    private static final byte[] NEIGHBOUR = {7};

    @Test
    void maps_lists_and_texts_made_in_one_change_may_be_filled_at_once() {
        accepted(change(
                        make(Action.MAKE_MAP).at("map"),
                        set().in(1).at("inner"),
                        make(Action.MAKE_LIST).at("list"),
                        set().in(3).first(),
                        set().in(3).after(4),
                        make(Action.MAKE_TEXT).in(3).after(5),
                        set().in(6).first())
                .chunk());
    }

    @Test
    void a_value_may_be_overwritten_deleted_and_counted_in_the_change_that_set_it() {
        accepted(change(
                        set().at("soup"),
                        set().at("soup").over(1),
                        del().at("soup").over(2),
                        set().at("n").value(ValueType.COUNTER, (byte) 1),
                        inc().at("n").over(4))
                .chunk());
    }

    @Test
    void an_unknown_action_is_refused() {
        var parts = ChangeParts.simple().column(ColumnSpec.ACTION, ChangeParts.signed(-1), ChangeParts.unsigned(8));

        refused(parts.chunk(), Reason.UNKNOWN_ACTION);
    }

    @Test
    void a_table_which_nobody_makes_any_more_is_refused() {
        refused(change(make(Action.MAKE_TABLE).at("t")).chunk(), Reason.UNKNOWN_ACTION);
    }

    @Test
    void an_operation_with_neither_key_nor_element_or_with_both_is_refused() {
        refused(change(set()).chunk(), Reason.BAD_KEY);
        refused(
                change(make(Action.MAKE_LIST).at("l"), set().in(1).first().at("x"))
                        .chunk(),
                Reason.BAD_KEY);
    }

    @Test
    void half_an_id_is_refused() {
        var noCounter = change(set().at("a")).column(ColumnSpec.OBJECT_ACTOR, new byte[] {0x7f, 0});
        refused(noCounter.chunk(), Reason.MISSING_VALUE);

        Row elementWithoutActor = set().in(1).at(-1, 2).over(2);
        refused(
                change(make(Action.MAKE_LIST).at("l"), set().in(1).first(), elementWithoutActor)
                        .chunk(),
                Reason.MISSING_VALUE);
    }

    @Test
    void the_root_has_no_elements_and_maps_are_not_inserted_into() {
        refused(change(set().first()).chunk(), Reason.BAD_KEY);

        Row inserted = set().at("a");
        inserted.insert = true;
        refused(change(inserted).chunk(), Reason.BAD_KEY);
    }

    @Test
    void a_map_used_as_a_sequence_and_a_sequence_used_as_a_map_are_refused() {
        refused(change(make(Action.MAKE_MAP).at("m"), set().in(1).first()).chunk(), Reason.BAD_KEY);
        refused(change(make(Action.MAKE_LIST).at("l"), set().in(1).at("x")).chunk(), Reason.BAD_KEY);
        refused(later(set().in(2).at("x"), set().in(2).first()).chunk(), Reason.BAD_KEY);
    }

    @Test
    void values_marks_and_inserts_that_do_not_fit_the_action_are_refused() {
        refused(change(make(Action.MAKE_MAP).at("m").value(ValueType.TRUE)).chunk(), Reason.BAD_OPERATION);
        refused(
                change(set().at("a"), del().at("a").over(1).value(ValueType.TRUE))
                        .chunk(),
                Reason.BAD_OPERATION);
        refused(change(set().at("a").mark("bold")).chunk(), Reason.BAD_OPERATION);
        refused(change(set().at("a").expand()).chunk(), Reason.BAD_OPERATION);
        refused(change(new Row(Action.MARK).at("a").mark("bold")).chunk(), Reason.BAD_OPERATION);
        Row byUnsigned = new Row(Action.INCREMENT).at("n").over(1).value(ValueType.UNSIGNED, (byte) 1);
        refused(change(counter().at("n"), byUnsigned).chunk(), Reason.BAD_OPERATION);
    }

    @Test
    void predecessors_are_needed_where_something_is_changed_and_refused_where_something_is_new() {
        refused(change(del().at("a")).chunk(), Reason.BAD_PREDECESSORS);
        refused(change(inc().at("a")).chunk(), Reason.BAD_PREDECESSORS);
        refused(
                change(
                                make(Action.MAKE_LIST).at("l"),
                                set().in(1).first(),
                                set().in(1).at(2))
                        .chunk(),
                Reason.BAD_PREDECESSORS);
        refused(
                change(
                                make(Action.MAKE_LIST).at("l"),
                                set().in(1).first(),
                                set().in(1).after(2).over(2))
                        .chunk(),
                Reason.BAD_PREDECESSORS);
    }

    @Test
    void a_value_set_beside_the_changes_own_at_the_same_place_is_refused() {
        refused(change(set().at("a"), set().at("a")).chunk(), Reason.BAD_PREDECESSORS);
        refused(
                change(set().at("a"), set().at("a").over(1), del().at("a").over(1))
                        .chunk(),
                Reason.BAD_PREDECESSORS);
        accepted(change(set().at("a"), del().at("a").over(1), set().at("a")).chunk());

        Row[] list = {
            make(Action.MAKE_LIST).at("l"),
            set().in(1).first(),
            set().in(1).at(2).over(2)
        };
        accepted(change(list[0], list[1], list[2], set().in(1).at(2).over(3)).chunk());
        refused(change(list[0], list[1], list[2], set().in(1).at(2).over(2)).chunk(), Reason.BAD_PREDECESSORS);
    }

    @Test
    void too_many_operations_at_the_same_place_are_refused() {
        var writer = new OperationWriter().add(counter().at("n"));
        for (int times = 1; times < ChangeLimits.CHANGE_PLACE_OPERATIONS_MAX; times++) {
            writer.add(inc().at("n").over(1));
        }
        accepted(writer.into(new ChangeParts()).chunk());

        writer.add(inc().at("n").over(1));
        refused(writer.into(new ChangeParts()).chunk(), Reason.TOO_MANY_OPERATIONS);
    }

    @Test
    void an_operation_that_refers_to_itself_or_a_later_one_is_refused() {
        refused(change(set().in(1).at("a")).chunk(), Reason.REFERENCE_TO_FUTURE);
        refused(change(set().in(2).at("a"), make(Action.MAKE_MAP).at("m")).chunk(), Reason.REFERENCE_TO_FUTURE);
        refused(change(make(Action.MAKE_LIST).at("l"), set().in(1).after(2)).chunk(), Reason.REFERENCE_TO_FUTURE);
        refused(change(set().at("a").over(1)).chunk(), Reason.REFERENCE_TO_FUTURE);
    }

    @Test
    void an_operation_of_a_neighbour_at_or_after_the_changes_own_is_refused() {
        var parts = later(set().at("a").over(new Id(1, 10)));
        parts.others = List.of(NEIGHBOUR);

        refused(parts.chunk(), Reason.REFERENCE_TO_FUTURE);
    }

    @Test
    void a_change_that_follows_nothing_cannot_refer_to_earlier_operations() {
        var parts = change(set().in(2).at("x"));
        parts.startOperation = 10;

        refused(parts.chunk(), Reason.REFERENCE_TO_FUTURE);
    }

    @Test
    void an_actors_first_change_cannot_refer_to_its_own_earlier_operations() {
        var parts = later(set().in(2).at("x"));
        parts.sequence = 1;

        refused(parts.chunk(), Reason.REFERENCE_TO_FUTURE);
    }

    @Test
    void an_actor_that_is_not_listed_is_refused() {
        refused(later(set().in(1, 2).at("x")).chunk(), Reason.UNKNOWN_ACTOR);
        refused(later(set().in(0, 2).at(1, 3).over(3)).chunk(), Reason.UNKNOWN_ACTOR);
        refused(later(set().at("a").over(new Id(1, 3))).chunk(), Reason.UNKNOWN_ACTOR);
    }

    @Test
    void objects_elements_and_predecessors_of_the_wrong_kind_are_refused() {
        refused(change(set().at("a"), set().in(1).at("b")).chunk(), Reason.BAD_REFERENCE);
        refused(change(make(Action.MAKE_LIST).at("l"), set().in(1).after(1)).chunk(), Reason.BAD_REFERENCE);
        Row other = set().in(2).after(3);
        refused(
                change(
                                make(Action.MAKE_LIST).at("l"),
                                make(Action.MAKE_LIST).at("m"),
                                set().in(1).first(),
                                other)
                        .chunk(),
                Reason.BAD_REFERENCE);
        refused(change(set().at("a"), set().at("b").over(1)).chunk(), Reason.BAD_REFERENCE);
        refused(
                change(set().at("a"), del().at("a").over(1), set().at("a").over(2))
                        .chunk(),
                Reason.BAD_REFERENCE);
        refused(change(set().at("a"), inc().at("a").over(1)).chunk(), Reason.BAD_REFERENCE);
    }

    @Test
    void predecessors_out_of_order_or_doubled_are_refused() {
        refused(later(set().at("a").over(3, 2)).chunk(), Reason.PREDECESSORS_OUT_OF_ORDER);
        refused(later(set().at("a").over(3, 3)).chunk(), Reason.PREDECESSORS_OUT_OF_ORDER);
    }

    @Test
    void predecessors_of_equal_counters_are_ordered_by_the_actors_themselves() {
        // The author's id, sixteen zeros, is the smaller one.
        var ascending = later(set().at("a").over(new Id(0, 3), new Id(1, 3)));
        ascending.others = List.of(NEIGHBOUR);
        accepted(ascending.chunk());

        var descending = later(set().at("a").over(new Id(1, 3), new Id(0, 3)));
        descending.others = List.of(NEIGHBOUR);
        refused(descending.chunk(), Reason.PREDECESSORS_OUT_OF_ORDER);
    }

    @Test
    void a_mark_needs_both_its_ends_next_to_each_other() {
        Row[] text = {make(Action.MAKE_TEXT).at("t"), set().in(1).first()};
        Row begin = new Row(Action.MARK)
                .in(1)
                .first()
                .mark("bold")
                .value(ValueType.TRUE)
                .expand();
        Row end = new Row(Action.MARK).in(1).after(2);

        accepted(change(text[0], text[1], begin, end).chunk());
        refused(change(text[0], text[1], begin).chunk(), Reason.UNPAIRED_MARK);
        refused(change(text[0], text[1], end).chunk(), Reason.UNPAIRED_MARK);
        refused(change(text[0], text[1], end, begin).chunk(), Reason.UNPAIRED_MARK);
        refused(change(text[0], begin, set().in(1).first(), end).chunk(), Reason.UNPAIRED_MARK);
    }

    @Test
    void the_last_counter_must_be_within_its_range() {
        var parts = change(set().at("a"), set().at("b"));
        parts.startOperation = ChangeLimits.OPERATION_COUNTER_MAX - 1;

        refused(parts.chunk(), Reason.NUMBER_OUT_OF_RANGE);
    }

    @Test
    void objects_nested_too_deep_are_refused() {
        var writer = new OperationWriter().add(make(Action.MAKE_MAP).at("m"));
        for (int depth = 1; depth < ChangeLimits.CHANGE_DEPTH_MAX; depth++) {
            writer.add(make(Action.MAKE_MAP).in(depth).at("m"));
        }
        accepted(writer.into(new ChangeParts()).chunk());

        writer.add(make(Action.MAKE_MAP).in(ChangeLimits.CHANGE_DEPTH_MAX).at("m"));
        refused(writer.into(new ChangeParts()).chunk(), Reason.TOO_DEEP);
    }

    /** The third change of an actor, whose operations begin at 10. */
    private static ChangeParts later(Row... rows) {
        var parts = change(rows);
        parts.dependencies = List.of(new byte[32]);
        parts.sequence = 3;
        parts.startOperation = 10;
        return parts;
    }

    private static Row set() {
        return new Row(Action.SET).value(ValueType.TRUE);
    }

    private static Row counter() {
        return new Row(Action.SET).value(ValueType.COUNTER, (byte) 1);
    }

    private static Row make(Action action) {
        return new Row(action);
    }

    private static Row del() {
        return new Row(Action.DELETE);
    }

    private static Row inc() {
        return new Row(Action.INCREMENT).value(ValueType.SIGNED, (byte) 1);
    }
}
