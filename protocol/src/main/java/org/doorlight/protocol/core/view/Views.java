package org.doorlight.protocol.core.view;

import java.util.List;

/** A list of views; in JSON a bare array. */
public record Views<T extends View>(List<T> items) implements View {
    public Views {
        items = List.copyOf(items);
    }
}
