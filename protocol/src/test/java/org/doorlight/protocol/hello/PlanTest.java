package org.doorlight.protocol.hello;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorlight.protocol.hello.RosasStreet.HOUR;
import static org.doorlight.protocol.hello.RosasStreet.MINUTE;
import static org.doorlight.protocol.hello.RosasStreet.day;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.Property;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans, their windows, their facts (HELLO §1). */
class PlanTest {
    private final RosasStreet street = new RosasStreet(3);

    private static DailyWindow from(int opens, int closes) {
        return DailyWindow.of(LocalTime.of(opens, 0), LocalTime.of(closes, 0));
    }

    private Optional<String> objection(List<DailyWindow> windows, Duration grace) {
        Schedule schedule = new Schedule(RosasStreet.ZONE, windows, grace);
        return objection(schedule, street.buddies, KnockingHours.USUAL);
    }

    private Optional<String> objection(Schedule schedule, List<MemberId> buddies, KnockingHours hours) {
        HelloPlan plan =
                new HelloPlan(schedule, street.box, buddies, hours, Consents.USUAL, RosasStreet.MONDAY.plusMonths(6));
        return PlanRules.objection(plan, street.rosa, 3);
    }

    @Test
    void a_usual_plan_may_start() {
        assertThat(PlanRules.objection(street.plan(), street.rosa, 3)).isEmpty();
        assertThat(objection(List.of(from(7, 10), from(18, 20)), Duration.ofMinutes(90)))
                .isEmpty();
    }

    @Test
    void windows_that_overlap_never_end_or_are_none_are_refused_kindly() {
        Duration grace = Duration.ofMinutes(90);
        assertThat(objection(List.of(), grace)).isPresent();
        assertThat(objection(List.of(new DailyWindow(LocalTime.of(7, 0), LocalTime.of(8, 0), true)), grace))
                .isPresent();
        assertThat(objection(List.of(from(10, 7)), grace)).isPresent();
        assertThat(objection(List.of(from(7, 7)), grace)).isPresent();
        assertThat(objection(List.of(from(7, 10), from(9, 12)), grace)).isPresent();
        assertThat(objection(List.of(from(7, 10), from(11, 12)), grace)).isPresent();
        assertThat(objection(List.of(from(1, 23)), Duration.ofHours(6))).isPresent();
        assertThat(objection(List.of(from(7, 10)), Duration.ZERO)).isPresent();
        assertThat(objection(List.of(from(7, 10)), Duration.ofHours(7))).isPresent();
    }

    @Test
    void buddies_are_others_and_more_than_one_where_there_are_more() {
        Schedule schedule = street.plan().schedule();
        MemberId ana = street.buddies.get(0);
        assertThat(objection(schedule, List.of(), KnockingHours.USUAL)).isPresent();
        assertThat(objection(schedule, List.of(ana), KnockingHours.USUAL)).isPresent();
        assertThat(objection(schedule, List.of(ana, ana), KnockingHours.USUAL)).isPresent();
        assertThat(objection(schedule, List.of(ana, street.rosa), KnockingHours.USUAL))
                .isPresent();
        HelloPlan alone = new HelloPlan(
                schedule, street.box, List.of(ana), KnockingHours.USUAL, Consents.USUAL, RosasStreet.MONDAY);
        assertThat(PlanRules.objection(alone, street.rosa, 1)).isEmpty();
    }

    @Test
    void knocking_hours_begin_before_they_end() {
        KnockingHours night = new KnockingHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

        assertThat(objection(street.plan().schedule(), street.buddies, night)).isPresent();
    }

    @Test
    void a_plan_reads_back_from_its_fact() {
        HelloPlan full = new HelloPlan(
                new Schedule(
                        ZoneId.of("Asia/Kathmandu"),
                        List.of(from(7, 9), new DailyWindow(LocalTime.of(15, 0), LocalTime.of(16, 0), true)),
                        Duration.ofMinutes(45)),
                street.phone,
                street.buddies,
                new KnockingHours(LocalTime.of(9, 30), LocalTime.of(20, 15)),
                new Consents(Level.KNOCK, true, true, true, true, true),
                LocalDate.of(2028, 2, 29));

        PlanFacts.Read read = PlanFacts.read(PlanFacts.plan(full, 7, street.box));

        assertThat(read.plan()).contains(full);
        assertThat(read.version()).isEqualTo(7);
    }

