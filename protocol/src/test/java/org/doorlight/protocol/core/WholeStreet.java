package org.doorlight.protocol.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.doorlight.protocol.core.view.View;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.id.MemberId;

/**
 * A street of whole nodes whose time goes by in half hours, for those who do not live in this package. Who is on is linked in a ring with the
 * others of their part of the street; what is said waits until time goes by.
 */
public final class WholeStreet {
    private static final int RECONNECT_SECONDS = 12;
    // News is pushed without a tick; at a tick neighbours compare all they hold, which a real node does every half
    // minute.
    private static final int TICKS_EVERY = 4;

    private final TestStreet street;
    private final List<TestHome> homes = new ArrayList<>();
    private List<Integer> parts = List.of();
    private int sinceTick;

    /**
     * Founds the circle, and everybody joins.
     *
     * @param chances through which each home draws its chances
     */
    public WholeStreet(long seed, Instant beginning, int households, IntFunction<UnaryOperator<Entropy>> chances) {
        street = new TestStreet(seed, beginning);
        for (int number = 0; number < households; number++) {
            street.chance(chances.apply(number));
            String name = "Home " + number;
            homes.add(number == 0 ? street.founder(name) : street.joined(name, homes.get(0)));
        }
        homes.forEach(
                home -> home.knows(homes.stream().filter(other -> other != home).toArray(TestHome[]::new)));
        homes.forEach(TestHome::restart);
        street.dialsHang();
        street.pass(RECONNECT_SECONDS);
    }

    public MemberId member(int home) {
        return homes.get(home).circle().member();
    }

    public boolean isOn(int home) {
        return homes.get(home).isOn();
    }

    /** What a home is answered that asks; nobody else hears of it before time goes by. */
    public <V extends View> V done(int home, Ask ask, Class<V> view) {
        return homes.get(home).done(ask, view);
    }

    public <V> List<V> list(int home, Ask ask, Class<V> view) {
        return homes.get(home).list(ask, view);
    }

    /**
     * Lets time go by until then, and everything arrive that can.
     *
     * @param on who is on from now on
     * @param part in which part of the street each home lies from now on
     */
    public void passTo(Instant then, BitSet on, List<Integer> part) {
        boolean changes = false;
        for (int home = 0; home < homes.size(); home++) {
            changes |= on.get(home) != isOn(home);
            if (isOn(home) && !on.get(home)) {
                homes.get(home).switchOff();
            }
        }
        if (changes || !part.equals(parts)) {
            parts = List.copyOf(part);
            goBy(then.minusSeconds(RECONNECT_SECONDS));
            homes.stream()
                    .filter(home -> !home.isOn() && on.get(homes.indexOf(home)))
                    .forEach(TestHome::switchOn);
            link(on);
            street.pass(RECONNECT_SECONDS);
            sinceTick = 0;
        } else if (++sinceTick % TICKS_EVERY == 0) {
            goBy(then.minusSeconds(1));
            street.pass(1);
        } else {
            goBy(then);
            street.doDuties();
        }
    }

    private void goBy(Instant then) {
        Duration left = Duration.between(Instant.ofEpochMilli(street.now().wallMillis()), then);
        street.goBy((int) left.toSeconds());
    }

    /** Each with the next and the one after that, as far as they are on and in one part. */
    private void link(BitSet on) {
        street.heal();
        boolean[][] linked = new boolean[homes.size()][homes.size()];
        for (int part : List.of(0, 1)) {
            List<Integer> ring = IntStream.range(0, homes.size())
                    .filter(home -> on.get(home) && parts.get(home) == part)
                    .boxed()
                    .toList();
            for (int at = 0; at < ring.size(); at++) {
                for (int step : List.of(1, 2)) {
                    int other = ring.get((at + step) % ring.size());
                    linked[ring.get(at)][other] = true;
                    linked[other][ring.get(at)] = true;
                }
            }
        }
        for (int one = 0; one < homes.size(); one++) {
            for (int other = 0; other < one; other++) {
                if (!linked[one][other]) {
                    street.cut(homes.get(one), homes.get(other));
                }
            }
        }
    }
}
