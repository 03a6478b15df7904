package org.doorlight.protocol.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.doorlight.protocol.crypto.InviteKeys;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.replica.Identity;
import org.doorlight.protocol.wire.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a statement may look like, from its bytes alone (PROTOCOL §2, §11). */
class StatementBoundsTest {
    private static final int VERSION_AT = 4;
    private static final int CIRCLE_AT = 5;
    private static final int SEQUENCE_AT = 37;
    private static final int PREVIOUS_AT = 41;
    private static final int HEADS_AT = 73;

    private final TestCircle circle = TestCircle.founded(3);

    @ParameterizedTest
    @CsvSource({"1, true", "2, true", "32, true", "33, false", "255, false"})
    void a_statement_names_at_most_thirty_two_heads(int heads, boolean fine) {
        assertThat(Statement.parse(withHeads(heads, true)).isPresent()).isEqualTo(fine);
    }

    @Test
    void heads_stand_in_order_and_once() {
        assertThat(Statement.parse(withHeads(3, false))).isEmpty();
        byte[] twice = withHeads(2, true);
        System.arraycopy(twice, HEADS_AT + 1, twice, HEADS_AT + 1 + 32, 32);
        assertThat(Statement.parse(twice)).isEmpty();
    }

    @Test
    void a_statement_has_at_most_four_kibibytes() {
        int most = Limits.STATEMENT_BYTES_MAX;

        assertThat(Statement.parse(padded(most))).isPresent();
        assertThat(Statement.parse(padded(most + 1))).isEmpty();
        assertThat(Statement.parse(new byte[1 << 20])).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "-1, false", "1, true", "4096, true", "4097, false", "2147483647, false"})
    void a_device_says_at_most_four_thousand_and_ninety_six_things(int sequence, boolean fine) {
        byte[] bytes = withHeads(1, true);
        ByteBuffer.wrap(bytes).putInt(SEQUENCE_AT, sequence);
        bytes[PREVIOUS_AT] = (byte) (sequence == 1 ? 0 : 7);

        assertThat(Statement.parse(bytes).isPresent()).isEqualTo(fine);
    }

    @Test
    void the_first_statement_alone_has_none_before_it() {
        byte[] firstWithPrevious = withHeads(1, true);
        firstWithPrevious[PREVIOUS_AT] = 1;
        byte[] secondWithout = withHeads(1, true);
        ByteBuffer.wrap(secondWithout).putInt(SEQUENCE_AT, 2);

        assertThat(Statement.parse(firstWithPrevious)).isEmpty();
        assertThat(Statement.parse(secondWithout)).isEmpty();
    }

    @Test
    void only_a_founding_statement_names_no_circle_and_no_heads() {
        byte[] found = circle.charter().all().get(0).bytes().clone();
        found[CIRCLE_AT] = 1;
        byte[] invite = withHeads(1, true);
        System.arraycopy(new byte[16], 0, invite, CIRCLE_AT, 16);

        assertThat(Statement.parse(found)).isEmpty();
        assertThat(Statement.parse(invite)).isEmpty();
        assertThat(Statement.parse(withHeads(0, true))).isEmpty();
    }

    @Test
    void another_magic_or_version_is_another_thing() {
        for (int at : new int[] {0, 1, 2, 3, VERSION_AT}) {
            byte[] bytes = withHeads(1, true);
            bytes[at]++;
            assertThat(Statement.parse(bytes)).isEmpty();
        }
    }

    @Test
    void a_body_that_says_nothing_this_version_knows_is_none() {
        for (byte[] body : List.of(new byte[0], new byte[] {-1}, new byte[] {(byte) 0xfa, 1, 1, 0})) {
            assertThat(Statement.parse(raw(1, true, body))).isEmpty();
        }
    }

    // ---- bytes

    private byte[] withHeads(int heads, boolean ascending) {
        return raw(heads, ascending, inviteBody());
    }

    private byte[] inviteBody() {
        return DeclarationCodec.encode(circle.inviteFor(InviteKeys.ofQr(new byte[16]), Role.MEMBER));
    }

    /** A statement of so many bytes: its body carries a field of somebody's future. */
    private byte[] padded(int length) {
        byte[] body = inviteBody();
        int bare = raw(1, true, body).length;
        int filling = length - bare - 4;
        ByteBuffer longer = ByteBuffer.allocate(body.length + 4 + filling).put(body);
        // Field 15, bytes, with a length of two bytes: 0x7a, then seven bits at a time, low ones first; one byte left
        // over.
        longer.put((byte) 0x7a).put((byte) (0x80 | ((filling + 1) & 0x7f))).put((byte) ((filling + 1) >> 7));
        return raw(1, true, longer.array());
    }

    private byte[] raw(int heads, boolean ascending, byte[] body) {
        Identity founder = circle.founder();
        List<Bytes32> named = new ArrayList<>();
        for (int head = 0; head < heads; head++) {
            byte[] id = new byte[32];
            id[31] = (byte) (ascending ? head + 1 : heads - head);
            named.add(Bytes32.of(id));
        }
        ByteBuffer to = ByteBuffer.allocate(HEADS_AT + 1 + 32 * heads + 2 + body.length + 64);
        to.putInt(0x444c5354).put((byte) 1);
        circle.charter().circle().value().write(to);
        founder.device().value().write(to);
        to.putInt(1).put(StatementId.NONE.toBytes()).put((byte) heads);
        named.forEach(head -> head.write(to));
        to.putShort((short) body.length).put(body);
        return to.array();
    }
}
