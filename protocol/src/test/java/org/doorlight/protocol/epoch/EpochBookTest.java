package org.doorlight.protocol.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorlight.protocol.epoch.EpochBook.Receipt.ADDED;
import static org.doorlight.protocol.epoch.EpochBook.Receipt.GAP;
import static org.doorlight.protocol.epoch.EpochBook.Receipt.KNOWN;
import static org.doorlight.protocol.epoch.EpochBook.Receipt.REFUSED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Role;
import org.doorlight.protocol.charter.Standing;
import org.doorlight.protocol.charter.TestCircle;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.id.AudienceId;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.replica.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpochBookTest {
    private final TestCircle circle = TestCircle.founded(4);
    private final Charter charter = circle.charter();
    private final Identity founder = circle.founder();
    private final Identity ana = circle.joined(Role.MEMBER);
    private final Identity ben = circle.joined(Role.MEMBER);
    private final Identity rea = circle.joined(Role.READER);
    private final Identity relay = circle.joined(Role.RELAY);
    private final SeededEntropy entropy = new SeededEntropy(44);
    private final byte[] carry = entropy.bytes(32);

    // ---- everyone

    @Test
    void an_epoch_of_everyone_opens_for_each_reader_and_for_nobody_else() {
        EpochBook founders = bookOf(founder);

        Grant grant = founders.hand(everyone(founder));

        for (Identity reader : List.of(ana, ben, rea)) {
            EpochBook book = bookOf(reader);
            assertThat(book.add(again(grant))).isEqualTo(ADDED);
            assertSameSecret(book, founders, grant);
            assertThat(book.carries()).usingRecursiveComparison().isEqualTo(founders.carries());
            assertThat(book.forWriting(Audiences.everyone(charter.circle()))).contains(grant.id());
            assertThat(book.keyless()).isEmpty();
        }
        for (Identity other : List.of(relay, circle.somebody())) {
            EpochBook book = bookOf(other);
            assertThat(book.add(again(grant))).isEqualTo(ADDED);
            assertThat(book.secret(grant.id())).isEmpty();
            assertThat(book.carries()).isEmpty();
            assertThat(book.keyless()).isEmpty();
        }
    }

    @Test
    void nobody_crowds_out_the_carry_secret_that_another_handed_out() {
        EpochBook founders = bookOf(founder);
        Grant first = founders.hand(everyone(founder));
        EpochBook anas = bookOf(ana);
        anas.add(again(first));

        for (int generation = 2; generation < 90; generation++) {
            founders.add(again(anas.hand(
                    GrantMaker.everyone(ana.device(), ana.signing(), generation, entropy.bytes(32), entropy))));
        }

        assertThat(founders.carries()).hasSize(8).anyMatch(found -> Arrays.equals(found.secret(), carry));
        assertThat(founders.carriesKnown()).hasSize(64).anyMatch(found -> Arrays.equals(found.secret(), carry));
    }

    @Test
    void a_grant_said_twice_is_known() {
        EpochBook book = bookOf(founder);
        Grant grant = book.hand(everyone(founder));

        assertThat(book.add(again(grant))).isEqualTo(KNOWN);
        assertThat(book.held()).containsExactly(grant.id());
        assertThat(book.grant(grant.id())).isPresent();
        assertThat(book.without(List.of())).hasSize(1);
        assertThat(book.without(List.of(grant.id()))).isEmpty();
    }

    @Test
    void a_grant_waits_until_the_charter_reaches_its_heads() {
        Charter behind = TestCircle.copyOf(charter);
        circle.joined(Role.MEMBER);
        Grant grant = bookOf(founder).hand(everyone(founder));
        EpochBook book = new EpochBook(behind, ana.device(), ana.agreement());

        assertThat(book.add(grant)).isEqualTo(GAP);
        TestCircle.tell(charter, behind);
        assertThat(book.add(grant)).isEqualTo(ADDED);
    }

    @Test
    void a_grant_for_everyone_has_a_wrap_for_each_reader_of_its_heads() {
        Grant.Core core = bookOf(founder).hand(everyone(founder)).core();

        for (int wraps : new int[] {0, 3, 5}) {
            Grant other = Grant.write(core, Collections.nCopies(wraps, new byte[80]), founder.signing());
            assertThat(bookOf(ana).add(other)).isEqualTo(REFUSED);
        }
    }

    @Test
    void only_those_who_may_write_hand_out() {
        for (Identity author : List.of(rea, relay, circle.somebody())) {
            assertThat(bookOf(ana).add(everyone(author).make(charter))).isEqualTo(REFUSED);
            Grant narrow = GrantMaker.narrow(
                            author.device(), author.signing(), MemberId.NOBODY, new TreeSet<>(), entropy)
                    .make(charter);
            assertThat(bookOf(ana).add(narrow)).isEqualTo(REFUSED);
        }
        assertThat(bookOf(ana).add(everyone(ben).make(charter))).isEqualTo(ADDED);
    }

    @Test
    void a_grant_of_another_circle_is_refused() {
        Grant.Core core = bookOf(founder).hand(everyone(founder)).core();
        CircleId elsewhere = TestCircle.founded(5).charter().circle();
        var moved = new Grant.Core(
                elsewhere,
                core.device(),
                core.audience(),
                core.carryGeneration(),
                core.secretHash(),
                core.parents(),
                core.heads(),
                core.sealed());

        assertThat(bookOf(ana).add(Grant.write(moved, List.of(), founder.signing())))
                .isEqualTo(REFUSED);
    }

    @Test
    void every_changed_byte_of_what_is_signed_is_noticed() {
        Grant grant = bookOf(founder).hand(everyone(founder));
        int signed = grant.bytes().length - 2 - 80 * grant.wraps().size();
        EpochBook book = bookOf(ana);

        for (int at = 0; at < signed + 2; at++) {
            for (int mask : new int[] {1, 0xff}) {
                byte[] changed = grant.bytes().clone();
                changed[at] ^= (byte) mask;
                assertThat(Grant.parse(changed).map(book::add)).isNotIn(Optional.of(ADDED), Optional.of(KNOWN));
            }
        }
    }

    // ---- wraps

    @Test
    void a_changed_wrap_opens_nothing_and_can_be_repaired_by_anyone() {
        EpochBook founders = bookOf(founder);
        Grant grant = founders.hand(everyone(founder));
        int place = new ArrayList<>(charter.resolved().readers().keySet()).indexOf(ana.device());
        int from = grant.bytes().length - 80 * (grant.wraps().size() - place);

        for (int at = from; at < from + 80; at++) {
            byte[] changed = grant.bytes().clone();
            changed[at] ^= 1;
            EpochBook anas = bookOf(ana);
            assertThat(anas.add(Grant.parse(changed).orElseThrow())).isEqualTo(ADDED);
            assertThat(anas.secret(grant.id())).isEmpty();
            assertThat(anas.keyless()).containsExactly(grant.id());

            byte[] wrap = founders.wrapFor(grant.id(), ana.keys()).orElseThrow();
            assertThat(anas.addWrap(grant.id(), wrap)).isTrue();
            assertThat(anas.keyless()).isEmpty();
        }
    }

    @Test
    void two_holders_repair_a_wrap_with_the_same_bytes_as_the_grant_had() {
        Grant grant = bookOf(founder).hand(everyone(founder));
        EpochBook bens = bookOf(ben);
        EpochBook reas = bookOf(rea);
        bens.add(grant);
        reas.add(grant);

        byte[] byBen = bens.wrapFor(grant.id(), ana.keys()).orElseThrow();

        assertThat(reas.wrapFor(grant.id(), ana.keys()).orElseThrow()).isEqualTo(byBen);
        assertThat(grant.wraps()).anySatisfy(wrap -> assertThat(wrap).isEqualTo(byBen));
    }

    @Test
    void a_newcomer_gets_a_wrap_and_reads_from_then_on() {
        EpochBook founders = bookOf(founder);
        Grant grant = founders.hand(everyone(founder));
        Identity newcomer = circle.joined(Role.READER);
        EpochBook book = bookOf(newcomer);
        assertThat(book.add(grant)).isEqualTo(ADDED);
        assertThat(book.keyless()).containsExactly(grant.id());

        byte[] wrap = founders.wrapFor(grant.id(), newcomer.keys()).orElseThrow();

        assertThat(book.addWrap(grant.id(), wrap)).isTrue();
        assertThat(book.addWrap(grant.id(), wrap)).isFalse();
        assertSameSecret(book, founders, grant);
    }

    @Test
    void no_wrap_is_made_for_a_relay_a_stranger_or_an_epoch_nobody_here_knows() {
        EpochBook founders = bookOf(founder);
        Grant grant = founders.hand(everyone(founder));

        assertThat(founders.wrapFor(grant.id(), relay.keys())).isEmpty();
        assertThat(founders.wrapFor(grant.id(), circle.somebody().keys())).isEmpty();
        assertThat(bookOf(ana).wrapFor(grant.id(), ben.keys())).isEmpty();
    }

    @Test
    void a_wrap_for_another_device_or_epoch_opens_nothing() {
        EpochBook founders = bookOf(founder);
        Grant one = founders.hand(everyone(founder));
        Grant other = founders.hand(everyone(founder));
        Identity newcomer = circle.joined(Role.MEMBER);
        EpochBook book = bookOf(newcomer);
        book.add(one);
        book.add(other);

        assertThat(book.addWrap(one.id(), founders.wrapFor(one.id(), ana.keys()).orElseThrow()))
                .isFalse();
        assertThat(book.addWrap(
                        one.id(), founders.wrapFor(other.id(), newcomer.keys()).orElseThrow()))
                .isFalse();
        assertThat(book.addWrap(one.id(), new byte[80])).isFalse();
        assertThat(book.addWrap(one.id(), new byte[0])).isFalse();
        assertThat(book.addWrap(EpochId.of(new byte[16]), new byte[80])).isFalse();
    }

    // ---- commitment

    @Test
    void a_secret_the_grant_does_not_commit_to_is_not_believed() {
        byte[] promised = entropy.bytes(32);
        byte[] given = entropy.bytes(32);
        var core = new Grant.Core(
                charter.circle(),
                founder.device(),
                Audiences.everyone(charter.circle()),
                1,
                Wraps.hashOf(promised),
                List.of(),
                new ArrayList<>(charter.heads()),
                GrantSeal.sealCarry(given, carry));
        List<byte[]> wraps = charter.resolved().readers().values().stream()
                .map(reader -> Wraps.wrap(
                                charter.circle(),
                                core.id(),
                                given,
                                reader.keys().agreement())
                        .orElseThrow())
                .toList();
        Grant grant = Grant.write(core, wraps, founder.signing());

        EpochBook book = bookOf(ana);
        assertThat(book.add(grant)).isEqualTo(ADDED);

        assertThat(book.secret(grant.id())).isEmpty();
        assertThat(book.learn(grant.id(), given)).isFalse();
        assertThat(book.learn(grant.id(), promised))
                .as("nothing is sealed under it")
                .isFalse();
        assertThat(book.keyless()).containsExactly(grant.id());
    }

    @Test
    void a_secret_of_this_nodes_own_records_opens_what_it_opened() {
        EpochBook founders = bookOf(founder);
        Grant grant = founders.hand(everyone(founder));
        byte[] secret = founders.secret(grant.id()).orElseThrow();
        Identity newcomer = circle.joined(Role.MEMBER);
        EpochBook book = bookOf(newcomer);

        assertThat(book.learn(grant.id(), secret)).as("no such grant here").isFalse();
        book.add(grant);
        assertThat(book.learn(grant.id(), secret)).isTrue();
        assertThat(book.learn(grant.id(), secret)).isTrue();
        assertThat(book.secret(grant.id())).contains(secret);
    }

    // ---- a few

    @Test
    void an_epoch_of_a_few_opens_for_its_owner_and_those_named_only() {
        EpochBook founders = bookOf(founder);
        Grant grant = founders.hand(few(founder, ana));

        assertThat(founders.secret(grant.id())).isPresent();
        EpochBook anas = bookOf(ana);
        anas.add(again(grant));
        assertSameSecret(anas, founders, grant);
        assertThat(anas.forWriting(grant.core().audience())).contains(grant.id());
        assertThat(anas.carries()).isEmpty();
        for (Identity other : List.of(ben, rea, relay)) {
            EpochBook book = bookOf(other);
            assertThat(book.add(again(grant))).isEqualTo(ADDED);
            assertThat(book.secret(grant.id())).isEmpty();
            assertThat(book.forWriting(grant.core().audience())).isEmpty();
            assertThat(book.keyless()).as("nothing this home should have").isEmpty();
        }
    }

    @Test
    void a_lost_wrap_of_a_few_is_made_again_for_those_named_only() {
        EpochBook founders = bookOf(founder);
        Grant grant = founders.hand(few(founder, ana));

        assertThat(founders.wrapFor(grant.id(), ana.keys())).isPresent();
        assertThat(founders.wrapFor(grant.id(), ben.keys())).isEmpty();
        assertThat(founders.wrapFor(grant.id(), rea.keys())).isEmpty();
    }

    @Test
    void what_was_tried_in_vain_is_not_tried_again() {
        SortedSet<MemberId> only = new TreeSet<>(List.of(memberOf(ana)));
        Grant grant = bookOf(founder)
                .hand(GrantMaker.narrow(founder.device(), founder.signing(), memberOf(founder), only, entropy));
        EpochBook bens = bookOf(ben);
        bens.add(again(grant));
        assertThat(bens.isNotForUs(grant)).isTrue();

        // That it would have opened is how one sees that nobody tries.
        EpochBook anas = bookOf(ana);
        assertThat(anas.add(again(grant), Optional.of(EpochBook.noSecret()))).isEqualTo(ADDED);
        assertThat(anas.secret(grant.id())).isEmpty();

        EpochBook damaged = bookOf(ana);
        damaged.add(again(grant), Optional.of(entropy.bytes(32)));
        assertThat(damaged.isNotForUs(grant)).as("a damaged note of a secret").isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "1, 4", "3, 4", "4, 8", "7, 8", "8, 16"})
    void decoys_fill_up_so_that_the_number_tells_nothing(int others, int wraps) {
        SortedSet<MemberId> members = new TreeSet<>();
        List<Identity> named = new ArrayList<>(List.of(founder));
        for (int other = 0; other < others; other++) {
            Identity member = circle.joined(Role.MEMBER);
            named.add(member);
            members.add(memberOf(member));
        }

        Grant grant = bookOf(founder)
                .hand(GrantMaker.narrow(founder.device(), founder.signing(), memberOf(founder), members, entropy));

        assertThat(grant.wraps())
                .hasSize(wraps)
                .allSatisfy(wrap -> assertThat(wrap).hasSize(80));
        assertThat(named)
                .allSatisfy(member -> assertThat(opening(grant, member)).isEqualTo(1));
        assertThat(opening(grant, ben)).isZero();
    }

    @Test
    void two_grants_for_numbers_of_members_that_look_alike_are_of_one_length() {
        Grant none = bookOf(founder).hand(few(founder));
        Grant two = bookOf(founder).hand(few(founder, ana, ben));

        assertThat(two.bytes()).hasSameSizeAs(none.bytes());
    }

    @Test
    void the_order_of_wraps_tells_nothing() {
        List<Integer> places = new ArrayList<>();
        for (int time = 0; time < 24; time++) {
            Grant grant = bookOf(founder).hand(few(founder, ana));
            assertThat(grant.wraps()).isSortedAccordingTo(Arrays::compareUnsigned);
            for (int place = 0; place < 4; place++) {
                if (Wraps.unwrap(charter.circle(), grant.id(), grant.wraps().get(place), founder.agreement())
                        .isPresent()) {
                    places.add(place);
                }
            }
        }
        assertThat(places).hasSize(24).contains(0, 1, 2, 3);
    }

    private long opening(Grant grant, Identity by) {
        return grant.wraps().stream()
                .filter(wrap -> Wraps.unwrap(charter.circle(), grant.id(), wrap, by.agreement())
                        .isPresent())
                .count();
    }

    @Test
    void nobody_hands_out_an_audience_of_anothers() {
        EpochBook founders = bookOf(founder);
        byte[] secret = entropy.bytes(32);
        byte[] salt = entropy.bytes(16);
        var list = new GrantSeal.Members(memberOf(founder), salt, new TreeSet<>(List.of(memberOf(ben))));
        AudienceId audience = Audiences.narrow(charter.circle(), memberOf(founder), salt);

        Grant forged = narrow(ben, audience, secret, GrantSeal.sealMembers(secret, list, 4), List.of(), founder);

        founders.add(forged);
        assertThat(founders.secret(forged.id())).isEmpty();
        assertThat(founders.forWriting(audience)).isEmpty();
    }

    @Test
    void a_member_list_that_is_none_opens_nothing() {
        byte[] secret = entropy.bytes(32);
        byte[] salt = entropy.bytes(16);
        AudienceId audience = Audiences.narrow(charter.circle(), memberOf(ben), salt);
        var shortSalt = new GrantSeal.Members(memberOf(ben), new byte[3], new TreeSet<>());
        var otherSalt = new GrantSeal.Members(memberOf(ben), new byte[16], new TreeSet<>());

        Stream.of(
                        GrantSeal.sealCarry(secret, carry),
                        new byte[0],
                        GrantSeal.sealMembers(secret, shortSalt, 4),
                        GrantSeal.sealMembers(secret, otherSalt, 4))
                .forEach(box -> {
                    EpochBook book = bookOf(ana);
                    Grant grant = narrow(ben, audience, secret, box, List.of(), ana);
                    assertThat(book.add(grant)).isEqualTo(ADDED);
                    assertThat(book.secret(grant.id())).isEmpty();
                });
    }

    // ---- which epoch to write with

    @Test
    void of_two_epochs_that_do_not_know_of_each_other_the_smaller_is_written_with() {
        EpochBook book = bookOf(ana);
        Grant one = bookOf(founder).hand(everyone(founder));
        Grant other = bookOf(ben).hand(everyone(ben));
        book.add(one);
        book.add(other);

        EpochId smaller = one.id().compareTo(other.id()) < 0 ? one.id() : other.id();
        assertThat(book.forWriting(Audiences.everyone(charter.circle()))).contains(smaller);
    }

    @Test
    void nobody_takes_an_epoch_away_by_following_it_with_one_that_cannot_be_opened() {
        AudienceId all = Audiences.everyone(charter.circle());
        EpochBook book = bookOf(ana);
        Grant good = bookOf(founder).hand(everyone(founder));
        book.add(good);
        var core = new Grant.Core(
                charter.circle(),
                ben.device(),
                all,
                1,
                Bytes32.ZERO,
                List.of(good.id()),
                new ArrayList<>(charter.heads()),
                new byte[48]);
        int readers = charter.resolved().readers().size();

        assertThat(book.add(Grant.write(core, Collections.nCopies(readers, new byte[80]), ben.signing())))
                .isEqualTo(ADDED);

        assertThat(book.forWriting(all)).contains(good.id());
    }

    @Test
    void nobody_takes_an_epoch_away_by_following_it_with_one_of_another_audience() {
        AudienceId all = Audiences.everyone(charter.circle());
        EpochBook book = bookOf(ana);
        Grant good = bookOf(founder).hand(everyone(founder));
        book.add(good);
        byte[] secret = entropy.bytes(32);
        byte[] salt = entropy.bytes(16);
        var list = new GrantSeal.Members(memberOf(ben), salt, new TreeSet<>(List.of(memberOf(ana))));
        AudienceId bens = Audiences.narrow(charter.circle(), memberOf(ben), salt);

        Grant follower = narrow(ben, bens, secret, GrantSeal.sealMembers(secret, list, 4), List.of(good.id()), ana);
        assertThat(book.add(follower)).isEqualTo(ADDED);

        assertThat(book.secret(follower.id())).isPresent();
        assertThat(book.forWriting(all)).contains(good.id());
    }

    @Test
    void a_later_epoch_of_the_same_audience_is_written_with() {
        byte[] salt = entropy.bytes(16);
        AudienceId audience = Audiences.narrow(charter.circle(), memberOf(ben), salt);
        var list = new GrantSeal.Members(memberOf(ben), salt, new TreeSet<>(List.of(memberOf(ana))));
        byte[] first = entropy.bytes(32);
        byte[] second = entropy.bytes(32);
        EpochBook book = bookOf(ana);

        Grant before = narrow(ben, audience, first, GrantSeal.sealMembers(first, list, 4), List.of(), ana);
        Grant after = narrow(ben, audience, second, GrantSeal.sealMembers(second, list, 4), List.of(before.id()), ana);
        book.add(after);
        book.add(before);

        assertThat(book.forWriting(audience)).contains(after.id());
    }

    // ---- many heads

    @Test
    void a_grant_names_no_more_heads_than_others_accept() {
        Identity busy = circle.joined(Role.MEMBER);
        List<StatementId> found = List.of(charter.heads().first());
        for (int end = 0; end < 40; end++) {
            Charter apart = TestCircle.copyOf(at(found));
            circle.invite(apart, busy, Role.MEMBER);
            TestCircle.tell(apart, charter);
        }
        assertThat(charter.heads()).hasSizeGreaterThan(32);

        for (Grant grant : List.of(bookOf(ana).hand(few(ana, ben)), bookOf(ana).hand(everyone(ana)))) {
            EpochBook book = bookOf(ben);
            assertThat(book.add(again(grant))).isEqualTo(ADDED);
            assertThat(book.secret(grant.id())).isPresent();
        }
    }

    private Charter at(List<StatementId> heads) {
        Charter part = Charter.of(charter.all().get(0)).orElseThrow();
        charter.all().stream()
                .skip(1)
                .takeWhile(statement -> !part.heads().containsAll(heads))
                .forEach(part::add);
        return part;
    }

    // ---- by hand

    private EpochBook bookOf(Identity who) {
        return new EpochBook(charter, who.device(), who.agreement());
    }

    private GrantMaker everyone(Identity by) {
        return GrantMaker.everyone(by.device(), by.signing(), 1, carry, entropy);
    }

    private GrantMaker few(Identity owner, Identity... named) {
        SortedSet<MemberId> members = new TreeSet<>();
        for (Identity one : named) {
            members.add(memberOf(one));
        }
        return GrantMaker.narrow(owner.device(), owner.signing(), memberOf(owner), members, entropy);
    }

    private Grant narrow(
            Identity by, AudienceId audience, byte[] secret, byte[] sealed, List<EpochId> parents, Identity reader) {
        var core = new Grant.Core(
                charter.circle(),
                by.device(),
                audience,
                0,
                Wraps.hashOf(secret),
                parents,
                new ArrayList<>(charter.heads()),
                sealed);
        byte[] wrap = Wraps.wrap(
                        charter.circle(), core.id(), secret, reader.keys().agreement())
                .orElseThrow();
        return Grant.write(core, List.of(wrap), by.signing());
    }

    private MemberId memberOf(Identity who) {
        return charter.resolved().device(who.device()).map(Standing::member).orElseThrow();
    }

    private static void assertSameSecret(EpochBook one, EpochBook other, Grant grant) {
        assertThat(one.secret(grant.id()).orElseThrow())
                .isEqualTo(other.secret(grant.id()).orElseThrow());
    }

    private static Grant again(Grant grant) {
        return Grant.parse(grant.bytes().clone()).orElseThrow();
    }
}
