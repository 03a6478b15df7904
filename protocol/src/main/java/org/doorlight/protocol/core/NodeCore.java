package org.doorlight.protocol.core;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.core.view.View;
import org.doorlight.protocol.core.view.Views;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.replica.Suspect;
import org.doorlight.protocol.sync.Channel;
import org.doorlight.protocol.sync.Household;
import org.doorlight.protocol.sync.Session;
import org.jspecify.annotations.Nullable;

/**
 * A node as a function of what happened: {@link #handle} is the only way in, its effects the only way out. It reads no clock and no random
 * source of its own, so the same inputs lead to the same effects, in a living room and in the simulator.
 */
public final class NodeCore {
    private final CoreSettings settings;
    private final Archive archive;
    private final Entropy entropy;
    private final NodeClock clock;
    private final Outbox outbox = new Outbox();
    private final News news = new News(outbox);
    private final Circles circles;
    private final Peers peers;
    private final Dialing dialing;
    private final Joining joining;
    private final Checkup checkup;
    private final Asks asks;
    private final Turns turns;
    private final Hellos hellos;
    private final Household home;
    private Moment now;
    private @Nullable SessionId speaking;
    private boolean againAsked;
    private boolean suspectsTried;

    /**
     * Opens a node on what its archive remembers.
     *
     * @throws IllegalArgumentException if the archive holds no home, or one sealed under another key
     */
    public NodeCore(CoreSettings settings, Vault vault, Entropy entropy, Archive archive, Moment started) {
        this.settings = settings;
        this.archive = archive;
        this.entropy = entropy;
        this.clock = new NodeClock(started);
        this.now = started;
        HomeProfile profile = HomeProfile.load(archive, vault)
                .orElseThrow(() -> new IllegalArgumentException("no home in this archive"));
        this.peers = new Peers(outbox, settings.compareEvery());
        // A connection that another core of this process dialled is not taken for one of this core's.
        this.dialing = new Dialing(
                outbox, peers, ByteBuffer.wrap(entropy.bytes(Long.BYTES)).getLong() >>> Short.SIZE);
        this.circles = new Circles(archive, vault, entropy, outbox, profile, settings, clock);
        this.joining = new Joining(circles, dialing, outbox);
        this.asks = new Asks(settings, entropy, circles, joining);
        this.checkup = new Checkup(circles, started);
        this.turns = new Turns(circles, entropy, news);
        this.hellos = new Hellos(circles, new HelloTools(settings.pace(), clock, outbox, news, vault, settings.zone()));
        this.home = new NodeHousehold(circles, entropy, clock);
        circles.load();
        hellos.load(archive);
    }

    /** Takes one input in and says what is to be done about it, in order. */
    public List<Effect> handle(Moment moment, Input input) {
        now = moment;
        clock.at(moment);
        speaking = null;
        input.accept(new Hearing());
        settle(input);
        return outbox.empty();
    }

    /** Frees native memory; the node is of no use afterwards. */
    public void close() {
        circles.all().forEach(circle -> circle.replica().close());
    }

    // ---- what happens

    private final class Hearing implements Input.Visitor<Boolean> {
        @Override
        public Boolean connected(Input.Connected input) {
            Channel channel =
                    Channel.of(input.dialled() != null, input.dialerCertificate(), input.listenerCertificate());
            if (channel.dialled()) {
                circles.dials().add(channel);
            }
            boolean room = peers.open(input, now, line -> {
                Long dial = input.dialled();
                if (dial == null) {
                    return Session.accepted(home, line, channel);
                }
                Optional<Session> join = joining.connected(dial, input.session(), line, channel);
                Optional<Circle> circle =
                        dialing.connected(dial, input.session()).flatMap(circles::get);
                return join.or(() -> circle.map(party -> Session.dialled(home, party, line, channel)))
                        .orElseGet(() -> Session.accepted(home, line, channel));
            });
            Long dial = input.dialled();
            if (!room && dial != null) {
                forgetDial(dial);
            }
            return true;
        }

        @Override
        public Boolean dialFailed(Input.DialFailed input) {
            forgetDial(input.dial());
            return true;
        }

        private void forgetDial(long dial) {
            dialing.failed(dial, now);
            joining.failed(dial, now);
        }

