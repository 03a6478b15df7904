package org.doorlight.protocol.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorlight.protocol.epoch.EpochBook.Receipt.ADDED;
import static org.doorlight.protocol.wire.Limits.CARRY_PROOFS;

import java.util.List;
import java.util.TreeSet;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Role;
import org.doorlight.protocol.charter.TestCircle;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.epoch.EpochBook.Carry;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.replica.Identity;
import org.junit.jupiter.api.Test;

/** Keys of a member with several devices, one after the other or beside each other (PROTOCOL §1, §4). */
class SeveralDevicesTest {
    private final TestCircle circle = TestCircle.founded(9);
    private final Charter charter = circle.charter();
    private final Identity founder = circle.founder();
    private final Identity laptop = circle.joined(Role.MEMBER);
    private final Identity phone = circle.somebody();
    private final Identity stranger = circle.joined(Role.MEMBER);
    private final SeededEntropy entropy = new SeededEntropy(99);

    @Test
    void what_is_for_everyone_or_for_a_member_opens_on_each_of_its_devices() {
        circle.addDevice(charter, laptop, phone);
        EpochBook founders = bookOf(founder);

        Grant everyone = founders.hand(everyone());
        Grant few = founders.hand(narrow());

        for (Identity device : List.of(laptop, phone)) {
            EpochBook book = bookOf(device);
            assertThat(book.add(everyone)).isEqualTo(ADDED);
            assertThat(book.add(few)).isEqualTo(ADDED);
            assertSameSecret(book, founders, everyone);
            assertSameSecret(book, founders, few);
        }
        EpochBook strangers = bookOf(stranger);
        strangers.add(few);
        assertThat(strangers.secret(few.id())).isEmpty();
    }

    @Test
    void a_device_that_came_later_is_given_what_its_member_may_read() {
        EpochBook founders = bookOf(founder);
        Grant everyone = founders.hand(everyone());
        Grant few = founders.hand(narrow());
        circle.addDevice(charter, laptop, phone);
        EpochBook book = bookOf(phone);
        book.add(everyone);
        book.add(few);
        assertThat(book.keyless()).containsExactly(everyone.id());

        for (Grant grant : List.of(everyone, few)) {
            byte[] wrap = founders.wrapFor(grant.id(), phone.keys()).orElseThrow();
            assertThat(book.addWrap(grant.id(), wrap)).isTrue();
        }

        assertSameSecret(book, founders, few);
        assertThat(book.keyless()).isEmpty();
    }

    @Test
    void a_home_with_new_keys_opens_what_was_wrapped_for_the_old_ones() {
        EpochBook founders = bookOf(founder);
        Grant before = founders.hand(everyone());
        EpochBook book = bookOf(laptop);
        book.add(before);
        Grant underWay = founders.hand(narrow());

        circle.addDevice(charter, laptop, phone);
        book.become(phone.device(), phone.agreement());

        assertThat(book.add(underWay)).isEqualTo(ADDED);
        assertSameSecret(book, founders, underWay);
        assertThat(book.secret(before.id())).isPresent();
    }

    @Test
    void after_a_restart_it_still_opens_what_was_wrapped_for_the_old_keys() {
        EpochBook founders = bookOf(founder);
        Grant underWay = founders.hand(narrow());
        circle.addDevice(charter, laptop, phone);
        EpochBook book = bookOf(phone);
        book.openWith(laptop.device(), laptop.agreement());

        book.add(underWay);

        assertSameSecret(book, founders, underWay);
    }

    @Test
    void many_devices_of_one_member_crowd_out_no_carry_secret_of_another() {
        EpochBook founders = bookOf(founder);
        EpochId first = founders.hand(everyone()).id();
        for (int device = 0; device < 12; device++) {
            Identity another = circle.somebody();
            circle.addDevice(charter, laptop, another);
            founders.add(bookOf(another)
                    .hand(GrantMaker.everyone(
                            another.device(), another.signing(), 2 + device, entropy.bytes(32), entropy)));
        }

        assertThat(founders.carries())
                .hasSize(CARRY_PROOFS)
                .anyMatch(carry -> carry.from().equals(first));
        assertThat(founders.carriesKnown())
                .hasSize(13)
                .startsWith(founders.carries().toArray(Carry[]::new));
    }

    private static void assertSameSecret(EpochBook one, EpochBook other, Grant grant) {
        assertThat(one.secret(grant.id()).orElseThrow())
                .isEqualTo(other.secret(grant.id()).orElseThrow());
    }

    private EpochBook bookOf(Identity device) {
        return new EpochBook(charter, device.device(), device.agreement());
    }

    private GrantMaker everyone() {
        return GrantMaker.everyone(founder.device(), founder.signing(), 1, entropy.bytes(32), entropy);
    }

    private GrantMaker narrow() {
        var members = new TreeSet<MemberId>();
        members.add(TestCircle.memberOf(charter, laptop));
        return GrantMaker.narrow(
                founder.device(), founder.signing(), TestCircle.memberOf(charter, founder), members, entropy);
    }
}
