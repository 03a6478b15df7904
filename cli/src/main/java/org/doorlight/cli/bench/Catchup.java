package org.doorlight.cli.bench;

import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.doorlight.cli.client.Refusal;
import org.doorlight.cli.process.NodeProcess;
import org.doorlight.cli.process.Patience;
import org.doorlight.cli.process.ThrowAwayStreet;

/**
 * A full node, and an empty one that joins and catches up. Shared by the workloads that need a node with something in it.
 *
 * @param host the full one, with a circle and so many requests
 * @param last the id of the request that was written last
 */
record Catchup(NodeProcess host, int documents, String last) {
    private static final long SECONDS_MAX = 300;

    /** Starts a node and fills it through its API. */
    static Catchup filled(ThrowAwayStreet street, int documents) {
        NodeProcess host = street.start(street.makeHome("Ana"));
        LocalApi api = host.api();
        street.found(api, "Lantern Street");
        Drafts.writeTogether(host::api, documents - 1);
        return new Catchup(
                host, documents, api.post("/requests", Drafts.number(documents)).text("id"));
    }

    /** From the typed code to all documents held and the last one readable at the newcomer, in nanoseconds. */
    long catchUp(ThrowAwayStreet street, NodeProcess newcomer) {
        LocalApi here = newcomer.api();
        LocalApi there = host.api();
        long all = held(there);
        long nanoseconds = Figures.timed(() -> {
            street.admit(host, there, here);
            Patience.until(SECONDS_MAX, () -> held(here) >= all, "The newcomer did not catch up in 5 minutes.");
            awaitLast(here);
        });
        checkAllReadable(here);
        return nanoseconds;
    }

    /** Waits until the request that was written last can be read. */
    void awaitLast(LocalApi node) {
        Patience.until(
                SECONDS_MAX, () -> isReadable(node, last), "The node did not show the last request in 5 minutes.");
    }

    private static boolean isReadable(LocalApi node, String id) {
        try {
            return node.get("/requests/" + id).text("id").equals(id);
        } catch (Refusal notYet) {
            return false;
        }
    }

    /** A figure counts only if everything is there; looked at after the clock has stopped, because a long list takes its own time. */
    void checkAllReadable(LocalApi node) {
        int readable = node.list("/requests").size();
        if (readable != documents) {
            throw new Refusal("The node shows " + readable + " of " + documents + " requests, so there is no figure.");
        }
    }

    private static long held(LocalApi node) {
        return node.get("/status").object("store").number("documents");
    }

    /** Everything that went over this node's wire since it started, both ways, before TLS. */
    static long wireBytes(LocalApi node) {
        JsonObject network = node.get("/status").object("network");
        return network.number("bytesIn") + network.number("bytesOut");
    }
}