        @Override
        public Boolean received(Input.Received input) {
            speaking = input.session();
            joining.speaking(input.session(), now);
            peers.speaking(input.session(), input.frame().length).ifPresent(session -> session.receive(input.frame()));
            peers.heard(input.session(), now);
            peers.circle(input.session())
                    .ifPresent(
                            circle -> peers.device(input.session()).ifPresent(device -> hellos.heard(circle, device)));
            return true;
        }

        @Override
        public Boolean disconnected(Input.Disconnected input) {
            dialing.closed(input.session(), peers.device(input.session()), now);
            joining.closed(input.session(), now);
            peers.closed(input.session(), now);
            return true;
        }

        @Override
        public Boolean asked(Input.Asked input) {
            try {
                Optional<View> view =
                        input.ask().accept(new Answering(input.ticket())).answer();
                // What follows from it is written before it is called done.
                circles.all().forEach(circle -> doDuties(circle, input));
                turns.doDuties(input, now);
                hellos.doDuties(input);
                view.ifPresent(found -> outbox.answer(input.ticket(), new Reply.Done(found)));
            } catch (Refusal refusal) {
                outbox.answer(input.ticket(), new Reply.Refused(refusal.problem()));
            }
            return true;
        }

        @Override
        public Boolean unasked(Input.Unasked input) {
            joining.forget(input.ticket());
            return true;
        }

        @Override
        public Boolean tick(Input.Tick input) {
            checkup.tick(now);
            peers.tick(now);
            trySuspects();
            turns.tick(now);
            return true;
        }

        @Override
        public Boolean again(Input.Again input) {
            againAsked = false;
            circles.all().forEach(circle -> circle.settle().forEach(document -> news.changed(circle, document, now)));
            return true;
        }

        @Override
        public Boolean timeService(Input.TimeService input) {
            clock.timeService(input.keepsTime());
            return true;
        }

        @Override
        public Boolean tried(Input.Tried input) {
            circles.get(input.circle())
                    .flatMap(circle -> circle.replica().suspects().tried(input.document(), input.aborted()))
                    .ifPresent(suspect -> attempt(input.circle(), suspect));
            return true;
        }
    }

    /** Once, at the first tick: what was on trial when the node ended is tried elsewhere before it is let in here. */
    private void trySuspects() {
        if (!suspectsTried) {
            suspectsTried = true;
            circles.all()
                    .forEach(circle ->
                            circle.replica().suspects().all().forEach(suspect -> attempt(circle.id(), suspect)));
        }
    }

    private void attempt(CircleId circle, Suspect suspect) {
        outbox.add(new Effect.Try(circle, suspect.document(), suspect.changes()));
    }

    /** Passes on what came in, has it looked at in the next turn, and dials where that is due. */
    private void settle(Input input) {
        turns.doDuties(input, now);
        hellos.doDuties(input);
        for (Circle circle : circles.all()) {
            changeDoubtedKeys(circle);
            doDuties(circle, input);
            SortedSet<DocumentId> changed = new TreeSet<>();
            circle.replica().writeDownStored();
            circle.carries().keep();
            Fresh fresh = circle.takeFresh();
            if (!fresh.isEmpty()) {
                peers.pass(circle.id(), fresh, speaking);
            }
            if (circle.takeRenewed()) {
                sayWhoItIs(circle);
            }
            fresh.envelopes().stream()
                    .map(envelope -> envelope.header())
                    .filter(header -> header.device().equals(circle.keys().device()))
                    .forEach(header -> changed.add(header.document()));
            changed.forEach(document -> news.changed(circle, document, now));
            circle.board().care().takeTouched().forEach(request -> news.careChanged(circle, request, now));
            if (peers.isOpenFor(circle.id())) {
                circle.hasLeft();
            }
            news.came(circle, fresh, now);
            hellos.came(circle, fresh);
        }
        if (clock.takeChanged()) {
            peers.sayTime();
        }
        if (!againAsked
                && circles.all().stream().anyMatch(circle -> circle.replica().isUnsettled())) {
            againAsked = true;
            outbox.add(new Effect.Again());
        }
        joining.settle(now);
        dialing.tick(circles, settings.peers(), now);
    }

    /** PROTOCOL §1: at once if it is proved that somebody else has these keys; otherwise once a neighbour has told what it knows. */
    private void changeDoubtedKeys(Circle circle) {
        if (circle.isDoubted() && (!circle.mayDoubtWait() || peers.isOpenFor(circle.id()))) {
            circle.renewIfDoubted();
        }
    }

