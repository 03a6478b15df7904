package org.doorlight.protocol.core;

import java.util.Collection;
import java.util.List;
import org.doorlight.protocol.core.view.CircleView;
import org.doorlight.protocol.core.view.StatusView;
import org.doorlight.protocol.core.view.StoreState;

/** How the node is, for whoever looks after the box. */
record StatusReport(CoreSettings settings, Archive archive, Circles circles, Checkup checkup) {
    /**
     * As it is now.
     *
     * @param bytesOut bytes sent since the start
     */
    StatusView view(Peers peers, long bytesOut, NodeClock clock) {
        Collection<Circle> all = circles.all();
        long documents =
                all.stream().mapToLong(circle -> circle.frontiers().size()).sum();
        long missing = checkup.missing();
        Archive.Size size = archive.size();
        List<CircleView> views = all.stream().map(Viewer::circle).toList();
        return new StatusView(
                new StatusView.Node(settings.version(), clock.upMillis(), clock.isSure() ? "SURE" : "UNSURE"),
                new StatusView.Network(peers.bytesIn(), bytesOut, peers.openCount()),
                new StatusView.Store(
                        size.envelopes(),
                        documents,
                        size.bytes(),
                        archive.damaged(),
                        missing,
                        StoreState.WRITABLE.name()),
                all.stream().mapToLong(Circle::waitingForKeys).sum(),
                circles.paused(),
                all.stream().mapToLong(StatusReport::refused).sum() + peers.hungUp(),
                all.stream().filter(Circle::hasNewKeys).count(),
                views,
                all.stream()
                        .flatMap(circle -> Viewer.contradictions(circle).stream())
                        .toList(),
                all.stream()
                        .flatMap(circle -> Viewer.complaints(circle, peers.complaints(circle.id())).stream())
                        .toList());
    }

    /** Envelopes and statements; and notes that were not the person's own box's, or named another window. */
    private static long refused(Circle circle) {
        return circle.refused()
                + circle.board().hello().refused(circle.replica().ownPlace());
    }
}
