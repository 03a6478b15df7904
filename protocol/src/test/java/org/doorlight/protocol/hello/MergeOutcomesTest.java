package org.doorlight.protocol.hello;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorlight.protocol.hello.RosasStreet.HOUR;
import static org.doorlight.protocol.hello.RosasStreet.MINUTE;
import static org.doorlight.protocol.hello.RosasStreet.at;
import static org.doorlight.protocol.hello.RosasStreet.day;
import static org.doorlight.protocol.hello.RosasStreet.goodEars;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.doorlight.protocol.Property;
import org.doorlight.protocol.hello.Attestation.Word;
import org.doorlight.protocol.id.MemberId;
import org.junit.jupiter.api.Test;

/** The merge outcomes P10 to P16 and P24 (HELLO §7): whatever the order, however often, on five replicas. */
class MergeOutcomesTest {
    private static final int ORDERS = 1_000;
    private static final int REPLICAS = 5;

    /** Tells a story with some chance in it, then looks at what every replica makes of it. */
    private static void hold(BiConsumer<Random, RosasStreet> story, BiConsumer<RosasStreet, Tidings> claim) {
        Property.cases(ORDERS, 6).hold((random, size) -> {
            RosasStreet street = new RosasStreet(1 + size);
            story.accept(random, street);
            String first = null;
            for (int replica = 0; replica < REPLICAS; replica++) {
                Tidings tidings = street.tidings(street.anyOrder(random));
                String view = street.view(tidings, street.window(day(2)).due() + 5 * HOUR);
                assertThat(first == null ? view : first).isEqualTo(view);
                first = view;
                claim.accept(street, tidings);
            }
        });
    }

    private static MemberId someone(Random random, RosasStreet street) {
        return street.buddies.get(random.nextInt(street.buddies.size()));
    }

    @Test
    void p10_two_observers_that_open_an_episode_apart_find_themselves_in_one() {
        hold(
                (random, street) -> {
                    // One has not heard of Monday yet and names it after Tuesday.
                    street.note(day(0), Word.MISSED).note(day(1), Word.MISSED);
                    MemberId late = someone(random, street);
                    street.shown(street.buddies.get(0), day(0)).shown(late, day(1));
                    street.says(
                            late,
                            day(1),
                            Answer.Kind.WILL_GO,
                            street.window(day(2)).due() + 5 * HOUR - MINUTE);
                },
                (street, tidings) -> {
                    Episode open = Episodes.open(tidings, Pace.USUAL).orElseThrow();
                    assertThat(open.window()).isEqualTo(day(0));
                    long now = street.window(day(2)).due() + 5 * HOUR;
                    // What was said under the other name counts here.
                    assertThat(RosasStreet.rung(tidings, now).going()).hasSize(1);
                });
    }

    @Test
    void p11_a_hello_here_and_a_knock_there_end_it_and_the_knocker_reads_why() {
        hold(
                (random, street) -> {
                    long due = street.window(day(0)).due();
                    street.note(day(0), Word.MISSED).shown(street.buddies.get(0), day(0));
                    street.says(street.buddies.get(0), day(0), Answer.Kind.KNOCKING, due + random.nextLong(9 * HOUR));
                    street.hello(day(0));
                },
                (street, tidings) -> {
                    assertThat(Episodes.open(tidings, Pace.USUAL)).isEmpty();
                    List<Episode> ended = Episodes.ended(tidings, Pace.USUAL);
                    assertThat(ended).hasSize(1);
                    BuddySees knocker = BuddySees.over(street.buddies.get(0), ended.get(0), tidings);
                    assertThat(knocker.words()).isEqualTo(Words.CLEAR_HELLO_SOUP);
                    assertThat(BuddySees.owedAllClear(ended.get(0), tidings)).contains(street.buddies.get(0));
                });
    }