    /** Nothing is written while somebody only looks: that is answered also while nothing can be. */
    private void doDuties(Circle circle, Input input) {
        boolean looks = input instanceof Input.Asked asked && asked.ask() instanceof Ask.Look;
        if (!looks) {
            HostDuties.run(circle, now);
        }
    }

    private void sayWhoItIs(Circle circle) {
        // Every channel was proved as the device this home no longer is. What was said on it before still leaves.
        peers.endAll(circle.id());
        announce("keys.renewed", circle.id(), null);
        outbox.add(
                new Effect.Note(
                        "This home was put back from an older copy, or copied: it has taken new keys in a circle. Nothing needs to be done."));
    }

    private void announce(String type, CircleId circle, @Nullable DocumentId document) {
        news.announce(type, circle, document, now);
    }

    // ---- what is asked

    /** An ask about to be carried out. */
    private interface Doing {
        /** The answer; empty if it comes later. */
        Optional<View> answer() throws Refusal;
    }

    private final class Answering implements Ask.Visitor<Doing> {
        private final long ticket;

        Answering(long ticket) {
            this.ticket = ticket;
        }

        @Override
        public Doing status(Ask.Status ask) {
            return () -> Optional.of(statusView());
        }

        @Override
        public Doing listCircles(Ask.ListCircles ask) {
            return () -> Optional.of(asks.listCircles());
        }

        @Override
        public Doing createCircle(Ask.CreateCircle ask) {
            return () -> Optional.of(asks.createCircle(ask));
        }

        @Override
        public Doing showCircle(Ask.ShowCircle ask) {
            return () -> Optional.of(asks.showCircle(ask));
        }

        @Override
        public Doing listMembers(Ask.ListMembers ask) {
            return () -> Optional.of(asks.listMembers(ask));
        }

        @Override
        public Doing invite(Ask.Invite ask) {
            return () -> Optional.of(asks.invite(ask, now));
        }

        @Override
        public Doing join(Ask.Join ask) {
            return () -> {
                asks.join(ticket, ask, now);
                return Optional.empty();
            };
        }

        @Override
        public Doing addRequest(Ask.AddRequest ask) {
            return () -> Optional.of(requester().add(ask));
        }

        @Override
        public Doing listRequests(Ask.ListRequests ask) {
            return () -> Optional.of(asks.listRequests(ask, now));
        }

        @Override
        public Doing showRequest(Ask.ShowRequest ask) {
            return () -> Optional.of(asks.showRequest(ask, now));
        }

        @Override
        public Doing withdrawRequest(Ask.WithdrawRequest ask) {
            return () -> Optional.of(requester().withdraw(ask));
        }

        @Override
        public Doing care(CareAsk ask) {
            CareAsk.Visitor<CareAsks.Doing> care = new CareAsks(requester(), new HelperAsks(entropy, circles, now));
            return () -> Optional.of(ask.accept(care).answer());
        }

        @Override
        public Doing turns(TurnsAsk ask) {
            TurnsAsk.Visitor<TurnsAsks.Doing> own = new TurnsAsks(circles, turns, now);
            return () -> Optional.of(ask.accept(own).answer());
        }

        @Override
        public Doing rota(RotaAsk ask) {
            RotaAsk.Visitor<RotaAsks.Doing> rotas = new RotaAsks(entropy, circles, now);
            return () -> Optional.of(ask.accept(rotas).answer());
        }

        @Override
        public Doing hello(HelloAsk ask) {
            HelloAsk.Visitor<HelloAsks.Doing> own = new HelloAsks(circles, hellos);
            return () -> Optional.of(ask.accept(own).answer());
        }

        @Override
        public Doing street(StreetAsk ask) {
            StreetAsk.Visitor<StreetAsks.Doing> together = new StreetAsks(circles, hellos);
            return () -> Optional.of(ask.accept(together).answer());
        }

        private RequesterAsks requester() {
            return new RequesterAsks(entropy, circles, now);
        }

        @Override
        public Doing listPeers(Ask.ListPeers ask) {
            return () -> Optional.of(new Views<>(peers.views()));
        }
    }

    private View statusView() {
        return new StatusReport(settings, archive, circles, checkup).view(peers, outbox.bytesOut(), clock);
    }
}
