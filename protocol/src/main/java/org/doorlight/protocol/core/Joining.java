package org.doorlight.protocol.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.crypto.InviteKeys;
import org.doorlight.protocol.epoch.Audiences;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.replica.Identity;
import org.doorlight.protocol.sync.Channel;
import org.doorlight.protocol.sync.JoinOutcome;
import org.doorlight.protocol.sync.Line;
import org.doorlight.protocol.sync.Session;
import org.jspecify.annotations.Nullable;

/** Somebody here has typed a code: every known address is tried until one lets this home in, or the time is over (PROTOCOL §3). */
final class Joining {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(29).toNanos();
    private static final long SETTLE_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long AGAIN_NANOS = Duration.ofSeconds(1).toNanos();

    /** One address being tried. */
    private static final class Try {
        final Address address;
        long notBefore = Long.MIN_VALUE;

        @Nullable
        Long dial;

        @Nullable
        SessionId session;

        @Nullable
        String refusal;

        Try(Address address) {
            this.address = address;
        }

        boolean isSpeaking(@Nullable SessionId speaking) {
            return session != null && session.equals(speaking);
        }
    }

    /** One code being tried. */
    private final class Attempt implements JoinOutcome {
        final long ticket;
        final InviteKeys code;
        final Identity self;
        final long until;
        final List<Try> tries = new ArrayList<>();
        long enteredAt;

        @Nullable
        Circle entered;

        // Two neighbours who let the same keys in, not knowing of each other, would make two members of one home.
        @Nullable
        Try provedAt;

        @Nullable
        String obstacle;

        @Nullable
        Address welcomedAt;

        Attempt(long ticket, InviteKeys code, Identity self, long until, SortedSet<Address> addresses) {
            this.ticket = ticket;
            this.code = code;
            this.self = self;
            this.until = until;
            addresses.forEach(address -> tries.add(new Try(address)));
        }

        @Override
        public boolean wants(CircleId circle) {
            if (circles.get(circle).isPresent()) {
                obstacle = "This home is in that circle already. There is nothing to do.";
            }
            boolean elsewhere = provedAt != null && !provedAt.isSpeaking(speaking);
            boolean wanted = obstacle == null && entered == null && !elsewhere;
            if (wanted) {
                provedAt = spokenTo().orElse(null);
            }
            return wanted;
        }

        @Override
        public boolean hasProved() {
            return provedAt != null;
        }

        private Optional<Try> spokenTo() {
            return tries.stream().filter(one -> one.isSpeaking(speaking)).findFirst();
        }

        @Override
        public void welcomed(Charter charter, List<Grant> grants, List<GivenKey> keys) {
            if (entered != null || circles.get(charter.circle()).isPresent()) {
                return;
            }
            SortedSet<Address> foundAt = new TreeSet<>();
            if (welcomedAt != null) {
                foundAt.add(welcomedAt);
            }
            Circle circle = circles.enter(self, charter, grants, foundAt);
            keys.forEach(key -> circle.takeWrap(key.epoch(), key.wrapped()));
            circle.takeFresh();
            if (mayWrite(circle)) {
                circles.introduce(circle);
            }
            entered = circle;
            enteredAt = now.monotonicNanos();
        }

        @Override
        public void refused(String why) {
            spokenTo().ifPresent(one -> one.refusal = why);
        }
    }

    private final Circles circles;
    private final Dialing dialing;
    private final Outbox outbox;
    private final List<Attempt> attempts = new ArrayList<>();
    private @Nullable SessionId speaking;
    private Moment now = new Moment(0, 0);

    Joining(Circles circles, Dialing dialing, Outbox outbox) {
        this.circles = circles;
        this.dialing = dialing;
        this.outbox = outbox;
    }

    private static boolean mayWrite(Circle circle) {
        return circle.replica().ownStanding().role().writes()
                && circle.epochs().forWriting(Audiences.everyone(circle.id())).isPresent();
    }

    void begin(long ticket, InviteKeys code, Identity self, SortedSet<Address> addresses, Moment now) {
        Attempt attempt = new Attempt(ticket, code, self, now.monotonicNanos() + PATIENCE_NANOS, addresses);
        attempts.add(attempt);
        dialDue(attempt, now);
    }

    /** Whoever typed the code has gone. */
    void forget(long ticket) {
        attempts.removeIf(attempt -> attempt.ticket == ticket);
    }

