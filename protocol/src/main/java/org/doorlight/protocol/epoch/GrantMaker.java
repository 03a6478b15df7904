package org.doorlight.protocol.epoch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Resolved;
import org.doorlight.protocol.charter.Standing;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.crypto.SigningKey;
import org.doorlight.protocol.id.AudienceId;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.StatementId;

/** Makes new epochs, as one device (PROTOCOL §4). */
public final class GrantMaker {
    /** Bytes of a carry secret. */
    public static final int CARRY_BYTES = 32;

    /** A grant for a few looks as if it were for so many at least. */
    public static final int WRAPS_MIN = 4;

    /** Who shall read, and what is sealed beside the wraps. */
    private interface Terms {
        AudienceId audience(Charter charter);

        /** @param then what the heads named in the grant come to */
        List<Standing> recipients(Charter charter, Resolved then);

        byte[] seal(byte[] secret);

        List<byte[]> arrange(List<byte[]> wraps, Charter charter, EpochId epoch);
    }

    private final DeviceId device;
    private final SigningKey key;
    private final byte[] secret;
    private final int carryGeneration;
    private final Terms terms;

    private GrantMaker(DeviceId device, SigningKey key, byte[] secret, int carryGeneration, Terms terms) {
        this.device = device;
        this.key = key;
        this.secret = secret;
        this.carryGeneration = carryGeneration;
        this.terms = terms;
    }

    /** A first epoch of the whole circle, with a carry secret. */
    public static GrantMaker everyone(
            DeviceId device, SigningKey key, int carryGeneration, byte[] carry, Entropy entropy) {
        return new GrantMaker(device, key, entropy.bytes(Grant.SECRET_BYTES), carryGeneration, new Terms() {
            @Override
            public AudienceId audience(Charter charter) {
                return Audiences.everyone(charter.circle());
            }

            @Override
            public List<Standing> recipients(Charter charter, Resolved then) {
                return List.copyOf(then.readers().values());
            }

            @Override
            public byte[] seal(byte[] secret) {
                return GrantSeal.sealCarry(secret, carry);
            }

            @Override
            public List<byte[]> arrange(List<byte[]> wraps, Charter charter, EpochId epoch) {
                return wraps;
            }
        });
    }

    /** A first epoch of a few members, chosen by their owner's device. */
    public static GrantMaker narrow(
            DeviceId device, SigningKey key, MemberId owner, SortedSet<MemberId> members, Entropy entropy) {
        return narrow(device, key, new Few(owner, members, WRAPS_MIN), entropy);
    }

    /**
     * A few members.
     *
     * @param owner is one of them
     * @param wrapsMin the grant looks as if it were for so many at least, and twice as many, and so on; a power of two
     */
    public record Few(MemberId owner, SortedSet<MemberId> members, int wrapsMin) {
        public Few {
            SortedSet<MemberId> all = new TreeSet<>(members);
            all.add(owner);
            members = Collections.unmodifiableSortedSet(all);
        }
    }

    /** A first epoch of a few members, chosen by their owner's device. */
    public static GrantMaker narrow(DeviceId device, SigningKey key, Few few, Entropy entropy) {
        byte[] salt = entropy.bytes(Audiences.SALT_BYTES);
        SortedSet<MemberId> all = few.members();
        return new GrantMaker(device, key, entropy.bytes(Grant.SECRET_BYTES), 0, new Terms() {
            @Override
            public AudienceId audience(Charter charter) {
                return Audiences.narrow(charter.circle(), few.owner(), salt);
            }

            @Override
            public List<Standing> recipients(Charter charter, Resolved then) {
                return charter.resolved().readers().values().stream()
                        .filter(standing -> all.contains(standing.member()))
                        .toList();
            }

            @Override
            public byte[] seal(byte[] secret) {
                int size = powerOfTwo(few.wrapsMin(), all.size());
                return GrantSeal.sealMembers(secret, new GrantSeal.Members(few.owner(), salt, all), size);
            }

            @Override
            public List<byte[]> arrange(List<byte[]> wraps, Charter charter, EpochId epoch) {
                int size = powerOfTwo(few.wrapsMin(), wraps.size());
                return Wraps.withDecoys(wraps, size, epoch, new Wraps.From(charter.circle(), entropy));
            }
        });
    }

    private static int powerOfTwo(int from, int least) {
        int size = from;
        while (size < least) {
            size *= 2;
        }
        return size;
    }

    /** The audience the epoch will be of. */
    public AudienceId audience(Charter charter) {
        return terms.audience(charter);
    }

    Grant make(Charter charter) {
        List<StatementId> heads = new ArrayList<>(charter.headsFor(device));
        Resolved then = charter.resolvedAt(heads).orElseThrow();
        List<Standing> recipients = terms.recipients(charter, then);
        Grant.Core core = new Grant.Core(
                charter.circle(),
                device,
                terms.audience(charter),
                carryGeneration,
                Wraps.hashOf(secret),
                List.of(),
                heads,
                terms.seal(secret));
        List<byte[]> wraps = recipients.stream()
                .map(standing -> wrap(charter, core.id(), standing.keys().agreement()))
                .toList();
        return Grant.write(core, terms.arrange(wraps, charter, core.id()), key);
    }

    private byte[] wrap(Charter charter, EpochId epoch, Bytes32 recipient) {
        Optional<byte[]> wrap = Wraps.wrap(charter.circle(), epoch, secret, recipient);
        // A member with a key nobody can agree with reads nothing; the place in the order is kept.
        return wrap.orElseGet(() -> new byte[Grant.WRAP_BYTES]);
    }
}
