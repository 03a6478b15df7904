package org.doorlight.protocol.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorlight.protocol.core.view.ClockView;
import org.doorlight.protocol.core.view.EpisodeView;
import org.doorlight.protocol.core.view.HelloPlanView;
import org.doorlight.protocol.core.view.HelloView;
import org.doorlight.protocol.core.view.WatchView;
import org.doorlight.protocol.hello.Attestation;
import org.doorlight.protocol.hello.DailyWindow;
import org.doorlight.protocol.hello.Episode;
import org.doorlight.protocol.hello.Finding;
import org.doorlight.protocol.hello.HelloPlan;
import org.doorlight.protocol.hello.PausedDays;
import org.doorlight.protocol.hello.Senses;
import org.doorlight.protocol.hello.Tidings;
import org.doorlight.protocol.hello.Window;
import org.doorlight.protocol.hello.WindowState;
import org.doorlight.protocol.hello.Words;
import org.doorlight.protocol.id.EpisodeId;
import org.doorlight.protocol.id.MemberId;

/** Hellos as people and programs read them. */
final class HelloViewer {
    private static final int RENEWAL_DAYS = 14;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final HelloCircle hello;
    private final HelloTools tools;

    HelloViewer(HelloCircle hello, HelloTools tools) {
        this.hello = hello;
        this.tools = tools;
    }

    // ---- the own hello

    HelloView own() {
        MemberId self = hello.pages().self();
        Optional<HelloPlan> plan = hello.box().plan();
        WindowState state = plan.map(this::state).orElse(new WindowState(WindowState.State.WAITING, 0));
        Senses.Sight sight = plan.isPresent() ? hello.box().senses().sight() : Senses.Sight.CLEAR;
        Optional<String> until = hello.memory()
                .pause()
                .filter(pause -> pause.until() > tools.clock().millis())
                .map(pause -> iso(pause.until(), Viewer.zone(hello.circle())));
        String word = plan.isPresent() ? state.state().name() : "NO_PLAN";
        return new HelloView(
                hello.circle().id(),
                self,
                word,
                sight.name(),
                ownWords(plan.isPresent(), state.state(), sight)
                        + plan.map(this::renewal).orElse(""),
                state.nudges(),
                until.orElse(null));
    }

    /** The latest window, by its note once that is signed. */
    private WindowState state(HelloPlan plan) {
        Optional<Window> window = hello.box().window(plan);
        if (window.isEmpty()) {
            return new WindowState(WindowState.State.WAITING, 0);
        }
        Tidings own = hello.pages().tidings(hello.pages().self());
        boolean told = own.hellos().stream()
                .anyMatch(one -> one.window().compareTo(window.get().id()) >= 0);
        Attestation note = own.notes().get(window.get().id());
        if (told) {
            return new WindowState(WindowState.State.HELLO, 0);
        }
        return note == null || note.word() == Attestation.Word.NO_PLAN
                ? WindowState.of(
                        hello.box().noticed(window.get()), tools.clock().millis())
                : new WindowState(signed(note.word()), 0);
    }

    /** Some days before a plan runs out its person is asked. */
    private String renewal(HelloPlan plan) {
        LocalDate today = Instant.ofEpochMilli(tools.clock().millis())
                .atZone(plan.schedule().zone())
                .toLocalDate();
        return plan.covers(today.plusDays(RENEWAL_DAYS))
                ? ""
                : " Your plan is good until " + plan.renewBy()
                        + ". Still good for you? doorlight hello plan set --understood";
    }

    private static WindowState.State signed(Attestation.Word word) {
        return switch (word) {
            case OK -> WindowState.State.HELLO;
            case PAUSED -> WindowState.State.PAUSED;
            case MISSED -> WindowState.State.MISSED;
            case CANNOT_TELL, NO_PLAN -> WindowState.State.CANNOT_TELL;
        };
    }

