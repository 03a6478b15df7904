package org.doorlight.protocol.simulation.year;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.care.turns.FairTurn;
import org.doorlight.protocol.care.turns.Published;
import org.doorlight.protocol.id.MemberId;

/**
 * What a home holds of everybody's published room, and the orders that follow from it. Homes that hold the same share one view, which
 * saves working the same thing out sixty times; none sees more than it holds.
 */
final class StreetView {
    private static final int KEPT = 24;

    private final int[] newest;
    private final SortedMap<MemberId, Published> street = new TreeMap<>();
    private final SortedMap<Integer, List<MemberId>> orders = new TreeMap<>();

    private StreetView(int[] newest, List<Household> homes) {
        this.newest = newest;
        for (int home = 0; home < newest.length; home++) {
            var publications = homes.get(home).publications();
            street.put(
                    homes.get(home).person.member(),
                    newest[home] < 0
                            ? Published.UNSAID
                            : publications.get(newest[home]).published());
        }
    }

    List<MemberId> order(Course course, FairTurn.Opening opening) {
        return orders.computeIfAbsent(course.wish().number(), unseen -> FairTurn.order(opening, street));
    }

    int available() {
        return (int) street.values().stream()
                .filter(published -> !published.kinds().isEmpty())
                .count();
    }

    /** The views that were needed lately. */
    static final class Shelf {
        private final Deque<StreetView> views = new ArrayDeque<>();

        StreetView view(int home, Travel travel, List<Household> homes) {
            int[] newest = new int[homes.size()];
            for (int author = 0; author < newest.length; author++) {
                newest[author] = newest(homes.get(author).publications(), travel.count(home, author));
            }
            for (StreetView view : views) {
                if (Arrays.equals(view.newest, newest)) {
                    return view;
                }
            }
            if (views.size() == KEPT) {
                views.removeLast();
            }
            views.addFirst(new StreetView(newest, homes));
            return views.getFirst();
        }

        private static int newest(List<Household.Publication> publications, int held) {
            int index = publications.size() - 1;
            while (index >= 0 && publications.get(index).number() >= held) {
                index--;
            }
            return index;
        }
    }
}
