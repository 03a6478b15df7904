package org.doorlight.protocol.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.Property;
import org.doorlight.protocol.charter.TestCircle.Ticket;
import org.doorlight.protocol.crypto.InviteKeys;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.replica.Identity;
import org.junit.jupiter.api.Test;

/** The charter comes to the same whatever the order in which its statements arrive (PROTOCOL §2). */
class CharterOrderTest {
    private static final int ORDERS = 4;

    @Test
    void every_causal_order_of_the_same_statements_comes_to_the_same() {
        Property.cases(60, 30).hold((random, size) -> {
            List<Statement> said = new Story(random).tell(size);

            Charter first = delivered(said, new Random(0));
            for (int order = 1; order < ORDERS; order++) {
                Charter other = delivered(said, new Random(order));
                assertThat(other.ids()).isEqualTo(first.ids());
                assertThat(other.heads()).isEqualTo(first.heads());
                assertThat(other.resolved()).isEqualTo(first.resolved());
            }
        });
    }

    @Test
    void what_the_charter_came_to_at_some_heads_does_not_depend_on_what_came_later() {
        Property.cases(30, 20).hold((random, size) -> {
            List<Statement> said = new Story(random).tell(size);
            Charter whole = delivered(said, random);
            int some = 1 + random.nextInt(whole.all().size());

            Charter part = Charter.of(whole.all().get(0)).orElseThrow();
            whole.all().subList(0, some).forEach(part::add);

            assertThat(whole.resolvedAt(part.heads())).contains(part.resolved());
        });
    }

    /** Delivers each statement as soon as chance wants after all its heads; what is refused stays away. */
    private static Charter delivered(List<Statement> said, Random random) {
        Charter charter = Charter.of(said.get(0)).orElseThrow();
        List<Statement> left = new ArrayList<>(said.subList(1, said.size()));
        while (true) {
            List<Statement> ready = left.stream()
                    .filter(statement -> charter.holds(statement.heads()))
                    .toList();
            if (ready.isEmpty()) {
                return charter;
            }
            Statement next = ready.get(random.nextInt(ready.size()));
            left.remove(next);
            charter.add(TestCircle.again(next));
        }
    }

    /** Several nodes that invite, admit, meet and lie at random; codes and newcomers go round among all of them. */
    private static final class Story {
        private final Random random;
        private final TestCircle circle;
        private final List<Charter> nodes = new ArrayList<>();
        private final List<Identity> devices = new ArrayList<>();
        private final List<Ticket> tickets = new ArrayList<>();
        private final SortedMap<StatementId, Statement> said = new TreeMap<>();

        Story(Random random) {
            this.random = random;
            this.circle = TestCircle.founded(random.nextLong());
            nodes.add(circle.charter());
            nodes.add(TestCircle.copyOf(circle.charter()));
            nodes.add(TestCircle.copyOf(circle.charter()));
            devices.add(circle.founder());
        }

        List<Statement> tell(int steps) {
            for (int step = 0; step < steps; step++) {
                act(one(nodes));
            }
            List<Statement> all = new ArrayList<>();
            all.add(circle.charter().all().get(0));
            nodes.forEach(node -> node.all().forEach(statement -> said.put(statement.id(), statement)));
            said.remove(all.get(0).id());
            all.addAll(said.values());
            return all;
        }

        private void act(Charter where) {
            Identity who = one(devices);
            boolean known = where.keysOf(who.device()).isPresent();
            switch (random.nextInt(10)) {
                case 0, 1 -> {
                    if (known) {
                        tickets.add(circle.invite(where, who, one(List.of(Role.values()))));
                    }
                }
                case 2, 3, 4 -> admit(where, who, known);
                case 5 -> lie(where, who);
                case 6, 7 -> addDevice(where, who);
                default -> TestCircle.tell(one(nodes), where);
            }
        }

        private void admit(Charter where, Identity who, boolean known) {
            List<Ticket> here = tickets.stream()
                    .filter(ticket -> where.holds(List.of(ticket.invite())))
                    .toList();
            if (!known || here.isEmpty()) {
                return;
            }
            boolean again = random.nextInt(3) == 0;
            Identity newcomer = again ? one(devices) : circle.somebody();
            circle.admit(where, who, one(here), newcomer);
            devices.add(newcomer);
        }

        private void addDevice(Charter where, Identity who) {
            Optional<MemberId> member = where.resolved().device(who.device()).map(Standing::member);
            Identity another = random.nextInt(4) == 0 ? one(devices) : circle.somebody();
            if (member.isPresent()) {
                where.declare(who.device(), who.signing(), circle.addition(member.get(), another));
                devices.add(another);
            }
        }

        /** A statement that names some old head instead of the newest. */
        private void lie(Charter where, Identity who) {
            Statement old = one(where.all());
            boolean invites = tickets.isEmpty() || random.nextBoolean();
            Declaration declaration = invites
                    ? circle.inviteFor(InviteKeys.ofQr(circle.random(16)), one(List.of(Role.values())))
                    : circle.admission(one(tickets), circle.somebody());
            Statement lie = circle.first(who, declaration, old.id());
            said.put(lie.id(), lie);
            where.add(lie);
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }
    }
}