    @Test
    void p12_a_box_cut_off_for_a_week_is_never_called_quiet_and_unheard_with_a_quorum_only() {
        Property.cases(ORDERS, 6).hold((random, size) -> {
            RosasStreet street = new RosasStreet(1 + size);
            street.note(day(0), Word.OK);
            long due = street.window(day(1)).due();
            int signed = random.nextInt(street.buddies.size() + 1);
            for (int number = 0; number < signed; number++) {
                street.cannotHear(street.buddies.get(number), day(1), due + 24 * HOUR + random.nextLong(6 * HOUR));
            }
            int needed = 1 + Math.min(2, street.buddies.size() - 1);
            for (long now = due; now < due + 7 * 24 * HOUR; now += 23 * HOUR) {
                Finding.State state = Observer.look(street.tidings(street.anyOrder(random)), goodEars(), at(now))
                        .state();
                assertThat(state).isNotEqualTo(Finding.State.QUIET);
                boolean dayPast = now >= due + 24 * HOUR;
                boolean unheard = state == Finding.State.CANNOT_HEAR;
                assertThat(unheard).isEqualTo(dayPast && signed >= needed);
            }
        });
    }

    @Test
    void p13_a_street_split_for_two_days_calls_nobody_unheard() {
        Property.cases(ORDERS, 40).hold((random, size) -> {
            int homes = 4 + size;
            int away = 3 + random.nextInt(homes - 3);
            RosasStreet street = new RosasStreet(3);
            street.note(day(0), Word.OK);
            long split = street.window(day(0)).due() + random.nextLong(20 * HOUR);
            SortedMap<MemberId, Long> lastHeard = new TreeMap<>();
            byte[] name = new byte[32];
            for (int home = 0; home < away; home++) {
                name[0] = (byte) home;
                lastHeard.put(MemberId.of(name), split - random.nextLong(5 * MINUTE));
            }
            Ears ears = new Ears(true, homes - 1, homes - 1 - away, lastHeard);
            Tidings tidings = street.tidings();
            for (long now = split; now < split + 48 * HOUR - 5 * MINUTE; now += HOUR) {
                assertThat(Silence.toSign(tidings, ears, at(now))).isEmpty();
                assertThat(Observer.look(tidings, ears, at(now)).state())
                        .isNotIn(Finding.State.CANNOT_HEAR, Finding.State.QUIET);
            }
        });
    }

    @Test
    void p14_a_box_that_is_not_sure_of_the_time_signs_and_concludes_nothing_about_anybody() {
        Property.cases(ORDERS, 6).hold((random, size) -> {
            RosasStreet street = new RosasStreet(1 + size);
            street.note(day(0), Word.OK);
            Ears unsure = new Ears(false, 11, 11, new TreeMap<>());
            long wrong = wrongClock(random, street.window(day(1)).due() + random.nextLong(240 * HOUR));
            Tidings tidings = street.tidings(street.anyOrder(random));

            assertThat(Silence.toSign(tidings, unsure, at(wrong))).isEmpty();
            assertThat(Observer.look(tidings, unsure, at(wrong)))
                    .isEqualTo(new Finding(Finding.State.UNKNOWN, Finding.Cause.CLOCK_UNSURE));
            assertThat(Episodes.open(tidings, Pace.USUAL)).isEmpty();
            Optional<Touch> touch =
                    random.nextBoolean() ? Optional.of(new Touch(Picture.CUP, wrong)) : Optional.empty();
            Optional<Pause> pause =
                    random.nextInt(4) == 0 ? Optional.of(new Pause(wrong - HOUR, wrong + HOUR)) : Optional.empty();
            Senses doubts = new Senses(random.nextLong(99 * HOUR), Senses.UNSURE, random.nextLong(240 * HOUR));
            Window window =
                    street.plan().schedule().latestDue(wrong, 0, Heat.NONE).orElseThrow();
            WindowState.Noticed noticed = new WindowState.Noticed(window, touch, pause, doubts);
            assertThat(WindowState.attest(noticed, Optional.empty(), wrong).word())
                    .isEqualTo(Word.CANNOT_TELL);
        });
    }

