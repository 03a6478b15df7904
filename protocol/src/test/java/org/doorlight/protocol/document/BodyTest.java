package org.doorlight.protocol.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.doorlight.protocol.Property;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.id.AudienceId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.wire.message.EnvelopeBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
    private static final SeededEntropy ENTROPY = new SeededEntropy(78);
    private static final Body.Nature NATURE = new Body.Nature(
            "request", MemberId.of(ENTROPY.bytes(32)), AudienceId.of(ENTROPY.bytes(16)), ENTROPY.bytes(16));
    private static final Body BODY = new Body(
            NATURE,
            List.of(StatementId.of(ENTROPY.bytes(32)), StatementId.of(ENTROPY.bytes(32))),
            List.of(ENTROPY.bytes(20), new byte[0], ENTROPY.bytes(300)));

    @Test
    void a_body_reads_back_as_it_was_written() {
        Body read = Body.decode(BODY.encode()).orElseThrow();

        assertThat(read.nature()).isEqualTo(NATURE).hasSameHashCodeAs(NATURE);
        assertThat(read).usingRecursiveComparison().isEqualTo(BODY);
    }

    @Test
    void natures_differ_in_each_part() {
        for (Body.Nature other : List.of(
                new Body.Nature("door", NATURE.owner(), NATURE.audience(), NATURE.salt()),
                new Body.Nature("request", MemberId.NOBODY, NATURE.audience(), NATURE.salt()),
                new Body.Nature("request", NATURE.owner(), AudienceId.of(new byte[16]), NATURE.salt()),
                new Body.Nature("request", NATURE.owner(), NATURE.audience(), new byte[16]))) {
            assertThat(other).isNotEqualTo(NATURE);
        }
    }

    @Test
    void a_body_with_a_part_of_the_wrong_length_is_none() {
        List<UnaryOperator<EnvelopeBody.Builder>> wrongs = List.of(
                body -> body.setKind(""),
                body -> body.setKind("k".repeat(33)),
                body -> body.setKind("ü".repeat(17)),
                body -> body.setOwner(ByteString.EMPTY),
                body -> body.setOwner(ByteString.copyFrom(new byte[31])),
                body -> body.setAudience(ByteString.copyFrom(new byte[17])),
                body -> body.setSalt(ByteString.copyFrom(new byte[15])),
                body -> body.addHeads(ByteString.copyFrom(new byte[33])),
                EnvelopeBody.Builder::clear);
        for (UnaryOperator<EnvelopeBody.Builder> wrong : wrongs) {
            assertThat(Body.decode(wrong.apply(proto()).build().toByteArray())).isEmpty();
        }
        assertThat(Body.decode(proto().build().toByteArray())).isPresent();
    }

    private static EnvelopeBody.Builder proto() {
        try {
            return EnvelopeBody.parseFrom(BODY.encode()).toBuilder();
        } catch (InvalidProtocolBufferException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void no_bytes_make_it_throw() {
        byte[] good = BODY.encode();
        for (int length = 0; length < good.length; length++) {
            Body.decode(Arrays.copyOf(good, length));
        }
        Property.cases(5_000, 8).hold((random, size) -> {
            byte[] bytes = good.clone();
            for (int change = 0; change < size; change++) {
                bytes[random.nextInt(Math.min(bytes.length, 160))] = (byte) random.nextInt();
            }
            Body.decode(bytes);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 17})
    void a_nature_of_this_node_has_a_salt_of_sixteen_bytes(int length) {
        assertThatThrownBy(() -> new Body.Nature("x", MemberId.NOBODY, NATURE.audience(), new byte[length]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
