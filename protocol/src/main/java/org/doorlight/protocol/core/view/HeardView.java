package org.doorlight.protocol.core.view;

/** A touch was taken in. Says nothing else, because whoever holds a button may not learn more. */
public record HeardView(String words) implements View {}