    /** 1970, a day or ten years off, back a little, or a hundred times too fast since some hours ago. */
    private static long wrongClock(Random random, long now) {
        long year = 365 * 24 * HOUR;
        return switch (random.nextInt(7)) {
            case 0 -> random.nextLong(year / 12);
            case 1 -> now + 24 * HOUR;
            case 2 -> now - 24 * HOUR;
            case 3 -> now + 10 * year;
            case 4 -> now - 10 * year;
            case 5 -> now - random.nextLong(3 * HOUR);
            default -> now + 99 * random.nextLong(12 * HOUR);
        };
    }

    @Test
    void p15_paused_on_one_device_wins_over_missed_on_another_before_its_end() {
        hold(
                (random, street) -> {
                    for (int number = 0; number <= 2; number++) {
                        street.note(day(number), Word.MISSED);
                    }
                    street.pausedOnPhone(day(random.nextInt(2)), day(2));
                },
                (street, tidings) -> {
                    assertThat(Ending.of(day(0), tidings)).isPresent();
                    assertThat(Ending.of(day(1), tidings)).isPresent();
                    assertThat(Episodes.open(tidings, Pace.USUAL).orElseThrow().window())
                            .isEqualTo(day(2));
                });
    }

    @Test
    void p16_a_buddy_removed_while_the_ladder_names_them_is_skipped_and_reads_no_reason() {
        Property.cases(ORDERS, 6).hold((random, size) -> {
            RosasStreet street = new RosasStreet(2 + size);
            street.note(day(0), Word.MISSED);
            MemberId gone = someone(random, street);
            street.shown(gone, day(0));
            List<MemberId> rest = new ArrayList<>(street.buddies);
            rest.remove(gone);
            HelloPlan before = street.plan();
            street.change(
                    new HelloPlan(
                            before.schedule(),
                            before.box(),
                            rest,
                            before.knocking(),
                            before.consents(),
                            before.renewBy()),
                    2);

            Tidings tidings = street.tidings(street.anyOrder(random));
            Episode open = Episodes.open(tidings, Pace.USUAL).orElseThrow();
            Ladder.Rung rung = Ladder.at(
                    open, tidings, new TreeSet<>(), at(street.window(day(0)).due() + random.nextLong(9 * HOUR)));

            assertThat(rung.asked()).doesNotContain(gone).isNotEmpty();
            assertThat(BuddySees.open(gone, open, tidings, rung).words()).isEqualTo(Words.RELEASED);
        });
    }

    @Test
    void p24_hellos_and_misses_of_several_windows_cancel_by_name_whatever_the_clocks() {
        Property.cases(3 * ORDERS, 8).hold((random, size) -> {
            RosasStreet street = new RosasStreet(3);
            TreeSet<WindowId> missed = new TreeSet<>();
            TreeSet<WindowId> hellos = new TreeSet<>();
            for (int number = 0; number < size; number++) {
                WindowId window = day(number);
                long skewed = street.window(window).due() + random.nextLong(-9_000 * HOUR, 9_000 * HOUR);
                if (random.nextInt(3) > 0) {
                    missed.add(window);
                    street.write(street.rosa, PlanFacts.note(Attestation.of(window, Word.MISSED, skewed), street.box));
                }
                if (random.nextInt(4) == 0) {
                    hellos.add(window);
                    street.write(street.rosa, PlanFacts.hello(new Hello(window, Picture.CUP, skewed), street.phone));
                }
            }

            Tidings tidings = street.tidings(street.anyOrder(random));

            for (WindowId window : missed) {
                boolean laterHello =
                        hellos.stream().anyMatch(hello -> !hello.date().isBefore(window.date()));
                assertThat(Ending.of(window, tidings).isPresent()).isEqualTo(laterHello);
            }
            WindowId lastHello = hellos.isEmpty() ? null : hellos.last();
            boolean quiet = missed.stream().anyMatch(one -> lastHello == null || one.compareTo(lastHello) > 0);
            assertThat(Observer.look(
                                            tidings,
                                            goodEars(),
                                            at(street.window(day(size)).due()))
                                    .state()
                            == Finding.State.QUIET)
                    .isEqualTo(quiet);
        });
    }
}
