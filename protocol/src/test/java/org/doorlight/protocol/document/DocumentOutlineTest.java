package org.doorlight.protocol.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.doorlight.protocol.document.OperationWriter.Id;
import org.doorlight.protocol.document.OperationWriter.Row;
import org.junit.jupiter.api.Test;

/** Ana's first change makes a list (1) with an element (2), a map (3), a plain value (4) and a counter (5). */
class DocumentOutlineTest {
    private static final byte[] ANA = actor('a');
    private static final byte[] BEN = actor('b');

    private final DocumentOutline outline = new DocumentOutline();
    private final ChangeSummary first = admitted(change(
            ANA,
            1,
            1,
            new Row(Action.MAKE_LIST).at("list"),
            set().in(1).first(),
            new Row(Action.MAKE_MAP).at("map"),
            set().at("plain"),
            set().at("counter").value(ValueType.COUNTER, (byte) 1)));

    @Test
    void changes_that_use_what_is_there_as_what_it_is_are_admitted() {
        ChangeSummary next = admitted(bens(
                6,
                set().in(1, 1).at(1, 2).over(new Id(1, 2)),
                set().in(1, 3).at("name"),
                new Row(Action.DELETE).at("plain").over(new Id(1, 4)),
                new Row(Action.INCREMENT).at("counter").over(new Id(1, 5)).value(ValueType.SIGNED, (byte) 1)));
        assertThat(outline.changes()).isEqualTo(2);

        ChangeParts answer = after(change(ANA, 2, 10, set().in(1).at(2).over(new Id(1, 6))), next);
        answer.others = List.of(BEN);
        admitted(answer);
    }

    @Test
    void a_change_admitted_twice_counts_once() {
        admitted(first);

        assertThat(outline.changes()).isEqualTo(1);
    }

    @Test
    void a_change_that_follows_an_unknown_one_is_early() {
        ChangeSummary middle = Verdicts.accepted(bens(6, set().at("a")).chunk());
        ChangeSummary last = Verdicts.accepted(
                after(change(ANA, 2, 7, set().at("b")), middle).chunk());

        assertThat(outline.admit(last)).isEqualTo(new Admission.Early(List.of(middle.id())));
        admitted(middle);
        admitted(last);
    }

    @Test
    void names_in_a_list_and_elements_in_a_map_are_refused() {
        refused(bens(6, set().in(1, 1).at("name")), Reason.BAD_KEY);
        refused(bens(6, set().in(1, 3).first()), Reason.BAD_KEY);
    }

    @Test
    void objects_elements_and_values_that_are_none_are_refused() {
        refused(bens(6, set().in(1, 4).at("name")), Reason.BAD_REFERENCE);
        refused(bens(6, set().in(1, 1).at(1, 3).over(new Id(1, 3))), Reason.BAD_REFERENCE);
        refused(bens(6, set().at("map").over(new Id(1, 4))), Reason.BAD_REFERENCE);
        refused(
                bens(6, new Row(Action.INCREMENT).at("plain").over(new Id(1, 4)).value(ValueType.SIGNED, (byte) 1)),
                Reason.BAD_REFERENCE);
    }

    @Test
    void an_operation_that_the_change_did_not_know_is_refused_though_it_is_here() {
        ChangeSummary anas = admitted(after(change(ANA, 2, 6, new Row(Action.MAKE_MAP).at("new")), first));
        ChangeParts unaware = bens(7, set().in(1, 6).at("name"));

        // Ben's change follows only Ana's first one, so its operations begin at 6 and cannot name her sixth.
        refused(unaware, Reason.START_NOT_NEXT);
        ChangeSummary bens = admitted(bens(6, set().at("x"), set().at("y")));
        ChangeParts later = after(change(BEN, 2, 8, set().in(1, 6).at("name")), bens);
        later.others = List.of(ANA);
        refused(later, Reason.REFERENCE_TO_FUTURE);

        ChangeParts aware = after(change(BEN, 2, 8, set().in(1, 6).at("name")), bens, anas);
        aware.others = List.of(ANA);
        admitted(aware);
    }

