package org.doorlight.protocol.simulation.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.doorlight.protocol.Property;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.hello.Attestation.Word;
import org.doorlight.protocol.hello.Heat;
import org.doorlight.protocol.hello.Hello;
import org.doorlight.protocol.hello.HelloPlan;
import org.doorlight.protocol.hello.Window;
import org.doorlight.protocol.hello.WindowId;
import org.doorlight.protocol.id.MemberId;
import org.junit.jupiter.api.Test;

/** P14: no clock makes a box say that somebody was quiet who touched the picture every day. */
class ClockScheduleTest {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long YEAR = 365 * DAY;
    private static final long BEGIN = QuietStreet.BEGIN;
    private static final long STEP = Duration.ofMinutes(30).toMillis();
    private static final HelloPlan PLAN = new QuietStreet(14, 28).person(0).plan();
    private static final byte[] SECRET = {1, 4};

    /** What a wall clock does from some moment on, as its distance from the right time. */
    private interface Wrong {
        long by(long since, long now);
    }

    private static final List<Wrong> SCHEDULES = List.of(
            (since, now) -> -now,
            (since, now) -> DAY,
            (since, now) -> -DAY,
            (since, now) -> 10 * YEAR,
            (since, now) -> -10 * YEAR,
            (since, now) -> since - now,
            (since, now) -> -Duration.ofHours(3).toMillis(),
            (since, now) -> 99 * (now - since));

    private static Wrong any(Random random) {
        return SCHEDULES.get(random.nextInt(SCHEDULES.size()));
    }

    @Test
    void p14_a_wrong_clock_makes_no_box_sign_missed_of_somebody_who_said_hello() {
        Property.cases(1_000, 4).hold((random, size) -> {
            Wrong wrong = any(random);
            boolean boots = random.nextBoolean();
            long wrongFrom = BEGIN + 2 * DAY + random.nextLong(DAY);
            long rightFrom = wrongFrom + random.nextLong(1, size * DAY);
            Box box = new Box(PLAN, SECRET, BEGIN);
            List<WindowId> hellos = new ArrayList<>();
            for (long now = BEGIN; now < rightFrom + 2 * DAY; now += STEP) {
                boolean isWrong = now >= wrongFrom && now < rightFrom;
                if (!isWrong) {
                    box.timeService(now);
                } else if (boots && now - wrongFrom < STEP) {
                    box.boot(wrong.by(wrongFrom, now), now);
                } else {
                    box.jump(wrong.by(wrongFrom, now), now);
                }
                touchEveryMorning(box, now).ifPresent(hello -> hellos.add(hello.window()));
                boolean sure = box.sure();
                box.sign(now).ifPresent(note -> {
                    assertThat(note.word()).isNotEqualTo(Word.MISSED);
                    assertThat(sure || note.word() == Word.CANNOT_TELL).isTrue();
                });
                box.tell(now);
            }
        });
    }

    private static Optional<Hello> touchEveryMorning(Box box, long now) {
        Window window = PLAN.schedule().latestOpened(now, Heat.NONE).orElseThrow();
        boolean at = now >= window.opens() && now - window.opens() < STEP;
        return at ? box.touch(now) : Optional.empty();
    }

    @Test
    void p14_a_street_after_a_power_cut_signs_nothing_sure_until_one_yes_starts_it_again() {
        Property.cases(1_000, 12).hold((random, size) -> {
            long now = BEGIN + random.nextLong(300 * DAY);
            List<Box> street = new ArrayList<>();
            List<MemberId> names = new ArrayList<>();
            for (int home = 0; home < 2 + size; home++) {
                Box box = new Box(PLAN, SECRET, BEGIN);
                box.boot(any(random).by(now - random.nextLong(DAY), now), now);
                street.add(box);
                names.add(MemberId.of(new SeededEntropy(home).bytes(32)));
            }
            talk(street, names, now);
            assertThat(street).noneMatch(Box::sure);
            street.forEach(box ->
                    box.sign(now).ifPresent(note -> assertThat(note.word()).isEqualTo(Word.CANNOT_TELL)));

            street.get(random.nextInt(street.size())).personSays(now, now);
            for (int round = 0; round < street.size(); round++) {
                talk(street, names, now);
            }

            assertThat(street).allMatch(Box::sure).allMatch(box -> box.time(now) == now);
        });
    }

    /** Each hears the one beside it. */
    private static void talk(List<Box> street, List<MemberId> names, long now) {
        for (int home = 0; home < street.size(); home++) {
            int next = (home + 1) % street.size();
            street.get(home).hears(names.get(next), street.get(next).says(now), now);
        }
    }
}
