package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.doorlight.protocol.Property;
import org.doorlight.protocol.core.view.InviteView;
import org.doorlight.protocol.core.view.RequestView;
import org.doorlight.protocol.envelope.Envelope;
import org.junit.jupiter.api.Test;

/** Whatever happens in whatever order, homes that can reach each other again come to see the same. */
class StreetWeatherTest {
    private static final int HOMES = 5;

    @Test
    void on_a_calm_day_nobody_refuses_anything_in_whatever_order_things_arrive() {
        Property.cases(30, 30).hold((random, size) -> {
            Weather weather = new Weather(random);
            for (int step = 0; step < 2 * size; step++) {
                weather.calmly();
            }
            weather.settleAndCompare();
            weather.homes.forEach(
                    home -> assertThat(home.status().refused()).as("%s", home).isZero());
        });
    }

    @Test
    void after_a_stormy_week_everybody_sees_the_same() {
        Property.cases(30, 30).hold((random, size) -> {
            Weather weather = new Weather(random);
            for (int step = 0; step < 2 * size; step++) {
                weather.stormily();
            }
            weather.settleAndCompare();
        });
    }

    /** A street to which things happen by chance. */
    private static final class Weather {
        private final Random random;
        private final TestStreet street;
        private final List<TestHome> homes = new ArrayList<>();
        private final Map<TestHome, Long> joining = new LinkedHashMap<>();
        private int words;
        private int ticks;

        Weather(Random random) {
            this.random = random;
            this.street = new TestStreet(random.nextLong()).shuffled();
            homes.add(street.founder("Home0"));
            homes.add(street.joined("Home1", homes.get(0)));
        }

        void stormily() {
            switch (random.nextInt(8)) {
                case 0 -> street.cut(any(), any());
                case 1 -> street.partition(any(), any());
                case 2, 3 -> street.heal();
                case 4 -> street.cutAfter(random.nextInt(30));
                default -> calmly();
            }
        }

        void calmly() {
            welcome();
            switch (random.nextInt(10)) {
                case 0, 1 -> street.post(any(), "Word " + words++, random.nextBoolean() ? "door" : null);
                case 2 -> any().ask(new Ask.Invite(null, "member"));
                case 3 -> withdraw(any());
                case 4 -> grow();
                case 5 -> any().restart();
                case 6, 7 -> tick();
                default -> street.deliver(random.nextInt(20));
            }
        }

        /** Not so many in a row that somebody would run out of time to prove itself. */
        private void tick() {
            if (++ticks % 4 == 0) {
                street.settle();
            }
            street.tick();
        }

        private void withdraw(TestHome home) {
            List<RequestView> all = home.requests();
            if (!all.isEmpty()) {
                home.ask(new Ask.WithdrawRequest(
                        null, all.get(random.nextInt(all.size())).id().hex()));
            }
        }

        /** Somebody new begins to join while everything else goes on. */
        private void grow() {
            TestHome host = any();
            boolean room = homes.size() + joining.size() < HOMES;
            if (room && host.ask(new Ask.Invite(null, "member")) instanceof Reply.Done done) {
                TestHome newcomer = street.home("Home" + (homes.size() + joining.size()));
                newcomer.knows(host, any());
                String code = ((InviteView) done.view()).code();
                joining.put(newcomer, newcomer.begin(new Ask.Join(code, List.of(host.address()))));
            }
        }

        private void welcome() {
            joining.forEach((newcomer, ticket) -> {
                if (newcomer.isAnswered(ticket) && newcomer.answer(ticket) instanceof Reply.Done) {
                    homes.add(newcomer);
                    newcomer.restart();
                }
            });
            joining.keySet().removeIf(newcomer -> newcomer.isAnswered(joining.get(newcomer)));
        }

        private TestHome any() {
            return homes.get(random.nextInt(homes.size()));
        }

        private static List<String> held(TestHome home) {
            return home.archive().envelopes().stream()
                    .map(stored -> Envelope.parse(stored.filed().bytes()).orElseThrow())
                    .map(envelope -> envelope.id().hex())
                    .sorted()
                    .toList();
        }

        void settleAndCompare() {
            street.heal();
            street.cutAfter(Long.MAX_VALUE);
            street.pass(35);
            welcome();
            street.pass(70);
            for (TestHome home : homes) {
                assertThat(home.board())
                        .as("what %s sees", home)
                        .isEqualTo(homes.get(0).board());
                assertThat(home.charter().resolved())
                        .isEqualTo(homes.get(0).charter().resolved());
                assertThat(held(home)).as("what %s holds, and once", home).isEqualTo(held(homes.get(0)));
            }
        }
    }
}
