package org.doorlight.protocol.simulation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Declaration;
import org.doorlight.protocol.charter.Invitations;
import org.doorlight.protocol.charter.Role;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.crypto.SigningKey;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.replica.Identity;

/**
 * An invitation lets one home in, whoever used it and in whatever order word of it arrives. When all has come to rest, two homes that do
 * not hear of each other admit one newcomer each by one code, and the first of them then a third.
 */
final class Codes implements Watcher {
    private final World world;

    Codes(World world) {
        this.world = world;
    }

    @Override
    public void settled() {
        List<Kept> homes = world.dice().another().shuffled(world.members()).stream()
                .map(Kept::of)
                .flatMap(Optional::stream)
                .filter(Codes::mayAdmit)
                .limit(2)
                .toList();
        if (homes.size() == 2 && !homes.get(0).member().equals(homes.get(1).member())) {
            new Attempt(homes.get(0), homes.get(1)).make();
        }
    }

    private static boolean mayAdmit(Kept home) {
        return home.charter()
                .resolved()
                .device(home.identity().device())
                .filter(standing -> standing.role().mayInvite(Role.MEMBER))
                .isPresent();
    }

    private void unless(boolean good, String otherwise) {
        if (!good) {
            world.violated("codes: " + otherwise);
        }
    }

    /** Two homes and one code. */
    private final class Attempt {
        private final Kept first;
        private final Kept second;
        private final SeededEntropy entropy = new SeededEntropy(3);
        private final SigningKey code = new SigningKey(entropy.bytes(SigningKey.SEED_BYTES));
        private final Bytes32 channel = Bytes32.of(entropy.bytes(Bytes32.LENGTH));

        Attempt(Kept first, Kept second) {
            this.first = first;
            this.second = second;
        }

        void make() {
            Statement invite = say(
                    first,
                    first.charterWith(),
                    new Declaration.Invite(Bytes32.of(code.publicKey()), channel, Role.MEMBER, Long.MAX_VALUE));
            List<Identity> guests =
                    Stream.generate(() -> Identity.fresh(entropy)).limit(3).toList();
            unless(
                    !opensUnproved(first.charterWith(invite), invite.id(), guests.get(0)),
                    "somebody came in without the code");
            Charter here = first.charterWith(invite);
            Statement one = admit(first, here, invite.id(), guests.get(0));
            Statement again = admit(first, here, invite.id(), guests.get(2));
            Statement other = admit(second, first.charterWith(invite), invite.id(), guests.get(1));
            look(first.charterWith(invite, one, again, other), first.charterWith(invite, other, one, again), guests);
        }

        private boolean opensUnproved(Charter charter, StatementId invite, Identity guest) {
            SigningKey guessed = new SigningKey(entropy.bytes(SigningKey.SEED_BYTES));
            byte[] proof = Invitations.prove(guessed, charter.circle(), guest.keys(), channel);
            try {
                say(first, charter, new Declaration.Admit(invite, guest.keys(), channel, proof));
                return true;
            } catch (IllegalStateException refused) {
                // What every other home would refuse a home does not even say.
                return false;
            }
        }

        private void look(Charter here, Charter there, List<Identity> guests) {
            List<Identity> in =
                    guests.stream().filter(guest -> stands(here, guest)).toList();
            unless(in.size() == 1, "one code let " + in.size() + " homes in");
            unless(!stands(here, guests.get(2)), "a code that was used let somebody in");
            unless(
                    guests.stream().allMatch(guest -> stands(here, guest) == stands(there, guest)),
                    "who came in by a code depends on what arrived first");
        }

        private boolean stands(Charter charter, Identity guest) {
            return charter.resolved().device(guest.device()).isPresent();
        }

        private Statement admit(Kept host, Charter charter, StatementId invite, Identity guest) {
            byte[] proof = Invitations.prove(code, charter.circle(), guest.keys(), channel);
            return say(host, charter, new Declaration.Admit(invite, guest.keys(), channel, proof));
        }

        private Statement say(Kept home, Charter charter, Declaration declaration) {
            return charter.declare(home.identity().device(), home.identity().signing(), declaration);
        }
    }
}
