package org.doorlight.protocol.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.crypto.SigningKey;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EnvelopeId;
import org.doorlight.protocol.id.EpochId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {
    // Offsets as PROTOCOL §5 lays the header out.
    private static final int VERSION_AT = 4;
    private static final int SUITE_AT = 5;
    private static final int KIND_AT = 6;
    private static final int SERIAL_AT = 71;
    private static final int FIRST_AT = 79;
    private static final int COUNT_AT = 87;
    private static final int BODY_LENGTH_AT = 161;

    private static final SeededEntropy ENTROPY = new SeededEntropy(5);
    private static final SigningKey KEY = new SigningKey(ENTROPY.bytes(32));
    private static final byte[] SECRET = ENTROPY.bytes(32);
    private static final byte[] RANDOM = ENTROPY.bytes(Sealing.RANDOM_BYTES);
    private static final Header DRAFT = new Header(
            Kind.CHANGES,
            CircleId.of(ENTROPY.bytes(16)),
            DocumentId.of(ENTROPY.bytes(16)),
            Bytes16.of(ENTROPY.bytes(16)),
            DeviceId.of(ENTROPY.bytes(16)),
            7,
            3,
            2,
            EpochId.of(ENTROPY.bytes(16)),
            new byte[0],
            EnvelopeId.of(ENTROPY.bytes(32)),
            0);
    private static final byte[] TEXT = "Soup on Tuesday?".getBytes(StandardCharsets.UTF_8);

    @Test
    void what_was_sealed_comes_out_again_and_says_in_clear_what_it_said() {
        Envelope sent = sealed(TEXT);

        Envelope received = Envelope.parse(sent.bytes()).orElseThrow();

        assertThat(received).isEqualTo(sent);
        assertThat(received.id()).isEqualTo(sent.id());
        assertThat(received.signedBy(KEY.publicKey())).isTrue();
        assertThat(Sealing.open(received, SECRET)).contains(TEXT);
        assertThat(received.header())
                .usingRecursiveComparison()
                .ignoringFields("nonce", "bodyLength")
                .isEqualTo(DRAFT);
        assertThat(received.header().last()).isEqualTo(4);
    }

    @Test
    void no_word_of_it_is_readable_from_outside() {
        String outside = new String(sealed(TEXT).bytes(), StandardCharsets.ISO_8859_1);

        assertThat(outside).doesNotContain("Soup").doesNotContain("Tuesday");
    }

    @Test
    void every_changed_byte_is_noticed_by_whoever_checks_the_signature() {
        byte[] bytes = sealed(TEXT).bytes();

        everyChange(
                bytes,
                bytes.length,
                changed -> assertThat(Envelope.parse(changed).filter(envelope -> envelope.signedBy(KEY.publicKey())))
                        .isEmpty());
    }

    @Test
    void every_changed_byte_of_header_and_body_is_noticed_by_whoever_opens_it() {
        byte[] bytes = sealed(TEXT).bytes();

        everyChange(
                bytes,
                bytes.length - Envelope.SIGNATURE_BYTES,
                changed -> assertThat(Envelope.parse(changed).flatMap(envelope -> Sealing.open(envelope, SECRET)))
                        .isEmpty());
    }

    private static void everyChange(byte[] bytes, int upTo, Consumer<byte[]> check) {
        for (int at = 0; at < upTo; at++) {
            for (int mask : new int[] {1, 0x80, 0xff}) {
                byte[] changed = bytes.clone();
                changed[at] ^= (byte) mask;
                check.accept(changed);
            }
        }
    }

    @Test
    void a_shorter_or_longer_one_is_none() {
        byte[] bytes = sealed(TEXT).bytes();

        for (int length = 0; length < bytes.length; length++) {
            assertThat(Envelope.parse(Arrays.copyOf(bytes, length))).isEmpty();
        }
        assertThat(Envelope.parse(Arrays.copyOf(bytes, bytes.length + 1))).isEmpty();
        assertThat(Envelope.parse(new byte[Envelope.BYTES_MAX])).isEmpty();
        assertThat(Envelope.parse(new byte[Envelope.BYTES_MAX + 1])).isEmpty();
    }

    @Test
    void another_secret_opens_nothing() {
        byte[] other = SECRET.clone();
        other[31] ^= 1;

        assertThat(Sealing.open(sealed(TEXT), other)).isEmpty();
    }

    @Test
    void another_key_has_not_signed_it() {
        SigningKey other = new SigningKey(new SeededEntropy(6).bytes(32));

        assertThat(sealed(TEXT).signedBy(other.publicKey())).isFalse();
        assertThat(sealed(TEXT).signedBy(new byte[32])).isFalse();
        assertThat(sealed(TEXT).signedBy(new byte[0])).isFalse();
    }

    @Test
    void its_id_does_not_depend_on_the_signature_so_nobody_can_give_it_two_names() {
        Envelope honest = sealed(TEXT);
        byte[] resigned = honest.bytes().clone();
        resigned[resigned.length - 1] ^= 1;

        Envelope other = Envelope.parse(resigned).orElseThrow();

        assertThat(other.id()).isEqualTo(honest.id());
        assertThat(other).isNotEqualTo(honest);
        assertThat(other.signedBy(KEY.publicKey())).isFalse();
    }

    @Test
    void should_the_random_source_repeat_itself_two_texts_still_get_two_nonces() {
        Envelope one = sealed(TEXT);
        Envelope other = sealed("Soup on Wednesday?".getBytes(StandardCharsets.UTF_8));

        assertThat(other.header().nonce()).isNotEqualTo(one.header().nonce());
        assertThat(sealed(TEXT).bytes()).isEqualTo(one.bytes());
    }

    @Test
    void other_random_bytes_give_the_same_text_another_nonce() {
        Envelope one = sealed(TEXT);
        Envelope other = Sealing.seal(DRAFT, SECRET, KEY, TEXT, new byte[Sealing.RANDOM_BYTES]);

        assertThat(other.header().nonce()).isNotEqualTo(one.header().nonce());
    }

    @Test
    void whatever_a_draft_says_of_nonce_and_length_is_filled_in_anew() {
        Header boastful = changed(DRAFT, new byte[24], 1 << 30);

        assertThat(Sealing.seal(boastful, SECRET, KEY, TEXT, RANDOM)).isEqualTo(sealed(TEXT));
    }

    private static Header changed(Header draft, byte[] nonce, int bodyLength) {
        return new Header(
                draft.kind(),
                draft.circle(),
                draft.document(),
                draft.seal(),
                draft.device(),
                draft.serial(),
                draft.first(),
                draft.count(),
                draft.epoch(),
                nonce,
                draft.previous(),
                bodyLength);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 256",
        "1, 256",
        "236, 256",
        "237, 512",
        "492, 512",
        "493, 1024",
        "1004, 1024",
        "1005, 2048",
        "32748, 32768",
        "32749, 65536",
        "65516, 65536"
    })
    void bodies_come_in_nine_sizes(int textBytes, int bodyBytes) {
        byte[] text = new SeededEntropy(1).bytes(textBytes);

        Envelope envelope = sealed(text);

        assertThat(envelope.header().bodyLength()).isEqualTo(bodyBytes);
        assertThat(envelope.bytes()).hasSize(Header.LENGTH + bodyBytes + Envelope.SIGNATURE_BYTES);
        assertThat(Sealing.open(Envelope.parse(envelope.bytes()).orElseThrow(), SECRET))
                .contains(text);
    }

    @Test
    void a_text_that_is_too_long_is_a_mistake_of_this_node() {
        assertThat(Sealing.TEXT_BYTES_MAX).isEqualTo(65516);
        assertThatThrownBy(() -> sealed(new byte[Sealing.TEXT_BYTES_MAX + 1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void magic_version_suite_and_kind_have_one_value_each() {
        for (int at : new int[] {0, 1, 2, 3, VERSION_AT, SUITE_AT, KIND_AT}) {
            for (int value = 0; value < 256; value++) {
                byte[] bytes = sealed(TEXT).bytes().clone();
                boolean same = bytes[at] == (byte) value;
                bytes[at] = (byte) value;

                assertThat(Envelope.parse(bytes).isPresent()).isEqualTo(same);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "-9223372036854775808"})
    void a_serial_counts_from_one(long serial) {
        assertThat(parsedWith(to -> to.putLong(SERIAL_AT, serial))).isFalse();
        assertThat(parsedWith(to -> to.putLong(SERIAL_AT, Long.MAX_VALUE))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "-1, false", "1, true", "9223372036854775307, true", "9223372036854775308, false"})
    void a_change_number_counts_from_one_and_never_overflows(long first, boolean fine) {
        assertThat(parsedWith(to -> to.putLong(FIRST_AT, first))).isEqualTo(fine);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "500, true", "501, false", "65535, false"})
    void an_envelope_holds_one_to_five_hundred_changes(int count, boolean fine) {
        assertThat(parsedWith(to -> to.putShort(COUNT_AT, (short) count))).isEqualTo(fine);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "255", "257", "512", "131072", "2147483647", "-2147483648"})
    void a_body_length_that_is_not_the_bodys_is_noticed_before_anything_is_allocated(int length) {
        assertThat(parsedWith(to -> to.putInt(BODY_LENGTH_AT, length))).isFalse();
    }

    private static boolean parsedWith(Consumer<ByteBuffer> change) {
        byte[] bytes = sealed(TEXT).bytes().clone();
        change.accept(ByteBuffer.wrap(bytes));
        return Envelope.parse(bytes).isPresent();
    }

    private static Envelope sealed(byte[] text) {
        return Sealing.seal(DRAFT, SECRET, KEY, text, RANDOM);
    }
}