    /** The session of a dial made here; empty if the dial was not. */
    Optional<Session> connected(long dial, SessionId session, Line line, Channel channel) {
        for (Attempt attempt : attempts) {
            for (Try one : attempt.tries) {
                if (Long.valueOf(dial).equals(one.dial)) {
                    one.dial = null;
                    one.session = session;
                    return Optional.of(Session.joining(attempt.code, attempt.self.keys(), attempt, line, channel));
                }
            }
        }
        return Optional.empty();
    }

    boolean isDialling(long dial) {
        return attempts.stream()
                .flatMap(attempt -> attempt.tries.stream())
                .anyMatch(one -> Long.valueOf(dial).equals(one.dial));
    }

    void failed(long dial, Moment now) {
        eachTry(one -> Long.valueOf(dial).equals(one.dial), one -> {
            one.dial = null;
            one.notBefore = now.monotonicNanos() + AGAIN_NANOS;
        });
    }

    void closed(SessionId session, Moment now) {
        eachTry(one -> session.equals(one.session), one -> {
            one.session = null;
            one.notBefore = now.monotonicNanos() + AGAIN_NANOS;
        });
    }

    private void eachTry(Predicate<Try> which, Consumer<Try> then) {
        attempts.stream()
                .flatMap(attempt -> attempt.tries.stream())
                .filter(which)
                .toList()
                .forEach(then);
    }

    /** Says which session is about to speak, so that an outcome can be laid to the right address. */
    void speaking(SessionId session, Moment moment) {
        speaking = session;
        now = moment;
        for (Attempt attempt : attempts) {
            attempt.tries.stream()
                    .filter(one -> session.equals(one.session))
                    .forEach(one -> attempt.welcomedAt = one.address);
        }
    }

    /** Answers whoever can be answered now, and dials again where that is due. */
    void settle(Moment now) {
        for (Attempt attempt : List.copyOf(attempts)) {
            Optional<Reply> reply = outcome(attempt, now);
            if (reply.isPresent()) {
                outbox.answer(attempt.ticket, reply.get());
                attempts.remove(attempt);
            } else {
                dialDue(attempt, now);
            }
        }
    }

    private void dialDue(Attempt attempt, Moment now) {
        for (Try one : attempt.tries) {
            boolean due = one.dial == null
                    && one.session == null
                    && one.refusal == null
                    && attempt.entered == null
                    && now.monotonicNanos() >= one.notBefore;
            if (due) {
                one.dial = dialing.nextNumber();
                outbox.add(new Effect.Dial(one.dial, one.address));
            }
        }
    }

    private static Optional<Reply> outcome(Attempt attempt, Moment now) {
        if (attempt.entered != null && !attempt.entered.epochs().carries().isEmpty()) {
            // The circle's name is in its documents, which come a moment later; a welcome by name is worth that moment.
            boolean settled = Viewer.hasName(attempt.entered)
                    || now.monotonicNanos() >= attempt.enteredAt + SETTLE_NANOS
                    || now.monotonicNanos() >= attempt.until;
            return settled ? Optional.of(new Reply.Done(Viewer.circle(attempt.entered))) : Optional.empty();
        }
        if (attempt.obstacle != null) {
            return Optional.of(Reply.refused(Problem.Kind.CONFLICT, attempt.obstacle));
        }
        boolean over = attempt.provedAt != null && attempt.provedAt.refusal != null;
        if (over || attempt.tries.stream().allMatch(one -> one.refusal != null)) {
            return Optional.of(refusal(attempt));
        }
        if (now.monotonicNanos() >= attempt.until) {
            return Optional.of(
                    Reply.refused(
                            Problem.Kind.TIMED_OUT,
                            "No neighbour's box answered in time. Check that it is on and the address is right, then try again."));
        }
        return Optional.empty();
    }

    private static Reply refusal(Attempt attempt) {
        boolean used = attempt.tries.stream().anyMatch(one -> "used".equals(one.refusal));
        boolean expired = attempt.tries.stream().anyMatch(one -> "expired".equals(one.refusal));
        String sentence = used
                ? "This code has been used already. Ask for a new one."
                : expired
                        ? "This code is too old. Ask for a new one."
                        : "The box at that address does not know this code. Check the code and the address, or ask for a new one.";
        return Reply.refused(used || expired ? Problem.Kind.CONFLICT : Problem.Kind.NOT_FOUND, sentence);
    }
}