    @Test
    void a_gap_or_an_overlap_in_an_actors_changes_is_refused() {
        refused(after(change(ANA, 3, 6, set().at("a")), first), Reason.SEQUENCE_NOT_NEXT);
        refused(after(change(ANA, 1, 6, set().at("a")), first), Reason.SEQUENCE_NOT_NEXT);
        refused(change(ANA, 1, 1, set().at("a")), Reason.SEQUENCE_TAKEN);

        ChangeSummary bens = admitted(bens(6, set().at("a")));
        admitted(after(change(ANA, 2, 6, set().at("a")), first));
        refused(after(change(ANA, 2, 7, set().at("a")), bens), Reason.SEQUENCE_TAKEN);
    }

    @Test
    void operations_that_do_not_begin_right_after_the_last_known_one_are_refused() {
        refused(bens(5, set().at("a")), Reason.START_NOT_NEXT);
        refused(bens(7, set().at("a")), Reason.START_NOT_NEXT);
        refused(bens(1 << 30, set().at("a")), Reason.START_NOT_NEXT);
    }

    @Test
    void maps_nested_over_many_changes_are_refused_at_the_same_depth() {
        ChangeSummary last = first;
        for (int depth = 2; depth <= ChangeLimits.CHANGE_DEPTH_MAX; depth++) {
            long inner = depth == 2 ? 3 : depth + 3;
            last = admitted(after(
                    change(
                            ANA,
                            depth,
                            depth + 4,
                            new Row(Action.MAKE_MAP).in(inner).at("m")),
                    last));
        }

        long innermost = ChangeLimits.CHANGE_DEPTH_MAX + 4;
        refused(
                after(
                        change(
                                ANA,
                                innermost - 3,
                                innermost + 1,
                                new Row(Action.MAKE_MAP).in(innermost).at("m")),
                        last),
                Reason.TOO_DEEP);
    }

    @Test
    void a_refused_change_leaves_no_trace() {
        refused(bens(6, set().at("a"), set().in(1, 1).at("name")), Reason.BAD_KEY);

        assertThat(outline.changes()).isEqualTo(1);
        admitted(bens(6, set().at("a")));
    }

    private ChangeParts bens(long startOperation, Row... rows) {
        ChangeParts parts = after(change(BEN, 1, startOperation, rows), first);
        boolean namesAna = Arrays.stream(rows)
                .anyMatch(row -> row.object != null || row.element != null || !row.predecessors.isEmpty());
        parts.others = namesAna ? List.of(ANA) : List.of();
        return parts;
    }

    private ChangeSummary admitted(ChangeParts parts) {
        return admitted(Verdicts.accepted(parts.chunk()));
    }

    private ChangeSummary admitted(ChangeSummary summary) {
        assertThat(outline.admit(summary)).isEqualTo(new Admission.Admitted());
        return summary;
    }

    private void refused(ChangeParts parts, Reason reason) {
        Admission admission = outline.admit(Verdicts.accepted(parts.chunk()));

        assertThat(admission).isInstanceOf(Admission.Refused.class);
        assertThat(((Admission.Refused) admission).reason()).isEqualTo(reason);
    }

    private static ChangeParts change(byte[] actor, long sequence, long startOperation, Row... rows) {
        ChangeParts parts = OperationWriter.change(rows);
        parts.actor = actor;
        parts.sequence = sequence;
        parts.startOperation = startOperation;
        return parts;
    }

    private static ChangeParts after(ChangeParts parts, ChangeSummary... dependencies) {
        parts.dependencies = Arrays.stream(dependencies)
                .map(ChangeSummary::id)
                .sorted()
                .map(ChangeId::bytes)
                .toList();
        return parts;
    }

    private static Row set() {
        return new Row(Action.SET).value(ValueType.TRUE);
    }

    private static byte[] actor(char name) {
        byte[] actor = new byte[16];
        Arrays.fill(actor, (byte) name);
        return actor;
    }
}