    @Test
    void the_higher_version_counts_and_of_equal_ones_the_end() {
        SortedMap<String, byte[]> facts = PlanFacts.plan(street.plan(), 2, street.box);
        facts.putAll(PlanFacts.ended(1, street.phone));
        assertThat(PlanFacts.read(facts).plan()).isPresent();

        facts.putAll(PlanFacts.ended(2, street.phone));

        assertThat(PlanFacts.read(facts).plan()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Attestation.Word.class)
    void every_attestation_has_the_same_size_and_reads_back(Attestation.Word word) {
        Attestation note = new Attestation(
                day(3), word, Picture.BIRD, word == Attestation.Word.PAUSED ? day(9) : null, 1_800_000_000_000L);

        assertThat(NoteBytes.of(note)).hasSize(NoteBytes.LENGTH);
        assertThat(NoteBytes.read(NoteBytes.of(note))).contains(note);
        SortedMap<String, byte[]> facts = PlanFacts.note(note, street.box);
        assertThat(facts.values().iterator().next()).hasSize(NoteBytes.LENGTH + 2);
        assertThat(PlanFacts.read(facts).notes()).containsEntry(day(3), note);
    }

    @Test
    void bytes_that_are_no_attestation_are_none() {
        Property.cases(2_000, 40).hold((random, size) -> {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            NoteBytes.read(bytes)
                    .ifPresent(note -> assertThat(NoteBytes.of(note)).hasSize(NoteBytes.LENGTH));
            TreeMap<String, byte[]> facts = new TreeMap<>();
            for (String kind : List.of("plan/-/", "note/2027-05-03.0/", "hello/2027-05-03.0/")) {
                facts.put(kind + street.box.hex(), bytes);
            }
            assertThat(PlanFacts.read(facts).hellos().size()).isLessThanOrEqualTo(1);
            facts.clear();
            for (String kind : List.of("agreed/-/", "answer/2027-05-03.0/", "silent/2027-05-03.0/")) {
                facts.put(kind + street.box.hex(), bytes);
            }
            assertThat(WatchFacts.read(facts).asked()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2027-05-03", "2027-05-03.a", "2027-13-03.0", "2027-05-03,0", "+27-05-003.0", "2027-05-03.00"
            })
    void no_window_has_such_a_name(String text) {
        assertThat(WindowId.parse(text)).isEmpty();
    }

    @Test
    void windows_follow_local_time_across_a_change_of_clocks() {
        Schedule night = new Schedule(
                RosasStreet.ZONE,
                List.of(DailyWindow.of(LocalTime.of(2, 30), LocalTime.of(4, 0))),
                Duration.ofHours(1));

        // On 28 March 2027 there is no half past two: the next valid minute is three.
        Window spring = night.window(new WindowId(LocalDate.of(2027, 3, 28), 0)).orElseThrow();
        assertThat(Instant.ofEpochMilli(spring.opens())).isEqualTo("2027-03-28T01:00:00Z");
        // On 31 October 2027 there are two: the first counts.
        Window autumn =
                night.window(new WindowId(LocalDate.of(2027, 10, 31), 0)).orElseThrow();
        assertThat(Instant.ofEpochMilli(autumn.opens())).isEqualTo("2027-10-31T00:30:00Z");
    }

    @Test
    void windows_are_found_by_time() {
        Schedule schedule = new Schedule(
                RosasStreet.ZONE,
                List.of(from(7, 10), new DailyWindow(LocalTime.of(15, 0), LocalTime.of(16, 0), true)),
                Duration.ofMinutes(90));
        Window morning = schedule.window(day(0)).orElseThrow();

        assertThat(schedule.latestOpened(morning.opens(), Heat.NONE)).contains(morning);
        assertThat(schedule.latestOpened(morning.opens() - 1, Heat.NONE)
                        .orElseThrow()
                        .id())
                .isEqualTo(day(-1));
        assertThat(schedule.latestDue(morning.due() + MINUTE, MINUTE, Heat.NONE))
                .contains(morning);
        assertThat(schedule.latestDue(morning.due(), MINUTE, Heat.NONE)
                        .orElseThrow()
                        .id())
                .isEqualTo(day(-1));
        assertThat(schedule.nextOpening(morning.opens(), Heat.NONE)).contains(morning);
        assertThat(schedule.after(day(0), Heat.NONE).orElseThrow().id()).isEqualTo(day(1));
        assertThat(schedule.after(day(0), new Heat(0, Long.MAX_VALUE))
                        .orElseThrow()
                        .id())
                .isEqualTo(new WindowId(day(0).date(), 1));
        assertThat(schedule.dueBetween(morning.due(), morning.due() + 48 * HOUR, Heat.NONE))
                .hasSize(2);
    }

    // ---- the street together

    @Test
    void heat_mode_ends_by_itself_after_three_days() {
        long now = 1_800_000_000_000L;
        HeatMode mode = new HeatMode(HeatMode.Kind.STORM, now, now + 1_000 * HOUR);
        var facts = List.of(HeatMode.fact(mode, 1, street.box));

        assertThat(HeatMode.at(facts, now - 1)).isEmpty();
        assertThat(HeatMode.at(facts, now)).contains(mode);
        assertThat(HeatMode.at(facts, now + 72 * HOUR - 1)).isPresent();
        assertThat(HeatMode.at(facts, now + 72 * HOUR)).isEmpty();
        HeatMode ended = new HeatMode(HeatMode.Kind.STORM, now, now);
        assertThat(HeatMode.at(List.of(facts.get(0), HeatMode.fact(ended, 1, street.phone)), now))
                .isEmpty();
    }

    @Test
    void a_roll_call_knows_who_is_all_right_who_needs_a_hand_and_who_is_not_heard() {
        DocumentId call = DocumentId.of(new byte[16]);
        SortedMap<MemberId, SortedMap<String, byte[]>> answers = new TreeMap<>();
        answers.put(street.buddies.get(0), RollCall.here(call, false, 1, street.box));
        SortedMap<String, byte[]> apart = RollCall.here(call, false, 1, street.box);
        apart.putAll(RollCall.here(call, true, 1, street.phone));
        answers.put(street.buddies.get(1), apart);
        answers.put(street.buddies.get(2), new TreeMap<>());

        RollCall roll = RollCall.of(new TreeSet<>(List.of(call)), answers);

        assertThat(roll.allRight()).containsExactly(street.buddies.get(0));
        assertThat(roll.needHand()).containsExactly(street.buddies.get(1));
        assertThat(roll.notHeard()).containsExactly(street.buddies.get(2));
    }

    @Test
    void a_rehearsal_goes_up_the_real_ladder() {
        long now = 1_800_000_000_000L;
        Drill.Start start = new Drill.Start(RosasStreet.ZONE, now);
        Tidings pretend = Drill.tidings(street.rosa, street.buddies, new TreeMap<>(), start);

        Episode open = Episodes.open(pretend, Pace.USUAL).orElseThrow();

        assertThat(Ladder.at(open, pretend, new TreeSet<>(), RosasStreet.at(now))
                        .asked())
                .hasSize(1);
        SortedMap<MemberId, List<Answer>> tried = new TreeMap<>();
        tried.put(street.buddies.get(0), List.of(new Answer(open.window(), Answer.Kind.SEEN, now, now)));
        assertThat(Episodes.open(Drill.tidings(street.rosa, street.buddies, tried, start), Pace.USUAL))
                .isEmpty();
    }

    @Test
    void what_people_read_is_calm() {
        for (Words words : Words.values()) {
            assertThat(words.english())
                    .doesNotContainPattern(
                            "(?i)\\b(should|must|only|just|sorry|unfortunately|failed|missed|late|overdue|no-show|score|points|rank|reward)\\b")
                    .doesNotContain("!")
                    .doesNotContain("nobody has")
                    .doesNotContain("still waiting");
            assertThat(words.english().split("[.?] ?", -1))
                    .allSatisfy(sentence -> assertThat(sentence.split(" ", -1)).hasSizeLessThanOrEqualTo(12));
        }
    }

    @Test
    void a_faster_pace_keeps_its_shape() {
        Pace quick = Pace.USUAL.times(600);

        assertThat(quick.step()).isEqualTo(Duration.ofSeconds(6));
        assertThat(quick.silentAfter()).isEqualTo(quick.step().multipliedBy(24));
        assertThat(quick.lately()).isEqualTo(quick.step());
    }

    @Test
    void words_people_type_are_found() {
        assertThat(Answer.Kind.of("said-hello")).contains(Answer.Kind.SAID_HELLO);
        assertThat(Answer.Kind.of("no-answer")).contains(Answer.Kind.NO_ANSWER);
        assertThat(Answer.Kind.of("shouted")).isEmpty();
        assertThat(Picture.of("bird")).contains(Picture.BIRD);
        assertThat(Picture.of("fish")).isEmpty();
        assertThat(Level.of("knock")).contains(Level.KNOCK);
        assertThat(Level.of("shout")).isEmpty();
    }
}
