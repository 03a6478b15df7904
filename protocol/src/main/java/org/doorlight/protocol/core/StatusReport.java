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
     * @param uptimeMillis since the start
     */
    StatusView view(Peers peers, long bytesOut, long uptimeMillis) {
        Collection<Circle> all = circles.all();
        long documents =
                all.stream().mapToLong(circle -> circle.frontiers().size()).sum();
        long missing = checkup.missing();
        Archive.Size size = archive.size();
        List<CircleView> views = all.stream().map(Viewer::circle).toList();
        return new StatusView(
                // Nothing has confirmed the wall clock yet: that takes a neighbour's clock, NTP or a person (CARE S5).
                new StatusView.Node(settings.version(), uptimeMillis, "UNSURE"),
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
                all.stream().mapToLong(Circle::refused).sum() + peers.hungUp(),
                all.stream().filter(Circle::hasNewKeys).count(),
                views,
                all.stream()
                        .flatMap(circle -> Viewer.contradictions(circle).stream())
                        .toList(),
                all.stream()
                        .flatMap(circle -> Viewer.complaints(circle, peers.complaints(circle.id())).stream())
                        .toList());
    }
}