    private static String ownWords(boolean planned, WindowState.State state, Senses.Sight sight) {
        if (!planned) {
            return "There is no hello plan here. You can make one at any time.";
        }
        if (sight != Senses.Sight.CLEAR) {
            return (sight == Senses.Sight.CLOCK_UNSURE ? Words.SEE_CLOCK : Words.SEE_INPUT).english();
        }
        return switch (state) {
            case WAITING -> "You can say hello any time. Touch a picture.";
            case HELLO -> "Hello heard. Thank you.";
            case NUDGING -> "Your box is ringing for your hello. Touch a picture.";
            case MISSED -> "Your buddies are asked to look in. A hello ends it at once.";
            case CANNOT_TELL -> "Your box was not able to look out. A hello tells your buddies that all is well.";
            case PAUSED -> "Your hello is paused. Rest well.";
        };
    }

    // ---- others

    WatchView watch(MemberId member) {
        Tidings tidings = hello.pages().tidings(member);
        Finding finding = hello.buddy().look(member);
        Optional<EpisodeId> episode = hello.buddy().open(member).map(Episode::id);
        ZoneId zone = Viewer.zone(hello.circle());
        return new WatchView(
                hello.circle().id(),
                member,
                name(member),
                finding.state().name(),
                finding.cause().name(),
                episode.orElse(null),
                PausedDays.show(
                        tidings.notes().values(),
                        Instant.ofEpochMilli(tools.clock().millis())
                                .atZone(zone)
                                .toLocalDate()));
    }

    EpisodeView episode(HelloBuddy.Sight sight) {
        Episode episode = sight.episode();
        String state = episode.isOpen() ? "OPEN" : "OVER";
        return new EpisodeView(
                episode.id(),
                hello.circle().id(),
                episode.member(),
                name(episode.member()),
                episode.reason().name(),
                sight.sees().words() == Words.RELEASED ? "RELEASED" : state,
                sight.rung().map(rung -> rung.level().word()).orElse("none"),
                sight.asked() && episode.isOpen(),
                sight.rung().map(rung -> rung.going()).orElse(List.of()),
                words(sight));
    }

    private String words(HelloBuddy.Sight sight) {
        return sight.sees()
                .words()
                .english()
                .replace(
                        "{time}",
                        CLOCK.format(Instant.ofEpochMilli(sight.sees().at()).atZone(Viewer.zone(hello.circle()))))
                .replace("{by}", sight.sees().by().map(this::name).orElse(""))
                .replace("{name}", name(sight.episode().member()));
    }

    private String name(MemberId member) {
        return hello.circle().board().name(member).orElse(member.brief());
    }

    // ---- plans

    HelloPlanView plan(MemberId member, HelloPlan plan) {
        Tidings tidings = hello.pages().tidings(member);
        return new HelloPlanView(
                hello.circle().id(),
                member,
                name(member),
                plan.schedule().zone().getId(),
                windows(plan, false),
                windows(plan, true),
                plan.schedule().grace().toString(),
                plan.buddies().stream()
                        .map(buddy -> new HelloPlanView.Buddy(
                                buddy, name(buddy), tidings.watch(buddy).agreed()))
                        .toList(),
                plan.consents().upTo().word(),
                plan.knocking().from() + "-" + plan.knocking().until(),
                HelloWishes.allowed(plan.consents()),
                plan.renewBy().toString(),
                Words.BEFORE.english());
    }

    private static List<String> windows(HelloPlan plan, boolean inHeat) {
        List<String> windows = new ArrayList<>();
        for (DailyWindow window : plan.schedule().windows()) {
            if (window.onlyInHeat() == inHeat) {
                windows.add(HelloWishes.typed(window));
            }
        }
        return windows;
    }

    // ---- the clock

    static ClockView clock(HelloTools tools) {
        return new ClockView(
                tools.clock().isSure() ? "SURE" : "UNSURE",
                tools.clock().source().name(),
                iso(tools.clock().millis(), tools.zone()));
    }

    static String iso(long millis, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochMilli(millis).atZone(zone).withNano(0));
    }
}
