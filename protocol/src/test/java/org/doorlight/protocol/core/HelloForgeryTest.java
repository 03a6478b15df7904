package org.doorlight.protocol.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.core.view.HelloPlanView;
import org.doorlight.protocol.hello.Answer;
import org.doorlight.protocol.hello.Hello;
import org.doorlight.protocol.hello.Picture;
import org.doorlight.protocol.hello.PlanFacts;
import org.doorlight.protocol.hello.RollCalls;
import org.doorlight.protocol.hello.WatchFacts;
import org.doorlight.protocol.hello.WindowId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.wire.message.Envelopes;
import org.doorlight.protocol.wire.message.SessionMessage;
import org.junit.jupiter.api.Test;

/**
 * A buddy with true keys who speaks in the name of others: whatever stands under another device's name is not let in, and counted; what is
 * filed under another's document is not taken at all (HELLO §4, CARE S1).
 */
class HelloForgeryTest {
    private static final WindowId TODAY = WindowId.parse("2026-11-24.0").orElseThrow();

    private final HelloStreet on = new HelloStreet(68, "Ben", "Chidi");
    private final TestHome rosa = on.rosa;
    private final TestHome ben = on.buddies.get(0);
    private final TestHome chidi = on.buddies.get(1);

    private void quietWithTwoVoices() {
        on.withClock().withPlan();
        HelloAsk.PlanDraft usual = on.draft("07:00-10:00");
        var bounds = new HelloAsk.PlanBounds(null, null, List.of("two-voices"));
        rosa.done(
                new HelloAsk.SetPlan(
                        null,
                        new HelloAsk.PlanDraft(null, usual.windows(), List.of(), null, usual.buddies(), bounds, true)),
                HelloPlanView.class);
        on.street.pass(3);
        on.until("2026-11-24T11:45");
        assertThat(on.rosaAt(ben).state()).isEqualTo("QUIET");
    }

    private void forges(String kind, SortedMap<String, byte[]> facts) {
        byte[] envelope = new Forge(ben).first(kind, facts).bytes();
        var envelopes = Envelopes.newBuilder().addEnvelopes(ByteString.copyFrom(envelope));
        on.street.say(
                ben, chidi, SessionMessage.newBuilder().setEnvelopes(envelopes).build());
        on.street.pass(5);
    }

    private SortedMap<String, byte[]> seenBy(DeviceId device) {
        long now = on.street.now().wallMillis();
        SortedMap<String, byte[]> facts = new TreeMap<>(WatchFacts.agreed(on.member(rosa), true, 9, device));
        facts.putAll(WatchFacts.answer(new Answer(TODAY, Answer.Kind.SPOKE, now, now), 1, device));
        return facts;
    }

    @Test
    void a_buddy_is_no_second_voice_in_the_name_of_another() {
        quietWithTwoVoices();
        on.tells(ben, "seen");
        assertThat(on.rosaAt(chidi).state()).as("one voice").isEqualTo("QUIET");
        long before = chidi.status().refused();

        forges(WatchFacts.WATCH, seenBy(chidi.identity().device()));

        assertThat(chidi.status().refused()).isEqualTo(before + 1);
        assertThat(on.rosaAt(chidi).state()).isEqualTo("QUIET");
        assertThat(on.rosaAt(ben).episode()).isNotNull();
        assertThat(on.own(rosa).state()).isEqualTo("MISSED");

        on.tells(chidi, "seen");
        assertThat(on.rosaAt(chidi).episode()).isNull();
    }

    @Test
    void a_buddy_who_says_it_twice_in_two_documents_is_one_voice() {
        quietWithTwoVoices();
        on.tells(ben, "seen");
        long before = chidi.status().refused();

        forges(WatchFacts.WATCH, seenBy(ben.identity().device()));

        assertThat(chidi.status().refused()).as("his own words").isEqualTo(before);
        assertThat(on.rosaAt(chidi).state()).isEqualTo("QUIET");
    }

    @Test
    void nobody_says_hello_for_another_nor_answers_a_roll_call() {
        quietWithTwoVoices();
        long before = chidi.status().refused();
        DeviceId rosas = rosa.identity().device();

        forges(
                PlanFacts.PLAN,
                PlanFacts.hello(new Hello(TODAY, Picture.SUN, on.street.now().wallMillis()), rosas));
        forges(RollCalls.ROLL_CALL, RollCalls.call(on.street.now().wallMillis(), false, rosas));

        assertThat(chidi.status().refused()).isEqualTo(before + 2);
        assertThat(on.rosaAt(chidi).state()).isEqualTo("QUIET");
        assertThat(chidi.problem(new StreetAsk.AnswerRollCall(null, "all-right"))
                        .kind())
                .isEqualTo(Problem.Kind.NOT_FOUND);
    }
}
