package org.doorlight.node;

import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.doorlight.node.api.ApiFailure;
import org.doorlight.node.api.ApiServer;
import org.doorlight.node.api.ApiTokens;
import org.doorlight.node.gateway.NudgeProgram;
import org.doorlight.node.home.ApiAddressFile;
import org.doorlight.node.home.ApiToken;
import org.doorlight.node.home.Configuration;
import org.doorlight.node.home.Home;
import org.doorlight.node.home.HomeFailure;
import org.doorlight.node.loop.EventLoop;
import org.doorlight.node.loop.SystemClock;
import org.doorlight.node.net.NetFailure;
import org.doorlight.node.net.NetLimits;
import org.doorlight.node.net.NettyNetwork;
import org.doorlight.node.store.SqliteStore;
import org.doorlight.node.store.StoreFailure;
import org.doorlight.node.trial.TrialBench;
import org.doorlight.protocol.core.Address;
import org.doorlight.protocol.core.CoreSettings;
import org.doorlight.protocol.core.HomeProfile;
import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.core.Moment;
import org.doorlight.protocol.core.NodeCore;
import org.doorlight.protocol.core.Shelf;
import org.doorlight.protocol.core.SteadyCore;
import org.doorlight.protocol.core.Vault;

/** The composition root: one home, one core, one loop, and the edges around them. */
public final class NodeMain {
    private final Ending ending = new Ending();
    private final Home home;
    private final SqliteStore store;
    private final Lineage lineage;
    private final SteadyCore core;
    private final NettyNetwork network;
    private final ApiServer api;
    private final TrialBench bench;
    private final NudgeProgram nudges;
    private final EventLoop loop;
    private Address listening;
    private Address apiAddress;

    private NodeMain(Home home, SqliteStore store, NodeOptions options) {
        SystemClock clock = new SystemClock();
        SystemEntropy entropy = new SystemEntropy();
        var settings = TestPace.of(CoreSettings.of(Version.TEXT, options.peers(), ZoneId.systemDefault()));
        this.home = home;
        this.store = store;
        this.lineage = new Lineage(home, store);
        lineage.begin(entropy);
        Vault vault = new Vault(home.key(), entropy);
        Moment started = clock.now();
        this.core = new SteadyCore(store, () -> new NodeCore(settings, vault, entropy, store, started));
        this.network = new NettyNetwork(this::post, NetLimits.STANDARD);
        this.api = new ApiServer(this::post, tokens(home));
        this.bench = new TrialBench(this::post);
        this.nudges = new NudgeProgram(options.nudgeProgram());
        this.loop = new EventLoop(
                new LoopCore(core, network, new TimeService()),
                store,
                new Edges(network, api, bench, nudges, this::post),
                clock,
                ending::failed);
        this.listening = options.listenAddress();
        this.apiAddress = options.apiAddress();
    }

    private static ApiTokens tokens(Home home) {
        return new ApiTokens(
                new ApiToken(home.folder()).readOrCreate(),
                Optional.of(ApiToken.touch(home.folder()).readOrCreate()));
    }

    /** Opens the home, binds both addresses and starts; everything is undone if one of them does not work out. */
    public static NodeMain start(NodeOptions given) throws NodeFailure {
        Undo undo = new Undo();
        try {
            NodeOptions options = given.over(Configuration.read(given.home()));
            options.requireNoDiscovery();
            options.requireNudgeProgram();
            Home home = undo.later(HomeSetup.open(options.home(), options.passphraseFile()), Home::close);
            SqliteStore store = undo.later(SqliteStore.open(home.database()), SqliteStore::close);
            requireFinished(home, store);
            NodeMain node = new NodeMain(home, store, options);
            undo.later(node.network, NettyNetwork::close);
            undo.later(node.api, ApiServer::close);
            undo.later(node.bench, TrialBench::close);
            undo.later(node.nudges, NudgeProgram::close);
            node.begin();
            undo.nothing();
            return node;
        } catch (HomeFailure | StoreFailure | NetFailure | ApiFailure failure) {
            throw new NodeFailure(String.valueOf(failure.getMessage()), failure);
        } finally {
            undo.run();
        }
    }

    private static void requireFinished(Home home, SqliteStore store) throws NodeFailure {
        boolean none = store.records(Shelf.HOME).isEmpty();
        if (none && store.damaged() == 0) {
            throw new NodeFailure("This home was not finished when it was made. Remove " + home.folder()
                    + " and make it again with: doorlight init --name NAME");
        }
        if (HomeProfile.load(store, new Vault(home.key(), new SystemEntropy())).isEmpty()) {
            throw new NodeFailure(
                    "The database in this home was not made with its keystore, or is damaged. Restore both from one backup.");
        }
    }

    private void begin() throws NetFailure, ApiFailure {
        listening = network.listen(listening);
        apiAddress = api.listen(apiAddress);
        new ApiAddressFile(home.folder()).write(apiAddress);
        loop.start();
    }

    private void post(Input input) {
        loop.post(input);
    }

    /** Where neighbours reach this node. */
    public Address listening() {
        return listening;
    }

    /** Where programs of this machine reach it. */
    public Address apiAddress() {
        return apiAddress;
    }

    /** Ends the node: what was acknowledged is on disk, what was queued is worked off, neighbours are told. Within 5 s. */
    public void stop() {
        api.stop();
        loop.stop();
        network.stop();
        bench.close();
        nudges.close();
        core.close();
        lineage.end();
        store.close();
        new ApiAddressFile(home.folder()).delete();
        home.close();
        ending.done();
    }

    /** Returns when the node was stopped; throws if it had to stop by itself. */
    public void awaitEnd() throws NodeFailure {
        Optional<Throwable> failure = ending.await();
        if (failure.isPresent()) {
            String sentence = failure.get() instanceof StoreFailure store
                    ? String.valueOf(store.getMessage())
                    : "Something went wrong inside this node and it stopped; nothing acknowledged is lost. Start it again, and please report it.";
            throw new NodeFailure(sentence, failure.get());
        }
    }

    /** How the node ended: once, by being stopped or by a failure. */
    private static final class Ending {
        private final CompletableFuture<Optional<Throwable>> end = new CompletableFuture<>();

        void failed(Throwable cause) {
            end.complete(Optional.of(cause));
        }

        void done() {
            end.complete(Optional.empty());
        }

        Optional<Throwable> await() {
            return end.join();
        }
    }
}
