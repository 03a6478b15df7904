package org.doorlight.protocol.epoch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.doorlight.protocol.Property;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Role;
import org.doorlight.protocol.charter.Standing;
import org.doorlight.protocol.charter.TestCircle;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.replica.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a grant may look like, and that nothing that is none ever does more than not being one (PROTOCOL §4, §11). */
class GrantParsingTest {
    private static final int MUTATIONS = 20_000;

    private final TestCircle circle = TestCircle.founded(6);
    private final Charter charter = circle.charter();
    private final Identity founder = circle.founder();
    private final Identity ana = circle.joined(Role.MEMBER);
    private final SeededEntropy entropy = new SeededEntropy(66);

    @Test
    void no_mutation_of_a_grant_ever_throws() {
        List<Grant> grants = List.of(everyone(), few());
        int[] number = {0};

        Property.cases(MUTATIONS, 6).hold((random, size) -> {
            byte[] bytes = mutated(grants.get(random.nextInt(grants.size())).bytes(), random, size);
            Optional<Grant> grant = Grant.parse(bytes);
            // Checking signatures takes its time, so not each of them is put to the book.
            if (number[0]++ % 40 == 0) {
                grant.ifPresent(found -> bookOf(ana).add(found));
            }
        });
    }

    private static byte[] mutated(byte[] original, Random random, int changes) {
        byte[] bytes = original.clone();
        for (int change = 0; change < changes; change++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = (byte) (random.nextBoolean() ? 0xff : 0);
                case 3 -> bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
                default -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(200));
            }
        }
        return bytes;
    }

    @Test
    void a_grant_cut_anywhere_or_gone_on_with_is_none() {
        byte[] bytes = few().bytes();

        for (int length = 0; length < bytes.length; length++) {
            assertThat(Grant.parse(Arrays.copyOf(bytes, length))).isEmpty();
        }
        assertThat(Grant.parse(Arrays.copyOf(bytes, bytes.length + 1))).isEmpty();
        assertThat(Grant.parse(new byte[1 << 20])).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "32, 1, 48, 4, true",
        "33, 1, 48, 4, false",
        "0, 32, 48, 4, true",
        "0, 33, 48, 4, false",
        "0, 0, 48, 4, false",
        "0, 1, 32768, 4, true",
        "0, 1, 32769, 4, false",
        "0, 1, 48, 512, true",
        "0, 1, 48, 513, false",
        "32, 32, 32768, 512, true",
    })
    void bounds_are_what_they_say(int parents, int heads, int sealed, int wraps, boolean fine) {
        var core = new Grant.Core(
                charter.circle(),
                founder.device(),
                Audiences.everyone(charter.circle()),
                1,
                Bytes32.ZERO,
                Collections.nCopies(parents, EpochId.of(new byte[16])),
                Collections.nCopies(heads, StatementId.NONE),
                new byte[sealed]);

        byte[] bytes = Grant.write(core, Collections.nCopies(wraps, new byte[80]), founder.signing())
                .bytes();

        assertThat(Grant.parse(bytes).isPresent()).isEqualTo(fine);
    }

    @Test
    void another_magic_version_or_suite_or_a_generation_below_zero_is_none() {
        for (int at = 0; at < 6; at++) {
            byte[] bytes = few().bytes().clone();
            bytes[at]++;
            assertThat(Grant.parse(bytes)).isEmpty();
        }
        byte[] bytes = few().bytes().clone();
        ByteBuffer.wrap(bytes).putInt(4 + 2 + 3 * 16, -1);
        assertThat(Grant.parse(bytes)).isEmpty();
    }

    @Test
    void a_grant_reads_back_as_it_was_written() {
        for (Grant grant : List.of(everyone(), few())) {
            Grant read = Grant.parse(grant.bytes()).orElseThrow();

            assertThat(read.id()).isEqualTo(grant.id());
            assertThat(read.core()).usingRecursiveComparison().isEqualTo(grant.core());
            assertThat(read.wraps()).usingRecursiveComparison().isEqualTo(new ArrayList<>(grant.wraps()));
        }
    }

    private Grant everyone() {
        return GrantMaker.everyone(founder.device(), founder.signing(), 1, entropy.bytes(32), entropy)
                .make(charter);
    }

    private Grant few() {
        MemberId owner = charter.resolved()
                .device(founder.device())
                .map(Standing::member)
                .orElseThrow();
        return GrantMaker.narrow(founder.device(), founder.signing(), owner, new TreeSet<>(), entropy)
                .make(charter);
    }

    private EpochBook bookOf(Identity who) {
        return new EpochBook(charter, who.device(), who.agreement());
    }
}
